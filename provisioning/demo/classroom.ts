import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { agentConfigSchema } from '../../server/api/contract/endpoints.ts';
import type { ClassView } from '../../server/live/contract/live.ts';
import { ApiClient } from '../api-client.ts';
import { setUpAssociation } from './association.ts';
import { demoClass, demoDevices, demoSchool, demoStaff, demoTeacher } from './people.ts';
import { visitShortly } from './short-visits.ts';

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
 * staff account, staff adds a school and invites its teacher, fills the shelves and lends.
 *
 * @param setupUrl the one-time link that an empty server gives.
 * @param broker the address of the server's MQTT port.
 */
export async function setUpDemo(
  origin: string,
  setupUrl: string,
  dataDir: string,
  broker: string,
): Promise<DemoState> {
  const staff = new ApiClient(origin);
  await staff.call('acceptInvitation', { token: lastSegment(setupUrl) }, { ...demoStaff });
  await staff.signIn(demoStaff.email, demoStaff.password);
  const school = await staff.call('addSchool', {}, { ...demoSchool });
  const invitation = await staff.call('invite', {}, { role: 'teacher', schoolId: school.id });
  const teacher = new ApiClient(origin);
  await teacher.call('acceptInvitation', { token: lastSegment(invitation.url) }, { ...demoTeacher });
  await teacher.signIn(demoTeacher.email, demoTeacher.password);
  const { agents, others } = await setUpAssociation(staff, teacher, school.id);
  await visitShortly(others, broker);
  const state: DemoState = { agents: [...agents] };
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
    const ours = devices.filter(({ id }) => demoDevices.some((one) => one === id));
    if (ours.every(({ online }) => online)) return;
    await sleep(200);
  }
}

function lastSegment(url: string): string {
  return new URL(url).pathname.split('/').at(-1) ?? '';
}
