import { sql } from 'kysely';
import { parseAssetCode } from '../../api/contract/lending/assets.ts';
import { type LoanLine, type LoanState, loanStateSchema } from '../../api/contract/lending/loans.ts';
import { partsOfCode } from '../assets/code.ts';
import type { LendingDatabase } from '../interface.ts';
import { loanLines } from './loan-lines.ts';

/** What to look for; all of it must fit. */
export interface LoanSearch {
  readonly text?: string | undefined;
  readonly offset?: number | undefined;
  readonly limit?: number | undefined;
  readonly states?: readonly LoanState[] | undefined;
  readonly schoolId?: string | undefined;
  readonly assetId?: string | undefined;
  readonly overdue?: boolean | undefined;
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

/** Words in any order, `state:out`, `overdue:yes`, and codes of things: `K3`. */
interface Words {
  readonly words: readonly string[];
  readonly states: readonly LoanState[];
  readonly codes: readonly string[];
  readonly overdue: boolean;
}

/** Loans that fit, the latest start first, one page of them. */
export async function searchLoans(
  db: LendingDatabase,
  search: LoanSearch,
  now: number,
): Promise<{ loans: LoanLine[]; total: number }> {
  const said = wordsOf(search.text ?? '');
  const assetIds = await idsOf(db, said.codes);
  if (search.assetId !== undefined) assetIds.push([search.assetId]);
  const states = [...(search.states ?? []), ...said.states];
  let fitting = db.selectFrom('loan');
  for (const word of said.words) {
    const pattern = `%${word.replace(/[!%_]/g, '!$&')}%`;
    fitting = fitting.where(sql<boolean>`loan.search like ${pattern} escape '!'`);
  }
  if (states.length > 0) fitting = fitting.where('loan.state', 'in', states);
  if (search.schoolId !== undefined) fitting = fitting.where('loan.school_id', '=', search.schoolId);
  if (search.overdue || said.overdue) {
    fitting = fitting.where('loan.state', '=', 'out').where('loan.ends_at', '<', now);
  }
  if (search.from !== undefined) fitting = fitting.where('loan.ends_at', '>', search.from);
  if (search.to !== undefined) fitting = fitting.where('loan.starts_at', '<', search.to);
  for (const ids of assetIds) {
    fitting = fitting.where('loan.id', 'in', (of) =>
      of
        .selectFrom('loan_item')
        .select('loan_id')
        .where('asset_id', 'in', ids)
        .where('state', '<>', 'released'),
    );
  }
  const { total } = await fitting
    .select((of) => of.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await fitting
    .selectAll('loan')
    .orderBy('loan.starts_at', 'desc')
    .orderBy('loan.id')
    .limit(search.limit ?? 50)
    .offset(search.offset ?? 0)
    .execute();
  return { loans: await loanLines(db, rows, now), total: Number(total) };
}

function wordsOf(text: string): Words {
  const words: string[] = [];
  const states: LoanState[] = [];
  const codes: string[] = [];
  let overdue = false;
  for (const word of text.toLowerCase().split(/\s+/).filter(Boolean)) {
    const [, key, value = ''] = /^(\p{L}+):(.*)$/u.exec(word) ?? [];
    const state = loanStateSchema.safeParse(value);
    const code = parseAssetCode(word);
    if ((key === 'state' || key === 'status') && state.success) states.push(state.data);
    else if (key === 'overdue' || word === 'überfällig') overdue = true;
    else if (code) codes.push(code.code);
    else words.push(key === 'schule' || key === 'school' ? value : word);
  }
  return { words: words.filter(Boolean), states, codes, overdue };
}

/** The thing of each code; a code that nothing has fits no loan. */
async function idsOf(db: LendingDatabase, codes: readonly string[]): Promise<string[][]> {
  const found: string[][] = [];
  for (const code of codes) {
    const { kind, number } = partsOfCode(code);
    const row = await db
      .selectFrom('asset')
      .select('id')
      .where('kind', '=', kind)
      .where('number', '=', number)
      .executeTakeFirst();
    found.push([row?.id ?? '']);
  }
  return found;
}
