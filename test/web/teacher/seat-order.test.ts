import { describe, expect, it } from 'vitest';
import { problem } from '../../../device/contract/problem.ts';
import { byNeed, inShownOrder, seatCondition } from '../../../web/teacher/seat-order.ts';
import { device, seat } from './sample-class.ts';

const error = problem('program-error', 'Fehler', 'Error');
const running = { state: 'running', where: 'virtual' } as const;

describe('the condition of a seat', () => {
  const cases = [
    {
      given: 'a raised hand, even with an error',
      seat: seat('a', { handPlace: 2, lastError: error }),
      is: 'hand',
    },
    { given: 'nothing that changed for four minutes', seat: seat('a'), still: 4, is: 'stuck' },
    { given: 'nothing that changed for less', seat: seat('a'), still: 3, is: 'idle' },
    {
      given: 'nothing that changed since the work was handed in',
      seat: seat('a', { handIn: { state: 'handed-in', comment: null, badge: null } }),
      still: 9,
      is: 'idle',
    },
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
  it.each(cases)('$given: $is', ({ seat, pi, still, is }) => {
    expect(seatCondition(seat, pi, still)).toBe(is);
  });
});

describe('seats by need', () => {
  it('go hands in their order, error, away, Pi away, stuck, then the others by name', () => {
    const seats = [
      seat('b idle'),
      seat('c running', { program: running }),
      seat('a idle'),
      seat('stuck'),
      seat('pi', { deviceId: 'pi-01' }),
      seat('away', { connected: false }),
      seat('error', { lastError: error }),
      seat('second hand', { handPlace: 2 }),
      seat('first hand', { handPlace: 1 }),
    ];
    const still = (id: string) => (id === 'stuck' ? 6 : 0);
    const order = byNeed(seats, [device('pi-01', { online: false })], still).map((one) => one.id);
    expect(order).toEqual([
      'first hand',
      'second hand',
      'error',
      'away',
      'pi',
      'stuck',
      'a idle',
      'b idle',
      'c running',
    ]);
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
