import type { PersonView } from '../../api/contract/endpoints.ts';
import { parseAssetCode } from '../../api/contract/lending/assets.ts';
import type { Loan } from '../../api/contract/lending/loans.ts';
import { refusal } from '../../api/http-problem.ts';
import { codeOf, partsOfCode } from '../assets/code.ts';
import type { LendingContext, LendingDatabase } from '../interface.ts';
import { type Change, changeLoan, type LoanItemRow } from './change.ts';
import { foreignLabel, isForeign } from './foreign-label.ts';

/**
 * Ticks a thing off the pick list by its label, or takes the tick back. The label of a kit stands for the kit alone; with
 * `inside` for everything in it. A second scan of the same thing changes nothing.
 *
 * @throws HttpProblem `code-unreadable`, `label-foreign`, `asset-unknown`, `not-in-loan`, `asset-unfit`, `still-out`.
 */
export function packItem(
  context: LendingContext,
  call: { loanId: string; code: string; packed: boolean; inside?: boolean | undefined; person: PersonView },
): Promise<Loan> {
  const { loanId, person, packed } = call;
  const step = packed ? 'pack' : 'unpack';
  return changeLoan(context, { loanId, person, step }, async (change) => {
    const asset = await findByLabel(context, change.trx, call.code);
    const items = await change.trx
      .selectFrom('loan_item')
      .selectAll()
      .where('loan_id', '=', loanId)
      .where('active', '=', 1)
      .execute();
    const own = items.find((item) => item.asset_id === asset.id);
    if (!own) throw await notInLoan(change, asset);
    const wanted = call.inside ? [own, ...insideOf(items, own)] : [own];
    const from = packed ? 'reserved' : 'packed';
    const turned = wanted.filter(({ state }) => state === from);
    if (packed) await checkPackable(change, turned);
    if (turned.length > 0) await turn(change, turned, packed ? 'packed' : 'reserved');
    const left = items.filter((item) => item.state === 'reserved').length - (packed ? turned.length : 0);
    await change.finish(packed && left === 0);
    if (turned.length === 0) return;
    await tellPacked(change, asset, turned, packed);
  });
}

/** What was not scanned one by one is said to be so, in the loan's history and in each thing's own. */
async function tellPacked(
  { trx, tell }: Change,
  asset: Found,
  turned: readonly LoanItemRow[],
  packed: boolean,
): Promise<void> {
  const ids = turned.map(({ asset_id }) => asset_id);
  const unseen = await trx
    .selectFrom('asset')
    .select(['id', 'kind', 'number'])
    .where('id', 'in', ids)
    .where('id', '<>', asset.id)
    .orderBy('kind')
    .orderBy('number')
    .execute();
  const kind = packed ? 'item-packed' : 'item-unpacked';
  const [de, en] = packed ? ['eingepackt', 'packed'] : ['ausgepackt', 'unpacked'];
  const one = unseen.length === 1;
  const along = [
    one
      ? 'mit 1 Ding darin, ohne es einzeln zu scannen'
      : `mit ${unseen.length} Dingen darin, ohne sie einzeln zu scannen`,
    one
      ? 'with 1 thing in it that was not scanned'
      : `with ${unseen.length} things in it that were not scanned one by one`,
  ];
  const told = (language: 0 | 1) => (unseen.length > 0 ? `, ${along[language]}` : '');
  await tell(kind, `${asset.code} ${de}${told(0)}`, `${asset.code} ${en}${told(1)}`, {
    assetId: asset.id,
    facts: { assetIds: ids },
    details: unseen.map((thing) => ({
      kind,
      assetId: thing.id,
      de: `${codeOf(thing)} ${de}, ohne Scan`,
      en: `${codeOf(thing)} ${en}, not scanned`,
    })),
  });
}

interface Found {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

async function findByLabel(context: LendingContext, trx: LendingDatabase, text: string): Promise<Found> {
  const read = parseAssetCode(text);
  if (!read) {
    throw refusal(
      400,
      'code-unreadable',
      `„${text.slice(0, 40)}“ ist keine Nummer von einem Etikett. Sie sieht aus wie K12, B3, P7 oder T4.`,
      `“${text.slice(0, 40)}” is no number of a label. It looks like K12, B3, P7 or T4.`,
    );
  }
  if (isForeign(context, read.origin)) throw foreignLabel(read.origin ?? '');
  const { kind, number } = partsOfCode(read.code);
  const row = await trx
    .selectFrom('asset')
    .select(['id', 'kind', 'number', 'name'])
    .where('kind', '=', kind)
    .where('number', '=', number)
    .executeTakeFirst();
  if (row) return { id: row.id, code: codeOf(row), name: row.name };
  throw refusal(
    404,
    'asset-unknown',
    `${read.code} gibt es hier nicht. Prüfen Sie das Etikett, oder legen Sie das Ding unter „Kits und Geräte“ an.`,
    `There is no ${read.code} here. Check the label, or add the thing under “Kits and devices”.`,
  );
}

async function notInLoan({ trx, loan }: Change, asset: Found): Promise<Error> {
  const other = await trx
    .selectFrom('loan_item')
    .innerJoin('loan', 'loan.id', 'loan_item.loan_id')
    .innerJoin('school', 'school.id', 'loan.school_id')
    .select(['loan.number', 'school.name'])
    .where('loan_item.asset_id', '=', asset.id)
    .where('loan_item.active', '=', 1)
    .where('loan_item.ends_at', '>', loan.starts_at)
    .orderBy('loan_item.starts_at')
    .executeTakeFirst();
  const [de, en] = other
    ? [
        ` Es ist für die Leihe ${other.number} an ${other.name} vorgesehen.`,
        ` It is meant for loan ${other.number} to ${other.name}.`,
      ]
    : ['', ''];
  return refusal(
    409,
    'not-in-loan',
    `${asset.code} (${asset.name}) gehört nicht zu dieser Leihe.${de} Legen Sie es zurück, oder reservieren Sie es dazu.`,
    `${asset.code} (${asset.name}) is not part of this loan.${en} Put it back, or reserve it as well.`,
  );
}

/** All that is in a thing, as deep as it goes, as the loan has it. */
export function insideOf(items: readonly LoanItemRow[], outer: LoanItemRow): LoanItemRow[] {
  return items
    .filter((item) => item.inside_of === outer.asset_id)
    .flatMap((item) => [item, ...insideOf(items, item)]);
}

/** Refuses what is broken by now, and what another loan still has: overdue there, it can't be handed over here. */
async function checkPackable({ trx, loan }: Change, items: readonly LoanItemRow[]): Promise<void> {
  if (items.length === 0) return;
  const ids = items.map((item) => item.asset_id);
  const assets = await trx
    .selectFrom('asset')
    .select(['kind', 'number', 'name', 'condition'])
    .where('id', 'in', ids)
    .where('condition', '<>', 'usable')
    .execute();
  const broken = assets[0];
  if (broken) {
    const code = codeOf(broken);
    throw refusal(
      409,
      'asset-unfit',
      `${code} (${broken.name}) ist als defekt, verloren oder ausgemustert vermerkt. Legen Sie es beiseite und reservieren Sie Ersatz.`,
      `${code} (${broken.name}) is noted as broken, lost or retired. Put it aside and reserve something else.`,
    );
  }
  const elsewhere = await trx
    .selectFrom('loan_item')
    .innerJoin('loan', 'loan.id', 'loan_item.loan_id')
    .innerJoin('school', 'school.id', 'loan.school_id')
    .innerJoin('asset', 'asset.id', 'loan_item.asset_id')
    .select(['asset.kind', 'asset.number as assetNumber', 'loan.number', 'school.name', 'loan_item.state'])
    .where('loan_item.asset_id', 'in', ids)
    .where('loan_item.state', 'in', ['packed', 'out'])
    .where('loan.id', '<>', loan.id)
    .executeTakeFirst();
  if (!elsewhere) return;
  const code = codeOf({ kind: elsewhere.kind, number: elsewhere.assetNumber });
  const [de, en] =
    elsewhere.state === 'out' ? ['noch mit', 'still out with'] : ['schon gepackt für', 'packed for'];
  throw refusal(
    409,
    'still-out',
    `${code} ist ${de} Leihe ${elsewhere.number} (${elsewhere.name}). Nehmen Sie es dort zuerst zurück.`,
    `${code} is ${en} loan ${elsewhere.number} (${elsewhere.name}). Take it back there first.`,
  );
}

async function turn(
  { trx }: Change,
  items: readonly LoanItemRow[],
  state: 'packed' | 'reserved',
): Promise<void> {
  await trx
    .updateTable('loan_item')
    .set({ state })
    .where(
      'id',
      'in',
      items.map(({ id }) => id),
    )
    .execute();
}
