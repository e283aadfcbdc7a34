import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { ApiClient } from '../../provisioning/api-client.ts';
import { type RunningServer, startServer } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';

/** A real server for one tool, on this machine only, with data that is thrown away. */
export interface OwnServer {
  readonly server: RunningServer;
  /** Signed in with an account that nobody else knows. */
  readonly client: ApiClient;
  stop(): Promise<void>;
}

/** @param options `port`: 0 lets the system choose. */
export async function startOwnServer(options: { catalog: string; port: number }): Promise<OwnServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'steckbrett-lessons-'));
  const server = await startServer({
    config: readConfig({
      PORT: String(options.port),
      MQTT_PORT: '0',
      HOST: '127.0.0.1',
      DATA_DIR: dataDir,
      LESSONS_DIR: options.catalog,
    }),
    logger: pino({ level: 'silent' }),
    kind: 'real',
  });
  const client = new ApiClient(server.url);
  const person = { email: 'lessons@steckbrett.example', password: randomBytes(18).toString('base64url') };
  const token = new URL(server.setupUrl ?? '').pathname.split('/').at(-1) ?? '';
  await client.call('acceptInvitation', { token }, { name: 'Lessons', ...person });
  await client.signIn(person.email, person.password);
  return {
    server,
    client,
    async stop() {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
