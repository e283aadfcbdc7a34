import type { ClassState, DeviceView } from '../../server/live/contract/live.ts';

/** The class in four figures. */
export interface ClassSummary {
  /** Pupils whose page is connected now. */
  readonly here: number;
  readonly running: number;
  /** Seats where a program failed or a hand is up. */
  readonly withError: number;
  readonly away: number;
}

/** Counts a class: pupils who are here or away, and the seats where a program runs or failed. */
export function summarise(state: ClassState): ClassSummary {
  const pupils = state.seats.flatMap((seat) => seat.pupils);
  const here = pupils.filter(({ connected }) => connected).length;
  return {
    here,
    running: state.seats.filter((seat) => seat.program.state === 'running').length,
    withError: state.seats.filter((seat) => seat.lastError || seat.handPlace !== null).length,
    away: pupils.length - here,
  };
}

/** The school's Pis that nobody has, connected ones first, then by name. */
export function freeDevices(state: ClassState): DeviceView[] {
  const taken = new Set(state.seats.map((seat) => seat.deviceId));
  return state.devices
    .filter((device) => !taken.has(device.id))
    .toSorted(
      (a, b) => Number(b.online) - Number(a.online) || a.name.localeCompare(b.name, 'de', { numeric: true }),
    );
}

/** `before` when it holds the same items as `now`, so that whoever got it is not drawn anew. */
export function keepSame<Item>(before: readonly Item[], now: readonly Item[]): readonly Item[] {
  return before.length === now.length && before.every((item, index) => item === now[index]) ? before : now;
}

/** What a pupil types into the address field: the address without protocol and code. */
export function spokenAddress(joinUrl: string): string {
  const url = new URL(joinUrl);
  return url.host;
}
