import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * Since when a thing is lost. Of what is lost already its history tells; where it does not, the day stays unknown.
 */
export const lostAt: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('asset').addColumn('lost_at', 'bigint').execute();
    await sql`update asset set lost_at = (
      select max(at) from history where history.asset_id = asset.id and (
        kind in ('asset.lost', 'loan.item-missing')
        or (kind = 'asset.condition' and data like '%"to":"lost"%')
        or (kind = 'loan.item-exchanged' and data like '%"condition":"lost"%'
          and data like '%"from":"' || asset.id || '"%'))
      ) where condition = 'lost'`.execute(db);
  },
};
