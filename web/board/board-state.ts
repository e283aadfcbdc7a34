import type { PartValue } from '../../device/parts/driver.ts';

/** Levels of pins by GPIO; a pin that is missing is low. */
export type Levels = ReadonlyMap<number, 0 | 1>;

/** A pulse train on an output: pulses a second, and the share of the time that it is high. */
export interface Pulses {
  readonly hertz: number;
  readonly duty: number;
}

/** What the board view shows of a board at one moment. */
export interface BoardState {
  readonly levels: Levels;
  /** The outputs that pulse, by GPIO. */
  readonly pulses: ReadonlyMap<number, Pulses>;
  /** The values that parts told, by part and value: see {@link valueKey}. */
  readonly values: ReadonlyMap<string, PartValue>;
}

/** A board of which nothing was heard yet. */
export const emptyBoardState: BoardState = { levels: new Map(), pulses: new Map(), values: new Map() };

/** The events that change a board's state: those of a trace, and those of a board that no program runs on. */
export type BoardStateEvent =
  | { readonly kind: 'pin'; readonly gpio: number; readonly level: 0 | 1 }
  | { readonly kind: 'pwm'; readonly gpio: number; readonly hertz: number; readonly duty: number }
  | { readonly kind: 'value'; readonly part: string; readonly value: string; readonly is: PartValue };

/** The key of a part's value in {@link BoardState.values}. */
export function valueKey(part: string, value: string): string {
  return `${part} ${value}`;
}

/** The state after some events, in their order; what does not change stays the same object. */
export function afterEvents(state: BoardState, events: readonly BoardStateEvent[]): BoardState {
  if (events.length === 0) return state;
  const has = (kind: BoardStateEvent['kind']) => events.some((event) => event.kind === kind);
  const levels = has('pin') ? new Map(state.levels) : state.levels;
  const pulses = has('pwm') ? new Map(state.pulses) : state.pulses;
  const values = has('value') ? new Map(state.values) : state.values;
  for (const event of events) {
    if (event.kind === 'pin') (levels as Map<number, 0 | 1>).set(event.gpio, event.level);
    else if (event.kind === 'value') {
      (values as Map<string, PartValue>).set(valueKey(event.part, event.value), event.is);
    } else if (event.duty > 0 && event.duty < 1) {
      (pulses as Map<number, Pulses>).set(event.gpio, { hertz: event.hertz, duty: event.duty });
    } else (pulses as Map<number, Pulses>).delete(event.gpio);
  }
  return { levels, pulses, values };
}
