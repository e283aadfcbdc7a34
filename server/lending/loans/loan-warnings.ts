import { type Problem, problem } from '../../../device/contract/problem.ts';
import type { Loan, LoanItem, LoanPart } from '../../api/contract/lending/loans.ts';
import { codeOf } from '../assets/code.ts';
import { landOf, notesOfDay } from '../calendar/day-notes.ts';
import type { LendingDatabase } from '../interface.ts';
import type { LendingTables } from '../tables.ts';
import { dayOf, endOfTime, sayTime, shiftDays } from './local-time.ts';

interface Facts {
  readonly row: LendingTables['loan'];
  readonly itemList: readonly LoanItem[];
  readonly parts: readonly LoanPart[];
  readonly now: number;
  readonly bufferDays: number;
}

/** What speaks against the next step of a loan, or should be known before it. */
export async function loanWarnings(db: LendingDatabase, facts: Facts): Promise<Loan['warnings']> {
  const found = [...unpacked(facts), ...unfit(facts), ...uncounted(facts)];
  if (['requested', 'reserved', 'packed', 'out'].includes(facts.row.state)) {
    found.push(...(await awkwardDays(db, facts)), ...(await othersWithIt(db, facts)));
  }
  return found.map(({ code, message }) => ({
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

/** Hand-over or return on a day on which nobody is at school. */
async function awkwardDays(db: LendingDatabase, { row }: Facts): Promise<Problem[]> {
  const land = await landOf(db, row.school_id);
  const found: Problem[] = [];
  const days = [
    ['start', row.starts_at, 'Die Übergabe', 'The hand-over'],
    ['end', row.ends_at, 'Die Rückgabe', 'The return'],
  ] as const;
  for (const [which, at, de, en] of days) {
    if (at >= endOfTime || (which === 'start' && row.state === 'out')) continue;
    const [note] = await notesOfDay(db, land, dayOf(at));
    if (!note) continue;
    const [on, onEn] =
      note.kind === 'weekend'
        ? ['am Wochenende', 'at a weekend']
        : [`an: ${note.name}`, `on: ${note.nameEn ?? note.name}`];
    found.push(
      problem(
        `holiday-${which}`,
        `${de} liegt ${on}. Fragen Sie, ob dann jemand da ist.`,
        `${en} is ${onEn}. Ask whether somebody will be there.`,
      ),
    );
  }
  return found;
}

/** What it needs is still with somebody else, or somebody else needs what it has, right after it. */
async function othersWithIt(db: LendingDatabase, facts: Facts): Promise<Problem[]> {
  const { row, itemList, now, bufferDays } = facts;
  const active = itemList.filter(({ state }) => ['reserved', 'packed', 'out'].includes(state));
  if (active.length === 0) return [];
  const rows = await db
    .selectFrom('loan_item')
    .innerJoin('loan', 'loan.id', 'loan_item.loan_id')
    .innerJoin('school', 'school.id', 'loan.school_id')
    .innerJoin('asset', 'asset.id', 'loan_item.asset_id')
    .select(['asset.kind', 'asset.number as assetNumber', 'loan_item.state', 'loan_item.starts_at'])
    .select(['loan_item.ends_at', 'loan.number', 'school.name'])
    .where(
      'loan_item.asset_id',
      'in',
      active.map(({ asset }) => asset.id),
    )
    .where('loan_item.active', '=', 1)
    .where('loan.id', '<>', row.id)
    .orderBy('loan_item.starts_at')
    .execute();
  const held = rows.filter(({ state }) => state !== 'reserved');
  const soon = rows.filter(
    ({ starts_at }) => starts_at >= row.ends_at && starts_at < shiftDays(row.ends_at, bufferDays),
  );
  const found: Problem[] = [];
  for (const [number, items] of Map.groupBy(held, (one) => one.number)) {
    if (row.state === 'out') continue;
    const codes = list(items.map((one) => codeOf({ kind: one.kind, number: one.assetNumber })));
    const late = (items[0]?.ends_at ?? now) < now;
    found.push(
      problem(
        'still-out',
        `${codes}: noch bei ${items[0]?.name} (Leihe ${number})${late ? ', überfällig' : ''}.`,
        `${codes}: still with ${items[0]?.name} (loan ${number})${late ? ', overdue' : ''}.`,
      ),
    );
  }
  for (const [number, items] of Map.groupBy(soon, (one) => one.number)) {
    const at = items[0]?.starts_at ?? now;
    const codes = list(items.map((one) => codeOf({ kind: one.kind, number: one.assetNumber })));
    found.push(
      problem(
        'next-loan',
        `${codes}: am ${sayTime(at, 'de')} braucht es ${items[0]?.name} (Leihe ${number}).`,
        `${codes}: ${items[0]?.name} needs it on ${sayTime(at, 'en')} (loan ${number}).`,
      ),
    );
  }
  return found;
}

/** The first few, and how many more. */
export function list(words: readonly string[]): string {
  const shown = 6;
  return words.length <= shown
    ? words.join(', ')
    : `${words.slice(0, shown).join(', ')} … (+${words.length - shown})`;
}
