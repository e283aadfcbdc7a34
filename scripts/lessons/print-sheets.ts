import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';
import { type LessonLanguage, lessonLanguages } from '../../lessons/format/lesson-view.ts';
import type { RunningServer } from '../../server/app.ts';
import { chromium as debianChromium, ensure } from '../setup/debian.ts';
import { type OwnServer, startOwnServer } from './own-server.ts';

/** The sheets and what their files are called in each language. */
const sheets = {
  worksheet: { de: 'arbeitsblatt', en: 'worksheet' },
  teacher: { de: 'lehrkraft', en: 'teacher' },
  cards: { de: 'karten', en: 'cards' },
} as const;

/** How long a sheet may take until everything on it is drawn, ms. */
const patience = 60_000;

export interface PrintOptions {
  readonly catalog: string;
  readonly lessonIds: readonly string[];
  /** Where the files go; made if it is not there. */
  readonly folder: string;
  readonly onPrinted: (file: string) => void;
}

/**
 * Prints every sheet of these lessons in both languages, on a server of its own and signed in as its teacher.
 *
 * @throws Error when a sheet is not drawn in time, with what the page said.
 */
export async function printSheets(options: PrintOptions): Promise<void> {
  const own = await startOwnServer({ catalog: options.catalog, port: 0 });
  const { server } = own;
  try {
    const browser = await chromium.launch({
      executablePath: ensure(debianChromium),
      args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
    });
    try {
      const context = await browser.newContext();
      await signIn(own, context);
      await mkdir(options.folder, { recursive: true });
      for (const lessonId of options.lessonIds) {
        for (const language of lessonLanguages) {
          for (const sheet of Object.keys(sheets) as (keyof typeof sheets)[]) {
            const file = join(options.folder, `${lessonId}-${sheets[sheet][language]}.pdf`);
            await printSheet(context, addressOf(server, lessonId, sheet, language), file);
            options.onPrinted(file);
          }
        }
      }
    } finally {
      await browser.close();
    }
  } finally {
    await own.stop();
  }
}

function addressOf(server: RunningServer, lesson: string, sheet: string, language: LessonLanguage): string {
  return `${server.url}/print?${new URLSearchParams({ lesson, sheet, language })}`;
}

async function printSheet(context: BrowserContext, address: string, file: string): Promise<void> {
  const page = await context.newPage();
  try {
    await page.goto(address);
    await page
      .waitForSelector('sb-print-app[ready]', { timeout: patience, state: 'attached' })
      .catch(async (cause) => {
        const said = await page.locator('main').textContent();
        throw new Error(`${address} was not drawn in time. It says: ${(said ?? '').trim().slice(0, 300)}`, {
          cause,
        });
      });
    await page.pdf({
      path: file,
      preferCSSPageSize: true,
      printBackground: true,
      tagged: true,
      outline: true,
    });
  } finally {
    await page.close();
  }
}

/** Gives the account's session to the browser. */
async function signIn({ server, client }: OwnServer, context: BrowserContext): Promise<void> {
  await context.addCookies(
    client.cookies.split('; ').map((cookie) => {
      const [name = '', ...value] = cookie.split('=');
      return { name, value: value.join('='), url: server.url };
    }),
  );
}
