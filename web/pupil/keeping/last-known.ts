import { createStore, del, get, keys, set } from 'idb-keyval';
import { type PupilState, pupilStateSchema } from '../../../server/live/contract/live.ts';
import type { HeldSeat } from '../seat-store.ts';

/** A seat, as far as what is known of it goes. */
type Place = Pick<HeldSeat, 'code' | 'nickname'>;

const placeOf = ({ code, nickname }: Place): string => `${code}/${nickname}`;
const table = () => createStore('steckbrett-seats', 'last-known');
/** As `copy-store.ts` has it. */
const copies = () => createStore('steckbrett', 'work');

/**
 * Keeps what a page knows of its seat, its work included, for a page that opens without the server. The work that the
 * server has not is kept by `openCopyStore`, and is the newer. Never throws.
 */
export async function keepLastKnown(seat: Place, pupil: PupilState): Promise<void> {
  try {
    await set(placeOf(seat), pupil, table());
  } catch {
    // A browser that forbids storage opens no page without the server.
  }
}

/** What was kept, as it is without the server: nobody is here, no Pi is within reach. Never throws. */
export async function lastKnown(seat: Place): Promise<PupilState | null> {
  try {
    const kept = pupilStateSchema.safeParse(await get(placeOf(seat), table()));
    return kept.success ? withoutServer(kept.data) : null;
  } catch {
    return null;
  }
}

/** The seat is held no longer: forgets what was known of it. Work that the server has not yet stays, for who comes back. Never throws. */
export async function forgetLastKnown(seat: Place): Promise<void> {
  try {
    await del(placeOf(seat), table());
  } catch {
    // Where nothing can be kept, nothing is there.
  }
}

/** The class is gone, and so nobody comes back: forgets what was known of a seat and its unsent work. Never throws. */
export async function forgetWork(seat: Place): Promise<void> {
  try {
    const kept = pupilStateSchema.safeParse(await get(placeOf(seat), table()));
    await forgetLastKnown(seat);
    if (!kept.success) return;
    const own = `${kept.data.seat.id}/`;
    for (const key of await keys<string>(copies())) if (key.startsWith(own)) await del(key, copies());
  } catch {
    // As above.
  }
}

function withoutServer(pupil: PupilState): PupilState {
  return {
    ...pupil,
    pair: {
      ...pupil.pair,
      pupils: pupil.pair.pupils.map((one) => ({ ...one, connected: one.id === pupil.pupil.id })),
      wish: null,
      knocking: [],
    },
    steering: { eyesUpMs: null, programsOffMs: null },
    note: null,
    hand: { place: null },
    looking: { ...pupil.looking, following: false, live: false },
    device: null,
    turn: { state: 'none', pis: 0, waiting: 0 },
  };
}
