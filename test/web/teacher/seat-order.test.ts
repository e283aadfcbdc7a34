import { describe, expect, it } from 'vitest';
import { problem } from '../../../device/contract/problem.ts';
import { byNeed, inShownOrder, seatCondition } from '../../../web/teacher/seat-order.ts';
import { device, seat } from './sample-class.ts';

const error = problem('program-error', 'Fehler', 'Error');
const running = { state: 'running', where: 'virtual' } as const;

describe('the condition of a seat', () => {
  const cases = [
    {
      given: 'an error, even if the page is away',
      seat: seat('a', { lastError: error, connected: false }),
      is: 'error',
    },
    {
      given: 'a page that is away while its program runs',
      seat: seat('a', { connected: false, program: running }),
      is: 'disconnected',
    },
    {
      given: 'a Pi that is away',
      seat: seat('a', { deviceId: 'pi-01' }),
      pi: device('pi-01', { online: false }),
      is: 'pi-offline',
    },
    {
      given: 'a program that runs',
      seat: seat('a', { program: running }),
      pi: device('pi-01'),
      is: 'running',
    },
    { given: 'nothing that runs', seat: seat('a'), is: 'idle' },
  ];
  it.each(cases)('$given: $is', ({ seat, pi, is }) => {
    expect(seatCondition(seat, pi)).toBe(is);
  });
});

describe('seats by need', () => {
  it('go error, away, Pi away, running, idle', () => {
    const seats = [
      seat('idle'),
      seat('running', { program: running }),
      seat('pi', { deviceId: 'pi-01' }),
      seat('away', { connected: false }),
      seat('error', { lastError: error }),
    ];
    const order = byNeed(seats, [device('pi-01', { online: false })]).map((one) => one.id);
    expect(order).toEqual(['error', 'away', 'pi', 'running', 'idle']);
  });

  it('go by nickname where the need is the same, numbers by their value', () => {
    const seats = ['Otter', 'Fuchs 10', 'Äffchen', 'Fuchs 2'].map((name, index) =>
      seat(`s${index}`, { nickname: name }),
    );
    expect(byNeed(seats, []).map((one) => one.nickname)).toEqual(['Äffchen', 'Fuchs 2', 'Fuchs 10', 'Otter']);
  });

  it('leave the list they were given as it is', () => {
    const seats = [seat('b'), seat('a')];
    byNeed(seats, []);
    expect(seats.map((one) => one.id)).toEqual(['b', 'a']);
  });
});

describe('seats in the order shown before', () => {
  it('stay where they were, and new ones come last', () => {
    const seats = [seat('new'), seat('a', { lastError: error }), seat('b')];
    expect(inShownOrder(seats, ['b', 'gone', 'a']).map((one) => one.id)).toEqual(['b', 'a', 'new']);
  });
});
