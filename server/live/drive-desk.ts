import type { Classroom } from '../classroom/interface.ts';
import type { PairView } from './contract/live.ts';
import { type Drive, type DriveEvent, driveDueAt, startDrive, stepDrive } from './drive.ts';

/** What the drives of all seats need. */
export interface DriveDeskNeeds {
  readonly classroom: Pick<Classroom, 'lastSaver' | 'seat'>;
  /** ms on a clock that never goes back. */
  readonly clock: () => number;
  /** Who drives at the seat, or would like to, is another than before. */
  readonly changed: (seatId: string) => void;
}

/** A seat's drive, and what it waits for. */
interface Driven {
  drive: Drive;
  timer: NodeJS.Timeout | undefined;
}

/**
 * Who drives at each seat. Lives with the connections. After a restart whoever saved last is expected back for a
 * moment, so that a pair goes on as it was.
 */
export class DriveDesk {
  readonly #needs: DriveDeskNeeds;
  readonly #seats = new Map<string, Driven>();
  /** Seats whose last driver is being looked up. */
  readonly #beginning = new Map<string, Promise<void>>();

  constructor(needs: DriveDeskNeeds) {
    this.#needs = needs;
  }

  /** Resolved when it is known who drives at the seat. */
  async ready(seatId: string): Promise<void> {
    await this.#beginning.get(seatId);
  }

  /** What has happened at a seat; in order, also while its last driver is being looked up. */
  happened(seatId: string, event: DriveEvent): void {
    const beginning = this.#beginning.get(seatId) ?? this.#begin(seatId, event);
    if (!beginning) {
      this.#step(seatId, event);
      return;
    }
    const then = beginning.then(() => this.#step(seatId, event));
    this.#beginning.set(seatId, then);
    void then.finally(() => {
      if (this.#beginning.get(seatId) === then) this.#beginning.delete(seatId);
    });
  }

  /** Whether a pupil of the seat may change the work. */
  drives(seatId: string, pupilId: string): boolean {
    const driver = this.#seats.get(seatId)?.drive.driver ?? null;
    return driver === null || driver === pupilId;
  }

  view(seatId: string): Pick<PairView, 'driver' | 'wish'> {
    const drive = this.#seats.get(seatId)?.drive;
    const wish = drive?.wish;
    return {
      driver: drive?.driver ?? null,
      wish: wish
        ? {
            pupilId: wish.pupilId,
            takesOverInMs: Math.max(0, Math.ceil(wish.until - this.#needs.clock())),
          }
        : null,
    };
  }

  /** The seat is gone. */
  forget(seatId: string): void {
    clearTimeout(this.#seats.get(seatId)?.timer);
    this.#seats.delete(seatId);
  }

  stop(): void {
    for (const { timer } of this.#seats.values()) clearTimeout(timer);
  }

  /** Looks up who drove before the server began; alone, nobody else could have. */
  #begin(seatId: string, event: DriveEvent): Promise<void> | undefined {
    const seat = this.#needs.classroom.seat(seatId);
    if (event.type !== 'came' || this.#seats.has(seatId) || !seat || seat.pupils.length < 2) return undefined;
    return this.#needs.classroom.lastSaver(seatId).then(
      (pupilId) => {
        const sits = this.#needs.classroom.seat(seatId)?.pupils.some(({ id }) => id === pupilId);
        const drive = startDrive(this.#needs.clock(), sits ? pupilId : null);
        this.#seats.set(seatId, { drive, timer: undefined });
      },
      // Then whoever comes first drives.
      () => undefined,
    );
  }

  #step(seatId: string, event: DriveEvent): void {
    // Pages of a seat that is gone are closed after it; they must not bring it back.
    if (!this.#needs.classroom.seat(seatId)) {
      this.forget(seatId);
      return;
    }
    const now = this.#needs.clock();
    const driven = this.#seats.get(seatId) ?? { drive: startDrive(now), timer: undefined };
    const before = driven.drive;
    driven.drive = stepDrive(before, event, now);
    this.#seats.set(seatId, driven);
    clearTimeout(driven.timer);
    const due = driveDueAt(driven.drive);
    if (due !== null) {
      driven.timer = setTimeout(
        () => this.#step(seatId, { type: 'tick' }),
        Math.max(1, Math.ceil(due - now)),
      );
      driven.timer.unref();
    }
    const { driver, wish } = driven.drive;
    if (driver !== before.driver || wish !== before.wish) this.#needs.changed(seatId);
  }
}
