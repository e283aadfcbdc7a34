import type { Logger } from 'pino';
import type { DeviceId } from '../../device/contract/topics.ts';
import type { Classroom } from '../classroom/interface.ts';
import type { ActiveSeat } from '../classroom/roster.ts';
import type { Fleet, FleetDevice } from '../fleet/interface.ts';
import { RunStopper } from '../fleet/run-stopper.ts';
import type { ClassSteering } from './class-steering.ts';

/** For this long a stop that did not reach a Pi is made up for when it is back, ms. Later its pupil may want it to run. */
export const lateStopTime = 2 * 60_000;

/** What late stops need. */
export interface LateStopsNeeds {
  readonly fleet: Pick<Fleet, 'device' | 'events' | 'stopProgram'>;
  readonly classroom: Pick<Classroom, 'seatAt'>;
  readonly steering: Pick<ClassSteering, 'view'>;
  /** ms on a clock that never goes back. */
  readonly clock: () => number;
  readonly logger: Logger;
}

/**
 * Stops what still runs on a Pi that was away when it was told to stop, or that comes back while the class's programs
 * are off, as soon as the Pi tells of it, and again until it stands still.
 */
export class LateStops {
  readonly #needs: LateStopsNeeds;
  /** When each Pi was told without hearing it. */
  readonly #owed = new Map<DeviceId, number>();
  readonly #stopper: RunStopper;

  constructor(needs: LateStopsNeeds) {
    this.#needs = needs;
    this.#stopper = new RunStopper({
      fleet: needs.fleet,
      isUnwanted: (device) => this.#isOwed(device) || this.#isHeld(device),
      complaint: 'a program that should stand still was not stopped',
      logger: needs.logger,
    });
  }

  /** This Pi should stand still, but is away or has not answered. */
  owe(deviceId: DeviceId): void {
    this.#owed.set(deviceId, this.#needs.clock());
    this.#stopper.look(deviceId);
  }

  /** Those of these seats' Pis that are away should stand still. */
  oweAway(seats: readonly Pick<ActiveSeat, 'deviceId'>[]): void {
    for (const { deviceId } of seats) {
      if (deviceId !== null && this.#needs.fleet.device(deviceId)?.online === false) this.owe(deviceId);
    }
  }

  /** Somebody starts a program there: what was owed before no longer counts. */
  started(deviceId: DeviceId): void {
    if (this.#needs.fleet.device(deviceId)?.online) this.#owed.delete(deviceId);
  }

  /** From now on nothing is stopped any more. */
  close(): void {
    this.#stopper.close();
  }

  #isOwed({ id }: FleetDevice): boolean {
    const owedAt = this.#owed.get(id);
    if (owedAt === undefined) return false;
    const owed = this.#needs.clock() - owedAt <= lateStopTime;
    if (!owed) this.#owed.delete(id);
    return owed;
  }

  #isHeld({ id }: FleetDevice): boolean {
    const { classroom, steering } = this.#needs;
    const seat = classroom.seatAt(id);
    return seat !== undefined && steering.view(seat.classId).programsOffMs !== null;
  }
}
