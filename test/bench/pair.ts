import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { ensurePage } from '../../scripts/setup/page.ts';
import { PupilPage } from '../e2e/support/pupil-page.ts';
import { launchBrowser, marked } from '../support/browser.ts';
import { setUpClassroom } from '../support/classroom.ts';
import { joinAsPupil, resultOf } from '../support/pupil.ts';
import { spawnServer } from '../support/server.ts';
import type { Measurement } from './measurement.ts';
import { percentile } from './statistics.ts';

const samples = 100;
/** Most that may lie between a change and the partner's editor, p95, ms. */
const most = 150;

/**
 * Two pages at one seat, in one browser: from a change in the driver's editor until the partner's shows it. The
 * driver's change goes the whole way: save, database, server, the other page's blocks.
 */
export async function pairBench(): Promise<Measurement[]> {
  ensurePage();
  const server = await spawnServer({ environment: { LOG_LEVEL: 'warn' } });
  const browser = await launchBrowser();
  try {
    const { code } = (await setUpClassroom(server.url, server.setupUrl ?? '', { devices: 0 })).class;
    const driver = await PupilPage.join(browser, server.url, code, { nickname: 'Fuchs' });
    const partner = await PupilPage.join(browser, server.url, code, { nickname: 'Otter' });
    const bare = await joinAsPupil(server.url, code, 'Dachs');
    await partner.page.click(marked('together'));
    await partner.page.locator(marked('seat'), { hasText: 'Fuchs' }).click();
    await driver.page.click(marked('knock-yes'));
    await partner.page.locator(marked('chip')).first().waitFor();
    await partner.saved();

    const changes: number[] = [];
    const roundTrips: number[] = [];
    for (let sample = 0; sample < samples; sample += 1) {
      const value = String(100 + sample);
      const shown = await watchFor(partner.page, value);
      const changedAt = await change(driver.page, value);
      changes.push((await shown()) - changedAt);
      const asked = performance.now();
      resultOf(await bare.socket.emitWithAck('pair:seats', {}));
      roundTrips.push(performance.now() - asked);
      // As hands do: not always at the same moment of the pages' frames.
      await pause(60 + ((sample * 37) % 90));
    }
    bare.socket.disconnect();
    const value = percentile(changes, 0.95);
    const baselineValue = percentile(roundTrips, 0.95);
    return [
      {
        id: 'pair-change-to-partner',
        value,
        unit: 'ms p95',
        baseline: 'a request’s way to the server and back, p95',
        baselineValue,
        ratio: value / baselineValue,
        target: `<= ${most} ms`,
        met: value <= most,
        samples,
      },
    ];
  } finally {
    await browser.close();
    await server.kill('SIGTERM');
    await server.remove();
  }
}

/** The part of the editor that a bench uses. */
interface Editor extends Element {
  readonly blockly: {
    readonly workspace: {
      getAllBlocks(): { type: string; setFieldValue(value: string, name: string): void }[];
    };
  };
}

/** Writes a number into the work's number field, as typing does; gives when, ms since 1970. */
function change(page: Page, value: string): Promise<number> {
  return page.evaluate((written) => {
    const editor = document.querySelector('sb-blocks') as Editor;
    const number = editor.blockly.workspace.getAllBlocks().find(({ type }) => type === 'math_number');
    if (!number) throw new Error('the work has no number');
    const at = performance.timeOrigin + performance.now();
    number.setFieldValue(written, 'NUM');
    return at;
  }, value);
}

/** Begins to watch a page's blocks for a text; what is returned waits for it and gives when it was drawn, ms since 1970. */
async function watchFor(page: Page, text: string): Promise<() => Promise<number>> {
  const drawn = await page.evaluateHandle((wanted) => {
    const canvas = document.querySelector('sb-blocks .blocklySvg .blocklyBlockCanvas');
    if (!canvas) throw new Error('there are no blocks');
    const seen = new Promise<number>((resolve, reject) => {
      setTimeout(() => reject(new Error(`${wanted} did not arrive: ${canvas.textContent}`)), 15_000);
      const observer = new MutationObserver(() => {
        if (!canvas.textContent?.includes(wanted)) return;
        observer.disconnect();
        requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now()));
      });
      observer.observe(canvas, { subtree: true, childList: true, characterData: true });
    });
    // In an object, because a handle of a promise would wait for it.
    return { seen };
  }, text);
  return async () => {
    const at = await drawn.evaluate(({ seen }) => seen);
    await drawn.dispose();
    return at;
  };
}
