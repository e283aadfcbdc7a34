import type { Request } from 'express';
import { refusal } from './http-problem.ts';

/**
 * What a request carries in its address: JSON in `?query=`; an empty object without one.
 *
 * @throws HttpProblem `request-invalid` when it is no JSON.
 */
export function queryOf(request: Pick<Request, 'query'>): unknown {
  const { query } = request.query;
  if (query === undefined) return {};
  try {
    if (typeof query === 'string') return JSON.parse(query);
  } catch {
    // Refused below.
  }
  throw refusal(
    400,
    'request-invalid',
    'Der Server hat diese Anfrage nicht verstanden. Bitte laden Sie die Seite neu.',
    'The server did not understand this request. Please reload the page.',
  );
}
