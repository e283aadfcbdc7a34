import type { LendingContext, LendingDatabase } from '../interface.ts';

const prefix = 'device-school:';

/**
 * The fleet learns to which school Pis have gone. What it is to learn is written in the transaction that lends or takes
 * back, and done after it; what a fallen server left undone comes with the next start.
 */
export class DeviceMoves {
  readonly #context: LendingContext;
  #last: Promise<void> = Promise.resolve();

  constructor(context: LendingContext) {
    this.#context = context;
  }

  /**
   * Tells the fleet all that it does not know yet, one after the other, so that the newest word is the last. What it
   * could not be told stays written down for the next time.
   */
  flush(): Promise<void> {
    const told = this.#last.then(() => this.#tellAll());
    // Whoever asked hears of a failure; the next begins anew.
    this.#last = told.catch(() => {});
    return told;
  }

  async #tellAll(): Promise<void> {
    const { db, fleet, logger } = this.#context;
    const waiting = await db
      .selectFrom('lending_setting')
      .selectAll()
      .where('key', '>=', prefix)
      .where('key', '<', `${prefix}\uffff`)
      .execute();
    for (const { key, value, version } of waiting) {
      const deviceId = key.slice(prefix.length);
      try {
        if (fleet.device(deviceId)) await fleet.setSchool(deviceId, value === '' ? null : value);
      } catch (error) {
        logger.warn({ err: error, deviceId }, 'the fleet could not be told to which school a Pi went');
        continue;
      }
      await db.deleteFrom('lending_setting').where('key', '=', key).where('version', '=', version).execute();
    }
  }
}

/** Writes down that the Pis among these things are at a school from now on; null: at the association. */
export async function moveDevices(
  trx: LendingDatabase,
  assetIds: readonly string[],
  schoolId: string | null,
): Promise<void> {
  if (assetIds.length === 0) return;
  const devices = await trx
    .selectFrom('asset')
    .select('device_id')
    .where('id', 'in', [...assetIds])
    .where('device_id', 'is not', null)
    .execute();
  if (devices.length === 0) return;
  await trx
    .insertInto('lending_setting')
    .values(
      devices.map(({ device_id }) => ({ key: `${prefix}${device_id}`, value: schoolId ?? '', version: 1 })),
    )
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet((of) => ({
        value: of.ref('excluded.value'),
        version: of('lending_setting.version', '+', 1),
      })),
    )
    .execute();
}
