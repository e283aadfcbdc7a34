import { rm } from 'node:fs/promises';
import { startPostgres } from '../../scripts/setup/postgres.ts';
import { accountsMigrations } from '../../server/accounts/migrations.ts';
import { classroomMigrations } from '../../server/classroom/migrations.ts';
import { fleetMigrations } from '../../server/fleet/migrations.ts';
import { findAssets } from '../../server/lending/assets/find-assets.ts';
import { readCalendar } from '../../server/lending/calendar/read-calendar.ts';
import type { LendingDatabase } from '../../server/lending/interface.ts';
import { candidatesOf, judgeThings } from '../../server/lending/loans/availability.ts';
import { searchLoans } from '../../server/lending/loans/search.ts';
import { lendingMigrations } from '../../server/lending/migrations.ts';
import { readImpact } from '../../server/lending/reports/report.ts';
import { openDatabase } from '../../server/storage/open-database.ts';
import { temporaryFolder } from '../support/server.ts';
import { type Filled, fillAssociation, now } from './lending-filling.ts';
import type { Measurement } from './measurement.ts';
import { percentile } from './statistics.ts';

const samples = 60;
/** Most that a search or a look at what is free may take, p95, ms. */
const most = 100;
/** A year's figures are counted from all that went out in it; once a year somebody waits for that. */
const mostImpact = 500;
const day = 86_400_000;

/** Ten years of a large association: searches and availability, as the endpoints ask the database, on both databases. */
export async function lendingBench(): Promise<Measurement[]> {
  const results = await onDatabase('sqlite', null);
  const postgres = await startPostgres();
  try {
    results.push(...(await onDatabase('postgresql', postgres.url)));
  } finally {
    postgres.remove();
  }
  return results;
}

async function onDatabase(name: string, databaseUrl: string | null): Promise<Measurement[]> {
  const dataDir = await temporaryFolder();
  const storage = await openDatabase({ dataDir, databaseUrl, kind: 'real' });
  try {
    await storage.migrate({
      ...accountsMigrations,
      ...fleetMigrations,
      ...classroomMigrations,
      ...lendingMigrations,
    });
    const db = storage.db.withTables() as unknown as LendingDatabase;
    const filled = await fillAssociation(db);
    const asks: Record<string, (round: number) => Promise<unknown>> = {
      availability: async (round) => {
        const startsAt = now + (round % 50) * day;
        const span = { startsAt, endsAt: startsAt + 14 * day, bufferDays: 2 };
        return candidatesOf(db, (await judgeThings(db, span, now)).slice(0, 100));
      },
      'loan-search': (round) => searchLoans(db, { text: wordOf(round) }, now),
      'loans-of-time': (round) =>
        searchLoans(db, { from: now - round * 30 * day, to: now - round * 30 * day + 14 * day }, now),
      calendar: (round) =>
        readCalendar(db, { from: now + (round - 30) * day, to: now + (round + 68) * day }, now),
      'asset-search': (round) => findAssets(db, { text: `kamera ${round}` }),
      impact: (round) => readImpact(db, { year: 2017 + (round % 10) }, now),
    };
    const results: Measurement[] = [];
    for (const [what, ask] of Object.entries(asks)) {
      const limit = what === 'impact' ? mostImpact : most;
      results.push(await measured(`lending-${what}-${name}`, db, filled, ask, limit));
    }
    return results;
  } finally {
    await storage.close();
    await rm(dataDir, { recursive: true });
  }
}

/** What people look for: a school, a year's number, a kit's code, a state with a word. */
function wordOf(round: number): string {
  const school = `schule ${(round * 7) % 400}`;
  return [
    school,
    `20${17 + (round % 10)}-${100 + round}`,
    `k${1 + ((round * 13) % 500)}`,
    `state:closed ${school}`,
  ][round % 4] as string;
}

async function measured(
  id: string,
  db: LendingDatabase,
  { loanIds }: Filled,
  ask: (round: number) => Promise<unknown>,
  limit: number,
): Promise<Measurement> {
  for (let round = 0; round < 5; round += 1) await ask(round);
  const times: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < samples; round += 1) {
    const began = performance.now();
    await ask(round);
    times.push(performance.now() - began);
    const id = loanIds[(round * 331) % loanIds.length] ?? '';
    const asked = performance.now();
    await db.selectFrom('loan').selectAll().where('id', '=', id).execute();
    bare.push(performance.now() - asked);
  }
  const value = percentile(times, 0.95);
  const baselineValue = percentile(bare, 0.95);
  return {
    id,
    value,
    unit: 'ms p95',
    baseline: 'one loan read by its id, p95',
    baselineValue,
    ratio: value / baselineValue,
    target: `<= ${limit} ms`,
    met: value <= limit,
    samples,
  };
}
