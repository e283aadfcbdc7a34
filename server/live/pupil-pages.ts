import type { Logger } from 'pino';
import type { DefaultEventsMap, Namespace, Socket } from 'socket.io';
import { z } from 'zod';
import { ProblemError } from '../../device/contract/problem.ts';
import type { Classroom } from '../classroom/interface.ts';
import { classEnded, pupilRemoved, seatTokenInvalid } from '../classroom/problems.ts';
import type { ActivePupil, ActiveSeat } from '../classroom/roster.ts';
import type { Fleet } from '../fleet/interface.ts';
import type { ClassSteering } from './class-steering.ts';
import {
  type PupilToServer,
  pupilRequests,
  type ServerToPupil,
  type WorkspaceView,
} from './contract/live.ts';
import { startRefused } from './contract/steering-problems.ts';
import { pupilHandInHandlers } from './hand-in-requests.ts';
import { keepingHandlers } from './keeping-requests.ts';
import type { LateStops } from './late-stops.ts';
import type { Looking } from './looking.ts';
import { pupilLookingHandlers } from './looking-requests.ts';
import { ownPiHandlers } from './own-pi-requests.ts';
import { pairHandlers } from './pair-requests.ts';
import type { PeerPost } from './peer-post.ts';
import { connectionRefused, noDevice, noPost, tooManyMessages } from './problems.ts';
import { answerRequests, type RequestHandlers } from './requests.ts';
import { rooms } from './rooms.ts';
import { saveHandler } from './save-request.ts';
import type { SeatActivity } from './seat-activity.ts';
import type { SeatCompany } from './seat-company.ts';
import { pupilSteeringHandlers } from './steering-requests.ts';
import type { Traffic } from './traffic.ts';
import type { Views } from './views.ts';

/** The namespace `/pupil`. */
export type PupilNamespace = Namespace<PupilToServer, ServerToPupil, DefaultEventsMap, { pupilId: string }>;
type PupilSocket = Socket<PupilToServer, ServerToPupil, DefaultEventsMap, { pupilId: string }>;

/** What the pupils' pages work on. */
export interface PupilPagesNeeds {
  readonly namespace: PupilNamespace;
  readonly fleet: Pick<Fleet, 'control' | 'input' | 'key' | 'run' | 'stopProgram' | 'traceTail'>;
  readonly classroom: Pick<
    Classroom,
    | 'addProgress'
    | 'class'
    | 'events'
    | 'handIns'
    | 'history'
    | 'lessonOf'
    | 'movePupil'
    | 'ownPi'
    | 'progress'
    | 'pupil'
    | 'pupilByToken'
    | 'saveWorkspace'
    | 'seat'
    | 'seatsOf'
    | 'setWorkAside'
    | 'turns'
    | 'wasRemoved'
    | 'workspace'
  >;
  readonly activity: SeatActivity;
  readonly company: SeatCompany;
  readonly peers: Pick<PeerPost, 'send'>;
  readonly looking: Pick<Looking, 'answer'>;
  readonly steering: ClassSteering;
  readonly late: Pick<LateStops, 'oweAway' | 'started'>;
  readonly views: Views;
  readonly traffic: Traffic;
  readonly logger: Logger;
  /** What a teacher sees of the seat has changed. */
  readonly seatChanged: (seatId: string) => void;
}

const handshakeSchema = z.object({ token: z.string().min(1).max(128) });

/** Serves the pupils' pages: who they are by the pupil's token, their state, their requests. */
export function servePupilPages(needs: PupilPagesNeeds): void {
  const { namespace, classroom, activity, company, traffic, logger } = needs;

  namespace.use((socket, next) => {
    const handshake = handshakeSchema.safeParse(socket.handshake.auth);
    const token = handshake.data?.token ?? '';
    const pupil = classroom.pupilByToken(token);
    if (!pupil) {
      return next(connectionRefused(classroom.wasRemoved(token) ? pupilRemoved() : seatTokenInvalid()));
    }
    socket.data.pupilId = pupil.id;
    next();
  });

  namespace.on('connection', (socket) => {
    const { pupilId } = socket.data;
    answerRequests(socket, pupilRequests, pupilHandlers(socket, needs), {
      allow: traffic.limitRequests(socket),
      logger,
    });
    const seatId = classroom.pupil(pupilId)?.seatId;
    if (seatId !== undefined) {
      activity.opened(seatId, socket.id, pupilId);
      company.opened(seatId, pupilId);
    }
    socket.on('disconnect', () => {
      const left = activity.closed(socket.id);
      if (left !== undefined) company.closed(left, pupilId);
    });
    tellState(socket, needs);
  });

  classroom.events.on('pupil-moved', ({ id, seatId }, from) => {
    for (const page of namespace.adapter.rooms.get(rooms.pupil(id)) ?? []) {
      const socket = namespace.sockets.get(page);
      if (!socket) continue;
      socket.leave(rooms.seat(from));
      activity.closed(page);
      company.closed(from, id);
      activity.opened(seatId, page, id);
      company.opened(seatId, id);
      tellState(socket, needs);
    }
    company.left(from, id);
  });

  classroom.events.on('work-sent', (seat, sent) => {
    const room = rooms.seat(seat.id);
    namespace.to(room).emit('work:sent', sent);
    if (sent.kind !== 'step') needs.late.oweAway([seat]);
    if (sent.kind !== 'lesson') return;
    for (const page of namespace.adapter.rooms.get(room) ?? []) {
      const socket = namespace.sockets.get(page);
      if (socket) tellState(socket, needs);
    }
  });
}

function tellState(socket: PupilSocket, needs: PupilPagesNeeds): void {
  sendState(socket, needs).catch((error: unknown) => {
    needs.logger.error({ err: error }, 'a page could not be given its state');
    // The page comes back and asks again; without its state it would show an empty workspace.
    socket.conn.close();
  });
}

/** The whole state, then the stream: the socket enters its rooms in the moment in which the state is told. */
async function sendState(
  socket: PupilSocket,
  { classroom, company, fleet, views }: PupilPagesNeeds,
): Promise<void> {
  const { pupilId } = socket.data;
  // Before the first wait: a pupil who is moved meanwhile is found by this room.
  socket.join(rooms.pupil(pupilId));
  let seat = mySeat();
  await company.drives.ready(seat?.id ?? '');
  let progress = await classroom.progress.read(seat?.id ?? '', classroom.lessonOf(seat?.id ?? '') ?? '');
  let workspace = await classroom.workspace(seat?.id ?? '');
  // A save, or a move to another seat, may have come between reading and telling.
  for (let now = mySeat(); now && (now.id !== seat?.id || isOlder(workspace, now)); now = mySeat()) {
    if (now.id !== seat?.id)
      progress = await classroom.progress.read(now.id, classroom.lessonOf(now.id) ?? '');
    seat = now;
    workspace = await classroom.workspace(now.id);
  }
  seat = mySeat();
  const state = views.pupil(pupilId, workspace, progress);
  if (!seat || !state) return void socket.disconnect();
  socket.join([rooms.seat(seat.id), rooms.class(seat.classId)]);
  socket.emit('seat:state', state);
  const tail = seat.deviceId === null ? undefined : fleet.traceTail(seat.deviceId);
  if (tail) socket.emit('trace:batch', tail);

  function mySeat(): ActiveSeat | undefined {
    return classroom.seat(classroom.pupil(pupilId)?.seatId ?? '');
  }
}

function isOlder({ savedAt }: WorkspaceView, seat: ActiveSeat): boolean {
  return (savedAt ?? 0) < (seat.savedAt ?? 0);
}

function pupilHandlers(
  socket: PupilSocket,
  { fleet, classroom, activity, company, peers, looking, steering, late, seatChanged }: PupilPagesNeeds,
): RequestHandlers<typeof pupilRequests> {
  const { pupilId } = socket.data;

  function myself(): ActivePupil {
    const pupil = classroom.pupil(pupilId);
    if (!pupil) throw new ProblemError(classEnded());
    return pupil;
  }
  /** Looked up with each request, since pupils move. */
  function mySeat(): ActiveSeat {
    const seat = classroom.seat(myself().seatId);
    if (!seat) throw new ProblemError(classEnded());
    return seat;
  }
  function myDevice(): string {
    const { deviceId } = mySeat();
    if (deviceId === null) throw new ProblemError(noDevice());
    return deviceId;
  }

  return {
    ...keepingHandlers({
      classroom,
      mySeat,
      gotOn: (seatId, progress) => socket.to(rooms.seat(seatId)).emit('progress:changed', progress),
    }),
    ...saveHandler({
      classroom,
      drives: company.drives,
      myself,
      mySeat,
      tellMe: (workspace) => socket.emit('workspace:changed', workspace),
      tellOthers: (seatId, workspace) => socket.to(rooms.seat(seatId)).emit('workspace:changed', workspace),
    }),
    ...pairHandlers({ classroom, ...company, myself, mySeat }),
    ...pupilSteeringHandlers({ steering, looking, mySeat }),
    ...pupilLookingHandlers({ looking, mySeat }),
    ...pupilHandInHandlers({ classroom, mySeat }),
    ...ownPiHandlers({ classroom, mySeat, myDevice }),
    'turn:queue': async () => {
      classroom.turns.queue(mySeat().id);
      return {};
    },
    'turn:leave': async () => {
      await classroom.turns.leave(mySeat().id);
      return {};
    },
    // Nothing may stand between Run and the Pi: the seat is known in memory, and the database is not asked.
    'program:run': async ({ source, begin }) => {
      const refused = startRefused(steering.view(mySeat().classId));
      if (refused) throw new ProblemError(refused);
      const device = myDevice();
      late.started(device);
      const run = fleet.run(device, source, begin);
      activity.ranOnPi(mySeat().id);
      return run;
    },
    'program:control': async ({ control }) => {
      await fleet.control(myDevice(), control);
      return {};
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
      const seatId = mySeat().id;
      activity.virtual(seatId, socket.id, state, error);
      seatChanged(seatId);
      return {};
    },
  };
}
