import { io, type Socket } from 'socket.io-client';
import { type Problem, ProblemError, problem } from '../../device/contract/problem.ts';
import type {
  Answer,
  PupilToServer,
  ServerToPupil,
  ServerToTeacher,
  TeacherToServer,
} from '../../server/live/contract/live.ts';

export type PupilSocket = Socket<ServerToPupil, PupilToServer>;
export type TeacherSocket = Socket<ServerToTeacher, TeacherToServer>;

/** Opens a pupil's live connection; it reconnects by itself and falls back to polling. */
export function openPupilSocket(token: string): PupilSocket {
  return io('/pupil', {
    auth: { token },
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    reconnectionDelayMax: 5000,
  });
}

/** Opens an adult's live connection, known by the session's cookie. */
export function openTeacherSocket(): TeacherSocket {
  return io('/teacher', {
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    reconnectionDelayMax: 5000,
  });
}

/** What a socket's `emitWithAck` gives, as a value or a thrown problem. */
export async function answered<Result>(answer: Promise<Answer<Result>>): Promise<Result> {
  const got = await answer.catch(() => undefined);
  if (!got) throw new ProblemError(offline());
  if (!got.ok) throw new ProblemError(got.problem);
  return got.result;
}

function offline(): Problem {
  return problem(
    'no-connection',
    'Gerade keine Verbindung zum Server. Deine Arbeit ist hier gespeichert und wird gleich nachgereicht.',
    'No connection to the server right now. Your work is kept here and will be sent soon.',
  );
}
