import type { Logger } from 'pino';
import type { DeviceId } from '../../device/contract/topics.ts';
import type { Classroom } from '../classroom/interface.ts';
import type { ActiveSeat } from '../classroom/roster.ts';
import type { Fleet, FleetDevice } from '../fleet/interface.ts';
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
 * are off, as soon as the Pi tells of it.
 */
export class LateStops {
  readonly #needs: LateStopsNeeds;
  /** When each Pi was told without hearing it. */
  readonly #owed = new Map<DeviceId, number>();
  /** The run of each Pi that is being stopped, since a Pi may tell of it more than once. */
  readonly #stopping = new Map<DeviceId, string>();

  constructor(needs: LateStopsNeeds) {
    this.#needs = needs;
    needs.fleet.events.on('changed', (device) => this.#look(device));
  }

  /** This Pi should stand still, but is away or has not answered. */
  owe(deviceId: DeviceId): void {
    this.#owed.set(deviceId, this.#needs.clock());
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

  #look(device: FleetDevice): void {
    const { classroom, clock, fleet, logger, steering } = this.#needs;
    const { program } = device.view();
    if (!device.online) return;
    const owedAt = this.#owed.get(device.id);
    const owed = owedAt !== undefined && clock() - owedAt <= lateStopTime;
    if (owedAt !== undefined && !owed) this.#owed.delete(device.id);
    if (program.state !== 'running') return;
    const seat = classroom.seatAt(device.id);
    if (!owed && (!seat || steering.view(seat.classId).programsOffMs === null)) return;
    const { runId } = program;
    if (this.#stopping.get(device.id) === runId) return;
    this.#stopping.set(device.id, runId);
    fleet
      .stopProgram(device.id, { runId })
      .catch((error: unknown) => {
        logger.warn({ deviceId: device.id, err: error }, 'a program that should stand still was not stopped');
      })
      .finally(() => {
        if (this.#stopping.get(device.id) === runId) this.#stopping.delete(device.id);
      });
  }
}
