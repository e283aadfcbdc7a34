import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const options: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
};

/** What is right though axe says otherwise, each with its reason. */
const accepted: readonly { readonly rule: string; readonly place: RegExp; readonly because: string }[] = [
  {
    rule: 'label-content-name-mismatch',
    place: /seat-look|class="picture"/,
    because: 'the words inside are those on the blocks of a picture, which nobody would say to press it',
  },
  {
    rule: 'target-size',
    place: /recorder-follow/,
    because: 'axe counts the part of Blockly’s surface that its own picture cuts off as lying over it',
  },
];

/** What axe finds at a page as it is now, a line each: rule, place, reason. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(`window.axe || (() => { ${source} })()`);
  const { violations: found } = await page.evaluate(
    (wanted) =>
      (window as unknown as { axe: { run(root: Document, options: unknown): Promise<AxeResults> } }).axe.run(
        document,
        wanted,
      ),
    options,
  );
  return found.flatMap(({ id, nodes }) =>
    nodes
      .filter(({ html }) => !accepted.some(({ rule, place }) => rule === id && place.test(html)))
      .map(
        ({ target, failureSummary, html }) =>
          `${id}: ${target.flat().join(' › ')}: ${failureSummary?.split('\n').slice(1).join(' ').trim()} ${html.slice(0, 160)}`,
      ),
  );
}
