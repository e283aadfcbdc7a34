import type { z } from 'zod';

/** Who may call an endpoint; `staff` may do what a `teacher` may. */
export type Audience = 'everyone' | 'pupil' | 'teacher' | 'staff';

/** One endpoint of the HTTP API: validation, the browser's client and the OpenAPI document all come from it. */
export interface Endpoint<
  Params extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Result extends z.ZodType = z.ZodType,
> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Express form: `/api/classes/:classId/end`. */
  readonly path: `/api/${string}`;
  readonly summary: string;
  readonly audience: Audience;
  /** What the path's parameters hold. */
  readonly params: Params;
  readonly body: Body;
  readonly result: Result;
}

/** Keeps an endpoint's types as narrow as they are written. */
export function endpoint<Params extends z.ZodType, Body extends z.ZodType, Result extends z.ZodType>(
  definition: Endpoint<Params, Body, Result>,
): Endpoint<Params, Body, Result> {
  return definition;
}
