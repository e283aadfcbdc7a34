import type { Kysely } from 'kysely';
import type { StorageTables } from '../storage/tables.ts';
import type { ClassroomTables } from './tables.ts';

/** The pupil who saved last at a seat; null when nobody did, or they have left the class. */
export async function lastSaver(db: Kysely<StorageTables>, seatId: string): Promise<string | null> {
  const row = await db
    .withTables<ClassroomTables>()
    .selectFrom('workspace_version')
    .select('saved_by_pupil')
    .where('seat_id', '=', seatId)
    .where('kind', '=', 'saved')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.saved_by_pupil ?? null;
}
