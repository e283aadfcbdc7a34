import type { Classroom } from '../classroom/interface.ts';
import type { ActiveClass, ActiveSeat } from '../classroom/roster.ts';
import type { ClassSteering } from './class-steering.ts';
import type { pupilRequests, Receivers, teacherRequests } from './contract/live.ts';
import type { Looking } from './looking.ts';
import type { RequestHandlers } from './requests.ts';

type PupilSteering = Pick<typeof pupilRequests, 'hand:raise'>;
type TeacherSteering = Pick<
  typeof teacherRequests,
  'class:hold' | 'class:note' | 'class:send' | 'hand:lower'
>;

/** What answering for a pupil needs. */
export interface PupilSteeringNeeds {
  readonly steering: Pick<ClassSteering, 'hand'>;
  readonly looking: Pick<Looking, 'answer'>;
  /** Where they sit now. @throws ProblemError when they are in no active class any more. */
  readonly mySeat: () => ActiveSeat;
}

/** Answers for a pupil's raised hand. */
export function pupilSteeringHandlers({
  steering,
  looking,
  mySeat,
}: PupilSteeringNeeds): RequestHandlers<PupilSteering> {
  return {
    'hand:raise': async ({ raised }) => {
      const { id, classId } = mySeat();
      steering.hand(classId, id, raised);
      // Who calls for help wants to be looked at.
      if (raised) looking.answer(id, true);
      return {};
    },
  };
}

/** What answering for a teacher's page needs. */
export interface TeacherSteeringNeeds {
  readonly steering: Pick<ClassSteering, 'hand' | 'hold' | 'tell' | 'view'>;
  readonly classroom: Pick<Classroom, 'seat' | 'seatsOf' | 'send'>;
  /** @throws HttpProblem `class-unknown` when it is not theirs. */
  readonly myClass: (classId: string) => ActiveClass;
  /** Stops every program of the class. The orders have left when it returns its promise. */
  readonly stopAll: (classId: string) => Promise<unknown>;
}

/** Answers for what a teacher sends, holds the class to and tells it. */
export function teacherSteeringHandlers({
  steering,
  classroom,
  myClass,
  stopAll,
}: TeacherSteeringNeeds): RequestHandlers<TeacherSteering> {
  /** Those of the class; a seat that went meanwhile is nothing to complain about. */
  function receivers(classId: string, to: Receivers): string[] {
    const ids = classroom.seatsOf(classId).map(({ id }) => id);
    return to === 'all' ? ids : ids.filter((id) => to.includes(id));
  }

  return {
    'class:hold': async ({ classId, what, action }) => {
      const { id } = myClass(classId);
      const before = steering.view(id).programsOffMs;
      const held = steering.hold(id, what, action);
      // After the hold: what a pupil starts from now on is refused, what was started before is stopped. Who wanted
      // "longer" just when it had ended begins a new one, before which programs may have been started.
      const begins = action === 'on' || (action === 'longer' && before === null);
      if (what === 'programs-off' && begins) await stopAll(id);
      return held;
    },
    'class:note': async ({ classId, to, text }) => {
      const { id } = myClass(classId);
      const seatIds = receivers(id, to);
      steering.tell(id, seatIds, text, to === 'all');
      return { seats: seatIds.length };
    },
    'class:send': async ({ classId, to, what }) => ({
      seats: await classroom.send(myClass(classId).id, to, what),
    }),
    'hand:lower': async ({ classId, seatId }) => {
      const { id } = myClass(classId);
      if (classroom.seat(seatId)?.classId === id) steering.hand(id, seatId, false);
      return {};
    },
  };
}
