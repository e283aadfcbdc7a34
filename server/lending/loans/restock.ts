import type { PersonView } from '../../api/contract/endpoints.ts';
import type { Loan } from '../../api/contract/lending/loans.ts';
import { refusal } from '../../api/http-problem.ts';
import { codeOf } from '../assets/code.ts';
import { type HistoryRecord, record } from '../history/record.ts';
import type { LendingContext } from '../interface.ts';
import { type Change, changeLoan, type Line } from './change.ts';

interface Refill {
  readonly assetId: string;
  readonly consumableId: string;
  readonly quantity: number;
}

/** What was filled up: for the loan and the thing, and for the stock that it came from. */
interface Filled {
  readonly line: Line;
  readonly move: Omit<HistoryRecord, 'id' | 'at' | 'by'>;
}

/**
 * Fills up from the stock as said and closes the loan. What is not filled up stays missing in its thing and is shown there.
 *
 * @throws HttpProblem `parts-uncounted`, `stock-short`, `not-in-thing`, `too-many`, and those of `changeLoan`.
 */
export function restockLoan(
  context: LendingContext,
  call: { loanId: string; version: number; refill: readonly Refill[]; person: PersonView },
): Promise<Loan> {
  return changeLoan(context, { ...call, step: 'restock' }, async (change) => {
    const uncounted = await change.trx
      .selectFrom('loan_part')
      .innerJoin('consumable', 'consumable.id', 'loan_part.consumable_id')
      .select('consumable.name')
      .where('loan_id', '=', call.loanId)
      .where('back', 'is', null)
      .execute();
    if (uncounted[0]) throw notCounted(uncounted.map(({ name }) => name));
    const filled: Filled[] = [];
    // In the order of ids, so that two at once wait for each other instead of for ever.
    for (const refill of call.refill.toSorted((one, other) =>
      one.consumableId < other.consumableId ? -1 : 1,
    )) {
      if (refill.quantity > 0) filled.push(await fillUp(change, call.loanId, refill));
    }
    await change.finish(true, { closed_at: change.now });
    await change.tell('closed', 'Aufgefüllt und abgeschlossen', 'Restocked and closed', {
      facts: { refill: call.refill },
      details: filled.map(({ line }) => line),
    });
    await record(
      change.trx,
      ...filled.map(({ move }) => ({ ...move, id: context.newId(), at: change.now, by: call.person.id })),
    );
  });
}

async function fillUp(
  { trx }: Change,
  loanId: string,
  { assetId, consumableId, quantity }: Refill,
): Promise<Filled> {
  const part = await trx
    .selectFrom('asset_content')
    .innerJoin('consumable', 'consumable.id', 'asset_content.consumable_id')
    .innerJoin('asset', 'asset.id', 'asset_content.asset_id')
    .innerJoin('loan_part', (join) =>
      join
        .onRef('loan_part.asset_id', '=', 'asset_content.asset_id')
        .onRef('loan_part.consumable_id', '=', 'asset_content.consumable_id'),
    )
    .select(['consumable.name', 'consumable.stock', 'asset.kind', 'asset.number'])
    .select(['asset_content.quantity', 'asset_content.present'])
    .where('loan_part.loan_id', '=', loanId)
    .where('asset_content.asset_id', '=', assetId)
    .where('asset_content.consumable_id', '=', consumableId)
    .executeTakeFirst();
  if (!part) throw notInThing();
  const left = await trx
    .updateTable('consumable')
    .set((column) => ({ stock: column('stock', '-', quantity) }))
    .where('id', '=', consumableId)
    .where('stock', '>=', quantity)
    .returning('stock')
    .executeTakeFirst();
  if (!left) throw stockShort(part.name, part.stock, quantity);
  if (part.present + quantity > part.quantity) throw tooMany(part.name, part.quantity, part.present);
  await trx
    .updateTable('asset_content')
    .set((column) => ({ present: column('present', '+', quantity) }))
    .where('asset_id', '=', assetId)
    .where('consumable_id', '=', consumableId)
    .execute();
  const code = codeOf(part);
  return {
    line: {
      kind: 'refilled',
      assetId,
      de: `${code}: ${quantity} × ${part.name} aufgefüllt`,
      en: `${code}: ${quantity} × ${part.name} filled up`,
      facts: { consumableId, quantity },
    },
    move: {
      kind: 'consumable.stock',
      assetId: consumableId,
      de: `${quantity} in ${code}, jetzt ${left.stock}`,
      en: `${quantity} into ${code}, now ${left.stock}`,
      facts: { by: -quantity, stock: left.stock },
    },
  };
}

function notCounted(names: readonly string[]): Error {
  const list = [...new Set(names)].slice(0, 6).join(', ');
  return refusal(
    409,
    'parts-uncounted',
    `Noch nicht gezählt: ${list}. Zählen Sie zuerst, was davon zurück ist.`,
    `Not counted yet: ${list}. Count what came back first.`,
  );
}

function stockShort(name: string, stock: number, wanted: number): Error {
  return refusal(
    409,
    'stock-short',
    `Von ${name} sind nur ${stock} im Lager, nicht ${wanted}. Füllen Sie weniger auf; der Rest bleibt als fehlend vermerkt.`,
    `Only ${stock} of ${name} are in stock, not ${wanted}. Fill up fewer; the rest stays noted as missing.`,
  );
}

function tooMany(name: string, quantity: number, present: number): Error {
  return refusal(
    409,
    'too-many',
    `Von ${name} gehören ${quantity} hinein, ${present} sind schon da. Füllen Sie höchstens ${Math.max(0, quantity - present)} auf.`,
    `${quantity} of ${name} belong in there, ${present} are there already. Fill up at most ${Math.max(0, quantity - present)}.`,
  );
}

function notInThing(): Error {
  return refusal(
    409,
    'not-in-thing',
    'Dieses Teil gehört nicht in dieses Ding. Laden Sie die Seite neu.',
    'This part does not belong into this thing. Please reload the page.',
  );
}
