import * as z from 'zod/mini';

/** What the endpoints of lending have in common. */

export const none = z.object({});
export const id = z.string().check(z.minLength(1), z.maxLength(64));
/** ms since 1970. */
export const instant = z.int();
/** A day without a time: `2026-11-22`. */
export const dayText = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/));
export const shortText = z.string().check(z.trim(), z.minLength(1), z.maxLength(120));
/** May be empty. */
export const lineText = z.string().check(z.trim(), z.maxLength(200));
export const longText = z.string().check(z.trim(), z.maxLength(4000));
/** Euro cents. */
export const cents = z.int().check(z.gte(0), z.lte(100_000_000));
export const count = z.int().check(z.gte(0), z.lte(100_000));

/** One page of a long list. */
export const pageQuery = {
  /** Words and qualifiers, such as `state:out schule:mainz pi 7`. */
  text: z.optional(z.string().check(z.maxLength(200))),
  /** Skips so many. */
  offset: z.optional(z.int().check(z.gte(0))),
  /** At most so many; 50 when left out. */
  limit: z.optional(z.int().check(z.gte(1), z.lte(500))),
};

/** A school, in a line. */
export const schoolLineSchema = z.object({ id: z.string(), name: z.string(), city: z.string() });

/** Somebody with an account; null in place of it: the account is gone, or the server did it. */
export const personLineSchema = z.object({ id: z.string(), name: z.string() });
export type PersonLine = z.infer<typeof personLineSchema>;
