import * as z from 'zod/mini';
import { decode, encode } from '../contract/codec.ts';
import { type envelope, type Reply, replySchema } from '../contract/command.ts';
import { type Problem, ProblemError, problem } from '../contract/problem.ts';
import type { SelfTestResult } from '../contract/self-test.ts';
import type { Log } from './log.ts';
import type { ServerClock } from './server-clock.ts';

/** What every order carries. */
type Envelope = { readonly [Key in keyof typeof envelope]: z.infer<(typeof envelope)[Key]> };

/** How an order went: `undefined` or a result is success, a problem is a refusal; what fails on the way is thrown. */
export type Outcome = Problem | { readonly result: SelfTestResult } | undefined;

export interface OrderDeskOptions {
  readonly serverClock: ServerClock;
  readonly reply: (payload: string) => void;
  readonly log: Log;
}

/** Where orders of the server arrive: each id is done once, in time, and answered. */
export interface OrderDesk {
  /**
   * @param handle begins the order before it returns its promise; a thrown ProblemError is a failure.
   * @param isAnswered left out: every order is; one that is not is not remembered either.
   */
  take<Order extends Envelope>(
    schema: z.ZodMiniType<Order>,
    payload: Uint8Array,
    maxBytes: number,
    handle: (order: Order) => Promise<Outcome>,
    isAnswered?: (order: Order) => boolean,
  ): Promise<void>;
}

/** Answers that are remembered; MQTT delivers an order again within seconds, not after hundreds of others. */
const remembered = 256;

const idSchema = z.object({ id: replySchema.shape.id });

export function createOrderDesk({ serverClock, reply, log }: OrderDeskOptions): OrderDesk {
  const answers = new Map<string, Reply>();

  const answer = (message: Reply) => {
    answers.set(message.id, message);
    const oldest = answers.size > remembered ? answers.keys().next().value : undefined;
    if (oldest !== undefined) answers.delete(oldest);
    reply(encode(replySchema, message));
  };

  return {
    async take(schema, payload, maxBytes, handle, isAnswered = () => true) {
      let order: z.output<typeof schema>;
      try {
        order = decode(schema, payload, maxBytes);
      } catch (error) {
        const refused = asProblem(error);
        log.warn({ problem: refused }, 'an order of the server was not understood');
        const id = idOf(payload, maxBytes);
        if (id) answer({ id, state: 'rejected', problem: refused });
        return;
      }
      serverClock.observe(order.sentAt);
      const respond = isAnswered(order) ? answer : () => undefined;
      const known = answers.get(order.id);
      if (known) {
        reply(encode(replySchema, known));
        return;
      }
      if ((serverClock.now() ?? order.sentAt) > order.expiresAt) {
        respond({ id: order.id, state: 'timed-out', problem: expired });
        return;
      }
      try {
        const done = handle(order);
        respond({ id: order.id, state: 'in-progress' });
        const outcome = await done;
        respond(
          outcome === undefined || 'result' in outcome
            ? { id: order.id, state: 'succeeded', ...outcome }
            : { id: order.id, state: 'rejected', problem: outcome },
        );
      } catch (error) {
        if (!(error instanceof ProblemError)) log.error({ error }, 'an order failed unexpectedly');
        respond({ id: order.id, state: 'failed', problem: asProblem(error) });
      }
    },
  };
}

const expired = problem(
  'order-expired',
  'Der Auftrag kam zu spät an und wurde nicht mehr ausgeführt. Versuche es noch einmal.',
  'The order arrived too late and was not carried out. Try again.',
);

function asProblem(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  return problem(
    'agent-failed',
    'Auf dem Pi ist etwas schiefgegangen. Versuche es noch einmal.',
    'Something went wrong on the Pi. Try again.',
    String(error),
  );
}

/** The id of an order that is otherwise wrong, so that its sender need not wait for nothing. */
function idOf(payload: Uint8Array, maxBytes: number): string | undefined {
  try {
    return decode(idSchema, payload, maxBytes).id;
  } catch {
    return undefined;
  }
}
