import type { Recipient } from '../../device/contract/peer-message.ts';

/**
 * Who gets a message in a ring of seats: the next one, the one before, or all others, beginning with the next. Alone,
 * one writes to oneself.
 *
 * @param ring in the order of joining, the sender among them; without it, nobody gets anything.
 */
export function recipientsOf<Seat extends { readonly id: string }>(
  ring: readonly Seat[],
  senderId: string,
  to: Recipient,
): readonly Seat[] {
  const place = ring.findIndex(({ id }) => id === senderId);
  if (place === -1) return [];
  const others = [...ring.slice(place + 1), ...ring.slice(0, place)];
  if (others.length === 0) return ring;
  if (to === 'all') return others;
  return [others.at(to === 'next' ? 0 : -1)].filter((seat) => seat !== undefined);
}
