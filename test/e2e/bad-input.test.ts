import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AgentProcess } from '../support/agent-process.ts';
import { marked, openPage } from '../support/browser.ts';
import { openPupil, type Pupil } from '../support/pupil.ts';
import { PupilPage } from './support/pupil-page.ts';
import { World } from './support/world.ts';

/** Programs that no block makes, but that a seat's token can send. */
const hostilePrograms = [
  { what: 'an endless loop that never yields', source: 'for (;;) {}' },
  { what: 'a memory bomb', source: 'const all = []; for (;;) all.push(new Array(100000).fill(all.length));' },
  { what: 'a deep JSON.parse', source: 'JSON.parse("[".repeat(100000) + "]".repeat(100000));' },
  { what: 'a source that is no program', source: 'this is no program {{{' },
];

const blink = `$on('start', {}, 'hat', function* () {
  for (;;) { if ($due()) yield; $do('green', 'on'); yield* $wait(0.1); $do('green', 'off'); yield* $wait(0.1); }
});`;

describe('bad input', () => {
  let world: World;
  let page: PupilPage;
  let agent: AgentProcess;
  /** The same seat as the page's, without the page's good manners. */
  let seat: Pupil;
  let neighbour: { pupil: PupilPage; agent: AgentProcess };
  let neighbourSeat: Pupil;

  beforeAll(async () => {
    world = await World.start(2);
    const first = await world.pupilWithPi();
    page = first.pupil;
    agent = first.agent;
    neighbour = await world.pupilWithPi();
    seat = await openPupil(world.server.url, await page.token());
    neighbourSeat = await openPupil(world.server.url, await neighbour.pupil.token());
  });

  afterAll(async () => {
    seat?.socket.disconnect();
    neighbourSeat?.socket.disconnect();
    await world?.stop();
  });

  it('answers an unknown class code in a sentence', async () => {
    const { page: stranger } = await openPage(world.browser);
    await stranger.goto(world.server.url);
    await stranger.fill(marked('join-code'), 'XXX-XXX');
    await stranger.click(marked('join-go'));
    expect(await stranger.locator(marked('join-problem')).textContent()).toMatch(/Code/);
    await stranger.context().close();
  });

  it.each([
    ['markup', '<b>Kim</b>'],
    ['500 characters', 'x'.repeat(500)],
  ])('refuses a nickname with %s', async (_, nickname) => {
    const answer = await fetch(`${world.server.url}/api/seats`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ code: world.room.class.code, nickname }),
    });
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toMatch('application/problem+json');
    expect(await answer.json()).toMatchObject({
      message: { de: expect.any(String), en: expect.any(String) },
    });
  });

  it('tells a pupil at the page what a nickname may be', async () => {
    const { page: stranger } = await openPage(world.browser);
    await stranger.goto(`${world.server.url}/?code=${world.room.class.code}`);
    const field = stranger.locator(marked('join-nickname'));
    // Typed, not filled in: the field takes no more than a nickname may have.
    await field.fill('');
    await field.pressSequentially('x'.repeat(60));
    expect((await field.inputValue()).length).toBeLessThanOrEqual(24);
    await field.fill('<b>Kim</b>');
    await stranger.click(marked('join-go'));
    await stranger.waitForSelector(marked('join-problem'));
    await stranger.context().close();
  });

  it('leaves work on the server as it is when the page can show only a part of it', async () => {
    const pupil = await PupilPage.join(world.browser, world.server.url, world.room.class.code);
    const hand = await openPupil(world.server.url, await pupil.token());
    const unknown = { type: 'steckbrett_of_tomorrow', id: 'later', x: 20, y: 300 };
    const blocks = {
      blocks: { languageVersion: 0, blocks: [{ type: 'steckbrett_start', x: 20, y: 20 }, unknown] },
    };
    const { version } = hand.state.workspace;
    await hand.socket.emitWithAck('workspace:save', { base: version, blocks, tab: 'test' });
    await pupil.page.waitForSelector(marked('problem'));
    // A page that is left sends what it still has.
    await pupil.page.reload();
    await pupil.page.waitForSelector(marked('problem'));
    const after = await openPupil(world.server.url, await pupil.token());
    expect(after.state.workspace).toMatchObject({ version: version + 1, blocks });
    for (const { socket } of [hand, after]) socket.disconnect();
    await pupil.page.context().close();
  });

  it('refuses a program of 300 KiB and says how large it may be', async () => {
    const answer = await seat.socket.emitWithAck('program:run', { source: ' '.repeat(300 * 1024) });
    expect(answer).toMatchObject({ ok: false, problem: { code: 'program-too-large' } });
  });

  it('refuses what is no request at all, and goes on', async () => {
    const answer = await seat.socket.emitWithAck('program:run', { source: 42 } as never);
    expect(answer).toMatchObject({ ok: false });
    expect(await seat.socket.emitWithAck('program:stop', {})).toEqual({ ok: true, result: {} });
  });

  it.each(hostilePrograms)(
    'shows the pupil what went wrong with $what, and disturbs nobody else',
    async ({ source }) => {
      await neighbourSeat.socket.emitWithAck('program:run', { source: blink });
      await neighbour.agent.waitForLevel(24, 1);

      await seat.socket.timeout(20_000).emitWithAck('program:run', { source });
      await page.page.locator('[data-kind="error"]').last().waitFor();
      await page.page.locator('[data-kind="end"][data-reason="error"]').last().waitFor();

      for (let turn = 0; turn < 3; turn += 1) await neighbour.agent.pins.next(({ gpio }) => gpio === 24);
      await neighbourSeat.socket.emitWithAck('program:stop', {});
      expect(await seat.socket.emitWithAck('program:run', { source: blink })).toMatchObject({ ok: true });
      await agent.waitForLevel(24, 1);
      await seat.socket.emitWithAck('program:stop', {});
      await agent.waitForLevel(24, 0);
    },
  );
});
