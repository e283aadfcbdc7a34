import type { IncomingHttpHeaders } from 'node:http';
import type { Request, Router } from 'express';
import type { Logger } from 'pino';
import type * as z from 'zod/mini';
import type { Audience } from './contract/endpoint.ts';
import type { PersonView } from './contract/endpoints.ts';
import { Guesses } from './guesses.ts';
import { refusal } from './http-problem.ts';
import { invalidInput } from './invalid-input.ts';
import type { Call, Mount } from './mount.ts';

export interface MountParts {
  readonly router: Router;
  /** See `SessionLookup`. */
  readonly session: (headers: IncomingHttpHeaders) => Promise<PersonView | null>;
  /** Hears of those who guess. */
  readonly logger: Logger;
}

/** Makes the function that puts endpoints of the contract into service on a router. */
export function createMount({ router, session, logger }: MountParts): Mount {
  const guesses = new Guesses(logger);
  return (endpoint, handler) => {
    const method = endpoint.method.toLowerCase() as 'get' | 'post' | 'put' | 'delete';
    router[method](endpoint.path, async (request, response) => {
      const answer = async () => {
        const person = admit(endpoint.audience, await personFor(endpoint.audience, request));
        const params = parse(endpoint.params, request.params);
        const body = parse(endpoint.body, request.body ?? {});
        // `person` is an adult exactly when the audience is one of adults: `admit` has seen to that.
        const call = { params, body, person, request } as Call<
          typeof params,
          typeof body,
          typeof endpoint.audience
        >;
        return endpoint.result.parse(await handler(call));
      };
      const result = endpoint.guessable
        ? await guesses.watch(endpoint.path, request.ip ?? '', answer)
        : await answer();
      response.set('cache-control', 'no-store').json(result);
    });
  };

  async function personFor(audience: Audience, request: Request): Promise<PersonView | null> {
    return audience === 'everyone' ? null : session(request.headers);
  }
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
