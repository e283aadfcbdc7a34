import { refusal } from '../../api/http-problem.ts';
import type { LendingDatabase } from '../interface.ts';

/**
 * The fleet's number of a Pi, if nobody has put it down and no other thing has that number.
 *
 * @param assetId the thing that is to be this Pi; null: a new one.
 * @throws HttpProblem `device-unknown`, `device-listed`, `number-taken`.
 */
export async function freeFleetNumber(
  trx: LendingDatabase,
  deviceId: string,
  assetId: string | null,
): Promise<number> {
  const device = await trx
    .selectFrom('device')
    .select('number')
    .where('id', '=', deviceId)
    .executeTakeFirst();
  if (!device) {
    throw refusal(
      404,
      'device-unknown',
      'Diesen Pi gibt es in der Flotte nicht. Fügen Sie ihn zuerst unter „Flotte“ hinzu.',
      'The fleet has no such Pi. Add it under “Fleet” first.',
    );
  }
  const taken = await trx
    .selectFrom('asset')
    .select(['id', 'device_id'])
    .where('kind', '=', 'device')
    .where((asset) => asset.or([asset('number', '=', device.number), asset('device_id', '=', deviceId)]))
    .execute();
  if (taken.some((one) => one.device_id === deviceId && one.id !== assetId)) throw deviceListed();
  if (taken.some((one) => one.id !== assetId)) {
    throw refusal(
      409,
      'number-taken',
      `P${device.number} gibt es schon als Gerät ohne Verbindung zur Flotte. Öffnen Sie P${device.number} und verbinden Sie es dort mit diesem Pi.`,
      `There is a P${device.number} already that is not linked to the fleet. Open P${device.number} and link it to this Pi there.`,
    );
  }
  return device.number;
}

/** Somebody has put this Pi down already. */
export function deviceListed() {
  return refusal(
    409,
    'device-listed',
    'Dieser Pi ist schon angelegt. Suchen Sie ihn über seine Nummer.',
    'This Pi is here already. Look for it by its number.',
  );
}
