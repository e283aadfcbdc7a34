import type { PersonView } from '../../api/contract/endpoints.ts';
import type { Condition } from '../../api/contract/lending/assets.ts';
import type { Loan } from '../../api/contract/lending/loans.ts';
import { refusal } from '../../api/http-problem.ts';
import { codeOf } from '../assets/code.ts';
import { setCondition } from '../assets/lost-at.ts';
import type { LendingContext, LendingDatabase } from '../interface.ts';
import { type Change, changeLoan, type Line } from './change.ts';
import { moveDevices } from './device-moves.ts';
import { itemsWithCodes } from './hand-over.ts';

export interface ReturnedItem {
  readonly itemId: string;
  readonly state: 'back' | 'damaged' | 'missing';
  readonly remark: string;
  readonly photoIds: readonly string[];
}

export interface CountedPart {
  readonly assetId: string;
  readonly consumableId: string;
  readonly back: number;
  /** Of those that are back. */
  readonly damaged: number;
}

type Item = Awaited<ReturnType<typeof itemsWithCodes>>[number];

/**
 * Notes what came back and how, as much as came; what is back is free from now on. Once each thing's fate is known the
 * loan is returned. What was noted may be put right the same way.
 *
 * @throws HttpProblem `not-in-loan`, `never-lent`, `count-impossible`, and those of `changeLoan`.
 */
export function returnItems(
  context: LendingContext,
  call: {
    loanId: string;
    requestId: string;
    items: readonly ReturnedItem[];
    parts: readonly CountedPart[];
    person: PersonView;
  },
): Promise<Loan> {
  const { loanId } = call;
  return changeLoan(context, { ...call, step: 'return' }, async (change) => {
    const told: Line[] = [];
    const items = new Map((await itemsWithCodes(change.trx, loanId)).map((item) => [item.id, item]));
    for (const returned of call.items) {
      const item = items.get(returned.itemId);
      if (!item) throw await whyNot(change.trx, loanId, returned.itemId);
      if (!['out', 'back', 'damaged', 'missing'].includes(item.state)) throw neverLent(codeOf(item));
      told.push(await takeBack(change, item, returned));
    }
    for (const part of call.parts) told.push(...(await count(change, part)));
    await tellReturn(change, call.items, told, await settle(change));
  });
}

/** One line for all that came back at once, with what became of each thing in it. */
async function tellReturn(
  { tell }: Change,
  items: readonly ReturnedItem[],
  told: readonly Line[],
  complete: boolean,
): Promise<void> {
  const [only] = told;
  const sum = (language: 0 | 1) =>
    (['back', 'damaged', 'missing'] as const)
      .map((state) => [items.filter((one) => one.state === state).length, sums[state][language]] as const)
      .filter(([number]) => number > 0)
      .map(([number, word]) => `${number} ${word}`)
      .join(', ');
  if (complete) {
    const all = ['alles ist zurück oder vermerkt', 'everything is back or noted'] as const;
    const line = (language: 0 | 1) => [sum(language), all[language]].filter(Boolean).join(': ');
    await tell('returned', line(0), line(1), { details: told });
  } else if (only && told.length === 1) {
    const { kind, de, en, ...more } = only;
    await tell(kind, de, en, more);
  } else if (told.length > 0) {
    const counted = ['Teile fehlen oder sind beschädigt', 'Parts are missing or damaged'] as const;
    await tell('items-back', sum(0) || counted[0], sum(1) || counted[1], { details: told });
  }
}

const conditionAfter: Readonly<Record<ReturnedItem['state'], Exclude<Condition, 'retired'>>> = {
  back: 'usable',
  damaged: 'repair',
  missing: 'lost',
};
const words = {
  back: ['zurück', 'back'],
  damaged: ['beschädigt zurück', 'back, damaged'],
  missing: ['fehlt', 'missing'],
} as const;
const sums = {
  back: ['zurück', 'back'],
  damaged: ['beschädigt zurück', 'back, damaged'],
  missing: ['fehlen', 'missing'],
} as const;

/**
 * Notes how one thing came back, and with it how the thing is from now on.
 *
 * @returns what the history is to say of it.
 */
export async function takeBack(
  change: Change,
  item: Item,
  returned: Omit<ReturnedItem, 'itemId'>,
): Promise<Line> {
  const { trx, now, loan } = change;
  await trx
    .updateTable('loan_item')
    .set({
      state: returned.state,
      active: 0,
      back_at: returned.state === 'missing' ? null : (item.back_at ?? now),
      remark: returned.remark,
      photo_ids: JSON.stringify(returned.photoIds),
    })
    .where('id', '=', item.id)
    .execute();
  const [de, en] = words[returned.state];
  const remark = returned.remark && `: ${returned.remark}`;
  const line = {
    kind: `item-${returned.state}`,
    assetId: item.asset_id,
    de: `${codeOf(item)} ${de}${remark}`,
    en: `${codeOf(item)} ${en}${remark}`,
  };
  if (await isElsewhere(trx, item.asset_id, loan.id)) return line;
  // A thing that was sorted out or repaired since keeps what was said of it, unless this return says it is broken or lost.
  const said = item.state === 'out' ? null : conditionAfter[item.state as ReturnedItem['state']];
  if (returned.state !== 'back' || (said !== null && said === item.condition)) {
    await setCondition(trx, [item.asset_id], conditionAfter[returned.state], now);
  }
  if (returned.state === 'missing') await partsAreGone(trx, loan.id, item.asset_id);
  else await moveDevices(trx, [item.asset_id], null);
  return line;
}

/** Whether another loan has handed it out since: what is put right in this one says nothing of how and where it is now. */
async function isElsewhere(trx: LendingDatabase, assetId: string, loanId: string): Promise<boolean> {
  const other = await trx
    .selectFrom('loan_item')
    .select('id')
    .where('asset_id', '=', assetId)
    .where('loan_id', '<>', loanId)
    .where('state', '=', 'out')
    .executeTakeFirst();
  return other !== undefined;
}

/** What lay in a missing thing is missing too, until somebody counts otherwise. */
export async function partsAreGone(trx: LendingDatabase, loanId: string, assetId: string): Promise<void> {
  const gone = await trx
    .updateTable('loan_part')
    .set({ back: 0, damaged: 0 })
    .where('loan_id', '=', loanId)
    .where('asset_id', '=', assetId)
    .where('back', 'is', null)
    .returning('consumable_id')
    .execute();
  for (const { consumable_id } of gone) await setPresent(trx, assetId, consumable_id, 0);
}

/** Notes how many of a counted part are back. @returns what the history is to say of it, when some are not or broken. */
async function count({ trx, loan }: Change, part: CountedPart): Promise<Line[]> {
  const of = await trx
    .selectFrom('loan_part')
    .innerJoin('consumable', 'consumable.id', 'loan_part.consumable_id')
    .innerJoin('asset', 'asset.id', 'loan_part.asset_id')
    .select(['loan_part.quantity', 'consumable.name', 'asset.kind', 'asset.number'])
    .where('loan_id', '=', loan.id)
    .where('loan_part.asset_id', '=', part.assetId)
    .where('loan_part.consumable_id', '=', part.consumableId)
    .executeTakeFirst();
  if (!of) throw notOfLoan();
  if (part.back > of.quantity || part.damaged > part.back) throw impossible(of);
  await trx
    .updateTable('loan_part')
    .set({ back: part.back, damaged: part.damaged })
    .where('loan_id', '=', loan.id)
    .where('asset_id', '=', part.assetId)
    .where('consumable_id', '=', part.consumableId)
    .execute();
  if (!(await isElsewhere(trx, part.assetId, loan.id)))
    await setPresent(trx, part.assetId, part.consumableId, part.back - part.damaged);
  const lost = of.quantity - part.back;
  if (lost === 0 && part.damaged === 0) return [];
  const list = (missing: string, broken: string) =>
    [lost > 0 && `${lost} ${missing}`, part.damaged > 0 && `${part.damaged} ${broken}`]
      .filter(Boolean)
      .join(', ');
  return [
    {
      kind: 'parts-missing',
      assetId: part.assetId,
      de: `${of.name} in ${codeOf(of)}: ${list('fehlen', 'beschädigt')}`,
      en: `${of.name} in ${codeOf(of)}: ${list('missing', 'damaged')}`,
      facts: { ...part, quantity: of.quantity },
    },
  ];
}

async function setPresent(
  trx: LendingDatabase,
  assetId: string,
  consumableId: string,
  present: number,
): Promise<void> {
  await trx
    .updateTable('asset_content')
    .set({ present })
    .where('asset_id', '=', assetId)
    .where('consumable_id', '=', consumableId)
    .execute();
}

/** Out while anything is out, else returned. @returns whether the last thing came back with this step. */
export async function settle({ trx, loan, now, finish }: Change): Promise<boolean> {
  const out = await trx
    .selectFrom('loan_item')
    .select('id')
    .where('loan_id', '=', loan.id)
    .where('state', '=', 'out')
    .limit(1)
    .executeTakeFirst();
  const returned = out === undefined;
  await finish(returned, returned ? { returned_at: loan.returned_at ?? now } : { returned_at: null });
  return returned && loan.state === 'out';
}

/** Why a thing that the loan does not have can't come back. */
async function whyNot(trx: LendingDatabase, loanId: string, itemId: string): Promise<Error> {
  const gone = await trx
    .selectFrom('loan_item')
    .innerJoin('asset', 'asset.id', 'loan_item.asset_id')
    .select(['asset.kind', 'asset.number', 'loan_item.out_at'])
    .where('loan_item.id', '=', itemId)
    .where('loan_id', '=', loanId)
    .executeTakeFirst();
  if (!gone) return notOfLoan();
  return gone.out_at === null ? neverLent(codeOf(gone)) : exchanged(codeOf(gone));
}

export function notOfLoan(): Error {
  return refusal(
    409,
    'not-in-loan',
    'Das gehört nicht zu dieser Leihe. Laden Sie die Seite neu und prüfen Sie das Etikett.',
    'This is not part of the loan. Reload the page and check the label.',
  );
}

function neverLent(code: string): Error {
  return refusal(
    409,
    'never-lent',
    `${code} war mit dieser Leihe nie draußen. Legen Sie es an seinen Platz; zurückzunehmen gibt es hier nichts.`,
    `${code} was never out with this loan. Put it to its place; there is nothing to take back here.`,
  );
}

function exchanged(code: string): Error {
  return refusal(
    409,
    'not-in-loan',
    `${code} wurde getauscht und ist seitdem zurück. Nehmen Sie das zurück, was dafür ausgegeben wurde.`,
    `${code} was exchanged and has been back since. Take back what was handed over for it.`,
  );
}

function impossible({ name, quantity }: { name: string; quantity: number }): Error {
  return refusal(
    400,
    'count-impossible',
    `Von ${name} gingen ${quantity} hinaus; mehr können nicht zurück sein, und nicht mehr beschädigt als zurück. Zählen Sie noch einmal.`,
    `${quantity} of ${name} went out; no more can be back, and no more damaged than back. Please count again.`,
  );
}
