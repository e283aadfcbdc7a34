import { type Problem, problem } from '../../../device/contract/problem.ts';
import type { Loan, LoanItem, LoanPart } from '../../api/contract/lending/loans.ts';
import type { LendingDatabase } from '../interface.ts';
import type { LendingTables } from '../tables.ts';

interface Facts {
  readonly row: LendingTables['loan'];
  readonly itemList: readonly LoanItem[];
  readonly parts: readonly LoanPart[];
  readonly now: number;
  readonly bufferDays: number;
}

/** What speaks against the next step of a loan, or should be known before it. */
export async function loanWarnings(_db: LendingDatabase, facts: Facts): Promise<Loan['warnings']> {
  return [...unpacked(facts), ...unfit(facts), ...uncounted(facts)].map(({ code, message }) => ({
    code,
    ...message,
  }));
}

/** Things are ticked off, but not all. */
function unpacked({ itemList }: Facts): Problem[] {
  const left = itemList.filter(({ state }) => state === 'reserved');
  if (left.length === 0 || !itemList.some(({ state }) => state === 'packed')) return [];
  const codes = list(left.map(({ asset }) => asset.code));
  return [problem('not-packed', `Noch nicht gepackt: ${codes}.`, `Not packed yet: ${codes}.`)];
}

/** Reserved, and broken or gone since. */
function unfit({ itemList }: Facts): Problem[] {
  const broken = itemList.filter(
    ({ state, asset }) => ['reserved', 'packed'].includes(state) && asset.condition !== 'usable',
  );
  if (broken.length === 0) return [];
  const codes = list(broken.map(({ asset }) => asset.code));
  return [
    problem(
      'not-usable',
      `Defekt, verloren oder ausgemustert: ${codes}. Reservieren Sie Ersatz.`,
      `Broken, lost or retired: ${codes}. Reserve something else instead.`,
    ),
  ];
}

function uncounted({ row, parts }: Facts): Problem[] {
  if (row.state !== 'returned') return [];
  const left = parts.filter(({ back }) => back === null);
  if (left.length === 0) return [];
  const names = list([...new Set(left.map(({ name }) => name))]);
  return [problem('parts-uncounted', `Noch nicht gezählt: ${names}.`, `Not counted yet: ${names}.`)];
}

/** The first few, and how many more. */
export function list(words: readonly string[]): string {
  const shown = 6;
  return words.length <= shown
    ? words.join(', ')
    : `${words.slice(0, shown).join(', ')} … (+${words.length - shown})`;
}
