import type { Browser, Page } from 'playwright-core';
import { ensurePage } from '../../scripts/setup/page.ts';
import type { Blocks } from '../../server/live/contract/live.ts';
import { PupilPage } from '../e2e/support/pupil-page.ts';
import { launchBrowser } from '../support/browser.ts';
import { setUpClassroom } from '../support/classroom.ts';
import { openPupil, resultOf } from '../support/pupil.ts';
import { spawnServer } from '../support/server.ts';
import type { Measurement } from './measurement.ts';
import { median } from './statistics.ts';

/** A school's Chromebook beside the machine that this runs on. */
const slowness = 4;
const loads = 5;
const drags = 4;
/** Stacks of the work that is dragged in; each has twelve blocks. */
const stacks = 8;
const stackBegins = 'sb-blocks .blocklyBlockCanvas > .blocklyDraggable';

/** Longest time until blocks can be used, ms, and longest task while they are dragged, ms. */
const limits = { usable: 3000, task: 200 };

/**
 * The pupil's page on a processor four times slower: how long it takes to come, with nothing cached, until blocks can
 * be used, with a lesson's first blocks and with a work of a hundred; and how long the longest task is while blocks of
 * that work are dragged. The baseline is this machine at its own speed.
 */
export async function slowMachineBench(): Promise<Measurement[]> {
  ensurePage();
  const server = await spawnServer({ environment: { LOG_LEVEL: 'warn' } });
  const browser = await launchBrowser();
  try {
    const room = await setUpClassroom(server.url, server.setupUrl ?? '', { devices: 0 });
    const pupil = await PupilPage.join(browser, server.url, room.class.code);
    await pupil.saved();
    const begun = [await measure(browser, pupil, 1), await measure(browser, pupil, slowness)] as const;
    const line = await openPupil(server.url, await pupil.token());
    resultOf(
      await line.socket.emitWithAck('workspace:save', {
        base: line.state.workspace.version,
        blocks: manyStacks(),
        tab: 'bench',
        force: true,
      }),
    );
    line.socket.disconnect();
    const fast = await measure(browser, pupil, 1);
    const slow = await measure(browser, pupil, slowness);
    return [
      measured('slow-usable', 'ms', begun[1].usable, begun[0].usable, limits.usable, loads),
      measured('slow-usable-100-blocks', 'ms', slow.usable, fast.usable, limits.usable, loads),
      measured('slow-drag-task', 'ms', slow.task, fast.task, limits.task, drags),
    ];
  } finally {
    await browser.close();
    await server.kill('SIGTERM');
    await server.remove();
  }
}

async function measure(browser: Browser, pupil: PupilPage, rate: number) {
  const state = await pupil.page.context().storageState();
  const usable: number[] = [];
  const tasks: number[] = [];
  for (let load = 0; load < loads; load += 1) {
    const context = await browser.newContext({ storageState: state, viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate });
    await page.addInitScript(watchPage);
    await page.goto(new URL(pupil.page.url()).origin);
    await page.waitForFunction(() => Reflect.get(window, 'usableAt') !== undefined, undefined, {
      timeout: 60_000,
    });
    usable.push(await page.evaluate(() => Number(Reflect.get(window, 'usableAt'))));
    if (load === 0 && (await page.locator(stackBegins).count()) === stacks)
      tasks.push(...(await dragAround(page)));
    await context.close();
  }
  return { usable: median(usable), task: Math.max(0, ...tasks) };
}

/** Runs in the page: notes when toolbox and blocks are there, and how long each long task takes. */
function watchPage(): void {
  const tasks: number[] = [];
  Object.assign(window, { tasks });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) tasks.push(duration);
  }).observe({ type: 'longtask' });
  const look = () => {
    const there =
      document.querySelector('.blocklyToolboxCategory') &&
      document.querySelector('sb-blocks .blocklyBlockCanvas .blocklyDraggable');
    if (there) Object.assign(window, { usableAt: performance.now() });
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Drags stacks to and fro, and gives the longest task of each drag, in ms; 0 when none was long. */
async function dragAround(page: Page): Promise<number[]> {
  const longest: number[] = [];
  for (let drag = 0; drag < drags; drag += 1) {
    const block = page.locator(stackBegins).nth(drag % 2);
    const box = await block.boundingBox();
    if (!box) throw new Error('no block to drag');
    const from = { x: box.x + 8, y: box.y + 14 };
    await page.evaluate(() => Reflect.get(window, 'tasks').splice(0));
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    for (let step = 0; step < 40; step += 1) {
      await page.mouse.move(from.x + 6 * step, from.y + 40 * Math.sin(step / 4));
    }
    await page.mouse.up();
    // A long task is told after it is over.
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
    longest.push(await page.evaluate(() => Math.max(0, ...Reflect.get(window, 'tasks'))));
  }
  return longest;
}

/** A work of about a hundred blocks. */
function manyStacks(): Blocks {
  const wait = (next?: object): object => ({
    type: 'steckbrett_wait',
    inputs: { SECONDS: { shadow: { type: 'math_number', fields: { NUM: 0.5 } } } },
    ...(next ? { next: { block: next } } : {}),
  });
  const led = (next: object): object => ({
    type: 'steckbrett_led_set',
    fields: { PART: 'red', STATE: 'on' },
    next: { block: next },
  });
  const body = led(wait(led(wait(led(wait(led(wait(led(wait())))))))));
  return {
    blocks: {
      languageVersion: 0,
      blocks: Array.from({ length: stacks }, (_, index) => ({
        type: 'steckbrett_start',
        x: 40 + (index % 2) * 330,
        y: 30 + Math.floor(index / 2) * 560,
        next: { block: { type: 'steckbrett_forever', inputs: { DO: { block: body } } } },
      })),
    },
  };
}

function measured(
  id: string,
  unit: string,
  value: number,
  baselineValue: number,
  most: number,
  samples: number,
): Measurement {
  return {
    id,
    value,
    unit,
    baseline: 'the machine at its own speed',
    baselineValue,
    ratio: value / Math.max(1, baselineValue),
    target: `<= ${most} ms`,
    met: value <= most,
    samples,
  };
}
