import { noteRemains } from '../../storage/remains.ts';
import { erasedText } from '../history/erased-text.ts';
import { record } from '../history/record.ts';
import type { LendingContext, LendingDatabase } from '../interface.ts';

/** From these something is erased when a loan is anonymised. */
const touched = ['loan', 'loan_item', 'paper', 'reminder', 'photo', 'history'] as const;

/**
 * Takes out of loans who asked for them, who took them over and signed, and every text that somebody wrote; papers,
 * letters and the loan's own photos go. School, time, number of pupils, things, counts and how they came back stay. Photos
 * of a thing stay with the thing, and name neither the loan nor who took them.
 *
 * @param loanIds at most some hundreds.
 */
export async function eraseLoans(
  transaction: LendingDatabase,
  { newId, now }: Pick<LendingContext, 'newId' | 'now'>,
  loanIds: readonly string[],
  by: string | null,
): Promise<void> {
  if (loanIds.length === 0) return;
  const at = now();
  const loans = await transaction
    .selectFrom('loan')
    .innerJoin('school', 'school.id', 'loan.school_id')
    .select(['loan.id', 'loan.number', 'loan.school_id', 'school.name', 'school.city'])
    .where('loan.id', 'in', loanIds)
    .execute();
  for (const loan of loans) {
    await transaction
      .updateTable('loan')
      .set((column) => ({
        requested_by: null,
        contact_name: '',
        contact_email: '',
        contact_phone: '',
        wish: '',
        note: '',
        reason: '',
        search: `${loan.number} ${loan.name} ${loan.city}`.toLowerCase(),
        version: column('version', '+', 1),
      }))
      .where('id', '=', loan.id)
      .execute();
  }
  await transaction
    .updateTable('loan_item')
    .set({ remark: '', photo_ids: '[]' })
    .where('loan_id', 'in', loanIds)
    .execute();
  await transaction.deleteFrom('paper').where('loan_id', 'in', loanIds).execute();
  await transaction.deleteFrom('reminder').where('loan_id', 'in', loanIds).execute();
  const photos = transaction.deleteFrom('photo').where('loan_id', 'in', loanIds);
  await photos.where('asset_id', 'is', null).execute();
  await transaction
    .updateTable('photo')
    .set({ loan_id: null, note: '', by: null })
    .where('loan_id', 'in', loanIds)
    .execute();
  await transaction
    .updateTable('history')
    .set({ data: erasedText, by: null })
    .where('loan_id', 'in', loanIds)
    .execute();
  await transaction
    .insertInto('loan_erased')
    .values(loans.map(({ id }) => ({ loan_id: id, at })))
    .onConflict((conflict) => conflict.column('loan_id').doUpdateSet({ at }))
    .execute();
  await record(
    transaction,
    ...loans.map((loan) => ({
      id: newId(),
      at,
      by,
      kind: 'loan.erased' as const,
      loanId: loan.id,
      schoolId: loan.school_id,
      de: 'Namen, Papiere und Texte der Leihe gelöscht',
      en: 'Names, papers and texts of the loan deleted',
    })),
  );
  await noteRemains(transaction, touched, at);
}
