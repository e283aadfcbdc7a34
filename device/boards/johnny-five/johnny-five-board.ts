import type { Wiring } from '../../contract/wiring.ts';
import type { Buses } from '../../parts/buses.ts';
import { checkWiring } from '../../parts/check-wiring.ts';
import type { PartDriver, PartValue } from '../../parts/driver.ts';
import { pinsOf, safeLevelsOf } from '../../parts/part.ts';
import { ValueChanges } from '../../parts/value-changes.ts';
import { commandPart, readPart, type WiredDriver } from '../../parts/wired-parts.ts';
import type { Clock } from '../../program/clock.ts';
import type { Board, BoardEvent, BoardInfo } from '../board.ts';
import type { LineSetting } from './digital-lines.ts';
import type { IoPlugin } from './io-plugin.ts';
import { type FiveBoard, openFiveBoard } from './open-five-board.ts';

export interface JohnnyFiveBoardOptions {
  readonly io: IoPlugin;
  /** Which IO plugin it is, and on what. */
  readonly info: Pick<BoardInfo, 'io' | 'model' | 'warning'>;
  readonly buses: Buses;
  readonly clock: Clock;
  /** A part could not be made safe, because its pin failed. */
  readonly onFailure: (error: unknown) => void;
}

/** A board whose parts are johnny-five's own classes, over an IO plugin. Loads johnny-five when first called. */
export async function createJohnnyFiveBoard(options: JohnnyFiveBoardOptions): Promise<Board> {
  return new JohnnyFiveBoard(options, await openFiveBoard(options.io));
}

const nothingWired: Wiring = { parts: [] };

class JohnnyFiveBoard implements Board {
  readonly info: BoardInfo;
  readonly #io: IoPlugin;
  readonly #five: FiveBoard;
  readonly #buses: Buses;
  readonly #clock: Clock;
  readonly #changes: ValueChanges;
  readonly #onFailure: (error: unknown) => void;
  readonly #listeners = new Set<(event: BoardEvent) => void>();
  #parts = new Map<string, WiredDriver>();
  #wiring = nothingWired;

  constructor({ io, info, buses, clock, onFailure }: JohnnyFiveBoardOptions, five: FiveBoard) {
    this.#buses = buses;
    this.#clock = clock;
    this.#changes = new ValueChanges(clock, (part, value, is) =>
      this.#tell({ kind: 'value', part, value, is }),
    );
    this.#io = io;
    this.info = { kind: 'johnny-five', ...info };
    this.#onFailure = onFailure;
    this.#five = five;
    io.onLevel((gpio, level) => this.#tell({ kind: 'pin', gpio, level }));
    io.onPulses((gpio, pulses) => this.#tell({ kind: 'pwm', gpio, ...pulses }));
  }

  get wiring(): Wiring {
    return this.#wiring;
  }

  async setUp(wiring: Wiring): Promise<void> {
    const checked = checkWiring(wiring);
    await this.#release();
    const settings = checked.flatMap(({ wired, definition, options }) => {
      const safe = safeLevelsOf(definition, options);
      return Object.entries(pinsOf(definition, options)).map(
        ([name, setting]): LineSetting => ({ ...setting, gpio: wired.pins[name]!, safe: safe[name] }),
      );
    });
    try {
      await this.#io.claim(settings);
      for (const { wired, definition, options } of checked) {
        const driver = definition.johnnyFive({
          five: this.#five.module,
          board: this.#five.board,
          pins: wired.pins,
          options,
          buses: this.#buses,
          clock: this.#clock,
          pulse: (pin, pulses) => this.#io.pulse(wired.pins[pin]!, pulses),
          emit: (event) => this.#tell({ kind: 'event', part: wired.id, event }),
          changed: (value) => this.#changed(wired.id, value),
          failed: this.#onFailure,
        });
        this.#parts.set(wired.id, { definition, driver });
      }
    } catch (error) {
      await this.#release();
      throw error;
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
    return this.#io.levels();
  }

  makeSafe(): void {
    const parts = [...this.#parts.values()];
    // Pins first: a bus that hangs must not keep a motor running.
    this.#each(parts.filter(isOnPins), (driver) => driver.makeSafe());
    this.#each(
      parts.filter((part) => !isOnPins(part)),
      (driver) => driver.makeSafe(),
    );
    this.#changes.settle();
  }

  async close(): Promise<void> {
    await this.#release();
    await this.#io.close();
  }

  async #release(): Promise<void> {
    this.makeSafe();
    this.#each(this.#parts.values(), (driver) => driver.close());
    this.#parts = new Map();
    this.#changes.forget();
    this.#wiring = nothingWired;
    this.#five.forgetParts();
    await this.#io.release();
  }

  /** One part that fails must not leave the others on, nor their pins taken. */
  #each(parts: Iterable<WiredDriver>, act: (driver: PartDriver) => void): void {
    for (const { driver } of parts) {
      try {
        act(driver);
      } catch (error) {
        this.#onFailure(error);
      }
    }
  }

  #changed(part: string, value: string): void {
    if (this.#parts.has(part)) this.#changes.changed(part, value, () => this.read(part, value));
  }

  #tell(event: BoardEvent): void {
    for (const listener of [...this.#listeners]) listener(event);
  }
}

function isOnPins({ definition }: WiredDriver): boolean {
  return Object.keys(definition.pins).length > 0;
}
