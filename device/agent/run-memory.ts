import { stateKey, type TraceEvent } from '../contract/trace.ts';

/** What must be said again of the newest run after the line was cut: each stack's block, its variables, a pause, its error, its end. */
export interface RunMemory {
  readonly runId: string;
  /** Number of the next batch. */
  sequence: number;
  note(event: TraceEvent): void;
  /** How things stand, stamped with the newest event's time. */
  standing(levels: ReadonlyMap<number, 0 | 1>): TraceEvent[];
}

/** Stacks whose block is repeated at most; a program has rarely more than ten. */
const maxStacks = 60;
/** The same for pulse trains, values and variables. */
const maxStates = 120;

export function createRunMemory(runId: string): RunMemory {
  const blocks = new Map<number, string | null>();
  /** Pulse trains, values and variables, by what they are the state of. */
  const states = new Map<string, TraceEvent>();
  let pause: TraceEvent | undefined;
  let error: TraceEvent | undefined;
  let end: TraceEvent | undefined;
  let at = 0;
  return {
    runId,
    sequence: 0,
    note(event) {
      at = Math.max(at, event.at);
      if (event.kind === 'block') {
        // The newest stacks come last, whatever their number.
        blocks.delete(event.stack);
        blocks.set(event.stack, event.block);
        const oldest = blocks.size > maxStacks ? blocks.keys().next().value : undefined;
        if (oldest !== undefined) blocks.delete(oldest);
      } else if (event.kind === 'pwm' || event.kind === 'value' || event.kind === 'variable') {
        const key = stateKey(event);
        if (key !== undefined && (states.size < maxStates || states.has(key))) states.set(key, event);
      } else if (event.kind === 'paused' || event.kind === 'resumed') pause = event;
      else if (event.kind === 'error') error = event;
      else if (event.kind === 'end') end = event;
    },
    standing(levels) {
      const pins = [...levels].map(([gpio, level]): TraceEvent => ({ at, kind: 'pin', gpio, level }));
      const stacks = [...blocks].map(([stack, block]): TraceEvent => ({ at, kind: 'block', stack, block }));
      const closing = [pause, error, end].flatMap((event) => (event ? [{ ...event, at }] : []));
      const others = [...states.values()].map((event) => ({ ...event, at }));
      return [...pins, ...others, ...stacks, ...closing];
    },
  };
}
