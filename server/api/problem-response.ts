import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import { type Problem, ProblemError, problem } from '../../device/contract/problem.ts';
import { DatabaseAway } from '../storage/database-away.ts';
import type { ProblemDetails } from './contract/problem-details.ts';
import { HttpProblem, refusal } from './http-problem.ts';

/** Answers with a problem as RFC 9457 has it. */
export function sendProblem(response: Response, status: number, what: Problem): void {
  const details: ProblemDetails = {
    ...what,
    type: `about:steckbrett/${what.code}`,
    title: what.message.en,
    status,
  };
  response
    .status(status)
    .set('cache-control', 'no-store')
    .type('application/problem+json')
    .send(JSON.stringify(details));
}

/** What lies under `/api` and is no endpoint. */
export const unknownEndpoint: RequestHandler = (request) => {
  throw refusal(
    404,
    'endpoint-unknown',
    `Unter ${request.method} ${request.originalUrl.slice(0, 100)} gibt es hier nichts.`,
    `There is nothing here at ${request.method} ${request.originalUrl.slice(0, 100)}.`,
  );
};

/** Turns whatever was thrown into a problem; what is our own fault is logged, and told to nobody else. */
export function problemHandler(logger: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);
    const [status, what] = toProblem(error);
    if (status >= 500) {
      // Addresses may hold secrets, such as an invitation's or a calendar's: the log tells what was asked, not of what.
      const path = request.route?.path ?? request.path;
      logger.error({ err: error, method: request.method, path }, 'request failed');
    }
    sendProblem(response, status, what);
  };
}

function toProblem(error: unknown): [status: number, problem: Problem] {
  if (error instanceof HttpProblem) return [error.status, error.problem];
  if (error instanceof DatabaseAway) return [503, error.problem];
  if (error instanceof ProblemError) return [400, error.problem];
  const status = bodyParserStatus(error);
  if (status === 413) {
    return [
      413,
      problem(
        'body-too-large',
        'Das ist zu groß für den Server. Bitte kürzen Sie es.',
        'That is too large for the server. Please make it shorter.',
        message(error),
      ),
    ];
  }
  if (status !== undefined) {
    return [
      status,
      problem(
        'request-unreadable',
        'Der Server konnte die Anfrage nicht lesen. Bitte laden Sie die Seite neu.',
        'The server could not read the request. Please reload the page.',
        message(error),
      ),
    ];
  }
  return [
    500,
    problem(
      'internal-error',
      'Hier ist etwas schiefgegangen, das nicht an Ihnen liegt. Versuchen Sie es bitte noch einmal.',
      'Something went wrong here; it is not your fault. Please try again.',
    ),
  ];
}

/** Express and its body parser (http-errors) mark what the client did wrong with a 4xx status. */
function bodyParserStatus(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('status' in error) || typeof error.status !== 'number') return undefined;
  return error.status >= 400 && error.status < 500 ? error.status : undefined;
}

function message(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
