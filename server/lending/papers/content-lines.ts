import type { AssetKind } from '../../api/contract/lending/assets.ts';
import type { Loan, LoanItem, LoanPart } from '../../api/contract/lending/loans.ts';
import type { PaperKind } from '../../api/contract/lending/papers.ts';
import { currentCents } from '../assets/value.ts';
import type { LendingDatabase } from '../interface.ts';
import type { ContentLine } from './paper-content.ts';

const typeWords: Readonly<Record<AssetKind, string>> = {
  kit: 'Kit',
  box: 'Box',
  device: 'Raspberry Pi',
  part: 'Teil',
};

/** What the table needs of a thing beyond its line. */
interface Detail {
  readonly serial: string;
  readonly model: string;
  readonly cents: number | null;
}

/** The loan's contents for a paper, each thing followed by what is in it. */
export async function contentLines(
  db: LendingDatabase,
  loan: Pick<Loan, 'itemList' | 'parts'>,
  about: { readonly kind: PaperKind; readonly now: number; readonly lifetimeYears: number },
): Promise<ContentLine[]> {
  const items = itemsOn(loan.itemList, about.kind);
  const details = await detailsOf(
    db,
    items.map(({ asset }) => asset.id),
    about,
  );
  const partsBy = Map.groupBy(loan.parts, ({ assetId }) => assetId);
  const shown = new Set(items.map(({ asset }) => asset.id));
  const inside = Map.groupBy(items, (item) => (shown.has(item.insideOf ?? '') ? item.insideOf : null));
  const lines: ContentLine[] = [];
  const add = (item: LoanItem, depth: number): void => {
    lines.push(itemLine(item, depth, details.get(item.asset.id)));
    for (const part of partsBy.get(item.asset.id) ?? []) lines.push(partLine(part, depth + 1));
    for (const inner of inside.get(item.asset.id) ?? []) add(inner, depth + 1);
  };
  for (const item of inside.get(null) ?? []) add(item, 0);
  return lines;
}

/**
 * A record of the return holds everything that went out, exchanged things too; before that, a paper holds what is out or
 * will go: once something is out, nothing that stayed behind.
 */
function itemsOn(items: readonly LoanItem[], kind: PaperKind): LoanItem[] {
  if (kind === 'return') return items.filter(({ outAt }) => outAt !== null);
  const kept = items.filter(({ state }) => state !== 'released');
  return kept.some(({ outAt }) => outAt !== null) ? kept.filter(({ outAt }) => outAt !== null) : kept;
}

function itemLine(
  { asset, state, remark }: LoanItem,
  depth: number,
  detail: Detail | undefined,
): ContentLine {
  return {
    depth,
    type: typeWords[asset.kind],
    code: asset.code,
    name: asset.name,
    model: detail?.model ?? '',
    serial: detail?.serial ?? '',
    count: 1,
    cents: detail?.cents ?? null,
    state,
    back: null,
    damaged: 0,
    remark,
  };
}

function partLine({ name, quantity, unitCents, back, damaged }: LoanPart, depth: number): ContentLine {
  return {
    depth,
    type: 'Teil',
    code: '',
    name,
    model: '',
    serial: '',
    count: quantity,
    cents: quantity * unitCents,
    state: back === null ? 'out' : 'back',
    back,
    damaged,
    remark: '',
  };
}

async function detailsOf(
  db: LendingDatabase,
  ids: readonly string[],
  { now, lifetimeYears }: { readonly now: number; readonly lifetimeYears: number },
): Promise<Map<string, Detail>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('asset')
    .select(['id', 'serial', 'model', 'purchase_cents as purchaseCents', 'purchased_on as purchasedOn'])
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(
    rows.map(({ id, serial, model, ...purchase }) => [
      id,
      // Where the day of purchase is unknown, the price is the best that is known.
      { serial, model, cents: currentCents(purchase, now, lifetimeYears) ?? purchase.purchaseCents },
    ]),
  );
}
