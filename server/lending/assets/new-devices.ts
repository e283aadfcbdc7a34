import type { Fleet } from '../../fleet/interface.ts';
import type { LendingDatabase } from '../interface.ts';

/** Pis of the fleet that nobody has put down as a thing yet, by number. */
export async function newDevices(db: LendingDatabase, fleet: Fleet) {
  const rows = await db.selectFrom('asset').select('device_id').where('device_id', 'is not', null).execute();
  const known = new Set(rows.map((row) => row.device_id));
  return fleet
    .devices()
    .filter(({ id }) => !known.has(id))
    .map(({ id, name, number, online }) => ({ id, name, number, online }))
    .sort((one, other) => one.number - other.number);
}
