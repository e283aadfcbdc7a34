import type * as z from 'zod/mini';

/** Who may call an endpoint; `staff` may do what a `teacher` may. Pupils speak over the live connection alone. */
export type Audience = 'everyone' | 'teacher' | 'staff';

/** One endpoint of the HTTP API: validation, the browser's client and the OpenAPI document all come from it. */
export interface Endpoint<
  Params extends z.ZodMiniType = z.ZodMiniType,
  Body extends z.ZodMiniType = z.ZodMiniType,
  Result extends z.ZodMiniType = z.ZodMiniType,
  Who extends Audience = Audience,
> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Express form: `/api/classes/:classId/end`. */
  readonly path: `/api/${string}`;
  readonly summary: string;
  readonly audience: Who;
  /** Its failures would let somebody guess a code, a link or a password: they are limited hard. */
  readonly guessable?: boolean;
  /** What the path's parameters hold. */
  readonly params: Params;
  readonly body: Body;
  readonly result: Result;
}

/** Keeps an endpoint's types as narrow as they are written. */
export function endpoint<
  Params extends z.ZodMiniType,
  Body extends z.ZodMiniType,
  Result extends z.ZodMiniType,
  const Who extends Audience,
>(definition: Endpoint<Params, Body, Result, Who>): Endpoint<Params, Body, Result, Who> {
  return definition;
}

/** The path of one call: the parameters in their places, encoded. */
export function endpointPath(path: string, params: object): string {
  const values = new Map(Object.entries(params));
  return path.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(String(values.get(key))));
}
