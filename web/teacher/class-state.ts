import type {
  ClassState,
  ClassView,
  DeviceView,
  SeatView,
  SteeringView,
} from '../../server/live/contract/live.ts';

/** What happens in a class, as the server tells it. */
export type ClassEvent =
  | { readonly type: 'state'; readonly state: ClassState }
  | { readonly type: 'class'; readonly class: ClassView }
  | { readonly type: 'seat'; readonly seat: SeatView }
  | { readonly type: 'seat-removed'; readonly seatId: string }
  | { readonly type: 'steering'; readonly steering: SteeringView }
  | { readonly type: 'device'; readonly device: DeviceView };

/**
 * The class after an event. Whatever did not change stays the same object, so that only the cards concerned are
 * drawn anew; before the first whole state nothing is known, and changes of other classes are not ours.
 */
export function reduceClass(before: ClassState | null, event: ClassEvent): ClassState | null {
  if (event.type === 'state') return event.state;
  if (!before) return null;
  switch (event.type) {
    case 'class':
      return event.class.id === before.class.id ? { ...before, class: event.class } : before;
    case 'steering':
      return { ...before, steering: event.steering };
    case 'seat':
      return { ...before, seats: put(before.seats, event.seat) };
    case 'seat-removed':
      return { ...before, seats: before.seats.filter(({ id }) => id !== event.seatId) };
    case 'device':
      return { ...before, devices: put(before.devices, event.device) };
  }
}

function put<Item extends { readonly id: string }>(items: Item[], item: Item): Item[] {
  const index = items.findIndex((one) => one.id === item.id);
  return index < 0 ? [...items, item] : items.with(index, item);
}
