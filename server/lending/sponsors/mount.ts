import { randomBytes } from 'node:crypto';
import { endpoints } from '../../api/contract/endpoints.ts';
import type { Sponsor } from '../../api/contract/lending/reports.ts';
import { sponsorUnknown } from '../assets/problems.ts';
import { record } from '../history/record.ts';
import type { LendingContext } from '../interface.ts';

/** Puts the endpoints of sponsors into service; their public page is the reports' own. */
export async function mountSponsors(context: LendingContext): Promise<void> {
  const { db, mount, events, newId, now, addresses } = context;

  const sponsors = async (id?: string): Promise<Sponsor[]> => {
    const rows = await db
      .selectFrom('sponsor')
      .select((builder) => [
        'id',
        'name',
        'website',
        'thanks',
        'page_token',
        builder
          .selectFrom('asset')
          .select((inner) => inner.fn.countAll<number | string>().as('count'))
          .whereRef('asset.sponsor_id', '=', 'sponsor.id')
          .as('assets'),
      ])
      .$if(id !== undefined, (query) => query.where('id', '=', id as string))
      .orderBy('name')
      .orderBy('id')
      .execute();
    return rows.map(({ page_token, assets, ...row }) => ({
      ...row,
      pageUrl: page_token === null ? null : `${addresses.web()}/sponsors/${page_token}`,
      assets: Number(assets),
    }));
  };

  mount.endpoint(endpoints.sponsors, async () => ({ sponsors: await sponsors() }));

  mount.endpoint(endpoints.saveSponsor, async ({ body: { id: known, page, ...fields }, person }) => {
    const id = known ?? newId();
    await db.transaction().execute(async (trx) => {
      const before = known
        ? await trx.selectFrom('sponsor').selectAll().where('id', '=', known).executeTakeFirst()
        : null;
      if (before === undefined) throw sponsorUnknown();
      // A page that is closed and opened again has a new address: who had the old one has lost it.
      const page_token = page ? (before?.page_token ?? randomBytes(18).toString('base64url')) : null;
      const row = { ...fields, page_token };
      if (before) await trx.updateTable('sponsor').set(row).where('id', '=', id).execute();
      else
        await trx
          .insertInto('sponsor')
          .values({ ...row, id, created_at: now() })
          .execute();
      await record(trx, {
        id: newId(),
        at: now(),
        by: person.id,
        kind: before ? 'sponsor.changed' : 'sponsor.added',
        de: `Förderer „${fields.name}“ ${before ? 'geändert' : 'angelegt'}`,
        en: `Sponsor “${fields.name}” ${before ? 'changed' : 'added'}`,
        facts: { sponsorId: id, page },
      });
    });
    events.emit('changed', 'settings', id);
    return (await sponsors(id))[0]!;
  });
}
