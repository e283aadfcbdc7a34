import { describe, expect, it } from 'vitest';
import { createOrderDesk, type Outcome } from '../../../device/agent/order-desk.ts';
import { createServerClock } from '../../../device/agent/server-clock.ts';
import { encode } from '../../../device/contract/codec.ts';
import { type Command, commandSchema, type Reply } from '../../../device/contract/command.ts';
import { limits } from '../../../device/contract/limits.ts';
import { ProblemError, problem } from '../../../device/contract/problem.ts';
import { silentLog } from '../../support/silent-log.ts';

const trouble = problem('some-trouble', 'Etwas ging schief.', 'Something went wrong.');

function bench() {
  let local = 0;
  const replies: Reply[] = [];
  const done: string[] = [];
  const desk = createOrderDesk({
    serverClock: createServerClock(() => local),
    reply: (payload) => replies.push(JSON.parse(payload)),
    log: silentLog,
  });
  return {
    replies,
    done,
    wait(ms: number) {
      local += ms;
    },
    take: (
      payload: string,
      handle: () => Promise<Outcome> = async () => undefined,
      isAnswered?: (order: Command) => boolean,
    ) =>
      desk.take(
        commandSchema,
        Buffer.from(payload),
        limits.payloadBytes,
        async (order) => {
          done.push(order.id);
          return handle();
        },
        isAnswered,
      ),
  };
}

function order(change: Partial<Command> = {}): string {
  const sentAt = 1_800_000_000_000;
  return encode(commandSchema, {
    id: 'order-0001',
    sentAt,
    expiresAt: sentAt + 5000,
    action: { type: 'identify' },
    ...change,
  });
}

/** How an order may go. */
const outcomes = [
  { story: 'success', handle: async () => undefined, last: { state: 'succeeded' } },
  { story: 'a refusal', handle: async () => trouble, last: { state: 'rejected', problem: trouble } },
  {
    story: 'a failure',
    handle: () => Promise.reject(new ProblemError(trouble)),
    last: { state: 'failed', problem: trouble },
  },
  {
    story: 'an unexpected failure',
    handle: () => Promise.reject(new Error('boom')),
    last: { state: 'failed', problem: { code: 'agent-failed' } },
  },
];

describe('the desk for the server’s orders', () => {
  it.each(outcomes)('says nothing to an order that is not answered: $story', async ({ handle }) => {
    const { take, replies, done } = bench();
    await take(order(), handle, () => false);
    expect(done).toEqual(['order-0001']);
    expect(replies).toEqual([]);
  });

  it.each(outcomes)('answers that it began, and then $story', async ({ handle, last }) => {
    const { replies, take } = bench();
    await take(order(), handle);
    expect(replies).toMatchObject([
      { id: 'order-0001', state: 'in-progress' },
      { id: 'order-0001', ...last },
    ]);
  });

  it('does an order once and answers it again', async () => {
    const { replies, done, take } = bench();
    await take(order());
    await take(order());
    expect(done).toEqual(['order-0001']);
    expect(replies.map((reply) => reply.state)).toEqual(['in-progress', 'succeeded', 'succeeded']);
  });

  it('answers an order that is still being done with how far it is', async () => {
    const { replies, done, take } = bench();
    let finish: (outcome: Outcome) => void = () => {};
    const first = take(order(), () => new Promise((resolve) => (finish = resolve)));
    await take(order());
    expect(replies.map((reply) => reply.state)).toEqual(['in-progress', 'in-progress']);
    finish(undefined);
    await first;
    expect(done).toHaveLength(1);
  });

  it('does not begin what has expired by the server’s clock, however wrong the local clock is', async () => {
    const { replies, done, take, wait } = bench();
    await take(order());
    wait(6000);
    await take(order({ id: 'order-0002' }));
    expect(done).toEqual(['order-0001']);
    expect(replies.at(-1)).toMatchObject({
      id: 'order-0002',
      state: 'timed-out',
      problem: { code: 'order-expired' },
    });
  });

  it('begins what is just in time', async () => {
    const { done, take, wait } = bench();
    await take(order());
    wait(5000);
    await take(order({ id: 'order-0002' }));
    expect(done).toEqual(['order-0001', 'order-0002']);
  });

  it.each([
    { wrong: 'no JSON', payload: 'hello', answered: [] },
    { wrong: 'no id', payload: '{}', answered: [] },
    {
      wrong: 'an id but no known action',
      payload: '{"id":"order-0009","action":{"type":"dance"}}',
      answered: ['rejected'],
    },
  ])('survives what is no order: $wrong', async ({ payload, answered }) => {
    const { replies, done, take } = bench();
    await take(payload);
    expect(done).toEqual([]);
    expect(replies.map((reply) => reply.state)).toEqual(answered);
  });

  it('remembers enough, not everything', async () => {
    const { done, take } = bench();
    for (let number = 0; number < 300; number += 1) await take(order({ id: `order-${1000 + number}` }));
    await take(order({ id: 'order-1299' }));
    expect(done).toHaveLength(300);
    await take(order({ id: 'order-1000' }));
    expect(done).toHaveLength(301);
  });
});
