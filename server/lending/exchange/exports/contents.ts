import { codeOf } from '../../assets/code.ts';
import { amount, text, whole } from '../columns.ts';
import type { ExportTable } from '../exportable.ts';

const columns = {
  code: { de: 'Nummer', en: 'Number', kind: text(20) },
  name: { de: 'Name', en: 'Name', kind: text(120) },
  part: { de: 'Teil', en: 'Part', kind: text(120) },
  quantity: { de: 'Soll', en: 'Belongs in', kind: whole },
  present: { de: 'Ist', en: 'Is in', kind: whole },
  unitCents: { de: 'Stückpreis', en: 'Unit price', kind: amount },
} as const;

/** Counted parts in things. */
export const contentExport: ExportTable<typeof columns> = {
  columns,
  de: 'Kit-Inhalte',
  en: 'contents',
  async page(db, { offset, limit }) {
    const rows = await db
      .selectFrom('asset_content')
      .innerJoin('asset', 'asset.id', 'asset_content.asset_id')
      .innerJoin('consumable', 'consumable.id', 'asset_content.consumable_id')
      .select(['asset.kind', 'asset.number', 'asset.name', 'consumable.name as part'])
      .select(['asset_content.quantity', 'asset_content.present', 'consumable.unit_cents as unitCents'])
      .orderBy('asset.kind')
      .orderBy('asset.number')
      .orderBy('consumable.name')
      .orderBy('consumable.id')
      .limit(limit)
      .offset(offset)
      .execute();
    return rows.map(({ kind, number, ...row }) => ({ code: codeOf({ kind, number }), ...row }));
  },
};
