import type { Request } from 'express';
import type * as z from 'zod/mini';
import type { Audience, Endpoint, FileEndpoint, UploadEndpoint } from './contract/endpoint.ts';
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

/** A file as an answer. */
export interface FileAnswer {
  /** Media type, with the charset where it is text. */
  readonly type: string;
  /** As it is called where it is kept: `Leihvertrag 2026-014.pdf`. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Shown in the browser rather than kept. */
  readonly inline?: boolean;
  /** Which bytes these are: browsers may keep them, and ask each time whether they may still show them. */
  readonly tag?: string;
}

/** Puts endpoints of the contract into service. */
export interface Mount {
  endpoint<
    Params extends z.ZodMiniType,
    Body extends z.ZodMiniType,
    Result extends z.ZodMiniType,
    Who extends Audience,
  >(endpoint: Endpoint<Params, Body, Result, Who>, handler: Handler<Params, Body, Result, Who>): void;
  /** `body` of the call is the query. */
  file<Params extends z.ZodMiniType, Query extends z.ZodMiniType, Who extends Audience>(
    endpoint: FileEndpoint<Params, Query, Who>,
    handler: (call: Call<z.output<Params>, z.output<Query>, Who>) => Promise<FileAnswer> | FileAnswer,
  ): void;
  /** `body` of the call is the query. */
  upload<
    Params extends z.ZodMiniType,
    Query extends z.ZodMiniType,
    Result extends z.ZodMiniType,
    Who extends Audience,
  >(
    endpoint: UploadEndpoint<Params, Query, Result, Who>,
    handler: (
      call: Call<z.output<Params>, z.output<Query>, Who> & { readonly bytes: Buffer },
    ) => Promise<z.input<Result>> | z.input<Result>,
  ): void;
  /**
   * Like `upload`, for files that memory has no room for: nothing is read before the handler asks for it, so it can refuse
   * before. `receive` writes the file to a new path, which the handler removes.
   */
  largeUpload<
    Params extends z.ZodMiniType,
    Query extends z.ZodMiniType,
    Result extends z.ZodMiniType,
    Who extends Audience,
  >(
    endpoint: UploadEndpoint<Params, Query, Result, Who>,
    handler: (
      call: Call<z.output<Params>, z.output<Query>, Who> & {
        readonly receive: (path: string) => Promise<void>;
      },
    ) => Promise<z.input<Result>> | z.input<Result>,
  ): void;
}
