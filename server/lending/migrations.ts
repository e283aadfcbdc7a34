import type { Migration } from 'kysely/migration';
import { lendingBegins } from './migrations/2026-11-23-lending.ts';
import { historyKind } from './migrations/2026-11-24-history-kind.ts';
import { lostAt } from './migrations/2026-11-24-lost-at.ts';
import { retention } from './migrations/2026-11-24-retention.ts';

/** Lending's tables, by name in order. What has landed never changes; what is new is a migration of its own. */
export const lendingMigrations: Readonly<Record<string, Migration>> = {
  '2026-11-23-040-lending': lendingBegins,
  '2026-11-24-041-lost-at': lostAt,
  '2026-11-24-042-retention': retention,
  '2026-11-24-043-history-kind': historyKind,
};
