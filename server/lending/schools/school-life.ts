import type { SchoolLife } from '../../api/contract/lending/schools.ts';
import type { LendingContext, LendingDatabase } from '../interface.ts';

/** What has become of a school; classes that run now are not counted before they have ended and were deleted. */
export async function schoolLife(
  { db, fleet }: Pick<LendingContext, 'db' | 'fleet'>,
  schoolId: string,
): Promise<SchoolLife> {
  const teachers = await db
    .selectFrom('person')
    .select(['id', 'name'])
    .where('schoolId', '=', schoolId)
    .orderBy('name')
    .execute();
  const handedOver = await db
    .selectFrom('loan')
    .select(['kind', (builder) => builder.fn.countAll<number | string>().as('count')])
    .where('school_id', '=', schoolId)
    .where('out_at', 'is not', null)
    .groupBy('kind')
    .execute();
  const given = await db
    .selectFrom('class_count')
    .select((builder) => [
      builder.fn.countAll<number | string>().as('classes'),
      builder.fn.sum<number | string | null>('pupils').as('pupils'),
      builder.fn.sum<number | string | null>('goals').as('goals'),
    ])
    .where('school_id', '=', schoolId)
    .executeTakeFirstOrThrow();
  const devices = fleet.devicesOf(schoolId);
  const assets =
    devices.length === 0
      ? []
      : await db
          .selectFrom('asset')
          .select(['id', 'device_id'])
          .where(
            'device_id',
            'in',
            devices.map(({ id }) => id),
          )
          .execute();
  const assetOf = new Map(assets.map(({ id, device_id }) => [device_id as string, id]));
  const number = (kind: 'loan' | 'donation') =>
    Number(handedOver.find((row) => row.kind === kind)?.count ?? 0);
  return {
    teachers,
    loans: number('loan'),
    donations: number('donation'),
    classes: Number(given.classes),
    pupils: Number(given.pupils ?? 0),
    goals: Number(given.goals ?? 0),
    devices: devices
      .map(({ id, number, name, online, lastSeenAt }) => ({
        ...{ deviceId: id, number, name, online, lastSeenAt },
        assetId: assetOf.get(id) ?? null,
      }))
      .toSorted((one, other) => one.number - other.number),
    removable: devices.length === 0 && !(await isUsed(db, schoolId)),
  };
}

/** Whether anything that stays points at the school: a loan, an account, a class or what was counted of one. */
export async function isUsed(db: LendingDatabase, schoolId: string): Promise<boolean> {
  const found = await Promise.all([
    db.selectFrom('loan').select('id').where('school_id', '=', schoolId).limit(1).execute(),
    db.selectFrom('person').select('id').where('schoolId', '=', schoolId).limit(1).execute(),
    db.selectFrom('class').select('id').where('school_id', '=', schoolId).limit(1).execute(),
    db.selectFrom('class_count').select('id').where('school_id', '=', schoolId).limit(1).execute(),
  ]);
  return found.some((rows) => rows.length > 0);
}
