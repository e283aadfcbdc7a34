import type { Presence } from '../../device/contract/presence.ts';

/** What the server knows of a device's connection: the newest announcement that counted. */
export type KnownPresence = Presence | undefined;

/**
 * The nonce rule. A broker sends the last will of a connection when it notices its death, which can be after the
 * device is back on a new one; the nonce tells whose will it is. An online always counts; an offline counts
 * only for the connection that is known.
 *
 * @returns what is known now; the same object when the announcement was stale.
 */
export function nextPresence(known: KnownPresence, announced: Presence): KnownPresence {
  if (announced.state === 'online') return announced;
  if (known === undefined || known.nonce === announced.nonce) return announced;
  return known;
}
