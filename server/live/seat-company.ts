import type { Classroom } from '../classroom/interface.ts';
import type { ActiveSeat } from '../classroom/roster.ts';
import type { KnockView, PairView } from './contract/live.ts';
import { DriveDesk } from './drive-desk.ts';
import { Knocking } from './knocking.ts';
import type { SeatActivity } from './seat-activity.ts';

/** What those who sit together need. */
export interface SeatCompanyNeeds {
  readonly classroom: Pick<Classroom, 'events' | 'lastSaver' | 'pupil' | 'seat' | 'turns'>;
  readonly activity: Pick<SeatActivity, 'isConnected' | 'isHere'>;
  /** ms on a clock that never goes back. */
  readonly clock: () => number;
  /** What `pair` gives for the seat is another than before. */
  readonly changed: (seatId: string) => void;
  /** A pupil's own knock began or ended. */
  readonly knocked: (pupilId: string, knock: KnockView) => void;
}

/** Who is at a seat together: who is here, who drives, who knocks. Told by the pages that open and close. */
export class SeatCompany {
  readonly drives: DriveDesk;
  readonly knocking: Knocking;
  readonly #needs: SeatCompanyNeeds;

  constructor(needs: SeatCompanyNeeds) {
    const { classroom, clock, changed, knocked } = needs;
    this.#needs = needs;
    this.drives = new DriveDesk({ classroom, clock, changed });
    this.knocking = new Knocking({
      began: (pupilId, seatId) => {
        const seat = classroom.seat(seatId);
        knocked(pupilId, { at: seat ? { id: seatId, nickname: seat.nickname } : null, end: null });
        changed(seatId);
      },
      ended: (pupilId, seatId, end) => {
        knocked(pupilId, { at: null, end });
        changed(seatId);
      },
    });
    classroom.events.on('pupil-removed', ({ id, seatId }, goneSeats) => {
      this.knocking.end(id, 'withdrawn');
      this.drives.happened(seatId, { type: 'left', pupilId: id });
      for (const gone of goneSeats) this.forget(gone);
    });
    classroom.events.on('class-ended', (_, seats) => {
      for (const seat of seats) this.forget(seat.id);
    });
  }

  /** Whether anybody is at the seat now who could answer. */
  readonly someoneAt = (seatId: string): boolean => this.#needs.activity.isConnected(seatId);

  /** A page of a pupil was opened at the seat. */
  opened(seatId: string, pupilId: string): void {
    this.drives.happened(seatId, { type: 'came', pupilId });
    this.#needs.classroom.turns.presence(seatId, true);
    this.#needs.changed(seatId);
  }

  /** A page of a pupil was closed there. */
  closed(seatId: string, pupilId: string): void {
    const { activity, changed, classroom } = this.#needs;
    if (!activity.isHere(seatId, pupilId)) {
      this.drives.happened(seatId, { type: 'went', pupilId });
      if (classroom.pupil(pupilId)?.seatId === seatId) this.knocking.end(pupilId, 'withdrawn');
    }
    if (!activity.isConnected(seatId)) classroom.turns.presence(seatId, false);
    changed(seatId);
  }

  /** A pupil sits somewhere else now; their pages are told apart, by `closed` and `opened`. */
  left(seatId: string, pupilId: string): void {
    this.drives.happened(seatId, { type: 'left', pupilId });
    for (const knocker of this.#needs.classroom.seat(seatId)?.pupils.length ? [] : this.knocking.at(seatId)) {
      this.knocking.end(knocker, 'no');
    }
  }

  /** Who sits at a seat, and how they share it. */
  pair(seat: ActiveSeat): PairView {
    const { activity, classroom } = this.#needs;
    const { driver, wish } = this.drives.view(seat.id);
    const alone = seat.pupils.length === 1 ? seat.pupils[0] : undefined;
    return {
      pupils: seat.pupils.map(({ id, nickname }) => ({
        id,
        nickname,
        connected: activity.isHere(seat.id, id),
      })),
      driver: alone?.id ?? driver,
      wish,
      knocking: this.knocking
        .at(seat.id)
        .map((id) => classroom.pupil(id))
        .filter((pupil) => pupil !== undefined)
        .map(({ id, nickname }) => ({ id, nickname })),
    };
  }

  forget(seatId: string): void {
    this.drives.forget(seatId);
    for (const pupilId of this.knocking.at(seatId)) this.knocking.end(pupilId, 'withdrawn');
  }

  stop(): void {
    this.drives.stop();
    this.knocking.stop();
  }
}
