import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { ClassStore } from '../../../server/classroom/class-store.ts';
import { classroomMigrations } from '../../../server/classroom/migrations.ts';
import { WorkspaceStore } from '../../../server/classroom/workspace-store.ts';
import { openDatabase } from '../../../server/storage/open-database.ts';
import { violatedConstraint } from '../../../server/storage/violation.ts';
import { databaseUrlOf, dropDatabaseOf } from '../../support/databases.ts';

const [first] = Object.entries(classroomMigrations);

it('pupils come out of a database of before, with their seats, tokens and work', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'steckbrett-migration-'));
  const storage = await openDatabase({ dataDir, databaseUrl: await databaseUrlOf(dataDir), kind: 'real' });
  const { db } = storage;
  await storage.migrate(Object.fromEntries(first ? [first] : []));
  await sql`
    insert into class (id, code, name, teacher_id, lesson_id, state, started_at)
    values ('c', 'K7F-3XM', '7b', 't', 'blink', 'active', 1)`.execute(db);
  await sql`
    insert into seat (id, class_id, nickname, token_hash, device_id, created_at)
    values ('s1', 'c', 'Fuchs', 'h1', 'pi-1', 2), ('s2', 'c', 'Otter', 'h2', null, 3)`.execute(db);
  await sql`insert into workspace values ('s1', 2, '{"a":1}', 5, 'tab')`.execute(db);
  await sql`insert into workspace_version values ('s1', 1, 'saved', 1, '{}', 4, 'tab')`.execute(db);

  await storage.migrate(classroomMigrations);

  const [content] = await new ClassStore(db).active();
  const pupil = { classId: 'c' };
  expect(content).toMatchObject({
    class: { id: 'c', allBlocks: false },
    seats: [
      { id: 's1', deviceId: 'pi-1', joinedAt: 2, savedAt: 5 },
      { id: 's2', deviceId: null, joinedAt: 3, savedAt: null },
    ],
    pupils: [
      { ...pupil, seatId: 's1', homeSeatId: 's1', nickname: 'Fuchs', joinedAt: 2 },
      { ...pupil, seatId: 's2', homeSeatId: 's2', nickname: 'Otter', joinedAt: 3 },
    ],
    tokens: [
      { tokenHash: 'h1', pupilId: content?.pupils[0]?.id },
      { tokenHash: 'h2', pupilId: content?.pupils[1]?.id },
    ],
  });
  expect(await new WorkspaceStore(db).read('s1')).toMatchObject({ version: 2, blocks: { a: 1 } });
  // Work still points at its seat, and can't lose it.
  const orphan = sql`update workspace set seat_id = 'nobody'`.execute(db);
  expect(await orphan.catch(violatedConstraint)).toBe('foreign_key');
  await storage.close();
  await dropDatabaseOf(dataDir);
  await rm(dataDir, { recursive: true });
});
