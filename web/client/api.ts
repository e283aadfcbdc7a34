import type * as z from 'zod/mini';
import { type EndpointName, type Endpoints, endpoints } from '../../server/api/contract/endpoints.ts';
import { type CallOptions, callEndpoint } from './call-endpoint.ts';

/**
 * Calls an endpoint of the server's API by its name. It brings the whole contract along: the pupil's page, which
 * carries no more than it must, uses `callEndpoint`.
 *
 * @throws ProblemError see `callEndpoint`.
 */
export async function call<Name extends EndpointName>(
  name: Name,
  params: z.input<Endpoints[Name]['params']>,
  body: z.input<Endpoints[Name]['body']>,
  options?: CallOptions,
): Promise<z.output<Endpoints[Name]['result']>> {
  const result: unknown = await callEndpoint<z.ZodMiniType, z.ZodMiniType, z.ZodMiniType>(
    endpoints[name],
    params,
    body,
    options,
  );
  // The name says which of the results it is; the types of a union can't.
  return result as z.output<Endpoints[Name]['result']>;
}
