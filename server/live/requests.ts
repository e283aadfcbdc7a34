import type { Logger } from 'pino';
import type * as z from 'zod/mini';
import { type Problem, ProblemError, problem } from '../../device/contract/problem.ts';
import type { Answer } from './contract/live.ts';
import type { Allow } from './traffic.ts';

/** The requests of one namespace, as the contract lists them. */
type RequestMap = Readonly<
  Record<string, { readonly request: z.ZodMiniType; readonly result: z.ZodMiniType }>
>;

/** What answers each request; it gets the parsed request, and refuses by throwing a ProblemError. */
export type RequestHandlers<Map extends RequestMap> = {
  readonly [Name in keyof Map]: (
    request: z.output<Map[Name]['request']>,
  ) => Promise<z.input<Map[Name]['result']>>;
};

/** The part of a socket that requests need, whatever its events. */
interface RequestSource {
  on(event: string, listener: (...args: unknown[]) => void): unknown;
}

interface Answering {
  readonly schema: z.ZodMiniType;
  readonly handler: (request: unknown) => Promise<unknown>;
  readonly name: string;
  readonly allow: Allow;
  readonly logger: Logger;
}

/**
 * Answers the requests of a socket. Whatever arrives, the answer is an `Answer`: nothing a page sends can throw
 * out of here. Events that the contract does not know have no listener, so nothing happens.
 */
export function answerRequests<Map extends RequestMap>(
  socket: RequestSource,
  requests: Map,
  handlers: RequestHandlers<Map>,
  guard: { readonly allow: Allow; readonly logger: Logger },
): void {
  for (const name of Object.keys(requests)) {
    const schema = requests[name]?.request;
    // The types of a request and its handler belong together by `RequestHandlers`; a loop over names can't say so.
    const handler = handlers[name] as (request: unknown) => Promise<unknown>;
    if (!schema) continue;
    socket.on(name, (...args) => {
      const acknowledge = args.at(-1);
      void answer({ schema, handler, name, ...guard }, args[0]).then((given) => {
        if (typeof acknowledge === 'function') acknowledge(given);
      });
    });
  }
}

async function answer(
  { schema, handler, name, allow, logger }: Answering,
  given: unknown,
): Promise<Answer<unknown>> {
  try {
    const refused = await allow();
    if (refused) return { ok: false, problem: refused };
    const parsed = schema.safeParse(given);
    if (!parsed.success) return { ok: false, problem: invalid(parsed.error) };
    return { ok: true, result: await handler(parsed.data) };
  } catch (error) {
    if (error instanceof ProblemError) return { ok: false, problem: error.problem };
    logger.error({ err: error, request: name }, 'a live request failed');
    return { ok: false, problem: failed() };
  }
}

function invalid(error: z.core.$ZodError): Problem {
  return problem(
    'request-invalid',
    'Das konnte der Server nicht lesen. Lade die Seite neu.',
    'The server could not read that. Reload the page.',
    error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '),
  );
}

function failed(): Problem {
  return problem(
    'server-error',
    'Auf dem Server ist etwas schiefgegangen. Versuche es noch einmal; deine Arbeit ist noch da.',
    'Something went wrong on the server. Try again; your work is still here.',
  );
}
