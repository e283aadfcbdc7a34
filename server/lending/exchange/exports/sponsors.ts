import { text, whole } from '../columns.ts';
import type { ExportTable } from '../exportable.ts';

const columns = {
  name: { de: 'Name', en: 'Name', kind: text(120) },
  website: { de: 'Website', en: 'Website', kind: text(200) },
  thanks: { de: 'Dank', en: 'Thanks', kind: text(4000) },
  assets: { de: 'Geförderte Dinge', en: 'Things given', kind: whole },
} as const;

/** Sponsors; the address of a sponsor's page stays here, since whoever has it may see it. */
export const sponsorExport: ExportTable<typeof columns> = {
  columns,
  de: 'Förderer',
  en: 'sponsors',
  async page(db, { offset, limit }) {
    const rows = await db
      .selectFrom('sponsor')
      .leftJoin('asset', 'asset.sponsor_id', 'sponsor.id')
      .select(['sponsor.name', 'sponsor.website', 'sponsor.thanks'])
      .select((builder) => builder.fn.count<number | string>('asset.id').as('assets'))
      .groupBy(['sponsor.id', 'sponsor.name', 'sponsor.website', 'sponsor.thanks'])
      .orderBy('sponsor.name')
      .orderBy('sponsor.id')
      .limit(limit)
      .offset(offset)
      .execute();
    return rows.map((row) => ({ ...row, assets: Number(row.assets) }));
  },
};
