import { assetLines } from '../../assets/asset-lines.ts';
import { codeOf } from '../../assets/code.ts';
import { text } from '../columns.ts';
import type { ExportTable } from '../exportable.ts';
import { assetColumns } from '../tables/asset-columns.ts';

const columns = {
  ...assetColumns,
  /** Where it is now, which loans alone change. */
  school: { de: 'Ist bei Schule', en: 'Is at school', kind: text(300), exportOnly: true },
} as const;

/** Things, as they can be imported again. */
export const assetExport: ExportTable<typeof columns> = {
  columns,
  de: 'Kits und Geräte',
  en: 'things',
  async page(db, { offset, limit }) {
    const rows = await db
      .selectFrom('asset')
      .leftJoin('sponsor', 'sponsor.id', 'asset.sponsor_id')
      .leftJoin('asset as outer', 'outer.id', 'asset.parent_id')
      .selectAll('asset')
      .select(['sponsor.name as sponsor', 'outer.kind as outerKind', 'outer.number as outerNumber'])
      .orderBy('asset.kind')
      .orderBy('asset.number')
      .limit(limit)
      .offset(offset)
      .execute();
    const lines = await assetLines(
      db,
      rows.map(({ id }) => id),
    );
    const schools = new Map(lines.map(({ id, school }) => [id, school]));
    return rows.map((row) => {
      const school = schools.get(row.id);
      const outer =
        row.outerKind !== null && row.outerNumber !== null
          ? codeOf({ kind: row.outerKind, number: row.outerNumber })
          : null;
      return {
        code: codeOf(row),
        kind: row.kind,
        name: row.name,
        parent: outer,
        place: row.place,
        serial: row.serial,
        model: row.model,
        condition: row.condition,
        sponsor: row.sponsor ?? '',
        funding: row.funding,
        purchasedOn: row.purchased_on,
        purchaseCents: row.purchase_cents,
        note: row.note,
        deviceId: row.device_id ?? '',
        school: school ? [school.name, school.city].filter((word) => word !== '').join(', ') : '',
      };
    });
  },
};
