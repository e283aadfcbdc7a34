import type { IncomingHttpHeaders } from 'node:http';
import type { Request, Router } from 'express';
import type * as z from 'zod/mini';
import { Attempts, guessableRate } from './attempts.ts';
import type { Audience } from './contract/endpoint.ts';
import type { PersonView } from './contract/endpoints.ts';
import { HttpProblem, refusal } from './http-problem.ts';
import { invalidInput } from './invalid-input.ts';
import type { Call, Mount } from './mount.ts';

export interface MountParts {
  readonly router: Router;
  /** See `SessionLookup`. */
  readonly session: (headers: IncomingHttpHeaders) => Promise<PersonView | null>;
}

/** Makes the function that puts endpoints of the contract into service on a router. */
export function createMount({ router, session }: MountParts): Mount {
  const attempts = new Attempts(guessableRate);
  return (endpoint, handler) => {
    const method = endpoint.method.toLowerCase() as 'get' | 'post' | 'put' | 'delete';
    router[method](endpoint.path, async (request, response) => {
      const party = `${endpoint.path} ${request.ip}`;
      if (endpoint.guessable) await attempts.check(party);
      try {
        const person = admit(endpoint.audience, await personFor(endpoint.audience, request));
        const params = parse(endpoint.params, request.params);
        const body = parse(endpoint.body, request.body ?? {});
        // `person` is an adult exactly when the audience is one of adults: `admit` has seen to that.
        const call = { params, body, person, request } as Call<
          typeof params,
          typeof body,
          typeof endpoint.audience
        >;
        const result = await handler(call);
        response.set('cache-control', 'no-store').json(endpoint.result.parse(result));
      } catch (error) {
        if (endpoint.guessable && wasGuess(error)) await attempts.failed(party);
        if (endpoint.guessable && wasLate(error)) await attempts.succeeded(party);
        throw error;
      }
      if (endpoint.guessable) await attempts.succeeded(party);
    });
  };

  async function personFor(audience: Audience, request: Request): Promise<PersonView | null> {
    return audience === 'everyone' ? null : session(request.headers);
  }
}

/** A nickname that does not fit, or an e-mail address that is taken, tells nothing about a code. */
function wasGuess(error: unknown): boolean {
  return error instanceof HttpProblem && [401, 403, 404].includes(error.status);
}

/** What was right and is over was known, not guessed: a class that tries again after its lesson shuts nobody out. */
function wasLate(error: unknown): boolean {
  return error instanceof HttpProblem && error.status === 410;
}

function parse<Schema extends z.ZodMiniType>(schema: Schema, input: unknown): z.output<Schema> {
  const parsed = schema.safeParse(input);
  if (!parsed.success) throw invalidInput(parsed.error);
  return parsed.data;
}

function admit(audience: Audience, person: PersonView | null): PersonView | null {
  if (audience === 'everyone') return null;
  if (!person) {
    throw refusal(401, 'sign-in-needed', 'Bitte melden Sie sich an.', 'Please sign in.');
  }
  if (audience === 'staff' && person.role !== 'staff') {
    throw refusal(
      403,
      'staff-only',
      'Das darf nur das Team des Vereins.',
      'Only the association’s staff may do this.',
    );
  }
  return person;
}
