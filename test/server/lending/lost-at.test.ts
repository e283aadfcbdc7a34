import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient } from '../../../provisioning/api-client.ts';
import { knownMigrations } from '../../../scripts/backup/migrations.ts';
import { setCondition } from '../../../server/lending/assets/lost-at.ts';
import type { LendingDatabase } from '../../../server/lending/interface.ts';
import { openDatabase } from '../../../server/storage/open-database.ts';
import { databaseUrlOf, dropDatabaseOf } from '../../support/databases.ts';
import { setUpStaff, startTestServer, type TestServer, temporaryFolder } from '../../support/server.ts';

const noted = Date.UTC(2025, 11, 31, 9);

describe('since when a thing is lost', () => {
  let server: TestServer;
  let staff: ApiClient;
  beforeAll(async () => {
    server = await startTestServer();
    staff = await setUpStaff(server);
  });
  afterAll(() => server.stop());

  it('is kept from the moment in which somebody said so until it is found', async () => {
    const { assets } = await staff.call('addAssets', {}, { kind: 'part', name: 'Kamera', copies: 1 });
    const at = { assetId: assets[0]?.id ?? '' };
    const since = async () => (await staff.call('asset', at, {})).lostAt;
    expect(await since()).toBeNull();
    const before = Date.now();
    await staff.call('changeAsset', at, { condition: 'lost' });
    const lost = await since();
    expect(lost).toBeGreaterThanOrEqual(before);
    expect(lost).toBeLessThanOrEqual(Date.now());
    await staff.call('changeAsset', at, { note: 'Zuletzt im Zug gesehen' });
    expect(await since()).toBe(lost);
    await staff.call('changeAsset', at, { condition: 'retired' });
    expect(await since()).toBe(lost);
    await staff.call('changeAsset', at, { condition: 'lost' });
    expect(await since()).toBe(lost);
    await staff.call('changeAsset', at, { condition: 'repair' });
    expect(await since()).toBeNull();
  });
});

describe('what was lost before the day was kept', () => {
  it('is lost since its history says so for the last time; where it does not, nobody knows', async () => {
    const dataDir = await temporaryFolder();
    const databaseUrl = await databaseUrlOf(dataDir);
    const storage = await openDatabase({ dataDir, databaseUrl, kind: 'real' });
    const until = Object.entries(knownMigrations).filter(([name]) => name < '2026-11-24-041');
    await storage.migrate(Object.fromEntries(until));
    const db = storage.db.withTables() as unknown as LendingDatabase;
    const asset = (number: number, condition: 'lost' | 'usable') => ({
      ...{ id: `T${number}`, kind: 'part' as const, number, name: '', place: '', serial: '', model: '' },
      ...{ condition, funding: '', note: '', search: '', created_at: 1 },
    });
    await db
      .insertInto('asset')
      .values([asset(1, 'lost'), asset(2, 'lost'), asset(3, 'usable'), asset(4, 'lost'), asset(5, 'lost')])
      .execute();
    const entry = (assetId: string, kind: string, at: number, facts: object) => ({
      ...{ id: `${assetId} ${kind} ${at}`, at, kind, asset_id: assetId, data: JSON.stringify(facts) },
    });
    await db
      .insertInto('history')
      .values([
        entry('T1', 'asset.condition', noted - 9, { from: 'usable', to: 'lost' }),
        entry('T1', 'asset.condition', noted - 5, { from: 'lost', to: 'usable' }),
        entry('T1', 'loan.item-missing', noted, {}),
        entry('T3', 'asset.lost', noted, { from: 'usable', to: 'lost' }),
        entry('T4', 'loan.item-exchanged', noted, { from: 'T4', to: 'T5', condition: 'lost' }),
        entry('T5', 'loan.item-exchanged', noted, { from: 'T4', to: 'T5', condition: 'lost' }),
      ])
      .execute();
    await storage.migrate(knownMigrations);
    const since = async () =>
      Object.fromEntries(
        (await db.selectFrom('asset').select(['id', 'lost_at']).orderBy('number').execute()).map((row) => [
          row.id,
          row.lost_at,
        ]),
      );
    expect(await since()).toEqual({ T1: noted, T2: null, T3: null, T4: noted, T5: null });
    await setCondition(db, ['T1', 'T2', 'T3'], 'lost', noted + 7);
    expect(await since()).toEqual({ T1: noted, T2: null, T3: noted + 7, T4: noted, T5: null });
    await setCondition(db, ['T1', 'T3'], 'usable', noted + 8);
    expect(await since()).toMatchObject({ T1: null, T3: null });
    await storage.close();
    await dropDatabaseOf(dataDir);
    await rm(dataDir, { recursive: true });
  });
});
