import type { Kysely } from 'kysely';
import { type Desired, desiredSchema } from '../../device/contract/desired.ts';
import { type Reported, reportedSchema } from '../../device/contract/reported.ts';
import type { DeviceId } from '../../device/contract/topics.ts';
import { camJamEduKit } from '../../device/contract/wiring.ts';
import type { StorageTables } from '../storage/tables.ts';
import { deviceIdFor } from './device-id.ts';
import { hashSecret, makeSecret } from './secret.ts';
import type { DeviceTable, FleetTables } from './tables.ts';

/** What is kept of a device. */
export interface StoredDevice {
  readonly id: DeviceId;
  readonly name: string;
  /** The number on its label. */
  readonly number: number;
  readonly schoolId: string | null;
  readonly desired: Desired;
  readonly reported: Reported | null;
  readonly lastSeenAt: number | null;
}

/** A new device and its secret, which is known only now: the database keeps its hash. */
export interface AddedDevice {
  readonly device: StoredDevice;
  readonly secret: string;
}

/** The devices in the database. */
export class DeviceStore {
  readonly #db: Kysely<StorageTables & FleetTables>;

  constructor(db: Kysely<StorageTables>) {
    this.#db = db.withTables<FleetTables>();
  }

  async all(): Promise<StoredDevice[]> {
    const rows = await this.#db.selectFrom('device').selectAll().orderBy('name').execute();
    return rows.map(fromRow);
  }

  /** The hash of a device's secret; undefined when there is no such device. */
  async secretHash(id: DeviceId): Promise<string | undefined> {
    const row = await this.#db
      .selectFrom('device')
      .select('secret_hash')
      .where('id', '=', id)
      .executeTakeFirst();
    return row?.secret_hash;
  }

  /** Adds a device with the kit's wiring, an id made from its name and a fresh secret. */
  async add(
    { name, schoolId }: { name: string; schoolId: string | null },
    { now, randomBytes }: { now: number; randomBytes: (size: number) => Uint8Array },
  ): Promise<AddedDevice> {
    const secret = makeSecret(randomBytes);
    return this.#db.transaction().execute(async (transaction) => {
      const taken = await transaction.selectFrom('device').select(['id', 'number']).execute();
      const ids = new Set(taken.map(({ id }) => id));
      const row: DeviceTable = {
        id: deviceIdFor(name, (id) => ids.has(id)),
        name,
        number: Math.max(0, ...taken.map(({ number }) => number)) + 1,
        secret_hash: hashSecret(secret),
        school_id: schoolId,
        desired_wiring: JSON.stringify(camJamEduKit),
        desired_version: 1,
        reported: null,
        last_seen_at: null,
        created_at: now,
      };
      await transaction.insertInto('device').values(row).execute();
      return { device: fromRow(row), secret };
    });
  }

  async saveDesired(id: DeviceId, desired: Desired): Promise<void> {
    await this.#db
      .updateTable('device')
      .set({ desired_wiring: JSON.stringify(desired.wiring), desired_version: desired.version })
      .where('id', '=', id)
      .execute();
  }

  async saveSchool(id: DeviceId, schoolId: string | null): Promise<void> {
    await this.#db.updateTable('device').set({ school_id: schoolId }).where('id', '=', id).execute();
  }

  /** Keeps what devices said last, all in one transaction. */
  async saveSeen(devices: readonly Pick<StoredDevice, 'id' | 'reported' | 'lastSeenAt'>[]): Promise<void> {
    await this.#db.transaction().execute(async (transaction) => {
      for (const { id, reported, lastSeenAt } of devices) {
        await transaction
          .updateTable('device')
          .set({ reported: reported && JSON.stringify(reported), last_seen_at: lastSeenAt })
          .where('id', '=', id)
          .execute();
      }
    });
  }
}

function fromRow(row: DeviceTable): StoredDevice {
  // What an older version of the server kept may no longer fit; the device reports anew when it connects.
  const reported = row.reported === null ? null : reportedSchema.safeParse(JSON.parse(row.reported));
  return {
    id: row.id,
    name: row.name,
    number: row.number,
    schoolId: row.school_id,
    desired: desiredSchema.parse({ version: row.desired_version, wiring: JSON.parse(row.desired_wiring) }),
    reported: reported?.data ?? null,
    lastSeenAt: row.last_seen_at,
  };
}
