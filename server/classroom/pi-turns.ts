import type { Logger } from 'pino';
import { ProblemError } from '../../device/contract/problem.ts';
import type { DeviceId } from '../../device/contract/topics.ts';
import type { Fleet } from '../fleet/interface.ts';
import type { TurnView } from '../live/contract/live.ts';
import type { ClassroomParts } from './classroom-parts.ts';
import { lessonWiring } from './lesson-catalog.ts';
import {
  dequeue,
  emptyQueue,
  enqueue,
  type Grant,
  type PiQueue,
  placeOf,
  type QueueFacts,
  type QueueTimes,
  queueDueAt,
  stepQueue,
  turnEndsAt,
} from './pi-queue.ts';
import { noPis } from './problems-of-turns.ts';
import type { ActiveSeat } from './roster.ts';

/** Pause before a hand-over that failed is tried again, ms. */
const retryPause = 2000;

/** What the turns need. */
export interface PiTurnsNeeds {
  readonly parts: Pick<ClassroomParts, 'events' | 'handOver' | 'lessons' | 'roster' | 'store'>;
  readonly fleet: Pick<Fleet, 'events'>;
  readonly times: QueueTimes;
  /** ms on a clock that never goes back. */
  readonly clock: () => number;
  readonly logger: Logger;
}

/** The queue of a class that is served, and what its seats were told last. */
interface Served {
  queue: PiQueue;
  timer: NodeJS.Timeout | undefined;
  readonly told: Map<string, string>;
}

/** Where a seat stands, in the clock's time instead of spans, so that it stays the same while nothing happens. */
type Standing =
  | { readonly state: 'none'; readonly pis: number; readonly waiting: number }
  | { readonly state: 'waiting'; readonly place: number; readonly comesAt: number | null }
  | { readonly state: 'has'; readonly endsAt: number | null };

/**
 * Serves the queues for the real Pis: carries out what `pi-queue.ts` decides. Nothing of it is stored: after a restart
 * every turn begins anew, and pages that waited queue again when they are connected.
 *
 * Pis are shared by the classes of a school, turns only within a class: a Pi that another class has is theirs until
 * they give it back.
 */
export class PiTurns {
  readonly #needs: PiTurnsNeeds;
  readonly #classes = new Map<string, Served>();
  readonly #here = new Set<string>();
  readonly #wentAt = new Map<string, number>();
  /** Pis on their way to a seat. */
  readonly #handing = new Map<DeviceId, string>();
  readonly #online = new Set<DeviceId>();
  readonly #startedAt: number;
  #stopped = false;

  constructor(needs: PiTurnsNeeds) {
    this.#needs = needs;
    this.#startedAt = needs.clock();
    const { events } = needs.parts;
    needs.fleet.events.on('changed', (device) => {
      if (device.online === this.#online.has(device.id)) return;
      if (device.online) this.#online.add(device.id);
      else this.#online.delete(device.id);
      this.#lookAt(device.schoolId);
    });
    needs.fleet.events.on('moved', (device, from) => {
      this.#lookAt(from);
      this.#lookAt(device.schoolId);
    });
    events.on('seat-added', (seat) => {
      // The page of who has just joined is still on its way; until it comes, they are not away.
      this.#wentAt.set(seat.id, needs.clock());
      this.#lookAtClassOf(seat);
    });
    events.on('seat-moved', (seat) => this.#lookAtClassOf(seat));
    events.on('pupil-moved', ({ classId }, from) => this.#leftBy(classId, from));
    events.on('pupil-removed', ({ classId, seatId }) => this.#leftBy(classId, seatId));
    events.on('class-ended', ({ id }, seats) => {
      clearTimeout(this.#classes.get(id)?.timer);
      this.#classes.delete(id);
      for (const seat of seats) this.#forget(seat.id);
      for (const { deviceId } of seats) if (deviceId !== null) this.#handing.delete(deviceId);
      // Its Pis are free for the school's other classes.
      for (const { schoolId } of needs.parts.roster.classes()) this.#lookAt(schoolId);
    });
  }

  stop(): void {
    this.#stopped = true;
    for (const { timer } of this.#classes.values()) clearTimeout(timer);
  }

  /**
   * Puts a seat in the queue; a free Pi comes at once. Who has one, or waits already, stays as they are.
   *
   * @throws ProblemError `no-pis`.
   */
  queue(seatId: string): void {
    const seat = this.#needs.parts.roster.seat(seatId);
    if (!seat || seat.deviceId !== null || this.#isHandedTo(seatId)) return;
    if (this.#facts(seat.classId).pis.length === 0) throw new ProblemError(noPis());
    const served = this.#served(seat.classId);
    served.queue = enqueue(served.queue, seatId);
    this.#step(seat.classId);
  }

  /** Takes a seat out of the queue; what it has of a Pi is free then. */
  async leave(seatId: string): Promise<void> {
    const { events, handOver, roster, store } = this.#needs.parts;
    const seat = roster.seat(seatId);
    if (!seat) return;
    const served = this.#served(seat.classId);
    served.queue = dequeue(served.queue, seatId);
    for (const [deviceId, to] of this.#handing) if (to === seatId) this.#handing.delete(deviceId);
    const { deviceId } = seat;
    if (deviceId !== null && !this.#handing.has(deviceId)) {
      await handOver.release(deviceId);
      if (roster.seat(seatId)?.deviceId === deviceId && !this.#handing.has(deviceId)) {
        await store.assign(seatId, null);
        roster.assign(seatId, null);
        const moved = roster.seat(seatId);
        if (moved) events.emit('seat-moved', moved);
      }
    }
    this.#lookAtClassOf(seat);
  }

  /** Whether somebody is at a seat, from now on. */
  presence(seatId: string, here: boolean): void {
    if (here === this.#here.has(seatId)) return;
    if (here) this.#here.add(seatId);
    else this.#here.delete(seatId);
    this.#wentAt.set(seatId, this.#needs.clock());
    const seat = this.#needs.parts.roster.seat(seatId);
    if (seat && this.#served(seat.classId).queue.waiting.length > 0) this.#step(seat.classId);
  }

  /** Whether a pupil of a class has the page open. */
  isSomeoneIn(classId: string): boolean {
    return this.#needs.parts.roster.seatsOf(classId).some(({ id }) => this.#here.has(id));
  }

  /** The seat to which a Pi is on its way. */
  goesTo(deviceId: DeviceId): string | undefined {
    return this.#handing.get(deviceId);
  }

  /** Whether a Pi of the class is on and nobody has it. */
  hasFree(classId: string): boolean {
    return this.#facts(classId).pis.some(({ seatId }) => seatId === null);
  }

  view(seat: ActiveSeat): TurnView {
    const now = this.#needs.clock();
    const standing = this.#standing(seat);
    const until = (at: number | null) => (at === null ? null : Math.max(0, Math.ceil(at - now)));
    switch (standing.state) {
      case 'none':
        return standing;
      case 'waiting':
        return { state: 'waiting', place: standing.place, inMs: until(standing.comesAt) };
      case 'has':
        return { state: 'has', leftMs: until(standing.endsAt) };
    }
  }

  /** The seat's place in the queue; null: not in it. */
  place(seat: ActiveSeat): number | null {
    const standing = this.#standing(seat);
    return standing.state === 'waiting' ? standing.place : null;
  }

  #standing(seat: ActiveSeat): Standing {
    const { clock, times } = this.#needs;
    const now = clock();
    const { queue } = this.#served(seat.classId);
    if (seat.deviceId !== null) {
      const to = this.#handing.get(seat.deviceId);
      const goes = to !== undefined && to !== seat.id;
      return { state: 'has', endsAt: goes ? 0 : turnEndsAt(queue, seat.id, times) };
    }
    if (this.#isHandedTo(seat.id)) return { state: 'waiting', place: 1, comesAt: 0 };
    const place = placeOf(queue, seat.id, times, now);
    if (place) return { state: 'waiting', ...place };
    return { state: 'none', pis: this.#facts(seat.classId).pis.length, waiting: queue.waiting.length };
  }

  #facts(classId: string): QueueFacts {
    const { handOver, roster } = this.#needs.parts;
    const schoolId = roster.class(classId)?.schoolId ?? null;
    const pis = handOver
      .online(schoolId)
      .map((deviceId) => ({
        deviceId,
        seatId: this.#handing.get(deviceId) ?? roster.seatAt(deviceId)?.id ?? null,
      }))
      .filter(({ seatId }) => seatId === null || roster.seat(seatId)?.classId === classId);
    return {
      pis,
      awaySince: (seatId) => (this.#here.has(seatId) ? null : (this.#wentAt.get(seatId) ?? this.#startedAt)),
    };
  }

  /** Looks at all classes of a school, first at those that have the fewest Pis. */
  #lookAt(schoolId: string | null): void {
    const { roster } = this.#needs.parts;
    const held = (classId: string) => roster.seatsOf(classId).filter((seat) => seat.deviceId !== null).length;
    const classes = roster.classes().filter((one) => one.schoolId === schoolId);
    for (const { id } of classes.toSorted((a, b) => held(a.id) - held(b.id))) this.#step(id);
  }

  #lookAtClassOf({ classId }: ActiveSeat): void {
    const inClass = this.#needs.parts.roster.class(classId);
    if (inClass) this.#lookAt(inClass.schoolId);
  }

  #step(classId: string): void {
    const { clock, parts, times } = this.#needs;
    if (this.#stopped || !parts.roster.class(classId)) return;
    const served = this.#served(classId);
    const facts = this.#facts(classId);
    const now = clock();
    const known = served.queue.waiting.filter(({ seatId }) => parts.roster.seat(seatId));
    const { queue, grants } = stepQueue({ ...served.queue, waiting: known }, facts, times, now);
    served.queue = queue;
    for (const grant of grants) {
      this.#handing.set(grant.deviceId, grant.to);
      void this.#carryOut(classId, grant);
    }
    clearTimeout(served.timer);
    const due = queueDueAt(queue, this.#facts(classId), times, now);
    if (due !== null) {
      served.timer = setTimeout(() => this.#step(classId), Math.ceil(due - now));
      served.timer.unref();
    }
    this.#tell(classId);
  }

  async #carryOut(classId: string, grant: Grant): Promise<void> {
    const { logger, parts } = this.#needs;
    let given = false;
    try {
      given = await this.#handOver(grant);
    } catch (error) {
      logger.error({ err: error, ...grant }, 'a Pi could not be handed on');
      await new Promise((resolve) => setTimeout(resolve, retryPause).unref());
    }
    // Who left the queue meanwhile has taken this back.
    const wanted = this.#handing.get(grant.deviceId) === grant.to;
    if (wanted) this.#handing.delete(grant.deviceId);
    if (!given && wanted && parts.roster.seat(grant.to)?.deviceId === null) {
      const served = this.#served(classId);
      served.queue = enqueue(served.queue, grant.to, 'first');
    }
    const inClass = parts.roster.class(classId);
    if (inClass) this.#lookAt(inClass.schoolId);
  }

  /** Stops what runs, gives the Pi, wires it. False when things have changed meanwhile, so that nothing was given. */
  async #handOver({ deviceId, from, to }: Grant): Promise<boolean> {
    const { events, handOver, lessons, roster, store } = this.#needs.parts;
    if (from !== null) await handOver.release(deviceId);
    const taker = roster.seat(to);
    const inClass = roster.class(taker?.classId ?? '');
    // The teacher may have given either of them something else while the program was being stopped.
    const still = (roster.seatAt(deviceId)?.id ?? null) === from && this.#handing.get(deviceId) === to;
    if (!taker || taker.pupils.length === 0 || !inClass || taker.deviceId !== null || !still) return false;
    // It may have gone to another school.
    if (handOver.schoolOf(deviceId) !== inClass.schoolId) return false;
    // Whose turn it is goes to that Pi; one that was free is merely any.
    const confirmed = from !== null;
    await store.assign(to, deviceId, confirmed);
    // Somebody may have joined while it was written, and taken the Pi that was free.
    const holder = roster.seatAt(deviceId)?.id ?? to;
    roster.assign(to, deviceId, confirmed);
    for (const id of new Set([holder, to])) {
      const moved = roster.seat(id);
      if (moved) events.emit('seat-moved', moved);
    }
    // The class may have ended while it was written: then the Pi is not theirs to wire, but perhaps another class's.
    if (roster.seatAt(deviceId)?.id === to)
      await handOver.prepare(deviceId, lessonWiring(lessons, roster.lessonOf(to) ?? inClass.lessonId));
    return true;
  }

  /** Tells of each seat that stands elsewhere than before. */
  #tell(classId: string): void {
    const { events, roster } = this.#needs.parts;
    const { told } = this.#served(classId);
    for (const seat of roster.seatsOf(classId)) {
      const standing = JSON.stringify(this.#standing(seat));
      if (told.get(seat.id) === standing) continue;
      told.set(seat.id, standing);
      events.emit('turn-changed', seat);
    }
  }

  /** A pupil has left a seat; who left it empty has given up its Pi and its place. */
  #leftBy(classId: string, seatId: string): void {
    // When all who hear of it have done their part.
    queueMicrotask(() => {
      const inClass = this.#needs.parts.roster.class(classId);
      if (!inClass || this.#stopped) return;
      if (!this.#needs.parts.roster.seat(seatId)?.pupils.length) {
        const served = this.#served(classId);
        served.queue = dequeue(served.queue, seatId);
        this.#forget(seatId);
      }
      this.#lookAt(inClass.schoolId);
    });
  }

  #isHandedTo(seatId: string): boolean {
    return [...this.#handing.values()].includes(seatId);
  }

  #served(classId: string): Served {
    const known = this.#classes.get(classId);
    if (known) return known;
    const served: Served = { queue: emptyQueue, timer: undefined, told: new Map() };
    this.#classes.set(classId, served);
    return served;
  }

  #forget(seatId: string): void {
    this.#here.delete(seatId);
    this.#wentAt.delete(seatId);
  }
}
