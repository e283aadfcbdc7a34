import type { WiredPart, Wiring } from '../../device/contract/wiring.ts';
import { type PartSignal, partEvents, partSignal } from './part-signals.ts';

/** A signal of a wired part. */
export interface FoundSignal {
  readonly part: WiredPart;
  /** The name of the part's value; `on` for the part alone. */
  readonly value: string;
  readonly signal: PartSignal;
}

/** What a signal's name means on this wiring; `undefined` when the part is not wired or has no such value. */
export function findSignal(name: string, wiring: Wiring): FoundSignal | undefined {
  const { part: id, rest: value = 'on' } = split(name);
  const part = wiring.parts.find((one) => one.id === id);
  const signal = part && partSignal(part.type, value);
  return part && signal ? { part, value, signal } : undefined;
}

/** Whether a signal has a value on this wiring: `red`, `weather.temperature`. */
export function knowsSignal(name: string, wiring: Wiring): boolean {
  return findSignal(name, wiring) !== undefined;
}

/** Whether a wired part tells this event: `button.pressed`. */
export function knowsEvent(name: string, wiring: Wiring): boolean {
  const { part: id, rest: event } = split(name);
  const part = wiring.parts.find((one) => one.id === id);
  return part !== undefined && event !== undefined && partEvents(part.type).includes(event);
}

/** `button.pressed` as part and what follows the point. */
export function split(name: string): { part: string; rest: string | undefined } {
  const [part = '', rest] = name.split('.', 2);
  return { part, rest };
}
