import type { DeviceId } from '../../device/contract/topics.ts';

/** How long things take in the queue, ms. */
export interface QueueTimes {
  /** A turn is at least this long. */
  readonly turn: number;
  /** The countdown before a Pi is handed on, which begins when the turn has been long enough. */
  readonly notice: number;
  /** A seat whose pages have been closed for this long is not there. */
  readonly away: number;
}

/** A seat's time with a Pi. */
export interface Turn {
  readonly seatId: string;
  readonly deviceId: DeviceId;
  readonly since: number;
  /** Somebody who is there waits for it. */
  readonly wanted: boolean;
  /** When the countdown began; null: it has not. */
  readonly noticeAt: number | null;
}

/** A seat's place in the queue. */
export interface Waiting {
  readonly seatId: string;
  /** A turn went past it while nobody was there; the next one that does costs the place. */
  readonly passedOver: boolean;
}

/** The queue of one class. Times are ms on the injected clock. */
export interface PiQueue {
  readonly turns: readonly Turn[];
  /** The next first. */
  readonly waiting: readonly Waiting[];
}

/** What is so outside of the queue. */
export interface QueueFacts {
  /** The online Pis that the class shares: those of its seats, and those that nobody has. */
  readonly pis: readonly { readonly deviceId: DeviceId; readonly seatId: string | null }[];
  /** Since when nobody is at a seat; null: somebody is. */
  readonly awaySince: (seatId: string) => number | null;
}

/** A Pi that goes to a seat, and from which. */
export interface Grant {
  readonly deviceId: DeviceId;
  readonly from: string | null;
  readonly to: string;
}

/** Nobody has a Pi and nobody waits. */
export const emptyQueue: PiQueue = { turns: [], waiting: [] };

/** Puts a seat at the queue's end, or with `first` at its head. */
export function enqueue(queue: PiQueue, seatId: string, where: 'last' | 'first' = 'last'): PiQueue {
  if (queue.waiting.some((one) => one.seatId === seatId)) return queue;
  const one: Waiting = { seatId, passedOver: false };
  return { ...queue, waiting: where === 'last' ? [...queue.waiting, one] : [one, ...queue.waiting] };
}

/** Takes a seat out of the queue. */
export function dequeue(queue: PiQueue, seatId: string): PiQueue {
  return { ...queue, waiting: queue.waiting.filter((one) => one.seatId !== seatId) };
}

/**
 * One step: who gets a Pi now. The caller carries the grants out, and counts a granted Pi as the new seat's from now on.
 *
 * A Pi that nobody has goes to the first who is there; then those of seats where nobody is. For each who still waits,
 * the turn that began longest ago is counted down, once it has been long enough.
 */
export function stepQueue(
  queue: PiQueue,
  facts: QueueFacts,
  times: QueueTimes,
  now: number,
): { queue: PiQueue; grants: Grant[] } {
  const isAway = (seatId: string) => {
    const since = facts.awaySince(seatId);
    return since !== null && now - since >= times.away;
  };
  const turns = followPis(queue, facts, now);
  let waiting = queue.waiting
    .filter(({ seatId }) => !facts.pis.some((pi) => pi.seatId === seatId))
    .map((one) => (one.passedOver && !isAway(one.seatId) ? { ...one, passedOver: false } : one));
  const grants: Grant[] = [];
  const ended = new Set<Turn>();

  const grant = (deviceId: DeviceId, from: string | null): boolean => {
    const index = waiting.findIndex(({ seatId }) => !isAway(seatId));
    const next = waiting[index];
    if (!next) return false;
    const ahead = waiting.slice(0, index).filter((one) => !one.passedOver);
    waiting = [...ahead.map((one) => ({ ...one, passedOver: true })), ...waiting.slice(index + 1)];
    grants.push({ deviceId, from, to: next.seatId });
    return true;
  };

  for (const pi of facts.pis) if (pi.seatId === null) grant(pi.deviceId, null);
  for (const turn of turns) {
    const over = turn.noticeAt !== null && now - turn.noticeAt >= times.notice;
    if ((over || isAway(turn.seatId)) && grant(turn.deviceId, turn.seatId)) ended.add(turn);
  }
  const going = turns.filter((turn) => !ended.has(turn));
  const wanted = waiting.filter(({ seatId }) => !isAway(seatId)).length;
  const kept = going.map((turn, index): Turn => {
    if (index >= wanted) return { ...turn, wanted: false, noticeAt: null };
    const long = now - turn.since >= times.turn;
    return { ...turn, wanted: true, noticeAt: turn.noticeAt ?? (long ? now : null) };
  });
  const begun = grants.map(({ deviceId, to }) => newTurn(to, deviceId, now));
  return { queue: { turns: [...kept, ...begun], waiting }, grants };
}

/** The turns as the Pis are really held, the oldest first; who has another Pi than before begins anew. */
function followPis(queue: PiQueue, { pis }: QueueFacts, now: number): Turn[] {
  const turns: Turn[] = [];
  for (const { deviceId, seatId } of pis) {
    if (seatId === null) continue;
    const known = queue.turns.find((turn) => turn.seatId === seatId && turn.deviceId === deviceId);
    turns.push(known ?? newTurn(seatId, deviceId, now));
  }
  return turns.toSorted((a, b) => a.since - b.since);
}

function newTurn(seatId: string, deviceId: DeviceId, since: number): Turn {
  return { seatId, deviceId, since, wanted: false, noticeAt: null };
}

/** When the queue wants its next step; null when nobody waits. */
export function queueDueAt(
  { turns, waiting }: PiQueue,
  { awaySince }: QueueFacts,
  times: QueueTimes,
  now: number,
): number | null {
  if (waiting.length === 0) return null;
  const seats = [...turns, ...waiting].map(({ seatId }) => awaySince(seatId));
  const dues = [
    ...turns.map(({ since, noticeAt }) => (noticeAt === null ? since + times.turn : noticeAt + times.notice)),
    ...seats.filter((since) => since !== null).map((since) => since + times.away),
  ].filter((due) => due > now);
  return dues.length > 0 ? Math.min(...dues) : null;
}

/** When a seat's turn ends; null while nobody waits for it. */
export function turnEndsAt({ turns }: PiQueue, seatId: string, times: QueueTimes): number | null {
  const turn = turns.find((one) => one.seatId === seatId);
  return turn?.wanted ? endOf(turn, times, turn.since) : null;
}

/**
 * A seat's place in the queue, from 1, and by when its turn comes if no Pi fails: later never, sooner when others
 * leave. `comesAt` is null when the class has no Pi at all. Undefined when the seat does not wait.
 */
export function placeOf(
  { turns, waiting }: PiQueue,
  seatId: string,
  times: QueueTimes,
  now: number,
): { place: number; comesAt: number | null } | undefined {
  const index = waiting.findIndex((one) => one.seatId === seatId);
  if (index === -1) return undefined;
  const ends = turns.map((turn) => endOf(turn, times, now)).toSorted((a, b) => a - b);
  const end = ends[index % ends.length];
  const rounds = Math.floor(index / ends.length);
  const comesAt = end === undefined ? null : end + rounds * (times.turn + times.notice);
  return { place: index + 1, comesAt };
}

function endOf({ since, noticeAt }: Turn, times: QueueTimes, now: number): number {
  return (noticeAt ?? Math.max(since + times.turn, now)) + times.notice;
}
