import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { type RunningServer, startServer } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import { emptyDemoDatabase } from '../../server/storage/empty-demo.ts';
import { DemoAgents } from './agents.ts';
import { box } from './box.ts';
import { agentsOnline, readDemoState, runningClass, setUpDemo } from './classroom.ts';
import { demoStaff, demoTeacher } from './people.ts';
import { freePort } from './ports.ts';

export interface RunningDemo {
  readonly server: RunningServer;
  /** What a newcomer needs, drawn for the terminal. */
  readonly box: string;
  stop(): Promise<void>;
}

/**
 * Starts a demo classroom: a server on a data folder of its own (`DATA_DIR`, else `./demo-data`), a school, a
 * teacher with a running class, and four agents as processes with simulated boards. Ports that are taken are
 * replaced by free ones unless `PORT` or `MQTT_PORT` name them.
 *
 * @throws ConfigError when the environment is wrong; Error when the data folder is a real server's.
 */
export async function startDemo(
  env: Readonly<Record<string, string | undefined>>,
  logger: Logger,
): Promise<RunningDemo> {
  const asked = readConfig({ ...env, DATA_DIR: env.DATA_DIR || './demo-data' });
  const config = {
    ...asked,
    port: env.PORT ? asked.port : await freePort(asked.port),
    mqttPort: env.MQTT_PORT ? asked.mqttPort : await freePort(asked.mqttPort),
  };
  let server = await startServer({ config, logger, kind: 'demo' });
  let state = readDemoState(config.dataDir);
  if (!state && !server.setupUrl) {
    // A start that was interrupted half-way left people without Pis: a demo's folder may simply begin again.
    await server.stop();
    await emptyDemoDatabase(config);
    emptyDemoFolder(config.dataDir);
    server = await startServer({ config, logger, kind: 'demo' });
  }
  const origin = server.url;
  const broker = `mqtt://${new URL(origin).hostname}:${server.mqttPort}`;
  state ??= await setUpDemo(origin, server.setupUrl ?? '', config.dataDir, broker);
  const lesson = await runningClass(origin);
  const agents = new DemoAgents();
  agents.start(state.agents, broker, join(config.dataDir, 'agents'));
  await agentsOnline(origin);
  return {
    server,
    box: describe(server, lesson.code),
    async stop() {
      await agents.stop();
      await server.stop();
    },
  };
}

function emptyDemoFolder(dataDir: string): void {
  for (const name of ['demo.json', 'agents']) {
    const path = join(dataDir, name);
    if (existsSync(path)) rmSync(path, { recursive: true });
  }
}

function describe(server: RunningServer, code: string): string {
  const local = server.url;
  return box('Steckbrett · demo classroom', [
    `Pupils       ${local}/?code=${code}`,
    `Class code   ${code}`,
    '',
    `Teacher      ${local}/teacher`,
    `             ${demoTeacher.email}   ${demoTeacher.password}`,
    `Association  ${local}/association`,
    `             ${demoStaff.email}   ${demoStaff.password}`,
    '',
    `Other devices in this network open ${server.joinUrl}`,
    `Four simulated Pis are connected by MQTT (port ${server.mqttPort}).`,
    'Stop: Ctrl+C · a real server: npm run serve',
  ]);
}
