import { once } from 'node:events';
import { io, type Socket } from 'socket.io-client';
import { ApiClient } from '../../provisioning/api-client.ts';
import type {
  Answer,
  PupilState,
  PupilToServer,
  ServerToPupil,
  ServerToTeacher,
  TeacherToServer,
} from '../../server/live/contract/live.ts';

/** A pupil without a page: a seat and its live connection. */
export interface Pupil {
  readonly token: string;
  readonly socket: Socket<ServerToPupil, PupilToServer>;
  /** As it was when the connection was opened. */
  readonly state: PupilState;
}

/** Takes a seat and connects. @throws ProblemError when the class is unknown or full. */
export async function joinAsPupil(origin: string, code: string, nickname: string): Promise<Pupil> {
  const { token } = await new ApiClient(origin).call('join', {}, { code, nickname });
  return openPupil(origin, token);
}

/** Connects for a seat that exists. @throws ProblemError when the token is refused. */
export async function openPupil(origin: string, token: string): Promise<Pupil> {
  const socket: Socket<ServerToPupil, PupilToServer> = io(`${origin}/pupil`, {
    auth: { token },
    transports: ['websocket'],
    forceNew: true,
  });
  const state = await new Promise<PupilState>((resolve, reject) => {
    socket.once('seat:state', resolve);
    socket.once('connect_error', reject);
  });
  return { token, socket, state };
}

/** A signed-in adult's live connection. */
export async function connectTeacher(
  origin: string,
  cookies: string,
): Promise<Socket<ServerToTeacher, TeacherToServer>> {
  const socket: Socket<ServerToTeacher, TeacherToServer> = io(`${origin}/teacher`, {
    extraHeaders: { cookie: cookies },
    transports: ['websocket'],
    forceNew: true,
  });
  await once(socket as unknown as NodeJS.EventEmitter, 'connect');
  return socket;
}

/** The result of an answer. @throws Error with the problem's English sentence. */
export function resultOf<Result>(answer: Answer<Result>): Result {
  if (!answer.ok) throw new Error(`${answer.problem.code}: ${answer.problem.message.en}`);
  return answer.result;
}
