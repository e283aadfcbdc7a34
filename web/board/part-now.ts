import type { WiredPart } from '../../device/contract/wiring.ts';
import { type BoardState, valueKey } from './board-state.ts';

/** What one part does now, by the names of its definition. */
export class PartNow {
  readonly #part: WiredPart;
  readonly #state: BoardState;

  constructor(part: WiredPart, state: BoardState) {
    this.#part = part;
    this.#state = state;
  }

  /** Whether a level of this pin was ever told. */
  knows(pin: string): boolean {
    return this.#state.levels.has(this.#part.pins[pin] ?? -1);
  }

  level(pin: string): 0 | 1 {
    return this.#state.levels.get(this.#part.pins[pin] ?? -1) ?? 0;
  }

  /** The share of the time that a pin is high, 0 to 1. */
  duty(pin: string): number {
    const gpio = this.#part.pins[pin] ?? -1;
    return this.level(pin) === 0 ? 0 : (this.#state.pulses.get(gpio)?.duty ?? 1);
  }

  /** Pulses a second; 0 for a plain level. */
  hertz(pin: string): number {
    return this.level(pin) === 0 ? 0 : (this.#state.pulses.get(this.#part.pins[pin] ?? -1)?.hertz ?? 0);
  }

  number(value: string, unknown: number): number {
    const is = this.#state.values.get(valueKey(this.#part.id, value));
    return typeof is === 'number' ? is : unknown;
  }

  text(value: string): string {
    const is = this.#state.values.get(valueKey(this.#part.id, value));
    return typeof is === 'string' ? is : '';
  }

  flag(value: string): boolean {
    return this.#state.values.get(valueKey(this.#part.id, value)) === true;
  }
}
