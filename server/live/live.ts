import { Server } from 'socket.io';
import type { Accounts } from '../accounts/accounts.ts';
import { fromSameOrigin } from '../api/same-origin.ts';
import type { Classroom } from '../classroom/interface.ts';
import type { ActiveSeat } from '../classroom/roster.ts';
import type { Domain, DomainContext } from '../domain.ts';
import type { Fleet } from '../fleet/interface.ts';
import type { Lending } from '../lending/interface.ts';
import { type AssociationNamespace, serveAssociationPages } from './association-pages.ts';
import { ClassSteering } from './class-steering.ts';
import { LateStops } from './late-stops.ts';
import { Looking } from './looking.ts';
import { PeerPost } from './peer-post.ts';
import { connectionRefused } from './problems.ts';
import { type PupilNamespace, servePupilPages } from './pupil-pages.ts';
import { rooms } from './rooms.ts';
import { SaveNotices } from './save-notices.ts';
import { SeatActivity } from './seat-activity.ts';
import { SeatBroadcast } from './seat-broadcast.ts';
import { SeatCompany } from './seat-company.ts';
import { SessionGuard } from './session-guard.ts';
import { serveTeacherPages, type TeacherNamespace } from './teacher-pages.ts';
import { Traffic } from './traffic.ts';
import { pupilView, Views } from './views.ts';

/** What the live connection needs of other domains. */
export interface LiveNeeds {
  readonly fleet: Fleet;
  readonly classroom: Classroom;
  readonly accounts: Pick<Accounts, 'events'>;
  readonly lending: Pick<Lending, 'events'>;
}

/** The largest message, in bytes: what is over the smaller limits still arrives and gets its clear sentence. */
const maxMessageBytes = 2 * 1024 * 1024;

/** Makes the live connection of pages; see `Domain`. */
export function createLive({ fleet, classroom, accounts, lending }: LiveNeeds): Domain {
  let io: Server | undefined;
  let company: SeatCompany | undefined;
  let broadcast: SeatBroadcast | undefined;
  let guard: SessionGuard | undefined;
  let steering: ClassSteering | undefined;
  let lateStops: LateStops | undefined;
  let saves: SaveNotices | undefined;
  return {
    name: 'live',
    migrations: {},

    async start({ config, httpServer, logger, session }: DomainContext) {
      io = new Server(httpServer, {
        serveClient: false,
        maxHttpBufferSize: maxMessageBytes,
        // The broker's WebSocket is on the same port; other upgrades are not ours to end.
        destroyUpgrade: false,
        // A WebSocket knows no same-origin policy: without this, another site's page could speak in a teacher's name.
        allowRequest: (request, decide) => decide(null, fromSameOrigin(request.headers, config.publicUrl)),
        // A closed laptop shows as away within this time, not within a minute.
        pingInterval: 10_000,
        pingTimeout: 10_000,
      });
      const pupils: PupilNamespace = io.of('/pupil');
      const teachers: TeacherNamespace = io.of('/teacher');
      const association: AssociationNamespace = io.of('/association');
      const activity = new SeatActivity();
      const traffic = new Traffic();
      const peers = new PeerPost({
        classroom,
        fleet,
        activity,
        toPages: (seat, message) => {
          const room = rooms.seat(seat.id);
          if (pupils.adapter.rooms.has(room)) pupils.to(room).emit('peers:message', message);
        },
        now: () => performance.now() / 1000,
      });
      io.engine.on('connection', (connection) => traffic.limitBytes(connection));
      // socket.io has a namespace that nobody asked for, and lets everybody in.
      io.use((_socket, next) => next(new Error('unknown namespace')));
      for (const namespace of [pupils, teachers, association]) {
        namespace.use((socket, next) => {
          void traffic
            .limitRequests(socket)()
            .then((refused) => {
              if (refused) next(connectionRefused(refused));
              else next();
            });
        });
      }
      // Both ways: those at a seat are part of what is shown, and when they change it is shown again.
      company = new SeatCompany({
        classroom,
        activity,
        clock: () => performance.now(),
        changed: (seatId) => {
          const seat = classroom.seat(seatId);
          if (seat) pupils.to(rooms.seat(seatId)).emit('pair:changed', views.pair(seat));
          tellTeacher(seat);
        },
        knocked: (pupilId, knock) => pupils.to(rooms.pupil(pupilId)).emit('knock:changed', knock),
      });
      const holds = new ClassSteering({
        classroom,
        clock: {
          now: () => performance.now(),
          after: (ms, callback) => {
            const timer = setTimeout(callback, ms);
            return () => clearTimeout(timer);
          },
        },
        listener: {
          held: (classId, now) => {
            pupils.to(rooms.class(classId)).emit('steering:changed', now);
            teachers.to(rooms.class(classId)).emit('steering:changed', now);
          },
          noted: (seatId, note) => {
            pupils.to(rooms.seat(seatId)).emit('note:changed', note);
            tellTeacher(classroom.seat(seatId));
          },
          handMoved: (seatId, place) => {
            pupils.to(rooms.seat(seatId)).emit('hand:changed', { place });
            tellTeacher(classroom.seat(seatId));
          },
        },
      });
      steering = holds;
      const late = new LateStops({
        fleet,
        classroom,
        steering: holds,
        clock: () => performance.now(),
        logger,
      });
      lateStops = late;
      const looking = new Looking({
        changed: (seatId, consent) => {
          pupils.to(rooms.seat(seatId)).emit('looking:changed', looking.view(seatId));
          if (consent) tellTeacher(classroom.seat(seatId));
        },
        opened: (seatId, pages) => {
          sends.begin(pages, seatId);
          const { deviceId } = classroom.seat(seatId) ?? {};
          const tail = deviceId ? fleet.traceTail(deviceId) : undefined;
          if (tail) teachers.to([...pages]).emit('seat:trace', { seatId, batch: tail });
        },
      });
      const sends = new SeatBroadcast({
        looking,
        read: (seatId) => classroom.workspace(seatId),
        sendWork: (pages, seatId, { version, blocks }) =>
          pages.length > 0 && teachers.to([...pages]).emit('seat:work', { seatId, version, blocks }),
        sendTrace: (pages, seatId, batch) => teachers.to([...pages]).emit('seat:trace', { seatId, batch }),
        failed: (error) => logger.error({ err: error }, 'a seat’s work could not be read for its teacher'),
      });
      broadcast = sends;
      guard = new SessionGuard({ namespaces: [teachers, association], session, logger });
      guard.start();
      accounts.events.on('signed-out', () => void guard?.check());
      const views = new Views({ fleet, classroom, activity, company, steering: holds, looking });

      const tellTeacher = (seat: ActiveSeat | undefined) => {
        // A seat that all have left keeps their work, but the teacher sees only who is there.
        if (seat && seat.pupils.length > 0)
          teachers.to(rooms.class(seat.classId)).emit('seat:changed', views.seat(seat));
      };
      saves = new SaveNotices((seatId) => tellTeacher(classroom.seat(seatId)));
      servePupilPages({
        namespace: pupils,
        fleet,
        classroom,
        activity,
        company,
        peers,
        looking,
        steering: holds,
        late,
        views,
        traffic,
        logger,
        seatChanged: (seatId) => tellTeacher(classroom.seat(seatId)),
      });
      serveTeacherPages({
        namespace: teachers,
        pupils,
        fleet,
        classroom,
        activity,
        looking,
        steering: holds,
        late,
        broadcast: sends,
        views,
        session,
        traffic,
        logger,
      });
      serveAssociationPages({ namespace: association, lending, session, logger });
      follow({
        fleet,
        classroom,
        pupils,
        teachers,
        activity,
        peers,
        looking,
        broadcast: sends,
        saves,
        views,
        tellTeacher,
      });
    },

    async stop() {
      company?.stop();
      broadcast?.stop();
      guard?.stop();
      steering?.stop();
      lateStops?.close();
      saves?.stop();
      // `io.close()` would close the web server too, which is not ours, and tell the pages not to come back.
      io?.engine.close();
    },
  };
}

/** Passes on to the pages what happens in the fleet and the classroom. */
function follow({
  fleet,
  classroom,
  pupils,
  teachers,
  activity,
  peers,
  looking,
  broadcast,
  saves,
  views,
  tellTeacher,
}: Omit<LiveNeeds, 'accounts' | 'lending'> & {
  readonly pupils: PupilNamespace;
  readonly teachers: TeacherNamespace;
  readonly activity: SeatActivity;
  readonly peers: PeerPost;
  readonly looking: Looking;
  readonly broadcast: SeatBroadcast;
  readonly saves: SaveNotices;
  readonly views: Views;
  readonly tellTeacher: (seat: ActiveSeat | undefined) => void;
}): void {
  fleet.events.on('changed', (device) => {
    const view = device.view();
    const seat = classroom.seatAt(device.id);
    if (seat) pupils.to(rooms.seat(seat.id)).emit('device:state', view);
    for (const { id } of classroom.classesAt(device.schoolId)) {
      teachers.to(rooms.class(id)).emit('device:changed', view);
    }
    tellTeacher(seat);
  });
  fleet.events.on('trace', (device, batch) => {
    const seat = classroom.seatAt(device.id);
    const room = seat && rooms.seat(seat.id);
    if (room && pupils.adapter.rooms.has(room)) pupils.to(room).emit('trace:batch', batch);
    if (seat) broadcast.traced(seat.id, batch);
  });
  fleet.events.on('peers', (device, message) => {
    const seat = classroom.seatAt(device.id);
    if (seat) peers.send(seat, message);
  });
  classroom.events.on('progress-sent', (seat, progress) => {
    pupils.to(rooms.seat(seat.id)).emit('progress:changed', progress);
    tellTeacher(seat);
  });
  classroom.events.on('seat-added', tellTeacher);
  classroom.events.on('workspace-saved', (seat, workspace) => {
    saves.saved(seat.id);
    broadcast.saved(seat.id, workspace);
  });
  classroom.events.on('progress-changed', tellTeacher);
  classroom.events.on('hand-in-changed', (seat) => {
    pupils.to(rooms.seat(seat.id)).emit('hand-in:changed', seat.handIn);
    tellTeacher(seat);
  });
  classroom.events.on('seat-moved', (seat) => {
    const room = pupils.to(rooms.seat(seat.id));
    room.emit('device:state', views.device(seat));
    room.emit('device:confirmed', { confirmed: seat.deviceConfirmed });
    tellTeacher(seat);
  });
  classroom.events.on('turn-changed', (seat) => {
    pupils.to(rooms.seat(seat.id)).emit('turn:changed', views.turn(seat));
    tellTeacher(seat);
  });
  classroom.events.on('pupil-moved', ({ classId, seatId }, from) => {
    for (const id of [from, seatId]) {
      const seat = classroom.seat(id);
      if (!seat || seat.pupils.length === 0) {
        teachers.to(rooms.class(classId)).emit('seat:removed', { seatId: id });
      } else {
        pupils.to(rooms.seat(id)).emit('pair:changed', views.pair(seat));
        tellTeacher(seat);
      }
    }
    looking.askAgain(seatId);
  });
  classroom.events.on('pupil-renamed', (pupil) => {
    pupils.to(rooms.pupil(pupil.id)).emit('pupil:changed', pupilView(pupil));
    const seat = classroom.seat(pupil.seatId);
    if (seat) pupils.to(rooms.seat(seat.id)).emit('pair:changed', views.pair(seat));
    tellTeacher(seat);
  });
  classroom.events.on('pupil-code-renewed', ({ id }, resumeCode) => {
    pupils.to(rooms.pupil(id)).emit('pupil:new-code', { resumeCode });
  });
  classroom.events.on('pupil-removed', ({ id, classId, seatId }, goneSeats) => {
    // Their page comes back by itself and hears why it is refused.
    pupils.in(rooms.pupil(id)).disconnectSockets();
    const seat = classroom.seat(seatId);
    if (!seat || seat.pupils.length === 0) {
      teachers.to(rooms.class(classId)).emit('seat:removed', { seatId });
    } else {
      pupils.to(rooms.seat(seatId)).emit('pair:changed', views.pair(seat));
      tellTeacher(seat);
    }
    for (const gone of goneSeats) {
      activity.forget(gone);
      peers.forget(gone);
      looking.forget(gone);
    }
  });
  classroom.events.on('class-changed', (changed) => {
    pupils.to(rooms.class(changed.id)).emit('class:changed', changed);
    teachers.to(rooms.class(changed.id)).emit('class:changed', changed);
  });
  classroom.events.on('lesson-changed', (classId, lessonId) => {
    pupils.to(rooms.class(classId)).emit('lesson:changed', { lessonId });
  });
  classroom.events.on('class-ended', (ended, seats) => {
    const room = rooms.class(ended.id);
    pupils.to(room).emit('class:changed', ended);
    teachers.to(room).emit('class:changed', ended);
    pupils.in(room).disconnectSockets();
    teachers.in(room).socketsLeave(room);
    for (const seat of seats) {
      activity.forget(seat.id);
      peers.forget(seat.id);
      looking.forget(seat.id);
    }
  });
}
