import * as z from 'zod/mini';

/**
 * What every refusal looks like, on every floor: a stable code for programs, and one sentence in German
 * and in English for people, which says what happened and what to do next.
 */
export const problemSchema = z.object({
  /** Stable, kebab-case: `program-too-large`. */
  code: z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), z.maxLength(64)),
  message: z.object({ de: z.string().check(z.maxLength(1000)), en: z.string().check(z.maxLength(1000)) }),
  /** For engineers: the machine's own words, never needed to understand the sentence. */
  detail: z.optional(z.string().check(z.maxLength(2000))),
});

export type Problem = z.infer<typeof problemSchema>;

/** Makes a problem; `detail` is cut to what the schema takes. */
export function problem(code: string, de: string, en: string, detail?: string): Problem {
  return { code, message: { de, en }, ...(detail === undefined ? {} : { detail: detail.slice(0, 2000) }) };
}

/** An error that carries its problem to the border where it is shown. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(what: Problem, options?: ErrorOptions) {
    super(`${what.code}: ${what.message.en}`, options);
    this.name = 'ProblemError';
    this.problem = what;
  }
}
