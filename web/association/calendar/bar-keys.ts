import type { CalendarBar, CalendarRow } from '../../../server/api/contract/lending/calendar.ts';
import { type Draft, freshDraft, handedTo, movable, shifted, takes } from './moving.ts';

/** What a key does to a bar: a draft to show (null: none any more), one to save, or nothing. */
export type KeyOutcome = { readonly draft: Draft | null } | { readonly save: Draft } | null;

/** The kit that comes after another in the order of the board; null: none that could take the loan. */
function nextKit(rows: readonly CalendarRow[], draft: Draft, step: 1 | -1): string | null | undefined {
  const at = rows.findIndex(({ asset }) => asset.id === (draft.toAssetId ?? draft.assetId));
  for (let index = at + step; index >= 0 && index < rows.length; index += step) {
    const row = rows[index];
    if (row?.asset.id === draft.assetId) return null;
    if (row && takes(row, draft, rows)) return row.asset.id;
  }
  return undefined;
}

/** ← → move by a day, with Shift the end alone; ↑ ↓ choose another kit; Enter saves, Esc drops. */
export function onBarKey(
  event: Pick<KeyboardEvent, 'key' | 'shiftKey'>,
  { bar, assetId }: { readonly bar: CalendarBar; readonly assetId: string },
  { draft, rows }: { readonly draft: Draft | null; readonly rows: readonly CalendarRow[] },
): KeyOutcome {
  const how = movable(bar);
  if (how === 'no') return null;
  const own = draft?.bar.loanId === bar.loanId && draft.assetId === assetId ? draft : null;
  const base = own ?? freshDraft(bar, assetId);
  switch (event.key) {
    case 'ArrowLeft':
    case 'ArrowRight':
      return {
        draft: shifted(
          base,
          event.key === 'ArrowLeft' ? -1 : 1,
          event.shiftKey || how === 'end' ? 'end' : 'whole',
        ),
      };
    case 'ArrowUp':
    case 'ArrowDown': {
      if (bar.state !== 'reserved') return null;
      const kit = nextKit(rows, base, event.key === 'ArrowUp' ? -1 : 1);
      return kit === undefined ? null : { draft: handedTo(base, kit) };
    }
    case 'Enter':
      return own ? { save: own } : null;
    case 'Escape':
      return own ? { draft: null } : null;
    default:
      return null;
  }
}
