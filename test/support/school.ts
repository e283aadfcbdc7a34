import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { io, type Socket } from 'socket.io-client';
import { ProblemError } from '../../device/contract/problem.ts';
import { type RunningServer, startServer } from '../../server/app.ts';
import type {
  Answer,
  PupilState,
  ServerToTeacher,
  TeacherToServer,
} from '../../server/live/contract/live.ts';
import { type Classroom, setUpClassroom } from './classroom.ts';
import { databaseUrlOf, dropDatabaseOf } from './databases.ts';
import { connectTeacher, joinAsPupil, type Pupil } from './pupil.ts';
import { type Script, ScriptedAgent } from './scripted-agent.ts';
import { silentLog } from './silent-log.ts';

/** A real server in this process with a school, a teacher, a running class and some Pis. */
export interface School extends Classroom {
  readonly origin: string;
  readonly dataDir: string;
  /** Connects the Pi of this number, from 1, as an agent that follows a script. */
  connectPi(number: number, options?: { script?: Script; nonce?: string }): Promise<ScriptedAgent>;
  /** Takes a seat in the running class. */
  join(nickname: string): Promise<Pupil>;
  /**
   * Opens one more page of a seat; gives its state. Rejects with the problem when it is refused.
   *
   * @param prepare is called before anything can arrive.
   */
  openPage(token: string, prepare?: (socket: Pupil['socket']) => void): Promise<Pupil>;
  /** The teacher's live connection. */
  teacherPage(): Promise<Socket<ServerToTeacher, TeacherToServer>>;
  /** Ends the server and starts it again on the same data and ports; `meanwhile` happens while it does not run. */
  restart(meanwhile?: () => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

/**
 * @param options `devices`: how many Pis the school has; they are `pi-01`, `pi-02` …; `lessonId`: the running class's
 *   lesson, Blink unless given; `turnSeconds`: how long a turn with a Pi lasts.
 */
export async function openSchool(options: {
  devices: number;
  lessonId?: string;
  turnSeconds?: number;
}): Promise<School> {
  const dataDir = await mkdtemp(join(tmpdir(), 'steckbrett-school-'));
  let server = await start(dataDir, options);
  const sockets = new Set<{ disconnect(): unknown }>();
  const agents = new Set<ScriptedAgent>();
  const classroom = await setUpClassroom(server.url, server.setupUrl ?? '', options);

  return {
    ...classroom,
    dataDir,
    origin: server.url,
    async connectPi(number, options) {
      const config = classroom.configs[number - 1];
      if (!config) throw new Error(`the school has no Pi ${number}`);
      const agent = await ScriptedAgent.connect(
        { ...config, server: `mqtt://127.0.0.1:${server.mqttPort}` },
        options,
      );
      agents.add(agent);
      return agent;
    },
    async join(nickname) {
      const pupil = await joinAsPupil(server.url, classroom.class.code, nickname);
      sockets.add(pupil.socket);
      return pupil;
    },
    async openPage(token, prepare) {
      const socket: Pupil['socket'] = io(`${server.url}/pupil`, {
        auth: { token },
        forceNew: true,
        transports: ['websocket'],
      });
      sockets.add(socket);
      prepare?.(socket);
      const state = await new Promise<PupilState>((resolve, reject) => {
        socket.once('seat:state', resolve);
        socket.once('connect_error', (error) =>
          reject('data' in error ? { ok: false, problem: error.data } : error),
        );
      });
      return { token, socket, state };
    },
    async teacherPage() {
      const socket = await connectTeacher(server.url, classroom.teacher.cookies);
      sockets.add(socket);
      return socket;
    },
    async restart(meanwhile) {
      await server.stop();
      await meanwhile?.();
      server = await start(dataDir, options, server);
    },
    async close() {
      for (const socket of sockets) socket.disconnect();
      await Promise.all([...agents].map((agent) => agent.close()));
      await server.stop();
      await dropDatabaseOf(dataDir);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function start(
  dataDir: string,
  options: { turnSeconds?: number },
  { port, mqttPort }: { port: number; mqttPort: number } = { port: 0, mqttPort: 0 },
): Promise<RunningServer> {
  return startServer({
    config: {
      port,
      mqttPort,
      host: '127.0.0.1',
      dataDir,
      databaseUrl: await databaseUrlOf(dataDir, { migrated: true }),
      publicUrl: null,
      lessonsDir: null,
      turnSeconds: options.turnSeconds ?? 300,
      logLevel: 'silent',
      smtpUrl: null,
      mailFrom: null,
    },
    logger: silentLog,
    kind: 'real',
  });
}

/** The code of the problem with which something was refused. @throws what else went wrong, or that nothing did. */
export async function refusalOf(refused: Promise<unknown>): Promise<string> {
  const outcome = await refused.then(
    (value: unknown) => value,
    (error: unknown) => error,
  );
  if (outcome instanceof ProblemError) return outcome.problem.code;
  if (isRefusal(outcome)) return outcome.problem.code;
  throw outcome instanceof Error ? outcome : new Error(`not refused: ${JSON.stringify(outcome)}`);
}

function isRefusal(outcome: unknown): outcome is Extract<Answer<unknown>, { ok: false }> {
  return typeof outcome === 'object' && outcome !== null && 'ok' in outcome && outcome.ok === false;
}

/** The next event of this name that a page hears and that fits. */
export function heard<
  Events extends Record<string, (event: never) => void>,
  Name extends keyof Events & string,
>(
  socket: Pick<Socket<Events>, 'on' | 'off'>,
  name: Name,
  fits: (event: Parameters<Events[Name]>[0]) => boolean = () => true,
): Promise<Parameters<Events[Name]>[0]> {
  return new Promise((resolve) => {
    const untyped = socket as unknown as Listening;
    const listener = (event: Parameters<Events[Name]>[0]) => {
      if (!fits(event)) return;
      untyped.off(name, listener);
      resolve(event);
    };
    untyped.on(name, listener);
  });
}

/** A socket without its events' types, which TypeScript can't follow through a generic name. */
interface Listening {
  on(name: string, listener: (event: never) => void): void;
  off(name: string, listener: (event: never) => void): void;
}
