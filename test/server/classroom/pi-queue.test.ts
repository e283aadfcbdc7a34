import { describe, expect, it } from 'vitest';
import {
  dequeue,
  emptyQueue,
  enqueue,
  type Grant,
  type PiQueue,
  placeOf,
  type QueueFacts,
  queueDueAt,
  stepQueue,
  turnEndsAt,
} from '../../../server/classroom/pi-queue.ts';

const s = 1000;
const times = { turn: 300 * s, notice: 60 * s, away: 30 * s };

/** A class in virtual time: Pis that seats have, people who come and go, and a queue that is carried out. */
class Room {
  now = 0;
  queue: PiQueue = emptyQueue;
  readonly granted: (Grant & { at: number })[] = [];
  readonly away = new Map<string, number>();
  readonly holders = new Map<string, string | null>();
  readonly offline = new Set<string>();

  constructor(pis: Record<string, string | null>) {
    for (const [pi, seat] of Object.entries(pis)) this.holders.set(pi, seat);
    this.step();
  }

  get facts(): QueueFacts {
    return {
      pis: [...this.holders]
        .filter(([deviceId]) => !this.offline.has(deviceId))
        .map(([deviceId, seatId]) => ({ deviceId, seatId })),
      awaySince: (seat) => this.away.get(seat) ?? null,
    };
  }

  step(): void {
    const { queue, grants } = stepQueue(this.queue, this.facts, times, this.now);
    this.queue = queue;
    for (const grant of grants) {
      this.holders.set(grant.deviceId, grant.to);
      this.granted.push({ ...grant, at: this.now });
    }
  }

  /** Lets time go by, with a step whenever the queue wants one. */
  pass(ms: number): void {
    const end = this.now + ms;
    for (;;) {
      const due = queueDueAt(this.queue, this.facts, times, this.now);
      if (due === null || due > end) break;
      this.now = due;
      this.step();
    }
    this.now = end;
    this.step();
  }

  join(seat: string): void {
    this.queue = enqueue(this.queue, seat);
    this.step();
  }

  leave(seat: string): void {
    this.queue = dequeue(this.queue, seat);
    const pi = this.piOf(seat);
    if (pi) this.holders.set(pi, null);
    this.step();
  }

  goes(seat: string): void {
    this.away.set(seat, this.now);
  }

  comes(seat: string): void {
    this.away.delete(seat);
    this.step();
  }

  piOf(seat: string): string | undefined {
    return [...this.holders].find(([, holder]) => holder === seat)?.[0];
  }

  place(seat: string) {
    return placeOf(this.queue, seat, times, this.now);
  }

  endsIn(seat: string): number | null {
    const at = turnEndsAt(this.queue, seat, times);
    return at === null ? null : at - this.now;
  }
}

describe('the queue for a Pi', () => {
  it('gives a Pi that nobody has at once', () => {
    const room = new Room({ pi1: 'fox', pi2: null });
    room.join('owl');
    expect(room.granted).toEqual([{ deviceId: 'pi2', from: null, to: 'owl', at: 0 }]);
    expect(room.place('owl')).toBeUndefined();
  });

  it('leaves a Pi to who has it while nobody waits', () => {
    const room = new Room({ pi1: 'fox' });
    room.pass(3600 * s);
    expect(room.endsIn('fox')).toBeNull();
    expect(room.granted).toEqual([]);
  });

  it('counts a turn of five minutes and its last minute down, on both sides', () => {
    const room = new Room({ pi1: 'fox' });
    room.pass(100 * s);
    room.join('owl');
    expect(room.place('owl')).toEqual({ place: 1, comesAt: 360 * s });
    expect(room.endsIn('fox')).toBe(260 * s);
    room.pass(259 * s);
    expect(room.granted).toEqual([]);
    room.pass(s);
    expect(room.granted).toEqual([{ deviceId: 'pi1', from: 'fox', to: 'owl', at: 360 * s }]);
    expect(room.endsIn('owl')).toBeNull();
  });

  it('gives a minute’s notice even when the turn is long over', () => {
    const room = new Room({ pi1: 'fox' });
    room.pass(1000 * s);
    room.join('owl');
    expect(room.endsIn('fox')).toBe(60 * s);
    room.pass(60 * s);
    expect(room.piOf('owl')).toBe('pi1');
  });

  it('takes back the countdown with the wish', () => {
    const room = new Room({ pi1: 'fox' });
    room.pass(1000 * s);
    room.join('owl');
    room.pass(59 * s);
    room.leave('owl');
    expect(room.endsIn('fox')).toBeNull();
    room.join('elk');
    expect(room.endsIn('fox')).toBe(60 * s);
  });

  it('ends the turn that began longest ago', () => {
    const room = new Room({ pi1: 'fox', pi2: null });
    room.pass(10 * s);
    room.join('owl');
    room.pass(1000 * s);
    room.join('elk');
    expect([room.endsIn('fox'), room.endsIn('owl')]).toEqual([60 * s, null]);
    room.join('cat');
    expect([room.endsIn('fox'), room.endsIn('owl')]).toEqual([60 * s, 60 * s]);
  });

  it('hands a Pi on at once that is given back, or at which nobody is', () => {
    const back = new Room({ pi1: 'fox' });
    back.join('owl');
    back.leave('fox');
    expect(back.piOf('owl')).toBe('pi1');

    const gone = new Room({ pi1: 'fox' });
    gone.join('owl');
    gone.goes('fox');
    gone.pass(29 * s);
    expect(gone.piOf('owl')).toBeUndefined();
    gone.pass(s);
    expect(gone.granted).toEqual([{ deviceId: 'pi1', from: 'fox', to: 'owl', at: 30 * s }]);
  });

  it('leaves a Pi to who is away while nobody waits', () => {
    const room = new Room({ pi1: 'fox' });
    room.goes('fox');
    room.pass(3600 * s);
    expect(room.piOf('fox')).toBe('pi1');
  });

  it('passes over who is away, once; the second time costs the place', () => {
    const room = new Room({ pi1: 'fox' });
    room.join('owl');
    room.join('elk');
    room.join('cat');
    room.goes('owl');
    room.pass(360 * s);
    expect(room.piOf('elk')).toBe('pi1');
    expect(room.place('owl')?.place).toBe(1);
    room.pass(360 * s);
    expect(room.piOf('cat')).toBe('pi1');
    expect(room.place('owl')).toBeUndefined();
  });

  it('keeps the place for who comes back', () => {
    const room = new Room({ pi1: 'fox' });
    room.join('owl');
    room.join('elk');
    room.join('cat');
    room.goes('owl');
    room.pass(360 * s);
    room.comes('owl');
    room.pass(360 * s);
    expect(room.piOf('owl')).toBe('pi1');
    expect(room.place('cat')?.place).toBe(1);
  });

  it('does not take a Pi away for somebody who is not there', () => {
    const room = new Room({ pi1: 'fox' });
    room.join('owl');
    room.goes('owl');
    room.pass(3600 * s);
    expect(room.piOf('fox')).toBe('pi1');
    expect(room.endsIn('fox')).toBeNull();
  });

  it('estimates whole rounds for those at the far end', () => {
    const room = new Room({ pi1: 'fox', pi2: 'owl' });
    for (const seat of ['elk', 'cat', 'dog']) room.join(seat);
    expect(room.place('dog')).toEqual({ place: 3, comesAt: 720 * s });
  });

  it('names no time when the class has no Pi', () => {
    const room = new Room({});
    room.join('owl');
    expect(room.place('owl')).toEqual({ place: 1, comesAt: null });
  });

  it('begins a turn anew for who is given another Pi', () => {
    const room = new Room({ pi1: 'fox', pi2: null });
    room.pass(1000 * s);
    room.holders.set('pi1', null);
    room.holders.set('pi2', 'fox');
    room.offline.add('pi1');
    room.join('owl');
    expect(room.endsIn('fox')).toBe(360 * s);
  });

  it('asks again in the same place only once', () => {
    const room = new Room({ pi1: 'fox' });
    room.join('owl');
    room.join('elk');
    room.join('owl');
    expect(room.queue.waiting.map(({ seatId }) => seatId)).toEqual(['owl', 'elk']);
  });
});

describe('in any sequence of events', () => {
  it.each(Array.from({ length: 40 }, (_, seed) => seed))('with seed %i the queue is fair', (seed) => {
    const random = mulberry32(seed + 1);
    const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
    const seats = Array.from({ length: 2 + Math.floor(random() * 9) }, (_, index) => `seat${index}`);
    const pis = Array.from({ length: 1 + Math.floor(random() * 3) }, (_, index) => `pi${index}`);
    const room = new Room(Object.fromEntries(pis.map((pi, index) => [pi, seats[index] ?? null])));
    /** Of seats that have stayed: by when they were promised a Pi. */
    const promised = new Map<string, number>();
    const stable = seed % 2 === 0;

    for (let step = 0; step < 400; step += 1) {
      const seat = pick(seats);
      const event = random();
      if (event < 0.35 && !room.piOf(seat)) room.join(seat);
      else if (event < 0.42) {
        room.leave(seat);
        promised.delete(seat);
      } else if (event < 0.5) {
        room.goes(seat);
        promised.delete(seat);
      } else if (event < 0.6) room.comes(seat);
      else if (event < 0.64 && !stable) {
        const pi = pick(pis);
        if (!room.offline.delete(pi)) room.offline.add(pi);
        room.step();
      } else room.pass(Math.floor(random() * 120 * s));

      const holders = [...room.holders.values()].filter((holder) => holder !== null);
      expect(new Set(holders).size, 'a Pi has one seat, and a seat one Pi').toBe(holders.length);
      for (const { seatId } of room.queue.waiting) {
        if (room.away.has(seatId)) continue;
        const free = [...room.holders].filter(([pi, holder]) => holder === null && !room.offline.has(pi));
        expect(free, 'no Pi lies idle while somebody waits').toEqual([]);
        const comesAt = room.place(seatId)?.comesAt;
        if (!promised.has(seatId) && comesAt != null) promised.set(seatId, comesAt);
      }
      for (const [seatId, by] of promised) {
        if (room.piOf(seatId)) promised.delete(seatId);
        else if (stable) expect(room.now, `${seatId} waits no longer than promised`).toBeLessThanOrEqual(by);
      }
    }
    for (const pi of pis) room.offline.delete(pi);
    room.step();
    const patient = room.queue.waiting.filter(({ seatId }) => !room.away.has(seatId));
    const { now } = room;
    room.pass(seats.length * 3 * (times.turn + times.notice));
    for (const { seatId } of patient) {
      expect(
        room.granted.some(({ to, at }) => to === seatId && at >= now),
        `${seatId} had a turn`,
      ).toBe(true);
    }
  });
});

/** A small generator of numbers from 0 to 1 that are the same each time. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
