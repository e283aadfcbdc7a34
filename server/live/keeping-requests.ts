import type { Classroom } from '../classroom/interface.ts';
import type { ActiveSeat } from '../classroom/roster.ts';
import type { LessonProgress, pupilRequests } from './contract/live.ts';
import type { RequestHandlers } from './requests.ts';

type KeepingRequests = Pick<typeof pupilRequests, 'history:list' | 'history:get' | 'progress:save'>;

/** What the requests about earlier work need. */
export interface KeepingNeeds {
  readonly classroom: Pick<Classroom, 'history' | 'progress'>;
  /** Where this page's pupil sits now. @throws ProblemError when they sit nowhere any more. */
  readonly mySeat: () => ActiveSeat;
  /** Tells the other pages of the seat. */
  readonly gotOn: (seatId: string, progress: LessonProgress) => void;
  /** ms since 1970. */
  readonly now: () => number;
}

/** Answers for the history of a seat's work, and its progress in the lesson. */
export function keepingHandlers(needs: KeepingNeeds): RequestHandlers<KeepingRequests> {
  const { classroom, mySeat, gotOn, now } = needs;
  return {
    'history:list': async () => {
      const versions = await classroom.history.list(mySeat().id);
      return {
        versions: versions.map(({ savedAt, ...version }) => ({
          ...version,
          savedAgoMs: Math.max(0, Math.round(now() - savedAt)),
        })),
      };
    },
    'history:get': async ({ number }) => ({ blocks: await classroom.history.get(mySeat().id, number) }),
    'progress:save': async (told) => {
      const seatId = mySeat().id;
      const progress = await classroom.progress.add(seatId, told);
      if (progress) gotOn(seatId, progress);
      return {};
    },
  };
}
