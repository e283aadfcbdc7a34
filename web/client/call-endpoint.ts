import type * as z from 'zod/mini';
import { ProblemError, problem } from '../../device/contract/problem.ts';
import { type Endpoint, endpointPath, endpointQuery } from '../../server/api/contract/endpoint.ts';
import { problemDetailsSchema } from '../../server/api/contract/problem-details.ts';

export interface CallOptions {
  /** Goes on its way also where the page is being left; for small bodies only (browsers allow 64 KiB of it in all). */
  readonly keepalive?: boolean;
}

/**
 * Calls an endpoint of the server's API.
 *
 * @throws ProblemError the server's problem, `no-connection` when it can't be reached, or `answer-unreadable`.
 */
export async function callEndpoint<
  Params extends z.ZodMiniType,
  Body extends z.ZodMiniType,
  Result extends z.ZodMiniType,
>(
  endpoint: Pick<Endpoint<Params, Body, Result>, 'method' | 'path' | 'params' | 'body' | 'result'>,
  params: z.input<Params>,
  body: z.input<Body>,
  options: CallOptions = {},
): Promise<z.output<Result>> {
  const path =
    endpointPath(endpoint.path, params as object) +
    (endpoint.method === 'GET' ? endpointQuery(body as object) : '');
  let response: Response;
  try {
    response = await fetch(path, {
      method: endpoint.method,
      credentials: 'same-origin',
      keepalive: options.keepalive ?? false,
      ...(endpoint.method === 'GET'
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
  } catch (cause) {
    throw new ProblemError(noConnection(), { cause });
  }
  const answer: unknown = await response.json().catch(() => undefined);
  if (!response.ok) {
    const details = problemDetailsSchema.safeParse(answer);
    throw new ProblemError(details.success ? details.data : unreadableAnswer(`HTTP ${response.status}`));
  }
  const parsed = endpoint.result.safeParse(answer);
  if (!parsed.success) throw new ProblemError(unreadableAnswer(parsed.error.message));
  return parsed.data;
}

export function noConnection() {
  return problem(
    'no-connection',
    'Der Server ist gerade nicht erreichbar. Prüfe das WLAN und versuche es noch einmal.',
    'The server can’t be reached right now. Check the Wi-Fi and try again.',
  );
}

export function unreadableAnswer(detail: string) {
  return problem(
    'answer-unreadable',
    'Der Server hat unerwartet geantwortet. Lade die Seite neu.',
    'The server gave an unexpected answer. Reload the page.',
    detail,
  );
}
