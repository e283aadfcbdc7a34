import type { Wiring } from '../../../../device/contract/wiring.ts';
import type { VirtualInput } from '../../../../device/program/virtual-time.ts';

/**
 * A program that must do the same on every board. What hands do keeps 100 ms away from what the program does by
 * itself, so that the order of the events is the same in real time, too.
 */
export interface ConformanceProgram {
  /** "a program that …" */
  readonly name: string;
  readonly wiring: Wiring;
  readonly source: string;
  /** What hands and the world do meanwhile; none unless given. */
  readonly inputs?: readonly VirtualInput[];
  /** How long to watch, in µs; a program that still runs then is stopped. */
  readonly duration: number;
}

/** A stack that runs from the start. */
export function start(body: string): string {
  return `$on('start', {}, 'start', function* () { ${body} });`;
}

/** A stack that runs when a part tells an event. */
export function when(part: string, event: string, body: string): string {
  return `$on('event', { part: '${part}', event: '${event}' }, '${part} ${event}', function* () { ${body} });`;
}

/** A time in µs. */
export function seconds(count: number): number {
  return Math.round(count * 1e6);
}
