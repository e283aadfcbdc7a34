import { goalsIn } from '../../classroom/class-deletion.ts';
import type { ClassroomTables } from '../../classroom/tables.ts';
import { codeOf } from '../assets/code.ts';
import type { LendingDatabase } from '../interface.ts';
import { dayOf } from '../loans/local-time.ts';
import { readSettings } from '../settings/settings-store.ts';
import type { AssetFact, ClassFact, Facts, Outing, PartFact } from './facts.ts';
import type { Period } from './period.ts';

/** Reads what the figures of a period need; at 5,000 devices and 20,000 loans, some 50,000 rows for a year. */
export async function readFacts(db: LendingDatabase, period: Period, now: number): Promise<Facts> {
  const { settings } = await readSettings(db);
  return {
    now,
    lifetimeYears: settings.lifetimeYears,
    assets: await assetsOf(db),
    contents: await db
      .selectFrom('asset_content')
      .innerJoin('consumable', 'consumable.id', 'asset_content.consumable_id')
      .select(['asset_content.asset_id as assetId', 'asset_content.present'])
      .select('consumable.unit_cents as unitCents')
      .where('present', '>', 0)
      .execute(),
    outings: await outingsOf(db, period),
    parts: await partsOf(db, period),
    classes: [...(await countedClasses(db, period)), ...(await keptClasses(db, period))],
    schools: await schoolsOf(db),
  };
}

async function assetsOf(db: LendingDatabase): Promise<AssetFact[]> {
  const rows = await db
    .selectFrom('asset')
    .select(['id', 'kind', 'number', 'name', 'parent_id', 'condition', 'sponsor_id'])
    .select(['purchased_on', 'purchase_cents', 'created_at', 'lost_at'])
    .orderBy('kind')
    .orderBy('number')
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  const sponsorOf = (row: (typeof rows)[number]): string | null => {
    for (let one: typeof row | undefined = row; one; one = byId.get(one.parent_id ?? '')) {
      if (one.sponsor_id !== null) return one.sponsor_id;
    }
    return null;
  };
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    code: codeOf(row),
    name: row.name,
    condition: row.condition,
    sponsorId: sponsorOf(row),
    purchasedOn: row.purchased_on,
    purchaseCents: row.purchase_cents,
    createdAt: row.created_at,
    lostAt: row.lost_at,
  }));
}

/** Those that touch the period, and those that are out now. */
async function outingsOf(db: LendingDatabase, { from, to }: Period): Promise<Outing[]> {
  const rows = await db
    .selectFrom('loan_item')
    .innerJoin('loan', 'loan.id', 'loan_item.loan_id')
    .select(['loan_item.loan_id', 'loan_item.asset_id', 'loan_item.state', 'loan_item.out_at'])
    .select(['loan_item.back_at', 'loan_item.ends_at'])
    .select(['loan.kind', 'loan.school_id', 'loan.returned_at', 'loan.closed_at'])
    .where('loan_item.out_at', 'is not', null)
    .where(({ or, and, eb }) =>
      or([
        eb('loan_item.state', '=', 'out'),
        and([
          eb('loan_item.out_at', '<', to),
          or([eb('loan_item.back_at', 'is', null), eb('loan_item.back_at', '>=', from)]),
        ]),
      ]),
    )
    .execute();
  return rows.map((row) => ({
    loanId: row.loan_id,
    kind: row.kind,
    schoolId: row.school_id,
    assetId: row.asset_id,
    state: row.state,
    outAt: row.out_at ?? 0,
    // What is missing never came back: its time ends when that was written down.
    endAt: row.state === 'out' ? null : (row.back_at ?? row.returned_at ?? row.closed_at ?? row.ends_at),
  }));
}

/** Those counted in the period, and those that are out now. */
async function partsOf(db: LendingDatabase, { from, to }: Period): Promise<PartFact[]> {
  const rows = await db
    .selectFrom('loan_part')
    .innerJoin('loan', 'loan.id', 'loan_part.loan_id')
    .select(['loan_part.loan_id', 'loan_part.asset_id', 'loan_part.quantity', 'loan_part.back'])
    .select(['loan_part.damaged', 'loan_part.unit_cents'])
    .select(['loan.kind', 'loan.school_id', 'loan.returned_at', 'loan.ends_at'])
    .where('loan.out_at', 'is not', null)
    .where(({ or, and, eb }) =>
      or([
        and([eb('loan.returned_at', '>=', from), eb('loan.returned_at', '<', to)]),
        eb('loan.state', '=', 'out'),
      ]),
    )
    .execute();
  return rows.map((row) => ({
    loanId: row.loan_id,
    schoolId: row.school_id,
    kind: row.kind,
    assetId: row.asset_id,
    quantity: row.quantity,
    // Damaged ones are among those that came back.
    lost: row.back === null ? 0 : Math.max(0, row.quantity - row.back),
    damaged: row.damaged,
    unitCents: row.unit_cents,
    countedAt: row.back === null ? null : row.returned_at,
  }));
}

/** Classes whose names and work are deleted. */
async function countedClasses(db: LendingDatabase, { fromDay, toDay }: Period): Promise<ClassFact[]> {
  return db
    .selectFrom('class_count')
    .select(['lesson_id as lessonId', 'day', 'school_id as schoolId', 'pupils', 'goals'])
    .where('day', '>=', fromDay)
    .where('day', '<=', toDay)
    .execute();
}

/** Classes that run or are kept, as they would be counted if they were deleted now. */
async function keptClasses(db: LendingDatabase, { from, to }: Period): Promise<ClassFact[]> {
  const tables = db.withTables<Pick<ClassroomTables, 'pupil' | 'seat' | 'seat_progress'>>();
  const classes = await tables
    .selectFrom('class')
    .innerJoin('pupil', 'pupil.class_id', 'class.id')
    .select(['class.id', 'class.lesson_id', 'class.school_id', 'class.started_at'])
    .select(({ fn }) => fn.countAll<number>().as('pupils'))
    .where('class.started_at', '>=', from)
    .where('class.started_at', '<', to)
    .groupBy(['class.id', 'class.lesson_id', 'class.school_id', 'class.started_at'])
    .execute();
  if (classes.length === 0) return [];
  const progress = await tables
    .selectFrom('seat_progress')
    .innerJoin('seat', 'seat.id', 'seat_progress.seat_id')
    .innerJoin('class', 'class.id', 'seat.class_id')
    .select(['seat.class_id', 'seat_progress.json'])
    .where('class.started_at', '>=', from)
    .where('class.started_at', '<', to)
    .execute();
  const goals = new Map<string, number>();
  for (const { class_id, json } of progress) goals.set(class_id, (goals.get(class_id) ?? 0) + goalsIn(json));
  return classes.map((one) => ({
    lessonId: one.lesson_id,
    day: dayOf(one.started_at),
    schoolId: one.school_id,
    pupils: Number(one.pupils),
    goals: goals.get(one.id) ?? 0,
  }));
}

async function schoolsOf(db: LendingDatabase): Promise<Facts['schools']> {
  const rows = await db
    .selectFrom('school')
    .leftJoin('school_detail', 'school_detail.school_id', 'school.id')
    .select(['school.id', 'school.name', 'school.city', 'school_detail.municipality'])
    .execute();
  return new Map(
    rows.map(({ id, name, city, municipality }) => [
      id,
      { name, municipality: municipality?.trim() || city },
    ]),
  );
}
