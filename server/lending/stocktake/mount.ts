import { endpoints, fileEndpoints } from '../../api/contract/endpoints.ts';
import type { LendingContext } from '../interface.ts';
import { ownHosts } from '../things/known-label.ts';
import { finishStocktake } from './finish.ts';
import { places } from './places.ts';
import { readStocktake, stocktakeLines } from './read-stocktake.ts';
import { stocktakeReport } from './report.ts';
import { stocktakeUnknown, takeScans } from './scan.ts';
import { startStocktake } from './start.ts';

/** So many of the newest are listed. */
const listed = 50;

/** Puts the endpoints of stocktakes into service. */
export async function mountStocktakes(context: LendingContext): Promise<void> {
  const { mount, db, addresses } = context;

  async function read(stocktakeId: string) {
    const row = await db.selectFrom('stocktake').selectAll().where('id', '=', stocktakeId).executeTakeFirst();
    if (!row) throw stocktakeUnknown();
    return readStocktake(db, row);
  }

  mount.endpoint(endpoints.stocktakes, async () => {
    const rows = await db
      .selectFrom('stocktake')
      .selectAll()
      .orderBy('started_at', 'desc')
      .orderBy('id')
      .limit(listed)
      .execute();
    return { stocktakes: await stocktakeLines(db, rows), places: await places(db) };
  });
  mount.endpoint(endpoints.startStocktake, async ({ body: { place }, person }) =>
    read(await startStocktake(context, place, person.id)),
  );
  mount.endpoint(endpoints.stocktake, ({ params: { stocktakeId } }) => read(stocktakeId));
  mount.endpoint(endpoints.scanStocktake, ({ params: { stocktakeId }, body: { scans }, person, request }) =>
    takeScans(context, { stocktakeId, scans, by: person.id, hosts: ownHosts(addresses.web(), request) }),
  );
  mount.endpoint(endpoints.finishStocktake, async ({ params: { stocktakeId }, body, person }) => {
    await finishStocktake(context, { stocktakeId, by: person.id, ...body });
    return read(stocktakeId);
  });
  mount.file(fileEndpoints.stocktakeReport, async ({ params: { stocktakeId } }) => {
    const stocktake = await read(stocktakeId);
    const day = new Date(stocktake.startedAt).toISOString().slice(0, 10);
    return {
      type: 'text/csv; charset=utf-8',
      name: `Inventur ${stocktake.place} ${day}.csv`,
      bytes: stocktakeReport(stocktake),
    };
  });
}
