import { EventEmitter } from 'node:events';
import { rm } from 'node:fs/promises';
import { accountsMigrations } from '../../../../server/accounts/migrations.ts';
import type { Duty, PersonView } from '../../../../server/api/contract/endpoints.ts';
import type { AssetKind, Condition } from '../../../../server/api/contract/lending/assets.ts';
import type { Loan } from '../../../../server/api/contract/lending/loans.ts';
import { classroomMigrations } from '../../../../server/classroom/migrations.ts';
import { fleetMigrations } from '../../../../server/fleet/migrations.ts';
import type { LendingContext, LendingDatabase, LendingEvents } from '../../../../server/lending/interface.ts';
import { addLoan } from '../../../../server/lending/loans/request.ts';
import { lendingMigrations } from '../../../../server/lending/migrations.ts';
import { openDatabase } from '../../../../server/storage/open-database.ts';
import { databaseUrlOf, dropDatabaseOf } from '../../../support/databases.ts';
import { temporaryFolder } from '../../../support/server.ts';

/** 1 June 2026, 8:00 in Mainz. */
export const june = Date.UTC(2026, 5, 1, 6);
export const day = 86_400_000;
export const hour = 3_600_000;

export interface Storeroom {
  readonly context: LendingContext;
  readonly db: LendingDatabase;
  readonly keeper: PersonView;
  readonly teacher: PersonView;
  /** Which Pi was sent to which school, in order. */
  readonly moves: [deviceId: string, schoolId: string | null][];
  /** Sets the clock. */
  setTime(at: number): void;
  /** A thing; numbers count by kind. Gives its id, which is its code. */
  addThing(
    kind: AssetKind,
    more?: Partial<{ inside: string; condition: Condition; deviceId: string }>,
  ): Promise<string>;
  /** So many of a counted part in a thing, 100 in stock. */
  addParts(assetId: string, consumableId: string, quantity: number): Promise<void>;
  /** A requested loan of the teacher's school. */
  request(startsAt: number, endsAt: number, pupils?: number): Promise<Loan>;
  close(): Promise<void>;
}

/** The domain on a real database with one school, and a clock that stands still. */
export async function openStoreroom(): Promise<Storeroom> {
  const dataDir = await temporaryFolder();
  const storage = await openDatabase({
    dataDir,
    databaseUrl: await databaseUrlOf(dataDir),
    kind: 'real',
  });
  await storage.migrate({
    ...accountsMigrations,
    ...fleetMigrations,
    ...classroomMigrations,
    ...lendingMigrations,
  });
  const db = storage.db.withTables() as unknown as LendingDatabase;
  const school = { id: 'school', name: 'Testschule', city: 'Mainz' };
  await db
    .insertInto('school')
    .values({ ...school, created_at: june })
    .execute();
  const keeper = person('keeper', 'logistics', null);
  const teacher = person('teacher', null, school);
  let now = june;
  let made = 0;
  const moves: Storeroom['moves'] = [];
  const context = {
    db,
    events: new EventEmitter<LendingEvents>(),
    newId: () => `made-${String(++made).padStart(6, '0')}`,
    now: () => now,
    config: { publicUrl: 'https://verein.example' },
    addresses: { web: () => 'https://verein.example', broker: () => '' },
    logger: { warn: () => {} },
    fleet: {
      device: (id: string) => ({ id }),
      setSchool: async (id: string, schoolId: string | null) => {
        moves.push([id, schoolId]);
      },
    },
    // What loans use of the server, and nothing of the rest.
  } as unknown as LendingContext;
  const numbers = new Map<AssetKind, number>();
  return {
    context,
    db,
    keeper,
    teacher,
    moves,
    setTime: (at) => {
      now = at;
    },
    addThing: async (kind, { inside, condition, deviceId } = {}) => {
      const number = (numbers.get(kind) ?? 0) + 1;
      numbers.set(kind, number);
      const id = `${{ kit: 'K', box: 'B', device: 'P', part: 'T' }[kind]}${number}`;
      await db
        .insertInto('asset')
        .values({
          id,
          kind,
          number,
          name: `Ding ${id}`,
          parent_id: inside ?? null,
          device_id: deviceId ?? null,
          template_id: null,
          place: '',
          serial: '',
          model: '',
          condition: condition ?? 'usable',
          sponsor_id: null,
          funding: '',
          purchased_on: null,
          purchase_cents: null,
          note: '',
          search: id.toLowerCase(),
          created_at: june,
        })
        .execute();
      return id;
    },
    addParts: async (assetId, consumableId, quantity) => {
      await db
        .insertInto('consumable')
        .values({ id: consumableId, name: consumableId, icon: '', unit_cents: 10, stock: 100, minimum: 0 })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      await db
        .insertInto('asset_content')
        .values({ asset_id: assetId, consumable_id: consumableId, quantity, present: quantity })
        .execute();
    },
    request: (startsAt, endsAt, pupils = 20) =>
      addLoan(
        context,
        {
          kind: 'loan',
          schoolId: school.id,
          startsAt,
          endsAt,
          pupils,
          lessons: [],
          wish: '',
          note: '',
          contactName: '',
          contactEmail: '',
          contactPhone: '',
        },
        keeper,
      ),
    close: async () => {
      await storage.close();
      await dropDatabaseOf(dataDir);
      await rm(dataDir, { recursive: true });
    },
  };
}

function person(id: string, duty: Duty | null, school: PersonView['school']): PersonView {
  return {
    id,
    name: id,
    email: `${id}@verein.example`,
    role: school ? 'teacher' : 'staff',
    duty,
    school,
  };
}
