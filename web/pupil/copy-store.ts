import { createStore, del, entries, get, set } from 'idb-keyval';
import type { LocalCopy } from './autosave.ts';
import type { CopyStore } from './autosave-runner.ts';

const database = 'steckbrett';
const keyOf = (seatId: string, tab: string) => `${seatId}/${tab}`;

/**
 * The work of one seat that the server may not have, in IndexedDB. Each tab has its own copy, so that two tabs
 * without a connection don't write over each other.
 *
 * @returns `found`: the newest copy of this seat, this tab's own first; `store`: where this tab writes. In a
 *   browser that forbids storage both work, and keep nothing.
 */
export async function openCopyStore(
  seatId: string,
  tab: string,
): Promise<{ found: LocalCopy | null; store: CopyStore }> {
  try {
    const table = createStore(database, 'work');
    const all = (await entries<string, LocalCopy>(table)).filter(([key]) => key.startsWith(`${seatId}/`));
    all.sort(
      ([one, a], [other, b]) =>
        Number(other === keyOf(seatId, tab)) - Number(one === keyOf(seatId, tab)) || b.at - a.at,
    );
    const adopted = all[0];
    const ownKey = keyOf(seatId, tab);
    return {
      found: adopted?.[1] ?? null,
      store: {
        write: (copy) => set(ownKey, copy, table).catch(ignore),
        async clear() {
          await del(ownKey, table).catch(ignore);
          if (!adopted || adopted[0] === ownKey) return;
          // The tab that made it may still be open, and may have kept newer work since.
          const there = await get<LocalCopy>(adopted[0], table).catch(ignore);
          if (there?.at === adopted[1].at) await del(adopted[0], table).catch(ignore);
        },
      },
    };
  } catch {
    return { found: null, store: { write: async () => {}, clear: async () => {} } };
  }
}

/** A full or forbidden store costs the copy; the page still has the work and sends it. */
function ignore(): void {}
