import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import manifest from '../../package.json' with { type: 'json' };
import { ApiClient } from '../../provisioning/api-client.ts';
import { type RunningServer, startServer } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import type { InstanceKind } from '../../server/storage/storage.ts';
import { collectingLogger } from './broker.ts';
import { databaseEnvironment, dropDatabaseOf } from './databases.ts';

/** A fresh folder for a server's data. */
export function temporaryFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'steckbrett-test-'));
}

export interface TestServer extends RunningServer {
  readonly dataDir: string;
  /** What was logged, one parsed line each. */
  readonly log: Record<string, unknown>[];
}

export interface TestServerOptions {
  /** A folder to come back to; without it a fresh one, which `stop` removes. */
  readonly dataDir?: string;
  readonly kind?: InstanceKind;
  /** As for `readConfig`. */
  readonly environment?: Readonly<Record<string, string>>;
}

/** The whole server in this process, on ports chosen by the system. */
export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const dataDir = options.dataDir ?? (await temporaryFolder());
  const log: Record<string, unknown>[] = [];
  const server = await startServer({
    config: readConfig({
      PORT: '0',
      MQTT_PORT: '0',
      HOST: '127.0.0.1',
      DATA_DIR: dataDir,
      ...(await databaseEnvironment(dataDir)),
      ...options.environment,
    }),
    logger: collectingLogger(log),
    kind: options.kind ?? 'real',
  });
  return {
    ...server,
    dataDir,
    log,
    stop: async () => {
      await server.stop();
      if (options.dataDir !== undefined) return;
      await dropDatabaseOf(dataDir);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** A server as a process of its own, which may be killed and comes back at the same place. */
export interface SpawnedServer {
  readonly url: string;
  readonly port: number;
  readonly mqttPort: number;
  /** Null once somebody has an account. */
  readonly setupUrl: string | null;
  readonly dataDir: string;
  readonly pid: number;
  /** Everything it wrote so far. */
  output(): string;
  /** Ends the process; gives its exit code, null when the signal ended it. The data stays until `remove`. */
  kill(signal: NodeJS.Signals): Promise<number | null>;
  /** The same server again: same ports, same data. */
  restart(): Promise<SpawnedServer>;
  /** Removes the data. */
  remove(): Promise<void>;
}

export interface SpawnOptions {
  readonly dataDir?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/**
 * Starts `server/main.ts` as a real process and waits until it answers.
 *
 * @throws Error with its output when it ends instead.
 */
export async function spawnServer(options: SpawnOptions = {}): Promise<SpawnedServer> {
  const dataDir = options.dataDir ?? (await temporaryFolder());
  const environment = {
    HOST: '127.0.0.1',
    PORT: '0',
    MQTT_PORT: '0',
    ...(await databaseEnvironment(dataDir)),
    ...options.environment,
  };
  const child = launchServer({ ...environment, DATA_DIR: dataDir });
  const ended = once(child, 'exit');
  const output = collect(child);
  const find = (pattern: RegExp): string | undefined => pattern.exec(output())?.[1];
  while (!find(/^ {2}MQTT +port (\d+)/m)) {
    if (child.exitCode !== null) throw new Error(`the server ended with code ${child.exitCode}: ${output()}`);
    await Promise.race([ended, once(child.stdout, 'data')]);
  }
  const url = find(/^ {2}Health +(http\S+)\/healthz$/m) as string;
  const port = Number(new URL(url).port);
  const mqttPort = Number(find(/^ {2}MQTT +port (\d+)/m));
  return {
    url,
    port,
    mqttPort,
    setupUrl: find(/^ {2}(http\S+\/setup\/\S+)$/m) ?? null,
    dataDir,
    pid: child.pid as number,
    output,
    kill: async (signal) => {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill(signal);
        await ended;
      }
      return child.exitCode;
    },
    restart: () =>
      spawnServer({
        dataDir,
        environment: { ...environment, PORT: String(port), MQTT_PORT: String(mqttPort) },
      }),
    remove: async () => {
      await dropDatabaseOf(dataDir);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** What `npm run serve` gives to Node: with a small young generation the server holds some 50 MB less. */
const serveFlags = /--max-semi-space-size=\d+/.exec(manifest.scripts.serve) ?? [];

/** The server's process, started and not waited for. */
export function launchServer(environment: Readonly<Record<string, string>>) {
  const main = resolve(import.meta.dirname, '../../server/main.ts');
  return spawn(process.execPath, [...serveFlags, main], {
    env: { PATH: process.env.PATH, LOG_LEVEL: 'info', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Gathers what a process writes. */
export function collect(child: ChildProcess): () => string {
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      text += chunk;
    });
  }
  return () => text;
}

export const staffMember = {
  name: 'Vera Verein',
  email: 'vera@verein.example',
  password: 'ein-langes-passwort',
};
export const teacher = { name: 'Theo Lehrer', email: 'theo@schule.example', password: 'noch-ein-passwort' };

/** Makes the first account of an empty server and signs it in. */
export async function setUpStaff(server: { url: string; setupUrl: string | null }): Promise<ApiClient> {
  const client = new ApiClient(server.url);
  await client.call('acceptInvitation', { token: tokenOf(server.setupUrl ?? '') }, staffMember);
  await client.signIn(staffMember.email, staffMember.password);
  return client;
}

/** Makes a school and the account of a teacher there, and signs the teacher in. */
export async function addTeacher(
  server: { url: string },
  staff: ApiClient,
  person = teacher,
): Promise<{ client: ApiClient; schoolId: string }> {
  const school = await staff.call('addSchool', {}, { name: 'Testschule', city: 'Mainz' });
  const { url } = await staff.call('invite', {}, { role: 'teacher', schoolId: school.id });
  const client = new ApiClient(server.url);
  await client.call('acceptInvitation', { token: tokenOf(url) }, person);
  await client.signIn(person.email, person.password);
  return { client, schoolId: school.id };
}

/** The token at the end of a one-time link. */
export function tokenOf(link: string): string {
  return new URL(link).pathname.split('/').at(-1) ?? '';
}
