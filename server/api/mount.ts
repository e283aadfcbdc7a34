import type { Request } from 'express';
import type * as z from 'zod/mini';
import type { Audience, Endpoint } from './contract/endpoint.ts';
import type { PersonView } from './contract/endpoints.ts';

/** What a handler gets: everything parsed, and the adult where the endpoint asks for one. */
export interface Call<Params, Body, Who extends Audience> {
  readonly params: Params;
  readonly body: Body;
  readonly person: Who extends 'everyone' ? null : PersonView;
  /** The raw request, for its headers and address only. */
  readonly request: Request;
}

/** Answers one endpoint; throws `HttpProblem` (or `ProblemError`, then the status is 400) to refuse. */
export type Handler<
  Params extends z.ZodMiniType,
  Body extends z.ZodMiniType,
  Result extends z.ZodMiniType,
  Who extends Audience,
> = (call: Call<z.output<Params>, z.output<Body>, Who>) => Promise<z.input<Result>> | z.input<Result>;

/** Puts an endpoint of the contract into service. */
export type Mount = <
  Params extends z.ZodMiniType,
  Body extends z.ZodMiniType,
  Result extends z.ZodMiniType,
  Who extends Audience,
>(
  endpoint: Endpoint<Params, Body, Result, Who>,
  handler: Handler<Params, Body, Result, Who>,
) => void;
