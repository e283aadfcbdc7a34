import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { agentConfigSchema } from '../../server/api/contract/endpoints.ts';
import type { ClassView } from '../../server/live/contract/live.ts';
import { ApiClient } from '../api-client.ts';
import { demoClass, demoDevices, demoSchool, demoStaff, demoTeacher } from './people.ts';

const demoStateSchema = z.object({ agents: z.array(agentConfigSchema) });

/** What the demo remembers beside the server's own data: the agents' secrets. */
export type DemoState = z.infer<typeof demoStateSchema>;

const stateFile = (dataDir: string): string => join(dataDir, 'demo.json');

/** The remembered state, or `undefined` when no demo was completely set up in this folder. */
export function readDemoState(dataDir: string): DemoState | undefined {
  const file = stateFile(dataDir);
  return existsSync(file) ? demoStateSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : undefined;
}

/**
 * Fills an empty server the way people would, through its public API alone: the set-up link makes the first
 * staff account, staff adds a school, invites its teacher and adds the Pis.
 *
 * @param setupUrl the one-time link that an empty server gives.
 */
export async function setUpDemo(origin: string, setupUrl: string, dataDir: string): Promise<DemoState> {
  const staff = new ApiClient(origin);
  await staff.call('acceptInvitation', { token: lastSegment(setupUrl) }, { ...demoStaff });
  await staff.signIn(demoStaff.email, demoStaff.password);
  const school = await staff.call('addSchool', {}, { ...demoSchool });
  const invitation = await staff.call('invite', {}, { role: 'teacher', schoolId: school.id });
  await new ApiClient(origin).call(
    'acceptInvitation',
    { token: lastSegment(invitation.url) },
    { ...demoTeacher },
  );
  const agents = [];
  for (const name of demoDevices) {
    const { config } = await staff.call('addDevice', {}, { name, schoolId: school.id });
    agents.push(config);
  }
  const state: DemoState = { agents };
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(stateFile(dataDir), JSON.stringify(state), { mode: 0o600 });
  return state;
}

/** The demo teacher's running class, started when there is none. */
export async function runningClass(origin: string): Promise<ClassView> {
  const teacher = new ApiClient(origin);
  await teacher.signIn(demoTeacher.email, demoTeacher.password);
  const { classes } = await teacher.call('classes', {}, {});
  return (
    classes.find((one) => one.state === 'active') ?? (await teacher.call('startClass', {}, { ...demoClass }))
  );
}

/** Resolved when all of the demo's Pis are connected, so that the first pupil gets one; gives up after a while. */
export async function agentsOnline(origin: string): Promise<void> {
  const staff = new ApiClient(origin);
  await staff.signIn(demoStaff.email, demoStaff.password);
  for (let tries = 0; tries < 100; tries += 1) {
    const { devices } = await staff.call('devices', {}, {});
    if (devices.every(({ online }) => online)) return;
    await sleep(200);
  }
}

function lastSegment(url: string): string {
  return new URL(url).pathname.split('/').at(-1) ?? '';
}
