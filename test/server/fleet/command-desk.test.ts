import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Reply } from '../../../device/contract/command.ts';
import { problem } from '../../../device/contract/problem.ts';
import { CommandDesk } from '../../../server/fleet/command-desk.ts';
import { secretOf, startTestBroker, type TestBroker } from '../../support/broker.ts';
import { ScriptedAgent } from '../../support/scripted-agent.ts';

let test: TestBroker;
let desk: CommandDesk;

beforeAll(async () => {
  test = await startTestBroker();
  desk = new CommandDesk(test.broker, Date.now);
  test.broker.on('reply', (id, reply) => desk.reply(id, reply));
});
afterAll(() => test.stop());

const stop = { channel: 'program', action: { type: 'stop' } } as const;

function agent(deviceId: string, script?: () => Omit<Reply, 'id'> | 'silence') {
  return ScriptedAgent.connect(
    { server: test.tcpUrl, deviceId, secret: secretOf(deviceId) },
    script && { script },
  );
}

describe('a command', () => {
  it('carries an id, when it was sent and until when it may begin', async () => {
    const pi = await agent('pi-1');
    const { id, state } = await desk.send('pi-1', stop, { timeout: 5000 });
    expect(state).toBe('succeeded');
    expect(pi.orders).toEqual([
      { id, sentAt: expect.any(Number), expiresAt: expect.any(Number), action: { type: 'stop' } },
    ]);
    const [order] = pi.orders;
    expect((order?.expiresAt ?? 0) - (order?.sentAt ?? 0)).toBe(5000);
    await pi.close();
  });

  it.each<[Reply['state'], string | null]>([
    ['succeeded', null],
    ['failed', 'device-failed'],
    ['rejected', 'device-rejected'],
    ['timed-out', 'device-no-answer'],
  ])('that %s without a reason ends with the problem %s', async (state, code) => {
    const pi = await agent('pi-2', () => ({ state }));
    const outcome = await desk.send('pi-2', stop);
    expect(outcome.state).toBe(state);
    expect(outcome.problem?.code ?? null).toBe(code);
    await pi.close();
  });

  it('that fails for a reason ends with that', async () => {
    const reason = problem('part-unknown', 'Dieses Teil gibt es nicht.', 'There is no such part.');
    const pi = await agent('pi-3', () => ({ state: 'failed', problem: reason }));
    expect((await desk.send('pi-3', stop)).problem).toEqual(reason);
    await pi.close();
  });

  it('in progress goes on until its outcome comes', async () => {
    const pi = await agent('pi-4', () => ({ state: 'in-progress' }));
    const outcome = desk.send('pi-4', stop);
    while (pi.orders.length === 0) await new Promise((done) => setTimeout(done, 5));
    await pi.reply(pi.orders[0]?.id ?? '', { state: 'succeeded' });
    await pi.reply(pi.orders[0]?.id ?? '', { state: 'failed' });
    expect(await outcome).toMatchObject({ state: 'succeeded', problem: null });
    await pi.close();
  });

  it('without an answer times out', async () => {
    const pi = await agent('pi-5', () => 'silence');
    expect(await desk.send('pi-5', stop, { timeout: 20 })).toMatchObject({ state: 'timed-out' });
    await pi.close();
  });

  it('is not ended by another device’s reply', async () => {
    const pi = await agent('pi-6', () => 'silence');
    const thief = await agent('pi-7');
    const outcome = desk.send('pi-6', stop, { timeout: 300 });
    while (pi.orders.length === 0) await new Promise((done) => setTimeout(done, 5));
    await thief.reply(pi.orders[0]?.id ?? '', { state: 'succeeded' });
    expect(await outcome).toMatchObject({ state: 'timed-out' });
    await Promise.all([pi.close(), thief.close()]);
  });

  it('that waits ends when the server stops', async () => {
    const waiting = new CommandDesk(test.broker, Date.now);
    const outcome = waiting.send('pi-8', stop);
    waiting.close();
    expect(await outcome).toMatchObject({ state: 'timed-out' });
  });
});
