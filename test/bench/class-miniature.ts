import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { io } from 'socket.io-client';
import { PupilPage } from '../e2e/support/pupil-page.ts';
import { TeacherPage } from '../e2e/support/teacher-page.ts';
import { teacher as account, setUpClassroom } from '../support/classroom.ts';
import { spawnServer } from '../support/server.ts';
import type { Measurement } from './measurement.ts';
import { SavingPupils, withNumber } from './saving-pupils.ts';
import { percentile } from './statistics.ts';

const samples = 60;
const pupils = 30;
/** Each of the others changes their work about this often, ms. */
const thinkingMs = 2000;
/** Most that may lie between a change and the teacher's picture of it, p95, ms. */
const most = 500;

/**
 * From a change in a pupil's editor to the teacher's small picture of it, two Chromium pages, while 29 other pupils
 * save and all 30 pictures can be seen; beside it, the same work through a bare socket.io and back.
 */
export async function miniatureBench(browser: Browser): Promise<Measurement[]> {
  const server = await spawnServer({ environment: { LOG_LEVEL: 'warn' } });
  const echo = await startEcho();
  const room = await setUpClassroom(server.url, server.setupUrl ?? '', { devices: 0 });
  const { code, lessonId } = room.class;
  const others = await SavingPupils.join(server.url, room.teacher, { code, lessonId, count: pupils - 1 });
  try {
    const pupil = await PupilPage.join(browser, server.url, code, { nickname: 'Fuchs' });
    // First, so that there is something to draw.
    others.start(thinkingMs);
    const { page } = await openClass(browser, server.url, room.class.name);
    await allDrawn(page, pupils);
    const { solution } = await room.teacher.call('lessonNotes', { language: 'de', lessonId }, {});
    const changes: number[] = [];
    const echoes: number[] = [];
    // The first one loads what draws.
    for (let sample = -3; sample < samples; sample += 1) {
      const value = 20_000 + sample;
      const shown = watchFor(page, 'Fuchs', String(value));
      const at = await change(pupil.page, String(value));
      const took = (await shown) - at;
      const echoed = await echo.measure(withNumber(solution, value));
      if (sample >= 0) {
        changes.push(took);
        echoes.push(echoed);
      }
      await pause(700 + ((sample * 37) % 300));
    }
    await others.stop();
    return [0.5, 0.95].map((share) => {
      const value = percentile(changes, share);
      const baselineValue = percentile(echoes, share);
      return {
        id: `class-change-to-miniature-p${share * 100}`,
        value,
        unit: 'ms',
        baseline: `the same work through bare socket.io and back, p${share * 100}`,
        baselineValue,
        ratio: value / baselineValue,
        target: `<= ${most} ms`,
        met: value <= most,
        samples,
      };
    });
  } finally {
    others.close();
    echo.stop();
    await server.kill('SIGTERM');
    await server.remove();
  }
}

/** The teacher's page of a class, so high that every card can be seen. */
export async function openClass(browser: Browser, origin: string, name: string): Promise<TeacherPage> {
  const teacher = await TeacherPage.signIn(browser, origin, account, { width: 1280, height: 6000 });
  await teacher.openClass(name);
  return teacher;
}

/** How long Blockly and the first pictures may take on a busy machine, ms; it is not measured. */
const firstPictures = 180_000;

/** Resolved when so many cards show their blocks. */
export async function allDrawn(page: Page, cards: number): Promise<void> {
  await page.waitForFunction(
    (wanted) => {
      const count = (root: ParentNode): number =>
        [...root.querySelectorAll('*')].reduce(
          (sum, { shadowRoot }) => sum + (shadowRoot ? count(shadowRoot) : 0),
          root.querySelectorAll('sb-block-miniature[ready]').length,
        );
      return count(document) >= wanted;
    },
    cards,
    { timeout: firstPictures, polling: 500 },
  );
}

/** Writes a number into the first number field of the work, as typing does; gives when, ms since 1970. */
function change(page: Page, value: string): Promise<number> {
  return page.evaluate((written) => {
    const editor = document.querySelector('sb-blocks') as unknown as {
      blockly: {
        workspace: { getAllBlocks(): { type: string; setFieldValue(value: string, name: string): void }[] };
      };
    };
    const number = editor.blockly.workspace.getAllBlocks().find(({ type }) => type === 'math_number');
    if (!number) throw new Error('the work has no number');
    const at = performance.timeOrigin + performance.now();
    number.setFieldValue(written, 'NUM');
    return at;
  }, value);
}

/** When a pupil's small picture shows a text, ms since 1970; looked at once in each frame. */
function watchFor(page: Page, nickname: string, text: string): Promise<number> {
  return page.evaluate(
    ([name, wanted]) => {
      const find = (root: ParentNode, selector: string): Element | null => {
        const found = root.querySelector(selector);
        if (found) return found;
        for (const { shadowRoot } of root.querySelectorAll('*')) {
          const within = shadowRoot && find(shadowRoot, selector);
          if (within) return within;
        }
        return null;
      };
      return new Promise<number>((resolve, reject) => {
        const end = performance.now() + 30_000;
        let picture: Element | null = null;
        const look = () => {
          if (!picture?.isConnected) {
            const card = find(document, `[data-test="seat-card"][data-nickname="${name}"]`);
            picture = card && find(card.shadowRoot ?? card, 'sb-block-miniature');
          }
          if (picture?.shadowRoot?.textContent?.includes(wanted ?? ''))
            return resolve(performance.timeOrigin + performance.now());
          if (performance.now() > end) return reject(new Error(`${wanted} did not arrive`));
          requestAnimationFrame(look);
        };
        look();
      });
    },
    [nickname, text],
  );
}

async function startEcho() {
  const child = fork(new URL('./peers/socket-echo.ts', import.meta.url));
  const [port] = await once(child, 'message');
  const socket = io(`http://127.0.0.1:${port}`, { transports: ['websocket'], forceNew: true });
  return {
    async measure(payload: object): Promise<number> {
      const asked = performance.now();
      await socket.emitWithAck('echo', payload);
      return performance.now() - asked;
    },
    stop() {
      socket.disconnect();
      child.kill();
    },
  };
}
