import { ProblemError } from '../../contract/problem.ts';
import type { Level } from '../../parts/driver.ts';
import type { Clock } from '../../program/clock.ts';
import type { LineSetting } from '../johnny-five/digital-lines.ts';
import { watchEdges } from './edge-watch.ts';
import type { Libc } from './libc.ts';
import { LineGroup } from './line-group.ts';
import { inputRequest } from './line-requests.ts';
import { SteadyInputs } from './steady-inputs.ts';

/** Hears an edge; `at` is the kernel's monotonic time in µs. */
export type EdgeListener = (gpio: number, level: Level, at: number) => void;

export interface InputClaim {
  readonly libc: Libc;
  readonly chipFd: number;
  readonly settings: readonly LineSetting[];
  readonly clock: Clock;
  readonly onEdge: EdgeListener;
  /** The kernel took the lines away. */
  readonly onFailure: (error: unknown) => void;
}

/** The claimed inputs, whose edges one thread hears. */
export class WatchedInputs {
  readonly #lines: LineGroup;
  readonly #steady: SteadyInputs;
  readonly #stop: () => Promise<void>;
  #open = true;

  private constructor(lines: LineGroup, steady: SteadyInputs, { libc, onEdge, onFailure }: InputClaim) {
    this.#lines = lines;
    this.#steady = steady;
    this.#stop = watchEdges(
      libc,
      lines.fd,
      ({ offset, level, timestampNs }) => {
        if (this.#open)
          steady.edge(offset, level, Number(timestampNs) / 1000, (l, at) => onEdge(offset, l, at));
      },
      onFailure,
    );
  }

  /**
   * Takes the inputs among the settings; `undefined` when there are none. Contacts are debounced by the kernel;
   * where it refuses to, by {@link SteadyInputs}.
   *
   * @throws ProblemError `pin-in-use` or `gpio-failed`.
   */
  static claim(claim: InputClaim): WatchedInputs | undefined {
    const { libc, chipFd, settings, clock } = claim;
    const request = inputRequest(settings);
    if (!request) return undefined;
    const bare = inputRequest(settings, 'none')!;
    const debounces = request.attributes.length > bare.attributes.length;
    try {
      return new WatchedInputs(
        new LineGroup(libc, chipFd, request),
        new SteadyInputs([], () => 0, clock),
        claim,
      );
    } catch (error) {
      const refused = error instanceof ProblemError && error.problem.code === 'gpio-failed';
      if (!refused || !debounces) throw error;
    }
    const lines = new LineGroup(libc, chipFd, bare);
    return new WatchedInputs(lines, new SteadyInputs(settings, (gpio) => lines.read(gpio), clock), claim);
  }

  has(gpio: number): boolean {
    return this.#lines.has(gpio);
  }

  read(gpio: number): Level {
    return this.#steady.level(gpio) ?? this.#lines.read(gpio);
  }

  /** Tells no edge any more, and gives the lines back. */
  async close(): Promise<void> {
    this.#open = false;
    this.#steady.close();
    // The descriptor must stay open until its thread has stopped waiting for it.
    await this.#stop();
    this.#lines.close();
  }
}
