import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { knownMigrations } from '../../scripts/backup/migrations.ts';
import { startPostgres } from '../../scripts/setup/postgres.ts';
import { openDatabase } from '../../server/storage/open-database.ts';
import { templateName } from './databases.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgres: { url: string; dataDir: string };
  }
}

/** Brings a PostgreSQL for the vitest project "postgresql", which ends with the tests. */
export default async function setup(project: TestProject): Promise<() => void> {
  const postgres = await startPostgres();
  await makeTemplate(postgres.url);
  project.provide('postgres', { url: postgres.url, dataDir: postgres.dataDir });
  return () => postgres.remove();
}

/** Servers' databases are copies of this one, which has every table; what a server does at its first start is still to be done. */
async function makeTemplate(url: string): Promise<void> {
  const administrator = new Client({ connectionString: url });
  await administrator.connect();
  await administrator.query(`create database ${templateName}`);
  await administrator.end();
  const databaseUrl = Object.assign(new URL(url), { pathname: `/${templateName}` }).href;
  const storage = await openDatabase({ dataDir: '', databaseUrl, kind: 'real' });
  await storage.migrate(knownMigrations);
  await storage.db.deleteFrom('meta').execute();
  await storage.close();
}
