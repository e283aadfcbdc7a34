import { defineConfig } from 'vitest/config';

/**
 * A browser on a machine of which nothing is known may once be too slow for a person's patience, which is what those
 * tests have. CI gives such a test a second go, and its log says so; nobody else gets one.
 */
const retry = process.env.CI ? 1 : 0;

/** They stop, start and look into a PostgreSQL. */
const onlyOnPostgres = ['test/server/storage/postgres/**'];

/** Two files at a time; only the emulated Raspberry Pi (`npm run test:hardware`), which counts pulses, has the machine for
 * itself, and needs an arm64 system that is fetched first. */
export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit and integration',
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**', 'test/hardware/**', ...onlyOnPostgres],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
      {
        // What a server keeps, all over again on a PostgreSQL that comes and goes with the tests.
        extends: true,
        test: {
          name: 'postgresql',
          include: [
            'test/server/**/*.test.ts',
            'test/hostile/class*.test.ts',
            'test/provisioning/demo.test.ts',
          ],
          // These ask no database, or SQLite itself.
          exclude: ['test/server/{broker,config}/**', 'test/server/storage/open-database.test.ts'],
          globalSetup: 'test/support/postgres-setup.ts',
          setupFiles: 'test/support/postgres-environment.ts',
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: {
          name: 'end to end',
          retry,
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'hardware',
          retry,
          include: ['test/hardware/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
