import { refusal } from '../../api/http-problem.ts';
import { violatedConstraint } from '../../storage/violation.ts';
import { codeOf } from '../assets/code.ts';
import type { LendingDatabase } from '../interface.ts';
import { saySpan } from './local-time.ts';

/** Another loan that has a thing in a time. */
export interface Conflict {
  readonly assetId: string;
  readonly code: string;
  readonly name: string;
  readonly loanId: string;
  readonly number: string;
  readonly schoolName: string;
  readonly startsAt: number;
  /** Later than agreed while it is overdue: it is not here now. */
  readonly endsAt: number;
}

export interface Span {
  readonly startsAt: number;
  readonly endsAt: number;
}

/**
 * Loans that have one of these things in the time, earliest first; times that only touch are none. What is out and
 * overdue is taken until now.
 */
export async function conflicts(
  db: LendingDatabase,
  assetIds: readonly string[],
  { startsAt, endsAt }: Span,
  options: { exceptLoanId?: string; now: number },
): Promise<Conflict[]> {
  if (assetIds.length === 0) return [];
  const rows = await db
    .selectFrom('loan_item')
    .innerJoin('loan', 'loan.id', 'loan_item.loan_id')
    .innerJoin('school', 'school.id', 'loan.school_id')
    .innerJoin('asset', 'asset.id', 'loan_item.asset_id')
    .select(['asset.id as assetId', 'asset.kind', 'asset.number as assetNumber', 'asset.name'])
    .select(['loan.id as loanId', 'loan.number', 'school.name as schoolName'])
    .select(['loan_item.starts_at', 'loan_item.ends_at', 'loan_item.state'])
    .where('loan_item.asset_id', 'in', [...assetIds])
    .where('loan_item.active', '=', 1)
    .where('loan_item.starts_at', '<', endsAt)
    .where((where) =>
      where.or([
        where('loan_item.ends_at', '>', startsAt),
        ...(startsAt < options.now ? [where('loan_item.state', '=', 'out')] : []),
      ]),
    )
    .$if(options.exceptLoanId !== undefined, (query) =>
      query.where('loan.id', '<>', options.exceptLoanId ?? ''),
    )
    .orderBy('loan_item.starts_at')
    .execute();
  return rows.map((row) => ({
    assetId: row.assetId,
    code: codeOf({ kind: row.kind, number: row.assetNumber }),
    name: row.name,
    loanId: row.loanId,
    number: row.number,
    schoolName: row.schoolName,
    startsAt: row.starts_at,
    endsAt: row.state === 'out' ? Math.max(row.ends_at, options.now) : row.ends_at,
  }));
}

/** Refuses with what stands in the way. */
export function alreadyLent(found: readonly Conflict[]): Error {
  const first = found[0];
  if (!first) {
    return refusal(
      409,
      'already-lent',
      'Etwas davon hat gerade jemand anderes für diese Zeit reserviert. Sehen Sie sich den neuen Stand an und versuchen Sie es noch einmal.',
      'Somebody else has just reserved some of it for this time. Look at how it is now and try again.',
    );
  }
  const { code, name, number, schoolName, startsAt, endsAt } = first;
  const others = new Set(found.map(({ assetId }) => assetId)).size - 1;
  return refusal(
    409,
    'already-lent',
    `${code} (${name}) gehört ${saySpan(startsAt, endsAt, 'de')} zur Leihe ${number} an ${schoolName}${others > 0 ? `, ${others} weitere Dinge ebenfalls nicht frei` : ''}. Wählen Sie etwas anderes oder eine andere Zeit.`,
    `${code} (${name}) belongs to loan ${number} to ${schoolName}, ${saySpan(startsAt, endsAt, 'en')}${others > 0 ? `, and ${others} more things are not free` : ''}. Choose something else or another time.`,
  );
}

/** What to throw for an error: where the database refused a second loan of a thing, the sentence for it. */
export async function refuseOverlap(
  error: unknown,
  look: () => Promise<readonly Conflict[]>,
): Promise<unknown> {
  const rule = violatedConstraint(error);
  if (rule !== 'loan_item_overlap' && rule !== 'loan_item_one_holder') return error;
  return alreadyLent(await look());
}
