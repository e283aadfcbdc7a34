import type { Wiring } from '../../contract/wiring.ts';
import { checkWiring } from '../../parts/check-wiring.ts';
import type { PartValue } from '../../parts/driver.ts';
import { pinsOf, safeLevelsOf } from '../../parts/part.ts';
import type { SimulatedDriver } from '../../parts/simulated-context.ts';
import { ValueChanges } from '../../parts/value-changes.ts';
import { commandPart, readPart, type WiredDriver } from '../../parts/wired-parts.ts';
import { workInput } from '../../parts/work-input.ts';
import type { Clock } from '../../program/clock.ts';
import { seededRandom } from '../../program/seeded-random.ts';
import type { Board, BoardEvent, BoardInfo, SimulatedInputs } from '../board.ts';
import { SimulatedHeader } from './simulated-header.ts';

export interface SimulatedBoardOptions {
  readonly clock: Clock;
  /** What `info.model` says; "Simulated Raspberry Pi" unless told. */
  readonly model?: string;
  /** Of the noise of its sensors; 1 unless given. */
  readonly seed?: number;
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
  readonly #header = new SimulatedHeader({
    level: (gpio, level) => this.#tell({ kind: 'pin', gpio, level }),
    pulses: (gpio, pulses) => this.#tell({ kind: 'pwm', gpio, ...pulses }),
  });
  readonly #seed: number;
  readonly #changes: ValueChanges;
  #parts = new Map<string, WiredDriver<SimulatedDriver>>();
  #wiring = nothingWired;

  constructor({ clock, model = 'Simulated Raspberry Pi', seed = 1 }: SimulatedBoardOptions) {
    this.#clock = clock;
    this.#seed = seed;
    this.#changes = new ValueChanges(clock, (part, value, is) =>
      this.#tell({ kind: 'value', part, value, is }),
    );
    this.info = { kind: 'simulated', io: 'none', model };
  }

  get wiring(): Wiring {
    return this.#wiring;
  }

  async setUp(wiring: Wiring): Promise<void> {
    const checked = checkWiring(wiring);
    this.#release();
    const random = seededRandom(this.#seed);
    for (const { wired, definition, options } of checked) {
      const driver = definition.simulated({
        clock: this.#clock,
        pins: this.#header.claim(pinsOf(definition, options), wired.pins, safeLevelsOf(definition, options)),
        options,
        random,
        emit: (event) => this.#tell({ kind: 'event', part: wired.id, event }),
        changed: (value) => this.#changed(wired.id, value),
      });
      this.#parts.set(wired.id, { definition, driver });
    }
    this.#wiring = wiring;
  }

  command(part: string, command: string, args: readonly unknown[]): void {
    commandPart(this.#parts, part, command, args);
  }

  read(part: string, value: string): PartValue {
    return readPart(this.#parts, part, value);
  }

  listen(listener: (event: BoardEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  levels(): ReadonlyMap<number, 0 | 1> {
    return this.#header.levels();
  }

  input(part: string, input: string, value?: number): void {
    workInput(this.#parts, part, input, value);
  }

  makeSafe(): void {
    for (const { driver } of this.#parts.values()) driver.makeSafe();
    this.#changes.settle();
  }

  async close(): Promise<void> {
    this.#release();
  }

  #release(): void {
    this.makeSafe();
    for (const { driver } of this.#parts.values()) driver.close();
    this.#parts = new Map();
    this.#changes.forget();
    this.#header.release();
    this.#wiring = nothingWired;
  }

  #changed(part: string, value: string): void {
    // A part may say so while it is being set up; nobody could read it yet, and everybody will.
    if (this.#parts.has(part)) this.#changes.changed(part, value, () => this.read(part, value));
  }

  #tell(event: BoardEvent): void {
    for (const listener of [...this.#listeners]) listener(event);
  }
}
