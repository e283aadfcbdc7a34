import type { DeviceView, SeatView } from '../../server/live/contract/live.ts';

/** What a teacher has to know of a seat first, the most pressing first. */
export const seatConditions = ['error', 'disconnected', 'pi-offline', 'running', 'idle'] as const;
export type SeatCondition = (typeof seatConditions)[number];

/** The condition of a seat; `device` is the seat's Pi, if it has one. */
export function seatCondition(seat: SeatView, device: DeviceView | undefined): SeatCondition {
  if (seat.lastError) return 'error';
  if (!seat.connected) return 'disconnected';
  if (device && !device.online) return 'pi-offline';
  return seat.program.state;
}

const byName = new Intl.Collator('de', { numeric: true, sensitivity: 'base' });

/** Seats by who needs help first, then by nickname. */
export function byNeed(seats: readonly SeatView[], devices: readonly DeviceView[]): SeatView[] {
  const device = new Map(devices.map((one) => [one.id, one]));
  const rank = new Map(
    seats.map((seat) => [
      seat.id,
      seatConditions.indexOf(seatCondition(seat, device.get(seat.deviceId ?? ''))),
    ]),
  );
  return seats.toSorted(
    (a, b) =>
      rank.get(a.id)! - rank.get(b.id)! || byName.compare(a.nickname, b.nickname) || a.joinedAt - b.joinedAt,
  );
}

/**
 * The seats in the order in which they were shown before, new ones at the end: for as long as somebody points at
 * a card, so that no card moves away under the finger.
 */
export function inShownOrder(seats: readonly SeatView[], shown: readonly string[]): SeatView[] {
  const place = new Map(shown.map((id, index) => [id, index]));
  return seats.toSorted((a, b) => (place.get(a.id) ?? shown.length) - (place.get(b.id) ?? shown.length));
}
