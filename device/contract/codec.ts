import type * as z from 'zod/mini';
import { ProblemError, problem } from './problem.ts';

/** Encodes a message of the contract as JSON, UTF-8. */
export function encode<Schema extends z.ZodMiniType>(schema: Schema, message: z.input<Schema>): string {
  return JSON.stringify(schema.parse(message));
}

/**
 * Decodes and validates a payload at the border.
 *
 * @throws ProblemError `payload-too-large`, `payload-not-json` or `payload-invalid`.
 */
export function decode<Schema extends z.ZodMiniType>(
  schema: Schema,
  payload: string | Uint8Array,
  maxBytes: number,
): z.output<Schema> {
  const size = typeof payload === 'string' ? new TextEncoder().encode(payload).length : payload.byteLength;
  if (size > maxBytes) {
    throw new ProblemError(
      problem(
        'payload-too-large',
        `Die Nachricht ist zu groß (${size} Byte, erlaubt sind ${maxBytes}).`,
        `The message is too large (${size} bytes, ${maxBytes} are allowed).`,
      ),
    );
  }
  let value: unknown;
  try {
    value = JSON.parse(typeof payload === 'string' ? payload : new TextDecoder().decode(payload));
  } catch (cause) {
    throw new ProblemError(
      problem('payload-not-json', 'Die Nachricht ist kein JSON.', 'The message is not JSON.', String(cause)),
      { cause },
    );
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    const where = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
    throw new ProblemError(
      problem(
        'payload-invalid',
        'Die Nachricht hat nicht die vereinbarte Form.',
        'The message does not have the agreed shape.',
        where,
      ),
    );
  }
  return parsed.data;
}
