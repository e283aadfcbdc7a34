import { describe, expect, it } from 'vitest';
import { elsewhere, networkOf } from '../../../server/fleet/elsewhere.ts';

describe('the network behind an address', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:DB8:0:1:aaaa::1', '2001:db8:0:1::/64'],
    ['2001:db8:0:1::2', '2001:db8:0:1::/64'],
    ['2001:db8::7', '2001:db8:0:0::/64'],
  ])('of %s is %s', (address, network) => expect(networkOf(address)).toBe(network));

  it.each([
    '192.168.1.20',
    '10.1.2.3',
    '172.20.0.1',
    '100.64.3.2',
    '127.0.0.1',
    '::1',
    'fe80::1%eth0',
    'fd00::5',
    'unknown',
    undefined,
  ])('of %s tells nothing', (address) => expect(networkOf(address)).toBeNull());
});

describe('a Pi is elsewhere', () => {
  const pis = (schoolId: string | null, network: string | null, ...ids: string[]) =>
    ids.map((id) => ({ id, schoolId, network }));

  it('when it reports from where most Pis of another school report', () => {
    const found = elsewhere([
      ...pis('a', 'line a', '1', '2', '3'),
      ...pis('b', 'line b', '4', '5'),
      ...pis('b', 'line a', '6'),
    ]);
    expect([...found]).toEqual([['6', 'a']]);
  });

  it('and not because one single Pi of another school is there, too', () => {
    expect(elsewhere([...pis('a', 'home', '1'), ...pis('b', 'home', '2')]).size).toBe(0);
  });

  it('and not where two schools share a line', () => {
    expect(
      elsewhere([...pis('a', 'town', '1', '2'), ...pis('b', 'town', '3', '4'), ...pis('c', 'town', '5')])
        .size,
    ).toBe(0);
  });

  it('and not when it is away, when its address tells nothing, or when no school has it', () => {
    expect(
      elsewhere([...pis('a', 'line a', '1', '2'), ...pis('b', null, '3'), ...pis(null, 'line a', '4')]).size,
    ).toBe(0);
  });
});
