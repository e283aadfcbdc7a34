import * as z from 'zod/mini';

/**
 * `presence` (agent, retained, QoS 1): published as online after each connect, and left with the broker as the
 * last will with state offline. Each connection draws a fresh `nonce`; an offline whose nonce is not that of
 * the newest online is a stale will and is ignored.
 */
export const presenceSchema = z.object({
  state: z.enum(['online', 'offline']),
  /** Fresh for each connection, at least 8 random characters. */
  nonce: z.string().check(z.minLength(8), z.maxLength(64)),
});

export type Presence = z.infer<typeof presenceSchema>;
