import { createStore, del, entries, get, set } from 'idb-keyval';
import type { LocalCopy } from './autosave.ts';
import type { CopyStore } from './autosave-runner.ts';

const database = 'steckbrett';
const keyOf = (seatId: string, tab: string) => `${seatId}/${tab}`;
/** A browser that does not answer by then keeps nothing; the page must not wait for it, ms. */
const patience = 3000;

/**
 * The work of one seat that the server may not have, in IndexedDB. Each tab has its own copy, so that two tabs
 * without a connection don't write over each other.
 *
 * @returns `found`: this tab's own copy, else the newest of this seat; `store`: where this tab writes. In a browser
 *   that forbids storage both work, and keep nothing.
 */
export async function openCopyStore(
  seatId: string,
  tab: string,
): Promise<{ found: LocalCopy | null; store: CopyStore }> {
  try {
    const table = createStore(database, 'work');
    const all = await inTime(entries<string, LocalCopy>(table));
    const ownKey = keyOf(seatId, tab);
    const [adopted] = all
      .filter(([key]) => key.startsWith(`${seatId}/`))
      .sort(
        ([key, a], [otherKey, b]) => Number(otherKey === ownKey) - Number(key === ownKey) || newerFirst(a, b),
      );
    return {
      found: adopted?.[1] ?? null,
      store: {
        write: (copy) =>
          set(ownKey, copy, table).then(
            () => true,
            () => false,
          ),
        async clear() {
          await del(ownKey, table).catch(ignore);
          if (!adopted || adopted[0] === ownKey) return;
          // The tab that made it may still be open, and may have kept newer work since.
          const there = await get<LocalCopy>(adopted[0], table).catch(ignore);
          if (there && newerFirst(there, adopted[1]) === 0) await del(adopted[0], table).catch(ignore);
        },
      },
    };
  } catch {
    return { found: null, store: { write: async () => false, clear: async () => {} } };
  }
}

/** By the version they stand on, then by the changes since; computers' clocks say nothing. */
function newerFirst(a: LocalCopy, b: LocalCopy): number {
  return b.base - a.base || (b.edits || 0) - (a.edits || 0);
}

async function inTime<Result>(waiting: Promise<Result>): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, refuse) => {
    timer = setTimeout(() => refuse(new Error('the browser’s storage does not answer')), patience);
  });
  return Promise.race([waiting, late]).finally(() => clearTimeout(timer));
}

/** What cannot be cleared is sent once more, which changes nothing. */
function ignore(): void {}
