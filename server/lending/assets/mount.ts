import { endpoints } from '../../api/contract/endpoints.ts';
import type { LendingContext } from '../interface.ts';
import { addAssets } from './add-assets.ts';
import { assetLines } from './asset-lines.ts';
import { changeAsset, changeAssets } from './change-asset.ts';
import { changeStock, readConsumables, saveConsumable } from './consumables.ts';
import { findAssets } from './find-assets.ts';
import { readTemplates, saveTemplate } from './kit-templates.ts';
import { moveAsset } from './move-asset.ts';
import { newDevices } from './new-devices.ts';
import { readAsset } from './read-asset.ts';
import { removeAssets } from './remove-assets.ts';
import { setContents } from './set-contents.ts';

/** Puts the endpoints of things, kits, templates, counted parts into service. */
export async function mountAssets(context: LendingContext): Promise<void> {
  const { mount, db, fleet, events } = context;

  mount.endpoint(endpoints.assets, ({ body }) => findAssets(db, body));
  mount.endpoint(endpoints.asset, ({ params }) => readAsset(context, params.assetId));
  mount.endpoint(endpoints.newDevices, async () => ({ devices: await newDevices(db, fleet) }));
  mount.endpoint(endpoints.places, async () => {
    const rows = await db.selectFrom('asset').select('place').distinct().where('place', '<>', '').execute();
    return { places: rows.map(({ place }) => place).sort((one, other) => one.localeCompare(other, 'de')) };
  });

  mount.endpoint(endpoints.addAssets, async ({ body, person }) => {
    const ids = await addAssets(context, person.id, body);
    for (const id of ids) events.emit('changed', 'asset', id);
    return { assets: await assetLines(db, ids) };
  });
  mount.endpoint(endpoints.changeAsset, async ({ params: { assetId }, body, person }) => {
    await changeAsset(context, { id: assetId, by: person.id, change: body });
    return readAsset(context, assetId);
  });
  mount.endpoint(endpoints.changeAssets, async ({ body, person }) => ({
    before: await changeAssets(context, person.id, body.changes),
  }));
  mount.endpoint(endpoints.removeAssets, async ({ body, person }) => {
    await removeAssets(context, person.id, body.assetIds);
    return {};
  });
  mount.endpoint(endpoints.moveAsset, async ({ params: { assetId }, body, person }) => {
    await moveAsset(context, { id: assetId, parentId: body.parentId, by: person.id });
    return readAsset(context, assetId);
  });
  mount.endpoint(endpoints.setContents, async ({ params: { assetId }, body, person }) => {
    await setContents(context, { assetId, by: person.id, ...body });
    return readAsset(context, assetId);
  });

  mount.endpoint(endpoints.consumables, async () => ({ consumables: await readConsumables(db) }));
  mount.endpoint(endpoints.saveConsumable, ({ body, person }) => saveConsumable(context, person.id, body));
  mount.endpoint(endpoints.changeStock, ({ params, body, person }) =>
    changeStock(context, { id: params.consumableId, ...body, person: person.id }),
  );
  mount.endpoint(endpoints.kitTemplates, async () => ({ templates: await readTemplates(db) }));
  mount.endpoint(endpoints.saveKitTemplate, ({ body }) => saveTemplate(context, body));
}
