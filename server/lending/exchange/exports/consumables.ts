import type { ExportTable } from '../exportable.ts';
import { consumableColumns } from '../tables/consumables.ts';

/** Counted parts, as they can be imported again. */
export const consumableExport: ExportTable<typeof consumableColumns> = {
  columns: consumableColumns,
  de: 'Verbrauchsteile',
  en: 'counted parts',
  async page(db, { offset, limit }) {
    const rows = await db
      .selectFrom('consumable')
      .selectAll()
      .orderBy('name')
      .orderBy('id')
      .limit(limit)
      .offset(offset)
      .execute();
    return rows.map(({ unit_cents, ...row }) => ({ ...row, unitCents: unit_cents }));
  },
};
