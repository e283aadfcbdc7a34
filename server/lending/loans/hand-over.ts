import type { PersonView } from '../../api/contract/endpoints.ts';
import type { Loan } from '../../api/contract/lending/loans.ts';
import type { Signatures } from '../../api/contract/lending/signatures.ts';
import { refusal } from '../../api/http-problem.ts';
import { codeOf } from '../assets/code.ts';
import type { LendingContext, LendingDatabase } from '../interface.ts';
import { type DrawnPaper, drawPaper, freezePaper } from '../papers/freeze-paper.ts';
import { changeLoan, loanChanged } from './change.ts';
import { moveDevices } from './device-moves.ts';
import { list } from './loan-warnings.ts';
import { alreadyLent, conflicts } from './overlap.ts';
import { readLoan } from './read-loan.ts';

/**
 * Hands over what is packed, and freezes agreement and record with the signatures: all of it in one transaction, before
 * which the papers are drawn. What is handed over before its time is taken from now on.
 *
 * @throws HttpProblem `nothing-packed`, `not-packed`, `already-lent`, and those of `changeLoan`.
 */
export async function handOver(
  context: LendingContext,
  call: {
    loanId: string;
    version: number;
    requestId: string;
    withoutUnpacked: boolean;
    remarks: string;
    signatures: Signatures;
    person: PersonView;
  },
): Promise<Loan> {
  const { loanId, person } = call;
  const papers = await papersOf(context, call);
  return changeLoan(context, { ...call, step: 'hand-over' }, async ({ trx, loan, now, finish, tell }) => {
    const items = await itemsWithCodes(trx, loanId);
    const packed = items.filter(({ state }) => state === 'packed');
    const left = items.filter(({ state }) => state === 'reserved');
    if (packed.length === 0) throw nothingPacked();
    if (left.length > 0 && !call.withoutUnpacked) throw notPacked(left.map(codeOf));
    await trx
      .updateTable('loan_item')
      .set({ state: 'released', active: 0, back_at: now })
      .where('loan_id', '=', loanId)
      .where('state', '=', 'reserved')
      .execute();
    const ids = packed.map(({ asset_id }) => asset_id);
    if (left.length > 0)
      await dropParts(
        trx,
        loanId,
        left.map(({ asset_id }) => asset_id),
      );
    const startsAt = Math.min(loan.starts_at, now);
    if (startsAt < loan.starts_at) {
      const early = { startsAt, endsAt: loan.starts_at };
      const found = await conflicts(trx, ids, early, { exceptLoanId: loanId, now });
      if (found.length > 0) throw alreadyLent(found);
    }
    await trx
      .updateTable('loan_item')
      .set({ state: 'out', out_at: now, starts_at: startsAt })
      .where('loan_id', '=', loanId)
      .where('state', '=', 'packed')
      .execute();
    await moveDevices(trx, ids, loan.school_id);
    await finish(true, { out_at: now });
    if (papers.length === 0) throw loanChanged();
    for (const paper of papers) {
      if (paper.loanVersion !== loan.version) throw loanChanged();
      await freezePaper(trx, context, paper, { at: now, by: person.id });
    }
    const to = loan.kind === 'donation' ? ['verschenkt', 'donated'] : ['ausgegeben', 'handed over'];
    const stays = left.length > 0 ? list(left.map(codeOf)) : '';
    await tell(
      'handed-over',
      `${ids.length === 1 ? '1 Ding' : `${ids.length} Dinge`} ${to[0]}${stays && `; hier geblieben: ${stays}`}`,
      `${ids.length === 1 ? '1 thing' : `${ids.length} things`} ${to[1]}${stays && `; stayed here: ${stays}`}`,
      {
        facts: { assetIds: ids },
        details: packed.map((item) => ({
          kind: 'item-out',
          assetId: item.asset_id,
          de: `${codeOf(item)} ${to[0]}`,
          en: `${codeOf(item)} ${to[1]}`,
        })),
      },
    );
  });
}

/** Agreement and record as the hand-over will make them true; none where it will be refused anyway. */
async function papersOf(
  { db, now }: LendingContext,
  call: Pick<Parameters<typeof handOver>[1], 'loanId' | 'version' | 'remarks' | 'signatures'>,
): Promise<DrawnPaper[]> {
  const loan = await readLoan(db, call.loanId, now());
  if (loan?.version !== call.version || !loan.steps.includes('hand-over')) return [];
  const at = now();
  const papers: DrawnPaper[] = [];
  for (const kind of ['agreement', 'issue'] as const) {
    const paper = await drawPaper(db, { ...call, kind, now: at, as: (one) => handedOver(one, at) });
    if (paper) papers.push(paper);
  }
  return papers;
}

/** What a loan is once its packed things have gone; what is not packed stays behind with its parts. */
function handedOver(loan: Loan, now: number): Loan {
  const itemList = loan.itemList.map((item) => {
    if (item.state === 'packed') return { ...item, state: 'out' as const, outAt: now };
    return item.state === 'reserved' ? { ...item, state: 'released' as const } : item;
  });
  const gone = new Set(itemList.flatMap(({ state, asset }) => (state === 'out' ? asset.id : [])));
  return { ...loan, itemList, parts: loan.parts.filter(({ assetId }) => gone.has(assetId)) };
}

/** The things of a loan that it still has, with what their code is made of. */
export function itemsWithCodes(trx: LendingDatabase, loanId: string) {
  return trx
    .selectFrom('loan_item')
    .innerJoin('asset', 'asset.id', 'loan_item.asset_id')
    .selectAll('loan_item')
    .select(['asset.kind', 'asset.number', 'asset.condition'])
    .where('loan_id', '=', loanId)
    .where('state', '<>', 'released')
    .orderBy('asset.kind', 'desc')
    .orderBy('asset.number')
    .execute();
}

/** What stays behind is not counted at the return. */
export async function dropParts(
  trx: LendingDatabase,
  loanId: string,
  assetIds: readonly string[],
): Promise<void> {
  await trx
    .deleteFrom('loan_part')
    .where('loan_id', '=', loanId)
    .where('asset_id', 'in', [...assetIds])
    .execute();
}

function nothingPacked(): Error {
  return refusal(
    409,
    'nothing-packed',
    'Es ist noch nichts gepackt. Scannen Sie zuerst, was mitgeht.',
    'Nothing is packed yet. Scan what goes along first.',
  );
}

function notPacked(codes: readonly string[]): Error {
  return refusal(
    409,
    'not-packed',
    `Noch nicht gepackt: ${list(codes)}. Packen Sie es, oder übergeben Sie ausdrücklich ohne.`,
    `Not packed yet: ${list(codes)}. Pack it, or hand over without it on purpose.`,
  );
}
