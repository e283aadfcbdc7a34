import { ProblemError } from '../../device/contract/problem.ts';
import type { Classroom } from '../classroom/interface.ts';
import type { ActivePupil, ActiveSeat } from '../classroom/roster.ts';
import type { pupilRequests } from './contract/live.ts';
import type { DriveDesk } from './drive-desk.ts';
import type { Knocking } from './knocking.ts';
import { atOwnSeat, driverOnly, pupilAway, seatFull, seatGone } from './problems.ts';
import type { RequestHandlers } from './requests.ts';

/** Most pupils at one seat: more can't see one screen, and have little to do. */
export const mostAtSeat = 3;

type PairRequests = Pick<
  typeof pupilRequests,
  'pair:seats' | 'pair:knock' | 'pair:answer' | 'pair:part' | 'drive:ask' | 'drive:pass'
>;

/** What the requests of those who work together need. */
export interface PairNeeds {
  readonly classroom: Pick<
    Classroom,
    'movePupil' | 'saveWorkspace' | 'seat' | 'seatsOf' | 'setWorkAside' | 'workspace'
  >;
  readonly drives: DriveDesk;
  readonly knocking: Knocking;
  /** Whether anybody is at a seat now who could answer a knock. */
  readonly someoneAt: (seatId: string) => boolean;
  /** Whose page asks. @throws ProblemError when they are in no active class any more. */
  readonly myself: () => ActivePupil;
  /** Where they sit now. @throws ProblemError as `myself`. */
  readonly mySeat: () => ActiveSeat;
}

/** Answers for sitting together and for passing the drive. */
export function pairHandlers({
  classroom,
  drives,
  knocking,
  someoneAt,
  myself,
  mySeat,
}: PairNeeds): RequestHandlers<PairRequests> {
  /** A seat of the pupil's class with somebody at it. */
  function seatWithRoom(seatId: string): ActiveSeat {
    const seat = classroom.seat(seatId);
    if (!seat || seat.classId !== myself().classId || seat.pupils.length === 0) {
      throw new ProblemError(seatGone());
    }
    if (seat.pupils.length >= mostAtSeat) throw new ProblemError(seatFull(mostAtSeat));
    return seat;
  }

  return {
    'pair:seats': async () => {
      const mine = mySeat();
      const others = classroom
        .seatsOf(mine.classId)
        .filter(({ id, pupils }) => id !== mine.id && pupils.length < mostAtSeat && someoneAt(id));
      return { seats: others.map(({ id, nickname }) => ({ id, nickname })) };
    },
    'pair:knock': async ({ seatId }) => {
      const { id } = myself();
      if (seatId === null || seatId === mySeat().id) knocking.end(id, 'withdrawn');
      else knocking.knock(id, seatWithRoom(seatId).id);
      return {};
    },
    'pair:answer': async ({ pupilId, yes }) => {
      const seat = mySeat();
      // Another one of the seat was faster, or they have gone: there is nothing left to answer.
      if (!knocking.at(seat.id).includes(pupilId)) return {};
      if (!yes) {
        knocking.end(pupilId, 'no');
        return {};
      }
      seatWithRoom(seat.id);
      await classroom.movePupil(pupilId, seat.id);
      knocking.end(pupilId, 'yes');
      return {};
    },
    'pair:part': async () => {
      const { id: pupilId, homeSeatId } = myself();
      const seat = mySeat();
      if (seat.id === homeSeatId) throw new ProblemError(atOwnSeat());
      const { blocks } = await classroom.workspace(seat.id);
      const empty = classroom.seat(homeSeatId)?.pupils.length === 0;
      if (blocks) {
        const copy = { base: 0, blocks, tab: `part-${seat.id}`, pupilId };
        // Who sits at the pupil's seat by now works there; to them it is one more version.
        if (empty) await classroom.saveWorkspace(homeSeatId, { ...copy, force: true });
        else await classroom.setWorkAside(homeSeatId, { ...copy, force: false });
      }
      await classroom.movePupil(pupilId, homeSeatId);
      return {};
    },
    'drive:ask': async () => {
      drives.happened(mySeat().id, { type: 'asked', pupilId: myself().id });
      return {};
    },
    'drive:pass': async ({ pupilId }) => {
      const seat = mySeat();
      const { id } = myself();
      await drives.ready(seat.id);
      if (drives.view(seat.id).driver !== id) throw new ProblemError(driverOnly());
      drives.happened(seat.id, { type: 'passed', by: id, to: pupilId });
      if (drives.view(seat.id).driver !== pupilId) throw new ProblemError(pupilAway());
      return {};
    },
  };
}
