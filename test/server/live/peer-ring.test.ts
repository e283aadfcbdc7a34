import { describe, expect, it } from 'vitest';
import type { Recipient } from '../../../device/contract/peer-message.ts';
import { recipientsOf } from '../../../server/live/peer-ring.ts';

const ring = (ids: string) => [...ids].map((id) => ({ id }));

describe('a ring of seats', () => {
  it.each<[seats: string, sender: string, to: Recipient, gets: string]>([
    ['abc', 'a', 'next', 'b'],
    ['abc', 'c', 'next', 'a'],
    ['abc', 'b', 'previous', 'a'],
    ['abc', 'a', 'previous', 'c'],
    ['abc', 'b', 'all', 'ca'],
    ['ab', 'a', 'next', 'b'],
    ['ab', 'a', 'previous', 'b'],
    ['ab', 'a', 'all', 'b'],
    ['a', 'a', 'next', 'a'],
    ['a', 'a', 'previous', 'a'],
    ['a', 'a', 'all', 'a'],
    ['abc', 'x', 'all', ''],
    ['', 'x', 'next', ''],
  ])('%s: what %s sends to %s goes to "%s"', (seats, sender, to, gets) => {
    expect(recipientsOf(ring(seats), sender, to).map(({ id }) => id)).toEqual([...gets]);
  });
});
