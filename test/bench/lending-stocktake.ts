import type { Page } from 'playwright-core';
import { openStore, typeCode } from '../e2e/support/store.ts';
import { addThings } from '../support/storeroom.ts';
import type { Measurement } from './measurement.ts';
import { percentile } from './statistics.ts';

const expected = 500;
const rounds = 60;

/**
 * From a scan in one browser to the tick that is drawn in another one, in a stocktake of 500 things: over the page, the
 * server, its database and the live connection. Beside it, how long the shortest question to that server takes.
 */
export async function lendingStocktakeBench(): Promise<Measurement[]> {
  const store = await openStore();
  const ticks: number[] = [];
  const questions: number[] = [];
  try {
    const things = [];
    while (things.length < expected) {
      things.push(...(await addThings(store.staff, 'part', 100, { place: 'Lager' })));
    }
    const { id } = await store.staff.call('startStocktake', {}, { place: 'Lager' });
    const [here, there] = [await store.phone(store.staff), await store.phone(store.staff)];
    for (const { page } of [here, there]) {
      await page.goto(`${store.server.url}/association#stocktake/${id}`);
      await page.waitForSelector('[data-test="progress"]');
    }
    for (const { code } of things.slice(0, rounds)) {
      const seen = drawn(there.page, code);
      const pressed = await pressedAt(here.page);
      await typeCode(here.page, code);
      ticks.push((await seen) - (await pressed()));
      questions.push(await question(here.page));
    }
  } finally {
    await store.close();
  }
  const value = percentile(ticks, 0.95);
  const baselineValue = percentile(questions, 0.95);
  return [
    {
      id: 'stocktake-scan-to-tick-p95',
      value,
      unit: 'ms',
      baseline: 'the shortest question of the same page to the same server, p95',
      baselineValue,
      ratio: value / baselineValue,
      target: '<= 300 ms',
      met: value <= 300,
      samples: ticks.length,
    },
  ];
}

/** When the page hears the Enter that ends a code, ms since 1970. */
async function pressedAt(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const at = window as unknown as { pressed?: number };
    const note = (event: KeyboardEvent) => {
      if (event.key !== 'Enter') return;
      at.pressed = performance.timeOrigin + event.timeStamp;
      document.removeEventListener('keydown', note, true);
    };
    document.addEventListener('keydown', note, true);
  });
  return () => page.evaluate(() => (window as unknown as { pressed: number }).pressed);
}

/** When the tick of a thing was drawn, ms since 1970. */
function drawn(page: Page, code: string): Promise<number> {
  return page.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        const find = (root: Document | ShadowRoot): boolean =>
          root.querySelector(`[data-test="list-found"] [data-code="${wanted}"]`) !== null ||
          [...root.querySelectorAll('*')].some((one) => one.shadowRoot !== null && find(one.shadowRoot));
        const look = () => {
          if (find(document)) resolve(performance.timeOrigin + performance.now());
          else requestAnimationFrame(look);
        };
        look();
      }),
    code,
  );
}

function question(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const start = performance.now();
    await (await fetch('/api/server')).json();
    return performance.now() - start;
  });
}
