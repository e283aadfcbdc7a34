import type { Candidate, DayNote } from '../../api/contract/lending/loans.ts';
import { dayNotes, landOf } from '../calendar/day-notes.ts';
import type { LendingDatabase } from '../interface.ts';
import { candidatesOf, type Judged, judgeThings, widened } from './availability.ts';
import { chooseKits } from './choose-kits.ts';
import { addDays, dayOf, endOfTime, shiftDays } from './local-time.ts';
import type { Span } from './overlap.ts';
import { loanUnknown } from './rights.ts';
import { isFree } from './use-of-things.ts';

/** What suits a loan, and when it would if nothing does. */
export interface Proposal {
  readonly assetIds: string[];
  readonly candidates: Candidate[];
  readonly devices: number;
  readonly needed: number;
  readonly days: DayNote[];
  readonly alternative: Span | null;
}

/** Half a year ahead is far enough to look. */
const furthest = 183;

/**
 * Proposes kits for a loan: enough Pis for its pupils, with the buffer days where that is possible.
 *
 * @throws HttpProblem `loan-unknown`.
 */
export async function propose(
  db: LendingDatabase,
  asked: { loanId: string; pupilsPerDevice: number; bufferDays: number; now: number },
): Promise<Proposal> {
  const loan = await db.selectFrom('loan').selectAll().where('id', '=', asked.loanId).executeTakeFirst();
  if (!loan) throw loanUnknown();
  const span = { startsAt: loan.starts_at, endsAt: loan.ends_at };
  const { bufferDays, now, loanId } = asked;
  const needed = Math.ceil(loan.pupils / asked.pupilsPerDevice);
  const judged = await judgeThings(db, { ...span, loanId, bufferDays }, now);
  const recent = await recencies(db, judged);
  const choose = (from: readonly Judged[]) =>
    chooseKits(
      from.map(({ id, devices, lacks }) => ({
        id,
        devices,
        lacks: lacks.length,
        recent: recent.get(id) ?? 0,
      })),
      needed,
    );
  const free = judged.filter((one) => one.free);
  const chosen = choose(free) ?? choose(judged.filter((one) => one.free || one.tight));
  // Too few for all: everything that is free is a beginning.
  const assetIds = chosen ?? free.filter(({ devices }) => devices > 0).map(({ id }) => id);
  const byId = new Map(judged.map((one) => [one.id, one]));
  return {
    assetIds,
    candidates: await candidatesOf(db, judged),
    devices: assetIds.reduce((sum, id) => sum + (byId.get(id)?.devices ?? 0), 0),
    needed,
    days: await daysAround(db, loan.school_id, span),
    alternative: chosen ? null : nextTime(judged, span, { bufferDays, needed }),
  };
}

/** The next day from which enough Pis are free for as long, at the same times of day. */
function nextTime(
  judged: readonly Judged[],
  { startsAt, endsAt }: Span,
  { bufferDays, needed }: { bufferDays: number; needed: number },
): Span | null {
  if (endsAt >= endOfTime) return null;
  for (let later = 1; later <= furthest; later += 1) {
    const span = { startsAt: shiftDays(startsAt, later), endsAt: shiftDays(endsAt, later) };
    const wide = widened(span, bufferDays);
    let devices = 0;
    for (const use of judged) if (isFree(use, wide)) devices += use.devices;
    if (devices >= needed) return span;
  }
  return null;
}

/** How lately each was used, from 0 (longest ago, or never) to 1. */
async function recencies(db: LendingDatabase, judged: readonly Judged[]): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('loan_item')
    .select(['asset_id', (of) => of.fn.max('ends_at').as('last')])
    .where(
      'asset_id',
      'in',
      judged.map(({ id }) => id),
    )
    .where('state', '<>', 'released')
    .groupBy('asset_id')
    .execute();
  const order = rows.sort((a, b) => Number(a.last) - Number(b.last));
  return new Map(order.map(({ asset_id }, index) => [asset_id, (index + 1) / order.length]));
}

/** What is special about the days of a school's loan and the week around them. */
export async function daysAround(db: LendingDatabase, schoolId: string, span: Span): Promise<DayNote[]> {
  const from = addDays(dayOf(span.startsAt), -7);
  const to = span.endsAt >= endOfTime ? addDays(from, 14) : addDays(dayOf(span.endsAt), 7);
  return dayNotes(db, await landOf(db, schoolId), from, to);
}
