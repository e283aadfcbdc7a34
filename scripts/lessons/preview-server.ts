import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { LessonProblem } from '../../lessons/format/lesson-problem.ts';
import { ApiClient } from '../../provisioning/api-client.ts';
import { type RunningServer, startServer } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import { watchCatalog } from './watch-catalog.ts';

export interface PreviewOptions {
  readonly catalog: string;
  readonly lessonId: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** The files were read anew; with what is wrong in the whole catalogue. */
  readonly onReload: (problems: readonly LessonProblem[]) => void;
}

export interface RunningPreview {
  /** The pupils' page, in a class with this lesson; joins by itself. */
  readonly address: string;
  readonly server: RunningServer;
  stop(): Promise<void>;
}

/** Starts a server of its own with a class for one lesson, and reads the lessons anew with each change of their files. */
export async function startPreview(options: PreviewOptions): Promise<RunningPreview> {
  const { catalog, lessonId, port, onReload } = options;
  const dataDir = await mkdtemp(join(tmpdir(), 'steckbrett-preview-'));
  const server = await startServer({
    config: readConfig({
      PORT: String(port),
      MQTT_PORT: '0',
      HOST: '127.0.0.1',
      DATA_DIR: dataDir,
      LESSONS_DIR: catalog,
    }),
    logger: pino({ level: 'silent' }),
    kind: 'real',
  });
  const code = await beginClass(server, lessonId);
  const stopWatching = watchCatalog(catalog, () => onReload(server.reloadLessons()));
  return {
    address: `${server.url}/?code=${code}&name=Preview`,
    server,
    async stop() {
      stopWatching();
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Makes an account that nobody else knows, and begins the class. @returns its code. */
async function beginClass(server: RunningServer, lessonId: string): Promise<string> {
  const client = new ApiClient(server.url);
  const person = { email: 'preview@steckbrett.example', password: randomBytes(18).toString('base64url') };
  const token = new URL(server.setupUrl ?? '').pathname.split('/').at(-1) ?? '';
  await client.call('acceptInvitation', { token }, { name: 'Preview', ...person });
  await client.signIn(person.email, person.password);
  return (await client.call('startClass', {}, { lessonId, name: 'Preview' })).code;
}
