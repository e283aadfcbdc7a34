import type { DeviceView, SeatView } from '../../server/live/contract/live.ts';

/** What a teacher has to know of a seat first, the most pressing first. */
export const seatConditions = [
  'hand',
  'error',
  'disconnected',
  'pi-offline',
  'stuck',
  'running',
  'idle',
] as const;
export type SeatCondition = (typeof seatConditions)[number];

/** Minutes without a change after which somebody may be stuck. */
export const stuckAfter = 4;

/** Those in which somebody should go and look. */
const needy: ReadonlySet<SeatCondition> = new Set(['hand', 'error', 'disconnected', 'pi-offline', 'stuck']);

/** Whether a seat in this condition needs help. */
export function needsHelp(condition: SeatCondition): boolean {
  return needy.has(condition);
}

/**
 * The condition of a seat.
 *
 * @param device the seat's Pi, if it has one.
 * @param still for how many minutes nothing has changed there.
 */
export function seatCondition(seat: SeatView, device: DeviceView | undefined, still = 0): SeatCondition {
  if (seat.handPlace !== null) return 'hand';
  if (seat.lastError) return 'error';
  if (!seat.connected) return 'disconnected';
  if (device && !device.online) return 'pi-offline';
  // Who has handed in may rest.
  if (still >= stuckAfter && seat.handIn.state === 'open') return 'stuck';
  return seat.program.state;
}

const byName = new Intl.Collator('de', { numeric: true, sensitivity: 'base' });

/**
 * Seats by who needs help first, raised hands in their order, then by nickname.
 *
 * @param still see `seatCondition`, by seat.
 */
export function byNeed(
  seats: readonly SeatView[],
  devices: readonly DeviceView[],
  still: (seatId: string) => number = () => 0,
): SeatView[] {
  const device = new Map(devices.map((one) => [one.id, one]));
  const rank = new Map(
    seats.map((seat) => {
      const condition = seatCondition(seat, device.get(seat.deviceId ?? ''), still(seat.id));
      // Programs start and end all the time: those who get on stay where they are.
      return [seat.id, needsHelp(condition) ? seatConditions.indexOf(condition) : seatConditions.length];
    }),
  );
  return seats.toSorted(
    (a, b) =>
      rank.get(a.id)! - rank.get(b.id)! ||
      (a.handPlace ?? 0) - (b.handPlace ?? 0) ||
      byName.compare(a.nickname, b.nickname) ||
      a.joinedAt - b.joinedAt,
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
