import { endpoints, type PersonView } from '../../api/contract/endpoints.ts';
import { assetCodeSchema, parseAssetCode } from '../../api/contract/lending/assets.ts';
import { refusal } from '../../api/http-problem.ts';
import { assetLines, withInside } from '../assets/asset-lines.ts';
import { codeOf, partsOfCode } from '../assets/code.ts';
import { deviceKnowledge } from '../assets/device-knowledge.ts';
import type { LendingContext, LendingDatabase } from '../interface.ts';
import { readSettings } from '../settings/settings-store.ts';
import { reportDamage } from './report-damage.ts';
import { thingActions } from './thing-actions.ts';

/** Puts into service what scanning a label opens. */
export async function mountThings(context: LendingContext): Promise<void> {
  const { mount, db, fleet, events, newId, now } = context;

  mount.endpoint(endpoints.foundThing, async ({ params }) => {
    const row = await thingByCode(db, params.code);
    const { association } = (await readSettings(db)).settings;
    const place = `${association.zip} ${association.city}`.trim();
    return {
      code: codeOf(row),
      kind: row.kind,
      name: row.name,
      owner: [association.name, association.address, place].filter((line) => line !== ''),
      email: association.email,
      phone: association.phone,
    };
  });

  mount.endpoint(endpoints.thing, async ({ params, person }) => {
    const asset = await visibleThing(db, params.code, person);
    const inside = await withInside(db, [asset.id]);
    const contents = await db
      .selectFrom('asset_content')
      .select((select) => select.fn.sum<number | string | null>('present').as('present'))
      .where(
        'asset_id',
        'in',
        inside.map(({ id }) => id),
      )
      .executeTakeFirst();
    return {
      asset,
      fleet: person.role === 'staff' ? deviceKnowledge(fleet, asset.deviceId) : null,
      inside: inside.length - 1 + Number(contents?.present ?? 0),
      actions: await thingActions({ db, fleet, asset, person, now: now() }),
    };
  });

  mount.endpoint(endpoints.reportDamage, async ({ params, body, person }) => {
    const asset = await visibleThing(db, params.code, person);
    const entry = await reportDamage(db, { id: newId(), at: now(), person, asset, ...body });
    events.emit('changed', 'asset', asset.id);
    if (asset.loanId) events.emit('changed', 'loan', asset.loanId);
    return entry;
  });
}

/** @throws HttpProblem `thing-unknown` */
async function thingByCode(db: LendingDatabase, text: string) {
  const code = parseAssetCode(text)?.code;
  if (!code || !assetCodeSchema.safeParse(code).success) throw thingUnknown();
  const { kind, number } = partsOfCode(code);
  const row = await db
    .selectFrom('asset')
    .select(['id', 'kind', 'number', 'name'])
    .where('kind', '=', kind)
    .where('number', '=', number)
    .executeTakeFirst();
  if (!row) throw thingUnknown();
  return row;
}

/** Staff see everything, teachers what their school has now. */
async function visibleThing(db: LendingDatabase, code: string, person: PersonView) {
  const { id } = await thingByCode(db, code);
  const [asset] = await assetLines(db, [id]);
  if (!asset) throw thingUnknown();
  if (person.role !== 'staff' && (!person.school || asset.school?.id !== person.school.id)) {
    throw refusal(
      403,
      'thing-elsewhere',
      'Ihre Schule hat dieses Ding gerade nicht. Haben Sie es gefunden, melden Sie sich bitte beim Verein.',
      'Your school does not have this thing right now. If you have found it, please tell the association.',
    );
  }
  return asset;
}

function thingUnknown() {
  return refusal(
    404,
    'thing-unknown',
    'Dieses Etikett gehört zu keinem Ding dieses Vereins. Vergleichen Sie den Code; vielleicht ist es das eines anderen Vereins.',
    'This label belongs to no thing of this association. Compare the code; it may be that of another association.',
  );
}
