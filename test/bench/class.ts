import { ensurePage } from '../../scripts/setup/page.ts';
import { launchBrowser } from '../support/browser.ts';
import { classMemoryBench } from './class-memory.ts';
import { miniatureBench } from './class-miniature.ts';
import { classPageBench } from './class-page.ts';
import type { Measurement } from './measurement.ts';

/** What a class of thirty, ten of them, and a page with forty cards cost. */
export async function classBench(): Promise<Measurement[]> {
  ensurePage();
  const memory = await classMemoryBench();
  const browser = await launchBrowser();
  try {
    return [...(await miniatureBench(browser)), memory, await classPageBench(browser)];
  } finally {
    await browser.close();
  }
}
