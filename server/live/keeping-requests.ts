import type { Classroom } from '../classroom/interface.ts';
import type { ActiveSeat } from '../classroom/roster.ts';
import type { LessonProgress, pupilRequests } from './contract/live.ts';
import type { RequestHandlers } from './requests.ts';

type KeepingRequests = Pick<typeof pupilRequests, 'history:list' | 'history:get' | 'progress:save'>;

/** What the requests about earlier work need. */
export interface KeepingNeeds {
  readonly classroom: Pick<Classroom, 'addProgress' | 'history'>;
  /** Where this page's pupil sits now. @throws ProblemError when they sit nowhere any more. */
  readonly mySeat: () => ActiveSeat;
  /** Tells the other pages of the seat. */
  readonly gotOn: (seatId: string, progress: LessonProgress) => void;
}

/** Answers for the history of a seat's work, and its progress in the lesson. */
export function keepingHandlers({
  classroom,
  mySeat,
  gotOn,
}: KeepingNeeds): RequestHandlers<KeepingRequests> {
  return {
    'history:list': async () => ({ versions: await classroom.history.list(mySeat().id) }),
    'history:get': async ({ number }) => ({ blocks: await classroom.history.get(mySeat().id, number) }),
    'progress:save': async (told) => {
      const { id: seatId } = mySeat();
      const progress = await classroom.addProgress(seatId, told);
      if (progress) gotOn(seatId, progress);
      return {};
    },
  };
}
