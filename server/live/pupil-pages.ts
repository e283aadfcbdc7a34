import type { Logger } from 'pino';
import type { DefaultEventsMap, Namespace, Socket } from 'socket.io';
import { z } from 'zod';
import { ProblemError } from '../../device/contract/problem.ts';
import type { Classroom } from '../classroom/interface.ts';
import { classEnded, seatTokenInvalid, workspaceConflict } from '../classroom/problems.ts';
import type { ActiveSeat } from '../classroom/roster.ts';
import type { Fleet } from '../fleet/interface.ts';
import { type PupilToServer, pupilRequests, type ServerToPupil } from './contract/live.ts';
import type { PeerPost } from './peer-post.ts';
import { connectionRefused, noDevice, noPost, tooManyMessages } from './problems.ts';
import { answerRequests, type RequestHandlers } from './requests.ts';
import { rooms } from './rooms.ts';
import type { SeatActivity } from './seat-activity.ts';
import type { Traffic } from './traffic.ts';
import type { Views } from './views.ts';

/** The namespace `/pupil`. */
export type PupilNamespace = Namespace<PupilToServer, ServerToPupil, DefaultEventsMap, { seatId: string }>;
type PupilSocket = Socket<PupilToServer, ServerToPupil, DefaultEventsMap, { seatId: string }>;

/** What the pupils' pages work on. */
export interface PupilPagesNeeds {
  readonly namespace: PupilNamespace;
  readonly fleet: Pick<Fleet, 'input' | 'key' | 'run' | 'stopProgram' | 'traceTail'>;
  readonly classroom: Pick<Classroom, 'saveWorkspace' | 'seat' | 'seatByToken' | 'workspace'>;
  readonly activity: SeatActivity;
  readonly peers: Pick<PeerPost, 'send'>;
  readonly views: Views;
  readonly traffic: Traffic;
  readonly logger: Logger;
  /** What a teacher sees of the seat has changed. */
  readonly seatChanged: (seatId: string) => void;
}

const handshakeSchema = z.object({ token: z.string().min(1).max(128) });

/** Serves the pupils' pages: who they are by the seat's token, their state, their requests. */
export function servePupilPages(needs: PupilPagesNeeds): void {
  const { namespace, classroom, activity, traffic, logger } = needs;

  namespace.use((socket, next) => {
    const handshake = handshakeSchema.safeParse(socket.handshake.auth);
    const seat = handshake.success ? classroom.seatByToken(handshake.data.token) : undefined;
    if (!seat) return next(connectionRefused(seatTokenInvalid()));
    socket.data.seatId = seat.id;
    next();
  });

  namespace.on('connection', (socket) => {
    const { seatId } = socket.data;
    answerRequests(socket, pupilRequests, pupilHandlers(socket, needs), {
      allow: traffic.limitRequests(socket),
      logger,
    });
    activity.opened(seatId, socket.id);
    needs.seatChanged(seatId);
    socket.on('disconnect', () => {
      activity.closed(seatId, socket.id);
      needs.seatChanged(seatId);
    });
    sendState(socket, needs).catch((error: unknown) => {
      logger.error({ err: error }, 'a page could not be given its state');
      // The page comes back and asks again; without its state it would show an empty workspace.
      socket.conn.close();
    });
  });
}

/** The whole state, then the stream: the socket enters its rooms in the moment in which the state is told. */
async function sendState(socket: PupilSocket, { classroom, fleet, views }: PupilPagesNeeds): Promise<void> {
  const { seatId } = socket.data;
  let workspace = await classroom.workspace(seatId);
  // A save may have come between reading and telling.
  while ((classroom.seat(seatId)?.savedAt ?? 0) > (workspace.savedAt ?? 0)) {
    workspace = await classroom.workspace(seatId);
  }
  const seat = classroom.seat(seatId);
  const state = views.pupil(seatId, workspace);
  if (!seat || !state) return void socket.disconnect();
  socket.join([rooms.seat(seatId), rooms.class(seat.classId)]);
  socket.emit('seat:state', state);
  const tail = seat.deviceId === null ? undefined : fleet.traceTail(seat.deviceId);
  if (tail) socket.emit('trace:batch', tail);
}

function pupilHandlers(
  socket: PupilSocket,
  { fleet, classroom, activity, peers, seatChanged }: PupilPagesNeeds,
): RequestHandlers<typeof pupilRequests> {
  const { seatId } = socket.data;

  function mySeat(): ActiveSeat {
    const seat = classroom.seat(seatId);
    if (!seat) throw new ProblemError(classEnded());
    return seat;
  }
  function myDevice(): string {
    const { deviceId } = mySeat();
    if (deviceId === null) throw new ProblemError(noDevice());
    return deviceId;
  }

  return {
    'workspace:save': async ({ base, blocks, tab, force = false }) => {
      mySeat();
      const { outcome, workspace } = await classroom.saveWorkspace(seatId, { base, blocks, tab, force });
      if (outcome === 'conflict') {
        socket.emit('workspace:changed', workspace);
        throw new ProblemError(workspaceConflict());
      }
      if (outcome === 'saved') socket.to(rooms.seat(seatId)).emit('workspace:changed', workspace);
      return { version: workspace.version, savedAt: workspace.savedAt ?? 0 };
    },
    // Nothing may stand between Run and the Pi: the seat is known in memory, and the database is not asked.
    'program:run': async ({ source }) => {
      const run = fleet.run(myDevice(), source);
      activity.ranOnPi(seatId);
      return run;
    },
    'program:stop': async () => {
      await fleet.stopProgram(myDevice());
      return {};
    },
    'board:input': async ({ part, input, value }) => {
      await fleet.input(myDevice(), { part, input, value });
      return {};
    },
    'board:key': async ({ key }) => {
      await fleet.key(myDevice(), key);
      return {};
    },
    'peers:send': async (message) => {
      const outcome = peers.send(mySeat(), message);
      if (outcome === 'too-many') throw new ProblemError(tooManyMessages());
      if (outcome === 'no-post') throw new ProblemError(noPost());
      return {};
    },
    'virtual:state': async ({ state, error }) => {
      mySeat();
      activity.virtual(seatId, socket.id, state, error);
      seatChanged(seatId);
      return {};
    },
  };
}
