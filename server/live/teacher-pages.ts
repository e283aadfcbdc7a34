import type { Logger } from 'pino';
import type { DefaultEventsMap, Namespace, Socket } from 'socket.io';
import { ProblemError } from '../../device/contract/problem.ts';
import type { PersonView } from '../api/contract/endpoints.ts';
import type { Classroom } from '../classroom/interface.ts';
import type { SessionLookup } from '../domain.ts';
import type { Fleet } from '../fleet/interface.ts';
import type { ClassSteering } from './class-steering.ts';
import { type ServerToTeacher, type TeacherToServer, teacherRequests } from './contract/live.ts';
import { teacherHandInHandlers } from './hand-in-requests.ts';
import type { LateStops } from './late-stops.ts';
import type { Looking } from './looking.ts';
import { teacherLookingHandlers } from './looking-requests.ts';
import { connectionRefused, signInNeeded } from './problems.ts';
import type { PupilNamespace } from './pupil-pages.ts';
import { answerRequests, type RequestHandlers } from './requests.ts';
import { rooms } from './rooms.ts';
import type { SeatActivity } from './seat-activity.ts';
import type { SeatBroadcast } from './seat-broadcast.ts';
import { teacherSteeringHandlers } from './steering-requests.ts';
import { type Stopped, stopPis } from './stop-all.ts';
import type { Traffic } from './traffic.ts';
import type { Views } from './views.ts';

/** The namespace `/teacher`. */
export type TeacherNamespace = Namespace<
  TeacherToServer,
  ServerToTeacher,
  DefaultEventsMap,
  { person: PersonView }
>;
type TeacherSocket = Socket<TeacherToServer, ServerToTeacher, DefaultEventsMap, { person: PersonView }>;

/** What the teachers' pages work on. */
export interface TeacherPagesNeeds {
  readonly namespace: TeacherNamespace;
  readonly pupils: PupilNamespace;
  readonly fleet: Pick<Fleet, 'device' | 'stopProgram'>;
  readonly classroom: Pick<Classroom, 'classOf' | 'handIns' | 'seat' | 'seatsOf' | 'send'>;
  readonly activity: SeatActivity;
  readonly looking: Looking;
  readonly steering: ClassSteering;
  readonly late: Pick<LateStops, 'owe'>;
  readonly broadcast: SeatBroadcast;
  readonly views: Views;
  readonly session: SessionLookup;
  readonly traffic: Traffic;
  readonly logger: Logger;
}

/** Serves the teachers' pages: who they are by their session's cookie, and their requests. */
export function serveTeacherPages(needs: TeacherPagesNeeds): void {
  const { namespace, looking, session, traffic, logger } = needs;

  namespace.use((socket, next) => {
    session(socket.handshake.headers).then(
      (person) => {
        if (!person) return next(connectionRefused(signInNeeded()));
        socket.data.person = person;
        next();
      },
      (error: unknown) => {
        logger.error({ err: error }, 'a session could not be looked up');
        next(connectionRefused(signInNeeded()));
      },
    );
  });

  namespace.on('connection', (socket) => {
    answerRequests(socket, teacherRequests, teacherHandlers(socket, needs), {
      allow: traffic.limitRequests(socket, 'teacher'),
      logger,
    });
    socket.on('disconnect', () => looking.leave(socket.id));
  });
}

function teacherHandlers(
  socket: TeacherSocket,
  {
    pupils,
    fleet,
    classroom,
    activity,
    looking,
    steering,
    late,
    broadcast,
    views,
    session,
  }: TeacherPagesNeeds,
): RequestHandlers<typeof teacherRequests> {
  const myClass = (classId: string) => classroom.classOf(socket.data.person, classId);
  async function stopAll(classId: string): Promise<Stopped> {
    const seats = classroom.seatsOf(classId);
    const stopping = stopPis(seats, fleet, late);
    const virtual = seats.filter((seat) => activity.runsVirtually(seat.id)).length;
    pupils.to(rooms.class(classId)).emit('class:stop-all', {});
    const { stopped, missing } = await stopping;
    return { stopped: stopped + virtual, missing };
  }
  return {
    ...teacherSteeringHandlers({ steering, classroom, myClass, stopAll }),
    ...teacherLookingHandlers({ looking, broadcast, classroom, page: socket.id, myClass }),
    ...teacherHandInHandlers({ classroom, person: () => socket.data.person }),
    'class:watch': async ({ classId }) => {
      // The socket may be older than a sign-out.
      const person = await session(socket.handshake.headers);
      if (!person) throw new ProblemError(signInNeeded());
      const watched = classroom.classOf(person, classId);
      for (const room of socket.rooms) if (room !== socket.id) socket.leave(room);
      looking.leave(socket.id);
      socket.join(rooms.class(classId));
      return views.class(watched);
    },
    'class:stop-all': async ({ classId }) => {
      return stopAll(myClass(classId).id);
    },
  };
}
