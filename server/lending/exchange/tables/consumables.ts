import { record } from '../../history/record.ts';
import type { LendingTables } from '../../tables.ts';
import { amount, text, whole } from '../columns.ts';
import type { ImportTable, RowPlan } from '../import-table.ts';

/** A counted part's columns. */
export const consumableColumns = {
  id: { de: 'ID', en: 'ID', kind: text(64) },
  name: { de: 'Name', en: 'Name', kind: text(120, { needed: true }), also: ['Teil', 'part'] },
  icon: { de: 'Symbol', en: 'Icon', kind: text(200) },
  unitCents: { de: 'Stückpreis', en: 'Unit price', kind: amount, also: ['Preis', 'price'] },
  stock: { de: 'Bestand', en: 'Stock', kind: whole, also: ['Anzahl', 'quantity'] },
  minimum: { de: 'Mindestbestand', en: 'Minimum', kind: whole },
} as const;

type Row = LendingTables['consumable'];

/** Imports counted parts, known by id or name. */
export const consumableImport: ImportTable<typeof consumableColumns> = {
  columns: consumableColumns,
  what: 'asset',
  example: [
    { name: 'LED rot 5 mm', icon: 'led', unitCents: 8, stock: 400, minimum: 100 },
    { name: 'Steckkabel', icon: '', unitCents: 5, stock: 1200, minimum: 300 },
  ],

  async plan(db, rows, { newId, now, by }) {
    const known = await db.selectFrom('consumable').selectAll().execute();
    const byId = new Map(known.map((one) => [one.id, one]));
    const byName = new Map(known.map((one) => [one.name, one]));
    const rowOf = new Map<string, number>();
    const changes: { before: Row | null; after: Row }[] = [];
    const plans = rows.map(({ row, values }): RowPlan => {
      const before =
        (values.id ? byId.get(values.id) : undefined) ??
        (values.name === undefined ? undefined : byName.get(values.name)) ??
        null;
      if (!before && values.name === undefined) {
        return refuse(row, 'name', 'Ein neues Teil braucht einen Namen.', 'A new part needs a name.');
      }
      const after: Row = {
        id: before?.id ?? newId(),
        name: values.name ?? before?.name ?? '',
        icon: values.icon ?? before?.icon ?? '',
        unit_cents: values.unitCents ?? before?.unit_cents ?? 0,
        stock: values.stock ?? before?.stock ?? 0,
        minimum: values.minimum ?? before?.minimum ?? 0,
      };
      const holder = byName.get(after.name);
      const twice =
        rowOf.get(after.id) ?? (holder && holder.id !== after.id ? rowOf.get(holder.id) : undefined);
      if (twice !== undefined) {
        return refuse(
          row,
          'name',
          `Dieses Teil stand schon in Zeile ${twice}. Lassen Sie eine der beiden Zeilen weg.`,
          `This part was in row ${twice} already. Leave one of the two rows out.`,
        );
      }
      if (holder && holder.id !== after.id) {
        return refuse(
          row,
          'name',
          `„${after.name}“ gibt es schon. Wählen Sie einen anderen Namen.`,
          `“${after.name}” is there already. Choose another name.`,
        );
      }
      rowOf.set(after.id, row);
      if (before && before.name !== after.name) byName.delete(before.name);
      byName.set(after.name, after);
      const columns = before
        ? (['name', 'icon', 'unit_cents', 'stock', 'minimum'] as const).filter(
            (key) => before[key] !== after[key],
          )
        : [];
      const { name } = after;
      if (before && columns.length === 0) return { row, does: 'nothing', name, columns };
      changes.push({ before, after });
      return {
        row,
        does: before ? 'change' : 'add',
        name,
        columns: columns.map((key) => (key === 'unit_cents' ? 'unitCents' : key)),
      };
    });
    return {
      rows: plans,
      async write() {
        for (const { before, after } of changes) {
          if (before) await db.updateTable('consumable').set(after).where('id', '=', after.id).execute();
          else await db.insertInto('consumable').values(after).execute();
          await record(db, {
            id: newId(),
            at: now(),
            by,
            kind: before ? 'consumable.changed' : 'consumable.added',
            de: `${after.name} ${before ? 'geändert' : 'angelegt'}, Bestand ${after.stock} (Import)`,
            en: `${after.name} ${before ? 'changed' : 'added'}, stock ${after.stock} (import)`,
            facts: { consumableId: after.id, from: before?.stock ?? 0, to: after.stock },
          });
        }
        return changes.map(({ after }) => after.id);
      },
    };
  },
};

function refuse(row: number, column: string, de: string, en: string): RowPlan {
  return { row, does: 'refuse', column, de, en };
}
