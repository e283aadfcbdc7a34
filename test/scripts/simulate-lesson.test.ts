import { expect, it } from 'vitest';
import { simulate } from '../../scripts/simulate/simulation.ts';

it('a small lesson with real Pis loses nothing, and nothing of it is left after its deletion', async () => {
  const ledger = await simulate(
    [{ name: 'Klein', lessonId: 'blink', otherLessonId: 'traffic-light', pupils: 6, pis: 3, seconds: 20 }],
    () => {},
  );
  expect(ledger.complaints).toEqual([]);
  expect(ledger.counted('joined')).toBe(6);
  expect(ledger.counted('changes saved')).toBeGreaterThan(0);
  expect(ledger.counted('handed in')).toBeGreaterThan(0);
  expect(ledger.counted('teacher gave work back')).toBeGreaterThan(0);
}, 300_000);
