import type { Page } from 'playwright-core';
import type { Stage } from './stage.ts';

/** One page as somebody may see it. */
export interface PageState {
  readonly name: string;
  /** Opens it in German and light, and waits until it shows what it is about. */
  readonly open: (stage: Stage) => Promise<Page>;
  /** The page has one language and one scheme. */
  readonly fixed?: true;
  /** Nothing can be used while it is so. */
  readonly covered?: true;
}

/** Clicks one after the other, then waits for what they open. */
export async function after(page: Page, clicks: readonly string[], shows: string): Promise<Page> {
  for (const click of clicks) await page.locator(click).first().click();
  await page.locator(shows).first().waitFor();
  return page;
}

export const heading = 'h1, h2';
export const dialog = 'dialog[open]';
