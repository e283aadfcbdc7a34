import { once } from 'node:events';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { heard, openSchool, refusalOf, type School } from '../../support/school.ts';

let school: School;

beforeAll(async () => {
  school = await openSchool({ devices: 0 });
});
afterAll(() => school.close());

describe('a pupil’s work', () => {
  it('is there again after a reload', async () => {
    const { socket, token, state } = await school.join('Fuchs');
    expect(state.workspace).toEqual({ version: 0, blocks: null, savedAt: null, savedBy: null });
    const saved = await socket.emitWithAck('workspace:save', { base: 0, blocks: { a: [1] }, tab: 'tab-1' });
    expect(saved).toEqual({ ok: true, result: { version: 1, savedAt: expect.any(Number) } });
    const page = await school.openPage(token);
    expect(page.state.workspace).toMatchObject({ version: 1, blocks: { a: [1] }, savedBy: 'tab-1' });
  });

  it('that one tab saves appears in the other', async () => {
    const first = await school.join('Dachs');
    const second = await school.openPage(first.token);
    const changed = heard(second.socket, 'workspace:changed');
    await first.socket.emitWithAck('workspace:save', { base: 0, blocks: { from: 'first' }, tab: 'tab-1' });
    expect(await changed).toMatchObject({ version: 1, blocks: { from: 'first' }, savedBy: 'tab-1' });
  });

  it('of two tabs that changed the same version is not overwritten until the pupil chooses', async () => {
    const first = await school.join('Igel');
    const second = await school.openPage(first.token);
    await first.socket.emitWithAck('workspace:save', { base: 0, blocks: { from: 'first' }, tab: 'tab-1' });
    const wish = { base: 0, blocks: { from: 'second' }, tab: 'tab-2' };
    const current = heard(second.socket, 'workspace:changed');
    expect(await refusalOf(second.socket.emitWithAck('workspace:save', wish))).toBe('workspace-conflict');
    expect(await current).toMatchObject({ version: 1, blocks: { from: 'first' } });

    const toFirst = heard(first.socket, 'workspace:changed');
    const chosen = await second.socket.emitWithAck('workspace:save', { ...wish, force: true });
    expect(chosen).toMatchObject({ ok: true, result: { version: 2 } });
    expect(await toFirst).toMatchObject({ version: 2, blocks: { from: 'second' } });
  });

  it('over 512 KiB is refused with a sentence, and the page stays connected', async () => {
    const { socket } = await school.join('Eule');
    const blocks = { text: 'x'.repeat(600 * 1024) };
    expect(await refusalOf(socket.emitWithAck('workspace:save', { base: 0, blocks, tab: 't' }))).toBe(
      'workspace-too-large',
    );
    const small = await socket.emitWithAck('workspace:save', { base: 0, blocks: {}, tab: 't' });
    expect(small).toMatchObject({ ok: true });
  });

  it('may be one stack of 1,400 blocks, which also reaches the other tab', async () => {
    const first = await school.join('Kranich');
    const second = await school.openPage(first.token);
    let block: Record<string, unknown> = { type: 'wait' };
    for (let index = 1; index < 1400; index++) block = { type: 'wait', next: { block } };
    const changed = heard(second.socket, 'workspace:changed');
    await first.socket.emitWithAck('workspace:save', { base: 0, blocks: { block }, tab: 't' });
    expect((await changed).blocks).toEqual({ block });
  });

  it('that nests 200,000 levels is refused, and the server lives on', async () => {
    const { socket } = await school.join('Maulwurf');
    const depth = 200_000;
    const blocks = `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
    const refused = new Promise<void>((done) => {
      socket.io.engine.on('data', (data: unknown) => {
        if (String(data).includes('workspace-too-deep')) done();
      });
    });
    // Past the client, which can't write such a thing itself.
    socket.io.engine.write(`2/pupil,7["workspace:save",{"base":0,"tab":"t","blocks":${blocks}}]`);
    await refused;
    expect(await socket.emitWithAck('virtual:state', { state: 'idle', error: null })).toMatchObject({
      ok: true,
    });
  });

  it('is seen by nobody else in the class', async () => {
    const mine = await school.join('Luchs');
    const other = await school.join('Wolf');
    const events: string[] = [];
    other.socket.onAny((name: string) => events.push(name));
    await mine.socket.emitWithAck('workspace:save', { base: 0, blocks: { a: 1 }, tab: 't' });
    await other.socket.emitWithAck('virtual:state', { state: 'idle', error: null });
    expect(events).toEqual([]);
  });
});

describe('a page that sends nonsense', () => {
  it.each<[string, unknown[]]>([
    ['nothing', []],
    ['null', [null]],
    ['a text', ['save this']],
    ['the wrong fields', [{ base: 'one', blocks: [], tab: '' }]],
    ['a negative version', [{ base: -1, blocks: {}, tab: 't' }]],
  ])('such as %s gets a problem', async (_, args) => {
    const { socket } = await school.join('Reh');
    const untyped = socket as unknown as { emitWithAck(name: string, ...args: unknown[]): Promise<unknown> };
    expect(await refusalOf(untyped.emitWithAck('workspace:save', ...args))).toBe('request-invalid');
  });

  it('such as events that nobody knows, or without a listener for the answer, is ignored', async () => {
    const { socket } = await school.join('Hase');
    const untyped = socket as unknown as { emit(name: string, ...args: unknown[]): void };
    untyped.emit('server:shut-down', {});
    untyped.emit('workspace:save', { base: 0, blocks: {}, tab: 't' });
    untyped.emit('workspace:save');
    const answer = await socket.emitWithAck('virtual:state', { state: 'idle', error: null });
    expect(answer).toEqual({ ok: true, result: {} });
  });

  it('and in a loop is slowed down, alone', async () => {
    const wild = await school.join('Wiesel');
    const calm = await school.join('Schnecke');
    const answers = await Promise.all(
      Array.from({ length: 200 }, () =>
        wild.socket.emitWithAck('virtual:state', { state: 'idle', error: null }),
      ),
    );
    const refused = answers.filter((answer) => !answer.ok);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused[0]).toMatchObject({ problem: { code: 'too-many-requests' } });
    expect(await calm.socket.emitWithAck('virtual:state', { state: 'idle', error: null })).toMatchObject({
      ok: true,
    });
  });
});

describe('a connection', () => {
  it('without a namespace of ours is refused', async () => {
    const socket = io(school.origin, { forceNew: true, transports: ['websocket'] });
    expect(await new Promise((resolve) => socket.once('connect_error', resolve))).toMatchObject({
      message: 'unknown namespace',
    });
    socket.disconnect();
  });

  it('that sends megabytes without ever being let in is ended', async () => {
    const path = '/socket.io/?EIO=4&transport=websocket';
    const socket = new WebSocket(school.origin.replace('http', 'ws') + path);
    const ended = once(socket, 'close');
    await once(socket, 'open');
    // As socket.io asks for a namespace, with a token that is none.
    const request = `40/pupil,${JSON.stringify({ token: 'x'.repeat(1024 * 1024) })}`;
    for (let count = 0; count < 10; count += 1) socket.send(request);
    await ended;
  });

  it.each([{}, { token: '' }, { token: 'made-up' }, { token: 7 }, { token: 'x'.repeat(10_000) }])(
    'with %j instead of a seat’s token is refused',
    async (auth) => {
      expect(await refusalOf(school.openPage(auth.token as string))).toBe('seat-token-invalid');
    },
  );
});
