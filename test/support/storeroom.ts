import { randomUUID } from 'node:crypto';
import type { ApiClient } from '../../provisioning/api-client.ts';
import type { AssetKind, AssetLine } from '../../server/api/contract/lending/assets.ts';
import { peek } from './databases.ts';

/** Adds things through the API; gives those of that kind. */
export async function addThings(
  staff: ApiClient,
  kind: AssetKind,
  copies: number,
  more: { place?: string; parentId?: string; name?: string } = {},
): Promise<AssetLine[]> {
  const { assets } = await staff.call('addAssets', {}, { name: 'Ding', ...more, kind, copies });
  return assets.filter((one) => one.kind === kind);
}

/** Writes down a loan of things as its steps leave it behind, without going them; gives its id. */
export async function writeLoan(
  dataDir: string,
  schoolId: string,
  assets: readonly Pick<AssetLine, 'id'>[],
  state: 'reserved' | 'out',
): Promise<string> {
  const database = await peek(dataDir);
  const id = randomUUID();
  const starts = Date.now() - 3_600_000;
  const ends = starts + 14 * 86_400_000;
  await database.run(
    `insert into loan (id, number, kind, state, school_id, contact_name, contact_email, contact_phone, pupils, lessons,
       wish, note, reason, starts_at, ends_at, requested_at, version, search)
     values (?, ?, 'loan', ?, ?, '', '', '', 1, '[]', '', '', '', ?, ?, ?, 1, '')`,
    ...[id, `2026-${id.slice(0, 6)}`, state, schoolId, starts, ends, starts],
  );
  for (const asset of assets) {
    await database.run(
      `insert into loan_item (id, loan_id, asset_id, state, active, starts_at, ends_at, remark, photo_ids)
       values (?, ?, ?, ?, 1, ?, ?, '', '[]')`,
      ...[randomUUID(), id, asset.id, state, starts, ends],
    );
  }
  await database.close();
  return id;
}
