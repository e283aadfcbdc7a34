import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadLessons } from '../../lessons/format/index.ts';
import { printSheets } from '../../scripts/lessons/print-sheets.ts';
import { ensurePage } from '../../scripts/setup/page.ts';
import { launchBrowser, marked, openPage, type WatchedPage } from '../support/browser.ts';
import { addTeacher, setUpStaff, startTestServer, type TestServer } from '../support/server.ts';

const catalog = resolve(import.meta.dirname, '../../lessons/catalog');
/** It has parts beside the breadboard, hints with blocks, questions, and several stacks in its solution. */
const lessonId = 'parking-sensor';
const lesson = loadLessons(catalog).lessons.find(({ id }) => id === lessonId)!;
const drawn = 'sb-print-app[ready]';
const circuit = 'sb-circuit svg';
const pictures = 'main sb-block-picture[ready] svg[width]';

let server: TestServer;
let browser: Browser;
let cookies: string;

beforeAll(async () => {
  ensurePage();
  server = await startTestServer();
  cookies = (await addTeacher(server, await setUpStaff(server))).client.cookies;
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** A sheet as a browser shows it, to a teacher or to somebody who is not signed in. */
async function open(
  sheet: string,
  who: 'teacher' | 'pupil',
  language: 'de' | 'en' = 'de',
): Promise<WatchedPage> {
  const watched = await openPage(browser, { language });
  if (who === 'teacher') {
    await watched.page.context().addCookies(
      cookies.split('; ').map((cookie) => {
        const [name = '', ...value] = cookie.split('=');
        return { name, value: value.join('='), url: server.url };
      }),
    );
  }
  await watched.page.goto(`${server.url}/print?lesson=${lessonId}&sheet=${sheet}&language=${language}`);
  await watched.page.waitForSelector(drawn, { state: 'attached', timeout: 60_000 });
  return watched;
}

const words = async ({ page }: WatchedPage) => (await page.locator('main').textContent()) ?? '';
const count = ({ page }: WatchedPage, selector: string) => page.locator(selector).count();

/** Nothing came from elsewhere, and the browser had nothing to complain about; `refused`: but for notes it was not given. */
async function close({ page, requests, complaints }: WatchedPage, refused = false): Promise<void> {
  const { host } = new URL(server.url);
  expect(requests.filter((address) => new URL(address).host !== host)).toEqual([]);
  expect(complaints.filter((one) => !(refused && one.includes('401')))).toEqual([]);
  await page.context().close();
}

const stacks = (lesson.solution.blocks as { blocks: object[] }).blocks.length;
const inHints = lesson.views.de.steps.flatMap(({ hint }) =>
  hint.filter(({ kind }) => kind === 'blocks'),
).length;
const inCaptions = lesson.views.de.steps.flatMap(({ caption }) =>
  caption.filter(({ kind }) => kind === 'blocks'),
).length;
const goals = lesson.views.de.steps.flatMap((step) => step.goals).length;
const quizzes = lesson.views.de.steps.flatMap((step) =>
  [...step.caption, ...step.hint].filter(({ kind }) => kind === 'quiz'),
).length;

describe('the sheets of a lesson', () => {
  it('give pupils a worksheet with circuit, steps, goals and questions, without hints or answers', async () => {
    const sheet = await open('worksheet', 'pupil');
    const text = await words(sheet);
    for (const { title } of lesson.views.de.steps) expect(text).toContain(title);
    expect(text).toContain('Euer Team');
    expect(text).toContain('1 × Widerstand 470 Ω (gelb-violett-braun)');
    expect(text).toMatch(/Verbinde Loch j\d+ mit ECHO am Abstandssensor/);
    expect(text).not.toContain('richtig');
    expect(text).not.toContain('Öffne den Reiter');
    expect(await count(sheet, circuit)).toBe(1);
    expect(await count(sheet, '.goals .tick')).toBe(goals);
    expect(await count(sheet, '.quiz')).toBe(quizzes);
    expect(await count(sheet, pictures)).toBe(inCaptions);
    await close(sheet);
  });

  it('draw each wire of the circuit, and each thing at its end', async () => {
    const sheet = await open('worksheet', 'pupil');
    expect(await count(sheet, 'sb-circuit [data-component="distance"]')).toBe(1);
    expect(await count(sheet, 'sb-circuit [data-component="red"]')).toBe(1);
    const wires = await count(sheet, 'sb-circuit [data-wire]');
    expect(await count(sheet, '.build li')).toBeGreaterThan(wires);
    await close(sheet);
  });

  it('speak English', async () => {
    const sheet = await open('worksheet', 'pupil', 'en');
    const text = await words(sheet);
    expect(text).toContain(lesson.views.en.title);
    expect(text).toContain('Your team');
    expect(text).toContain('Put the long leg of the red LED into hole e2, the short one into e3.');
    await close(sheet);
  });

  it('keep the teacher’s sheet from who is not signed in, and say where to sign in', async () => {
    const sheet = await open('teacher', 'pupil');
    expect(await words(sheet)).toContain('Bitte melden Sie sich auf der Lehrkraftseite an');
    expect(await sheet.page.locator(marked('to-teacher')).getAttribute('href')).toBe('/teacher');
    expect(await count(sheet, 'sb-block-picture, sb-circuit')).toBe(0);
    await close(sheet, true);
  });

  it('give teachers notes, competences, the solution and the answers', async () => {
    const sheet = await open('teacher', 'teacher');
    const text = await words(sheet);
    for (const heading of [
      'Lernziele',
      'Ablauf in 90 Minuten',
      'Typische Fehler',
      'Sicherheit',
      'Kompetenzen',
    ])
      expect(text).toContain(heading);
    expect(text).toContain('Algorithmen erkennen und formulieren (Problemlösen und Handeln)');
    expect(text).toContain('17 cm (richtig)');
    expect(await count(sheet, '.solution sb-block-picture[ready]')).toBe(stacks);
    expect(await count(sheet, circuit)).toBe(1);
    await close(sheet);
  });

  it('give a card for each goal and hint, and to teachers one for each easier and harder idea', async () => {
    const pupils = await open('cards', 'pupil');
    const kinds = (sheet: WatchedPage) =>
      Promise.all(
        ['goal', 'hint', 'easier', 'harder'].map((kind) => count(sheet, `.card-page .card.${kind}`)),
      );
    const hints = lesson.views.de.steps.filter(({ hint }) => hint.some(({ kind }) => kind !== 'quiz')).length;
    expect(await kinds(pupils)).toEqual([goals, hints, 0, 0]);
    expect(await count(pupils, '.card-page sb-block-picture[ready]')).toBe(inHints);
    await close(pupils, true);
    const teachers = await open('cards', 'teacher');
    expect(await kinds(teachers)).toEqual([goals, hints, 3, 3]);
    expect(await count(teachers, '.card-page sb-block-picture[ready]')).toBe(inHints);
    const cutOff = await teachers.page
      .locator('.card-place')
      .evaluateAll((places) => places.filter((place) => place.scrollHeight > place.clientHeight + 1).length);
    expect(cutOff).toBe(0);
    await close(teachers);
  });

  it('are sent to the printer by a button that is not printed', async () => {
    const { page } = await openPage(browser);
    await page.addInitScript('window.print = () => { document.body.dataset.printed = "yes"; };');
    await page.goto(`${server.url}/print?lesson=${lessonId}`);
    await page.waitForSelector(drawn, { state: 'attached' });
    await page.click(marked('print'));
    expect(await page.locator('body').getAttribute('data-printed')).toBe('yes');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.bar').isVisible()).toBe(false);
    await page.context().close();
  });

  it.each([
    ['/print', 'Hier steht noch keine Lektion.'],
    ['/print?lesson=no-such-lesson', 'Diese Lektion gibt es nicht'],
  ])('say what is wrong with the address %s', async (address, sentence) => {
    const { page } = await openPage(browser);
    await page.goto(server.url + address);
    await page.getByText(sentence).waitFor();
    await page.context().close();
  });
});

describe('npm run lessons -- print', () => {
  it('prints every sheet in both languages, on A4', { timeout: 240_000 }, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'steckbrett-sheets-'));
    const printed: string[] = [];
    await printSheets({ catalog, lessonIds: ['blink'], folder, onPrinted: (file) => printed.push(file) });
    expect(printed.map((file) => file.slice(folder.length + 1))).toEqual([
      'blink-arbeitsblatt.pdf',
      'blink-lehrkraft.pdf',
      'blink-karten.pdf',
      'blink-worksheet.pdf',
      'blink-teacher.pdf',
      'blink-cards.pdf',
    ]);
    for (const file of printed) {
      const pdf = await readFile(file, 'latin1');
      const pages = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
      expect([file, pages >= 2 && pages <= 6]).toEqual([file, true]);
      const boxes = [...pdf.matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)];
      expect(boxes.length).toBeGreaterThan(0);
      // A4 in points: 595.3 × 841.9.
      for (const [, width, height] of boxes)
        expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([595, 842]);
    }
    await rm(folder, { recursive: true });
  });
});
