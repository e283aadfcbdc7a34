import type * as z from 'zod/mini';

/**
 * Who may call an endpoint. `teacher` means every adult with an account, `staff` the association's people whatever their
 * duty, `logistics` those of them who may change things, `admin` those who also decide who may; see docs/security.md.
 * Staff whose duty is to read only are refused wherever something would change. Pupils speak over the live connection alone.
 */
export type Audience = 'everyone' | 'teacher' | 'staff' | 'logistics' | 'admin';

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
  /** It changes nothing but one's own account: also for staff who read only. */
  readonly ofOneself?: boolean;
  /** What the path's parameters hold. */
  readonly params: Params;
  /** With GET it travels in the address, as JSON in `?query=`. */
  readonly body: Body;
  readonly result: Result;
}

/** An endpoint that answers with a file, such as a PDF: opened by its address, `query` as JSON in `?query=`. */
export interface FileEndpoint<
  Params extends z.ZodMiniType = z.ZodMiniType,
  Query extends z.ZodMiniType = z.ZodMiniType,
  Who extends Audience = Audience,
> {
  readonly path: `/api/${string}`;
  readonly summary: string;
  readonly audience: Who;
  /** See `Endpoint.guessable`. */
  readonly guessable?: boolean;
  readonly params: Params;
  readonly query: Query;
  /** The media types that it answers with. */
  readonly produces: readonly string[];
}

/** An endpoint that takes a file as the request's body (POST, `application/octet-stream`), `query` as JSON in `?query=`. */
export interface UploadEndpoint<
  Params extends z.ZodMiniType = z.ZodMiniType,
  Query extends z.ZodMiniType = z.ZodMiniType,
  Result extends z.ZodMiniType = z.ZodMiniType,
  Who extends Audience = Audience,
> {
  readonly path: `/api/${string}`;
  readonly summary: string;
  readonly audience: Who;
  readonly params: Params;
  readonly query: Query;
  /** More is refused with `file-too-large` before it is kept. */
  readonly maxBytes: number;
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

/** See `endpoint`. */
export function fileEndpoint<
  Params extends z.ZodMiniType,
  Query extends z.ZodMiniType,
  const Who extends Audience,
>(definition: FileEndpoint<Params, Query, Who>): FileEndpoint<Params, Query, Who> {
  return definition;
}

/** See `endpoint`. */
export function uploadEndpoint<
  Params extends z.ZodMiniType,
  Query extends z.ZodMiniType,
  Result extends z.ZodMiniType,
  const Who extends Audience,
>(definition: UploadEndpoint<Params, Query, Result, Who>): UploadEndpoint<Params, Query, Result, Who> {
  return definition;
}

/** What a GET or a file's address carries beside its path: nothing when there is nothing to say. */
export function endpointQuery(query: object): string {
  const text = JSON.stringify(query);
  return text === '{}' ? '' : `?query=${encodeURIComponent(text)}`;
}

/** The path of one call: the parameters in their places, encoded. */
export function endpointPath(path: string, params: object): string {
  const values = new Map(Object.entries(params));
  return path.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(String(values.get(key))));
}
