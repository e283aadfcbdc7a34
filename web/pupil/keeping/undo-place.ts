import { createStore, del } from 'idb-keyval';
import type { HeldSeat } from '../seat-store.ts';

/** A seat, as far as its undo is concerned. */
type Place = Pick<HeldSeat, 'code' | 'nickname'>;

/** Where this browser keeps what can be undone at a seat. */
export const undoKey = ({ code, nickname }: Place): string => `${code}/${nickname}`;

/** The table of it; `undefined` in a browser that forbids storage. */
export function undoTable(): ReturnType<typeof createStore> | undefined {
  try {
    return createStore('steckbrett-undo', 'deeds');
  } catch {
    return undefined;
  }
}

/** Forgets what could be undone at a seat. Never throws. */
export async function forgetUndo(seat: Place): Promise<void> {
  const table = undoTable();
  if (table) await del(undoKey(seat), table).catch(() => undefined);
}
