import type { Classroom } from '../classroom/interface.ts';
import type { ActiveSeat } from '../classroom/roster.ts';
import type { pupilRequests, teacherRequests } from './contract/live.ts';
import type { Looking } from './looking.ts';
import type { RequestHandlers } from './requests.ts';
import type { SeatBroadcast } from './seat-broadcast.ts';

type PupilLooking = Pick<typeof pupilRequests, 'looking:answer'>;
type TeacherLooking = Pick<typeof teacherRequests, 'class:work' | 'seat:follow'>;

/** What answering for a pupil needs. */
export interface PupilLookingNeeds {
  readonly looking: Pick<Looking, 'answer'>;
  /** Where they sit now. @throws ProblemError when they are in no active class any more. */
  readonly mySeat: () => ActiveSeat;
}

/** Answers for a pupil's consent: any pupil of the seat may give and withdraw it. */
export function pupilLookingHandlers({ looking, mySeat }: PupilLookingNeeds): RequestHandlers<PupilLooking> {
  return {
    'looking:answer': async ({ yes }) => {
      looking.answer(mySeat().id, yes);
      return {};
    },
  };
}

/** What answering for a teacher's page needs. */
export interface TeacherLookingNeeds {
  readonly looking: Pick<Looking, 'follow' | 'show'>;
  readonly broadcast: Pick<SeatBroadcast, 'begin'>;
  readonly classroom: Pick<Classroom, 'seat'>;
  /** The socket's id. */
  readonly page: string;
  /** @throws HttpProblem `class-unknown` when it is not theirs. */
  readonly myClass: (classId: string) => { readonly id: string };
}

/** Answers for the small pictures of the work and for following one seat. */
export function teacherLookingHandlers({
  looking,
  broadcast,
  classroom,
  page,
  myClass,
}: TeacherLookingNeeds): RequestHandlers<TeacherLooking> {
  const isIn = (classId: string) => (seatId: string) => classroom.seat(seatId)?.classId === classId;
  return {
    'class:work': async ({ classId, seatIds }) => {
      // A seat that went meanwhile is nothing to complain about, one of another class nothing to tell of.
      const seen = looking.show(page, seatIds.filter(isIn(myClass(classId).id)));
      for (const seatId of seen) broadcast.begin([page], seatId);
      return {};
    },
    'seat:follow': async ({ classId, seatId }) => {
      const { id } = myClass(classId);
      return { consent: looking.follow(page, seatId !== null && isIn(id)(seatId) ? seatId : null) };
    },
  };
}
