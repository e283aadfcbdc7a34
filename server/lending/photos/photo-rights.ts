import type { PersonView } from '../../api/contract/endpoints.ts';
import { refusal } from '../../api/http-problem.ts';
import type { LendingDatabase } from '../interface.ts';

/** What a photo shows, and with which loan it belongs. */
export interface PhotoSubject {
  readonly assetId?: string | undefined;
  readonly loanId?: string | undefined;
}

/**
 * Whether this person may see or add photos of this: staff of everything, teachers of their school's loans.
 *
 * @returns the subject as photos of it are kept: those of a teacher always belong to their school's loan.
 * @throws HttpProblem `thing-unknown`, also where it is somebody else's: nobody learns what others have.
 */
export async function photoSubject(
  db: LendingDatabase,
  person: PersonView,
  { assetId, loanId }: PhotoSubject,
): Promise<{ assetId: string | null; loanId: string | null }> {
  if (!assetId && !loanId) throw thingUnknown();
  const asset = assetId
    ? await db.selectFrom('asset').select('id').where('id', '=', assetId).executeTakeFirst()
    : undefined;
  const loan = loanId
    ? await db.selectFrom('loan').select(['id', 'school_id']).where('id', '=', loanId).executeTakeFirst()
    : undefined;
  if ((assetId && !asset) || (loanId && !loan)) throw thingUnknown();
  if (person.role === 'staff') return { assetId: assetId ?? null, loanId: loanId ?? null };
  if (!person.school) throw thingUnknown();
  if (loan && loan.school_id !== person.school.id) throw thingUnknown();
  if (!assetId) return { assetId: null, loanId: loanId ?? null };
  const held = await db
    .selectFrom('loan_item')
    .innerJoin('loan', 'loan.id', 'loan_item.loan_id')
    .select('loan.id')
    .where('loan_item.asset_id', '=', assetId)
    .where('loan_item.state', '=', 'out')
    .where('loan.school_id', '=', person.school.id)
    .executeTakeFirst();
  if (!held || (loan && loan.id !== held.id)) throw thingUnknown();
  return { assetId, loanId: held.id };
}

/**
 * Whether this person, who sees a photo, may write its words anew or remove it.
 *
 * @param by who took it; null: nobody knows any more.
 */
export function mayChange(person: PersonView, by: string | null): boolean {
  return person.role === 'staff' ? person.duty !== 'read-only' : person.id === by;
}

export function thingUnknown() {
  return refusal(
    404,
    'thing-unknown',
    'Dieses Ding gibt es hier nicht, oder Ihre Schule hat es gerade nicht.',
    'This thing does not exist here, or your school does not have it right now.',
  );
}
