import { encode } from '../contract/codec.ts';
import { limits } from '../contract/limits.ts';
import { type TraceBatch, type TraceEvent, traceBatchSchema } from '../contract/trace.ts';
import type { Clock } from '../program/clock.ts';
import { createRunMemory, type RunMemory } from './run-memory.ts';
import { createTraceBuffer, type TraceBuffer } from './trace-buffer.ts';

export interface TraceSenderOptions {
  readonly clock: Clock;
  /** Sends one encoded batch; `written` tells that the socket has taken it, until then none follows. */
  readonly publish: (payload: string, written: () => void) => void;
  /** Present level of every wired pin, for the batch after a reconnect. */
  readonly levels: () => ReadonlyMap<number, 0 | 1>;
}

/** Turns the runner's events into `trace` batches. */
export interface TraceSender {
  push(runId: string, events: readonly TraceEvent[]): void;
  /** The line is there: sends what was kept, and how things stand. */
  online(): void;
  /** The line is cut: keeps what fits, drops the rest visibly. */
  offline(): void;
  /** The agent stops: sends what waits without a pause, and no more after that. */
  finish(): void;
}

/** What happens together is told one event after the other, and shall go out in one batch; in µs. */
const gatherUs = 2_000;
/** A `start` waits longer, for what the program does first; in µs. */
const startGatherUs = 10_000;
/** Room in a payload for events; the rest is for what a resync repeats and for the envelope. */
const bufferBytes = 48 * 1024;
/** Runs whose events may wait at the same time; only runs that replace each other within ms come near. */
const maxWaiting = 8;

/**
 * The first event after a quiet time goes out at once, with its companions; then at most one batch per 50 ms. Slow lines hold the next
 * batch back, and the buffer's bounds hold the memory.
 */
export function createTraceSender({ clock, publish, levels }: TraceSenderOptions): TraceSender {
  const intervalUs = limits.traceIntervalMs * 1000;
  const waiting: { memory: RunMemory; buffer: TraceBuffer }[] = [];
  let newest: RunMemory | undefined;
  let isOnline = false;
  let owesResync = false;
  let writing = false;
  let mayGoAt = Number.NEGATIVE_INFINITY;
  let timer: { readonly due: number; readonly cancel: () => void } | undefined;

  const bufferOf = (runId: string): TraceBuffer => {
    const last = waiting.at(-1);
    if (last?.memory.runId === runId) return last.buffer;
    if (newest?.runId !== runId) newest = createRunMemory(runId);
    const buffer = createTraceBuffer({ events: limits.traceBatchEvents, bytes: bufferBytes });
    waiting.push({ memory: newest, buffer });
    if (waiting.length > maxWaiting) waiting.shift();
    return buffer;
  };

  const send = () => {
    timer = undefined;
    if (!isOnline || writing) return;
    const next = waiting.shift();
    const memory = next?.memory ?? (owesResync ? newest : undefined);
    if (!memory) return;
    const events = next?.buffer.take() ?? [];
    const batch: TraceBatch = { runId: memory.runId, sequence: memory.sequence, events };
    const resync = owesResync && memory === newest;
    if (resync) owesResync = false;
    memory.sequence += 1;
    mayGoAt = clock.now() + intervalUs;
    writing = true;
    publish(resync ? encodeResync(batch, memory.standing(levels())) : encode(traceBatchSchema, batch), () => {
      writing = false;
      plan(0);
    });
  };

  /** Sends when the interval allows, but not before `patience` µs; an earlier plan stays. */
  const plan = (patience: number) => {
    if (!isOnline || writing || (waiting.length === 0 && !owesResync)) return;
    const now = clock.now();
    const due = Math.max(mayGoAt, now + patience);
    if (timer && timer.due <= due) return;
    timer?.cancel();
    timer = { due, cancel: clock.after(due - now, send) };
  };

  const offline = () => {
    isOnline = false;
    timer?.cancel();
    timer = undefined;
  };

  return {
    push(runId, events) {
      const buffer = bufferOf(runId);
      for (const event of events) {
        newest?.note(event);
        buffer.push(event);
      }
      plan(events.every((event) => event.kind === 'start') ? startGatherUs : gatherUs);
    },
    online() {
      isOnline = true;
      writing = false;
      owesResync = newest !== undefined;
      plan(0);
    },
    offline,
    finish() {
      while (isOnline && waiting.length > 0) {
        writing = false;
        send();
      }
      offline();
    },
  };
}

/**
 * What stands is repeated as far as it fits beside what is new: a program may show a hundred variables that are long
 * texts, and odd ones have very long block ids, but how it ended is always said.
 */
function encodeResync(batch: TraceBatch, standing: readonly TraceEvent[]): string {
  const withoutVariables = standing.filter(({ kind }) => kind !== 'variable');
  const closing = standing.filter(({ kind }) => kind === 'paused' || kind === 'error' || kind === 'end');
  for (const told of [standing, withoutVariables, closing]) {
    const whole = { ...batch, resync: true, events: [...batch.events, ...told] };
    if (!traceBatchSchema.safeParse(whole).success) continue;
    const payload = encode(traceBatchSchema, whole);
    if (Buffer.byteLength(payload) <= limits.payloadBytes) return payload;
  }
  return encode(traceBatchSchema, batch);
}
