import { ProblemError, problem } from '../../contract/problem.ts';
import type { Wiring } from '../../contract/wiring.ts';
import { checkWiring } from '../../parts/check-wiring.ts';
import type { SimulatedDriver } from '../../parts/simulated-context.ts';
import { commandPart, readPart, type WiredDriver, wiredPart } from '../../parts/wired-parts.ts';
import type { Clock } from '../../program/clock.ts';
import type { Board, BoardEvent, BoardInfo, SimulatedInputs } from '../board.ts';
import { SimulatedHeader } from './simulated-header.ts';

export interface SimulatedBoardOptions {
  readonly clock: Clock;
  /** What `info.model` says; "Simulated Raspberry Pi" unless told. */
  readonly model?: string;
}

/** A Pi without a Pi, for Node and for the page: same calls and same clock, same events. */
export function createSimulatedBoard(options: SimulatedBoardOptions): Board & SimulatedInputs {
  return new SimulatedBoard(options);
}

const nothingWired: Wiring = { parts: [] };

class SimulatedBoard implements Board, SimulatedInputs {
  readonly info: BoardInfo;
  readonly #clock: Clock;
  readonly #listeners = new Set<(event: BoardEvent) => void>();
  readonly #header = new SimulatedHeader((gpio, level) => this.#tell({ kind: 'pin', gpio, level }));
  #parts = new Map<string, WiredDriver<SimulatedDriver>>();
  #wiring = nothingWired;

  constructor({ clock, model = 'Simulated Raspberry Pi' }: SimulatedBoardOptions) {
    this.#clock = clock;
    this.info = { kind: 'simulated', io: 'none', model };
  }

  get wiring(): Wiring {
    return this.#wiring;
  }

  async setUp(wiring: Wiring): Promise<void> {
    const checked = checkWiring(wiring);
    this.#release();
    for (const { wired, definition } of checked) {
      const driver = definition.simulated({
        clock: this.#clock,
        pins: this.#header.claim(definition.pins, wired.pins),
        emit: (event) => this.#tell({ kind: 'event', part: wired.id, event }),
      });
      this.#parts.set(wired.id, { definition, driver });
    }
    this.#wiring = wiring;
  }

  command(part: string, command: string, args: readonly unknown[]): void {
    commandPart(this.#parts, part, command, args);
  }

  read(part: string, value: string): boolean | number | string {
    return readPart(this.#parts, part, value);
  }

  listen(listener: (event: BoardEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  levels(): ReadonlyMap<number, 0 | 1> {
    return this.#header.levels();
  }

  input(part: string, input: 'press' | 'release'): void {
    const { driver } = wiredPart(this.#parts, part);
    const act = driver.inputs[input];
    if (!act) {
      throw new ProblemError(
        problem(
          'input-unknown',
          `„${part}“ kann man nicht drücken. Nimm einen Taster.`,
          `“${part}” can’t be pressed. Use a button.`,
        ),
      );
    }
    act();
  }

  makeSafe(): void {
    for (const { driver } of this.#parts.values()) driver.makeSafe();
  }

  async close(): Promise<void> {
    this.#release();
  }

  #release(): void {
    this.makeSafe();
    for (const { driver } of this.#parts.values()) driver.close();
    this.#parts = new Map();
    this.#header.release();
    this.#wiring = nothingWired;
  }

  #tell(event: BoardEvent): void {
    for (const listener of [...this.#listeners]) listener(event);
  }
}
