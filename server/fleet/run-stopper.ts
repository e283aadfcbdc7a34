import type { Logger } from 'pino';
import type { DeviceId } from '../../device/contract/topics.ts';
import type { Fleet, FleetDevice } from './interface.ts';

/** Pause before a stop that a Pi did not confirm is sent again, ms; each is twice as long as the one before. */
const firstPause = 1000;
const longestPause = 30_000;

/** What a run stopper needs. */
export interface RunStopperNeeds {
  readonly fleet: Pick<Fleet, 'device' | 'events' | 'stopProgram'>;
  /** Whether what runs on this Pi now should not. */
  readonly isUnwanted: (device: FleetDevice) => boolean;
  /** What is logged when a Pi did not confirm. */
  readonly complaint: string;
  readonly logger: Logger;
}

/**
 * Stops what runs on Pis and should not, as soon as a Pi tells of it, and again until it stands still. A Pi whose line
 * is slow refuses a stop that comes too late, without telling anything new; so one stop is not enough. Each names its
 * run, so that however late it comes, it stops nothing else.
 */
export class RunStopper {
  readonly #needs: RunStopperNeeds;
  /** The run of each Pi that is being stopped, since a Pi may tell of it more than once. */
  readonly #stopping = new Map<DeviceId, string>();
  /** What waits to be tried again; the pauses stay until a stop was confirmed. */
  readonly #retries = new Map<DeviceId, NodeJS.Timeout>();
  readonly #pauses = new Map<DeviceId, number>();
  #closed = false;

  constructor(needs: RunStopperNeeds) {
    this.#needs = needs;
    needs.fleet.events.on('changed', ({ id }) => this.look(id));
  }

  /** Something has changed by which what runs there may be unwanted now. */
  look(deviceId: DeviceId): void {
    const { complaint, fleet, isUnwanted, logger } = this.#needs;
    const device = fleet.device(deviceId);
    const program = device?.view().program;
    if (this.#closed || !device?.online || program?.state !== 'running' || !isUnwanted(device)) return;
    const { runId } = program;
    if (this.#stopping.get(deviceId) === runId) return;
    this.#stopping.set(deviceId, runId);
    const over = () => {
      if (this.#stopping.get(deviceId) === runId) this.#stopping.delete(deviceId);
    };
    const stopped = () => {
      over();
      this.#pauses.delete(deviceId);
    };
    fleet.stopProgram(deviceId, { runId }).then(stopped, (error: unknown) => {
      over();
      if (this.#closed) return;
      logger.warn({ deviceId, err: error }, complaint);
      this.#lookLater(deviceId);
    });
  }

  /** From now on nothing is stopped any more. */
  close(): void {
    this.#closed = true;
    for (const timer of this.#retries.values()) clearTimeout(timer);
  }

  #lookLater(deviceId: DeviceId): void {
    clearTimeout(this.#retries.get(deviceId));
    const pause = this.#pauses.get(deviceId) ?? firstPause;
    this.#pauses.set(deviceId, Math.min(longestPause, pause * 2));
    const timer = setTimeout(() => {
      this.#retries.delete(deviceId);
      this.look(deviceId);
    }, pause);
    timer.unref();
    this.#retries.set(deviceId, timer);
  }
}
