import type { Logger } from 'pino';
import { ProblemError } from '../../device/contract/problem.ts';
import type { DeviceId } from '../../device/contract/topics.ts';
import type { Wiring } from '../../device/contract/wiring.ts';
import type { Fleet } from '../fleet/interface.ts';

/** How long a Pi may take to stop a program before the hand-over goes on without it, in ms. */
const stopTimeoutMs = 3000;

/** Gets Pis ready for the next pupil: nothing runs, nothing is left of the last, the lesson's parts are wired. */
export class DeviceHandOver {
  readonly #fleet: Pick<Fleet, 'device' | 'devicesOf' | 'stopProgram' | 'forgetRun' | 'setWiring'>;
  readonly #logger: Logger;
  #missed: (deviceId: DeviceId) => void = () => undefined;

  constructor(
    fleet: Pick<Fleet, 'device' | 'devicesOf' | 'stopProgram' | 'forgetRun' | 'setWiring'>,
    logger: Logger,
  ) {
    this.#fleet = fleet;
    this.#logger = logger;
  }

  /** The ids of the school's Pis that are online, as people count them: pi-2 before pi-10. */
  online(schoolId: string | null): DeviceId[] {
    return this.#fleet
      .devicesOf(schoolId)
      .filter((device) => device.online)
      .toSorted((a, b) => a.name.localeCompare(b.name, 'de', { numeric: true }))
      .map(({ id }) => id);
  }

  /** The school of a Pi: null when it is the association's own, undefined when there is no such Pi. */
  schoolOf(deviceId: DeviceId): string | null | undefined {
    return this.#fleet.device(deviceId)?.schoolId;
  }

  /** The school's Pi with this number on its label. */
  byNumber(schoolId: string | null, number: number): DeviceId | undefined {
    return this.#fleet.devicesOf(schoolId).find((device) => device.number === number)?.id;
  }

  isRunning(deviceId: DeviceId): boolean {
    return this.#fleet.device(deviceId)?.view().program.state === 'running';
  }

  /** Calls back when a Pi has not confirmed that it released its program. */
  onMissed(callback: (deviceId: DeviceId) => void): void {
    this.#missed = callback;
  }

  /** Stops what runs and forgets it. A Pi that does not answer must not keep a class from going on. */
  async release(deviceId: DeviceId): Promise<void> {
    if (this.#fleet.device(deviceId)?.online) {
      await this.#fleet.stopProgram(deviceId, { timeout: stopTimeoutMs }).catch((error: unknown) => {
        if (!(error instanceof ProblemError)) throw error;
        this.#logger.warn({ deviceId, problem: error.problem.code }, 'a Pi did not stop its program');
        this.#missed(deviceId);
      });
    }
    this.#fleet.forgetRun(deviceId);
  }

  /** Gives a Pi another lesson's wiring; its seat keeps it. */
  async rewire(deviceId: DeviceId, wiring: Wiring): Promise<void> {
    await this.#fleet.setWiring(deviceId, wiring);
  }

  /** Gives a Pi that nobody had the lesson's wiring; what still runs on it is a leftover and is stopped, just that. */
  async prepare(deviceId: DeviceId, wiring: Wiring): Promise<void> {
    const program = this.#fleet.device(deviceId)?.view().program;
    this.#fleet.forgetRun(deviceId);
    if (program?.state === 'running') {
      await this.#fleet
        .stopProgram(deviceId, { runId: program.runId, timeout: stopTimeoutMs })
        .catch((error: unknown) => {
          this.#logger.warn({ deviceId, err: error }, 'a leftover program could not be stopped');
        });
    }
    await this.#fleet.setWiring(deviceId, wiring);
  }
}
