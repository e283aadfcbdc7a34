import { afterAll, beforeAll, expect, it } from 'vitest';
import { knownMigrations } from '../../../scripts/backup/migrations.ts';
import { peek } from '../../support/databases.ts';
import { startTestServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

it('a backup knows every change that a server has made to its database, and no other', async () => {
  const database = await peek(server.dataDir);
  const rows = await database.run('select name from schema_migration');
  await database.close();
  expect(rows.map(({ name }) => name).sort()).toEqual(Object.keys(knownMigrations).sort());
});
