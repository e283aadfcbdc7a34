import type { IncomingHttpHeaders } from 'node:http';
import type { Request, Router } from 'express';
import type { Logger } from 'pino';
import type * as z from 'zod/mini';
import { admit } from './admit.ts';
import type { Audience, UploadEndpoint } from './contract/endpoint.ts';
import type { PersonView } from './contract/endpoints.ts';
import { Guesses } from './guesses.ts';
import { invalidInput } from './invalid-input.ts';
import type { Call, Mount } from './mount.ts';
import { queryOf } from './query.ts';
import { readUpload, receiveUpload, takeRest } from './read-upload.ts';
import { sendFile } from './send-file.ts';

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

  /** Who asks, if they may; an answer that is not theirs is refused before anything is read. */
  async function admitted<Who extends Audience>(audience: Who, request: Request, ofOneself = false) {
    const person = audience === 'everyone' ? null : await session(request.headers);
    // An adult exactly when the audience is one of adults: `admit` has seen to that.
    return admit(audience, person, request.method !== 'GET' && !ofOneself) as Call<
      unknown,
      unknown,
      Who
    >['person'];
  }

  function watched<Answer>(
    endpoint: { guessable?: boolean; path: string },
    request: Request,
    answer: () => Promise<Answer>,
  ): Promise<Answer> {
    return endpoint.guessable ? guesses.watch(endpoint.path, request.ip ?? '', answer) : answer();
  }

  /** Answers an upload, of which the work reads as much as it wants. */
  function taken<
    Params extends z.ZodMiniType,
    Query extends z.ZodMiniType,
    Result extends z.ZodMiniType,
    Who extends Audience,
  >(
    endpoint: UploadEndpoint<Params, Query, Result, Who>,
    work: (call: Call<z.output<Params>, z.output<Query>, Who>) => Promise<z.input<Result>> | z.input<Result>,
  ): void {
    router.post(endpoint.path, async (request, response) => {
      try {
        const person = await admitted(endpoint.audience, request);
        const params = parse(endpoint.params, request.params);
        const body = parse(endpoint.query, queryOf(request));
        const result = endpoint.result.parse(await work({ params, body, person, request }));
        response.set('cache-control', 'no-store').json(result);
      } catch (error) {
        await takeRest(request, endpoint.maxBytes);
        throw error;
      }
    });
  }

  return {
    endpoint(endpoint, handler) {
      const method = endpoint.method.toLowerCase() as 'get' | 'post' | 'put' | 'delete';
      router[method](endpoint.path, async (request, response) => {
        const result = await watched(endpoint, request, async () => {
          const person = await admitted(endpoint.audience, request, endpoint.ofOneself);
          const params = parse(endpoint.params, request.params);
          const body = parse(
            endpoint.body,
            endpoint.method === 'GET' ? queryOf(request) : (request.body ?? {}),
          );
          return endpoint.result.parse(await handler({ params, body, person, request }));
        });
        response.set('cache-control', 'no-store').json(result);
      });
    },

    file(endpoint, handler) {
      router.get(endpoint.path, async (request, response) => {
        const file = await watched(endpoint, request, async () => {
          const person = await admitted(endpoint.audience, request);
          const params = parse(endpoint.params, request.params);
          const body = parse(endpoint.query, queryOf(request));
          return handler({ params, body, person, request });
        });
        await sendFile(response, file);
      });
    },

    upload(endpoint, handler) {
      taken(endpoint, async (call) => {
        const bytes = await readUpload(call.request, endpoint.maxBytes);
        return handler({ ...call, bytes });
      });
    },

    largeUpload(endpoint, handler) {
      taken(endpoint, (call) =>
        handler({ ...call, receive: (path) => receiveUpload(call.request, endpoint.maxBytes, path) }),
      );
    },
  };
}

function parse<Schema extends z.ZodMiniType>(schema: Schema, input: unknown): z.output<Schema> {
  const parsed = schema.safeParse(input);
  if (!parsed.success) throw invalidInput(parsed.error);
  return parsed.data;
}
