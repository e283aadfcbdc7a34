import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { marked } from '../support/browser.ts';
import { openPupil, resultOf } from '../support/pupil.ts';
import { refusalOf } from '../support/school.ts';
import { PupilPage } from './support/pupil-page.ts';
import type { TeacherPage } from './support/teacher-page.ts';
import { World } from './support/world.ts';

/** Resolved when a page's block shows this text. */
async function shows(pupil: PupilPage, type: string, text: string): Promise<void> {
  await pupil.block(type).filter({ hasText: text }).waitFor();
}

/** Resolved when the page says that this pupil drives. */
async function drives(pupil: PupilPage, name: string): Promise<void> {
  await pupil.page.locator(`${marked('chip')}[data-drives="true"]`, { hasText: name }).waitFor();
}

describe('two pupils at one Pi', () => {
  let world: World;
  let fox: PupilPage;
  let otter: PupilPage;
  let teacher: TeacherPage;

  beforeAll(async () => {
    world = await World.start(1, { TURN_SECONDS: '3' });
    teacher = await world.teacherInClass();
    const { code } = world.room.class;
    fox = await PupilPage.join(world.browser, world.lanOrigin, code, { nickname: 'Fuchs' });
    otter = await PupilPage.join(world.browser, world.server.url, code, {
      nickname: 'Otter',
      width: 820,
      height: 1180,
      touch: true,
    });
  });

  afterAll(() => world?.stop());

  afterEach(() => {
    for (const { watched } of [fox, otter]) expect(watched.complaints.splice(0)).toEqual([]);
  });

  it('sit down together after a knock and a yes', async () => {
    await fox.write(fox.block('steckbrett_wait'), '3', '4');
    await fox.saved();
    await otter.page.click(marked('together'));
    await otter.page.locator(marked('seat'), { hasText: 'Fuchs' }).tap();
    const knock = fox.page.locator(marked('knock'));
    await knock.filter({ hasText: 'Otter möchte bei dir sitzen' }).waitFor();
    await fox.page.click(marked('knock-yes'));
    await shows(otter, 'steckbrett_wait', '4');
    await drives(otter, 'Fuchs');
    await drives(fox, 'Fuchs');
    await teacher.sees('Fuchs + Otter', { connected: 'yes' });
  });

  it('see each other’s changes, and pass the drive with one click', async () => {
    await fox.write(fox.block('steckbrett_wait'), '4', '5');
    await shows(otter, 'steckbrett_wait', '5');
    // The last change goes before the drive does.
    await fox.write(fox.block('steckbrett_wait'), '5', '6');
    await fox.page.click(marked('drive-pass'));
    await drives(otter, 'Otter');
    await shows(otter, 'steckbrett_wait', '6');
    await otter.write(otter.block('steckbrett_wait'), '6', '7');
    await shows(fox, 'steckbrett_wait', '7');
  });

  it('lose nothing when one changes the work while the other drives', async () => {
    // Past the page's good manners: as a page that has not heard of the pass yet.
    const { socket, state } = await openPupil(world.server.url, await fox.token());
    const late = { base: state.workspace.version, blocks: { late: true }, tab: 'late' };
    expect(await refusalOf(socket.emitWithAck('workspace:save', late))).toBe('not-driving');
    const { versions } = resultOf(await socket.emitWithAck('history:list', {}));
    const rejected = versions.find(({ kind }) => kind === 'rejected')?.number ?? 0;
    const { blocks } = resultOf(await socket.emitWithAck('history:get', { number: rejected }));
    expect(blocks).toEqual({ late: true });
    socket.disconnect();
    await shows(otter, 'steckbrett_wait', '7');
  });

  it('ask for the drive, and get it when the driver says so', async () => {
    // Otter has just changed something, so that they are asked.
    await otter.write(otter.block('steckbrett_wait'), '7', '8');
    await fox.page.click(marked('drive-ask'));
    await fox.page.waitForSelector(marked('my-wish'));
    await otter.page.locator(marked('wish'), { hasText: 'Fuchs möchte fahren' }).waitFor();
    await otter.page.locator(marked('drive-pass')).tap();
    await drives(otter, 'Fuchs');
    await fox.write(fox.block('steckbrett_wait'), '8', '9');
    await shows(otter, 'steckbrett_wait', '9');
  });

  it('part again, with a copy of the common work', async () => {
    await otter.page.click(marked('together'));
    await otter.page.click(marked('pair-part'));
    await teacher.sees('Otter', { connected: 'yes' });
    await shows(otter, 'steckbrett_wait', '9');
    await otter.write(otter.block('steckbrett_wait'), '9', '10');
    await otter.saved();
    await shows(fox, 'steckbrett_wait', '9');
  });

  it('take turns at the Pi: who queues sees when, and gets it', async () => {
    await fox.page.locator(`${marked('device-name')}[data-online="true"]`).waitFor();
    await otter.target('pi');
    await otter.page.click(marked('queue'));
    await otter.page.locator(marked('turn-waiting'), { hasText: 'in höchstens' }).waitFor();
    await fox.page.locator(marked('turn-ends'), { hasText: 'Du hast den Pi noch' }).waitFor();
    await otter.page.locator(marked('turn-news'), { hasText: 'Du bist dran' }).waitFor();
    await otter.page.locator(`${marked('device-name')}[data-online="true"]`).waitFor();
    await fox.page.click(marked('turn-queue'));
    await fox.page.locator(marked('turn-waiting')).waitFor();
    // Nobody has to wait for who is done.
    await otter.page.locator(marked('turn-leave')).tap();
    await fox.page.locator(marked('turn-news'), { hasText: 'Du bist dran' }).waitFor();
  });
});
