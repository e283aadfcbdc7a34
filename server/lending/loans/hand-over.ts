import type { PersonView } from '../../api/contract/endpoints.ts';
import type { Loan } from '../../api/contract/lending/loans.ts';
import type { Signatures } from '../../api/contract/lending/signatures.ts';
import { refusal } from '../../api/http-problem.ts';
import { codeOf } from '../assets/code.ts';
import type { LendingContext, LendingDatabase } from '../interface.ts';
import { freezePaper } from '../papers/freeze-paper.ts';
import { changeLoan } from './change.ts';
import { moveDevices } from './device-moves.ts';
import { list } from './loan-warnings.ts';
import { alreadyLent, conflicts } from './overlap.ts';

/**
 * Hands over what is packed, and freezes agreement and record with the signatures: all of it in one transaction. What is
 * handed over before its time is taken from now on.
 *
 * @throws HttpProblem `nothing-packed`, `not-packed`, `already-lent`, and those of `changeLoan`.
 */
export function handOver(
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
  const { loanId, person, remarks, signatures } = call;
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
    for (const kind of ['agreement', 'issue'] as const) {
      await freezePaper(trx, context, { loanId, kind, signatures, remarks, by: person.id });
    }
    const stays = left.length > 0 ? list(left.map(codeOf)) : '';
    await tell(
      'handed-over',
      `${ids.length} Dinge übergeben${signatures.school ? `, unterschrieben von ${signatures.school.name}` : ''}${stays && `; hier geblieben: ${stays}`}`,
      `${ids.length} things handed over${signatures.school ? `, signed by ${signatures.school.name}` : ''}${stays && `; stayed here: ${stays}`}`,
      { facts: { assetIds: ids } },
    );
    for (const item of packed) {
      const to = loan.kind === 'donation' ? ['verschenkt', 'donated'] : ['ausgegeben', 'handed over'];
      await tell('item-out', `${codeOf(item)} ${to[0]}`, `${codeOf(item)} ${to[1]}`, {
        assetId: item.asset_id,
      });
    }
  });
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
