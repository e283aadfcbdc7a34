import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { classroomMigrations } from '../../../server/classroom/migrations.ts';
import { PupilStore } from '../../../server/classroom/pupil-store.ts';
import type { ClassroomTables } from '../../../server/classroom/tables.ts';
import { openDatabase } from '../../../server/storage/open-database.ts';
import type { StorageTables } from '../../../server/storage/tables.ts';
import { databaseUrlOf, dropDatabaseOf } from '../../support/databases.ts';

/** A fresh database on disk with the classroom's tables. */
export interface ClassroomDatabase {
  readonly db: Kysely<StorageTables>;
  readonly dataDir: string;
  /** The same, to be read and written past the stores. */
  readonly tables: Kysely<StorageTables & ClassroomTables>;
  close(): Promise<void>;
}

export async function openClassroomDatabase(): Promise<ClassroomDatabase> {
  const dataDir = await mkdtemp(join(tmpdir(), 'steckbrett-classroom-'));
  const storage = await openDatabase({ dataDir, databaseUrl: await databaseUrlOf(dataDir), kind: 'real' });
  await storage.migrate(classroomMigrations);
  return {
    db: storage.db,
    dataDir,
    tables: storage.db.withTables<ClassroomTables>(),
    async close() {
      await storage.close();
      await dropDatabaseOf(dataDir);
      await rm(dataDir, { recursive: true });
    },
  };
}

let joined = 0;

/** Lets a pupil join a class, past all desks. */
export function addPupil(
  { db }: Pick<ClassroomDatabase, 'db'>,
  classId: string,
  nickname: string,
  devices: readonly string[] = [],
) {
  joined += 1;
  const secrets = { tokenHash: `token ${joined}`, resumeHash: `resume code ${joined}` };
  return new PupilStore(db).add({ classId, nickname, ...secrets, devices, joinedAt: joined });
}
