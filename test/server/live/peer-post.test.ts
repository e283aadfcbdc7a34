import { describe, expect, it } from 'vitest';
import { type ActiveSeat, neverHandedIn } from '../../../server/classroom/roster.ts';
import { PeerPost } from '../../../server/live/peer-post.ts';

const seat = (id: string): ActiveSeat => ({
  id,
  classId: 'class',
  pupils: [],
  nickname: id.toUpperCase(),
  deviceId: null,
  joinedAt: 0,
  savedAt: null,
  deviceConfirmed: false,
  ownLessonId: null,
  progress: null,
  handIn: neverHandedIn,
});
const hi = { to: 'all', name: 'hi' } as const;

/** A class without Pis; `absent` seats have no page open. */
function bench(ids: string, absent = '') {
  const seats = [...ids].map(seat);
  const heard: string[] = [];
  let now = 0;
  const post = new PeerPost({
    classroom: { seatsOf: () => seats, offersBlocks: () => true },
    fleet: { device: () => undefined, peerMessage: () => expect.unreachable('there is no Pi') },
    activity: {
      isConnected: (id) => !absent.includes(id),
      where: () => 'virtual',
      runsVirtually: () => true,
    },
    toPages: ({ id }, { from }) => void heard.push(`${from}>${id}`),
    now: () => now,
  });
  const of = (id: string) => seats.find((one) => one.id === id) as ActiveSeat;
  return {
    heard,
    post,
    wait(seconds: number) {
      now += seconds;
    },
    send: (id: string, to: 'next' | 'previous' | 'all' = 'all') =>
      post.send(of(id), { ...hi, to }) === 'taken',
    count: (id: string) => heard.filter((one) => one.endsWith(id)).length,
  };
}

describe('the post between Pis', () => {
  it('passes over seats at which nobody sits', () => {
    const { heard, send } = bench('abcd', 'bd');
    send('a', 'next');
    send('a', 'previous');
    send('c', 'all');
    expect(heard).toEqual(['A>c', 'A>c', 'C>a']);
  });

  it('brings a message back to who is alone, even among empty seats', () => {
    const { heard, send } = bench('abc', 'bc');
    send('a', 'next');
    expect(heard).toEqual(['A>a']);
  });

  it('takes 30 at once from a seat, then 12 a second; the others may still send', () => {
    const { heard, send, wait } = bench('ab');
    const taken = () => Array.from({ length: 100 }, () => send('a')).filter(Boolean).length;
    expect(taken()).toBe(30);
    wait(1);
    expect(taken()).toBe(12);
    expect(send('b')).toBe(true);
    expect(heard.at(-1)).toBe('B>a');
    wait(60);
    expect(taken()).toBe(30);
  });

  it('brings 40 at once to a seat, then 20 a second, whoever sends', () => {
    const { count, send, wait } = bench('abcdefghij');
    const storm = () => {
      for (let round = 0; round < 10; round += 1) for (const id of 'bcdefghij') send(id, 'all');
    };
    storm();
    expect(count('a')).toBe(40);
    wait(1);
    storm();
    expect(count('a')).toBe(60);
  });

  it('bounds what thirty seats that all answer each other can bring about', () => {
    const ids = 'abcdefghijklmnopqrstuvwxyzäöüß';
    const { heard, send, wait } = bench(ids);
    for (let tenth = 0; tenth < 100; tenth += 1) {
      for (const id of ids) for (let answer = 0; answer < 29; answer += 1) send(id, 'all');
      wait(0.1);
    }
    // Ten seconds: 40 + 20 a second for each of the thirty.
    expect(heard.length).toBeLessThanOrEqual(30 * (40 + 10 * 20));
    expect(heard.length).toBeGreaterThan(30 * 200);
  });

  it('begins anew with a seat that was forgotten', () => {
    const { post, send } = bench('ab');
    for (let count = 0; count < 30; count += 1) send('a');
    expect(send('a')).toBe(false);
    post.forget('a');
    expect(send('a')).toBe(true);
  });
});
