import type { TestProject } from 'vitest/node';
import { startPostgres } from '../../scripts/setup/postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgres: { url: string; dataDir: string };
  }
}

/** Brings a PostgreSQL for the vitest project "postgresql", which ends with the tests. */
export default async function setup(project: TestProject): Promise<() => void> {
  const postgres = await startPostgres();
  project.provide('postgres', { url: postgres.url, dataDir: postgres.dataDir });
  return () => postgres.remove();
}
