import { type LabelSheet, sheetGeometrySchema, sheetProblem } from '../../api/contract/lending/labels.ts';
import { refusal } from '../../api/http-problem.ts';
import { record } from '../history/record.ts';
import type { LendingContext, LendingDatabase } from '../interface.ts';
import type { LendingTables } from '../tables.ts';
import { sheetPresets } from './presets.ts';

type SheetRow = LendingTables['label_sheet'];

/** Presets with this printer's offset, then own sheets by name. */
export async function readSheets(db: LendingDatabase): Promise<LabelSheet[]> {
  const rows = await db.selectFrom('label_sheet').selectAll().execute();
  const presets = sheetPresets.map((preset): LabelSheet => {
    const row = rows.find(({ id }) => id === preset.id);
    return { ...preset, preset: true, offsetX: row?.offset_x ?? 0, offsetY: row?.offset_y ?? 0 };
  });
  const own = rows.filter(({ id }) => presetOf(id) === undefined).map(sheetOf);
  return [
    ...presets,
    ...own.sort((one, other) => one.name.localeCompare(other.name, 'de', { numeric: true })),
  ];
}

/** @throws HttpProblem `sheet-unknown`. */
export async function readSheet(db: LendingDatabase, id: string): Promise<LabelSheet> {
  const sheet = (await readSheets(db)).find((one) => one.id === id);
  if (!sheet) throw sheetUnknown();
  return sheet;
}

/** Keeps an own sheet; of a preset, the offset alone. */
export async function saveSheet(
  { db, newId, now, events }: LendingContext,
  by: string,
  wanted: Omit<LabelSheet, 'id' | 'preset'> & { readonly id?: string | undefined },
): Promise<LabelSheet> {
  const preset = presetOf(wanted.id);
  const kept = { ...wanted, ...preset };
  refuseUnprintable(kept.geometry);
  const id = wanted.id ?? newId();
  const row: SheetRow = {
    id,
    name: kept.name,
    geometry: JSON.stringify(kept.geometry),
    offset_x: wanted.offsetX,
    offset_y: wanted.offsetY,
  };
  await db.transaction().execute(async (trx) => {
    const before = await trx.selectFrom('label_sheet').select('id').where('id', '=', id).executeTakeFirst();
    if (wanted.id !== undefined && !before && !preset) throw sheetUnknown();
    if (before) await trx.updateTable('label_sheet').set(row).where('id', '=', id).execute();
    else await trx.insertInto('label_sheet').values(row).execute();
    await record(trx, {
      id: newId(),
      at: now(),
      by,
      kind: 'label-sheet.saved',
      de: `Etikettenbogen ${kept.name} gespeichert`,
      en: `Label sheet ${kept.name} saved`,
      facts: { sheetId: id },
    });
  });
  events.emit('changed', 'settings', id);
  return {
    id,
    name: kept.name,
    preset: preset !== undefined,
    geometry: kept.geometry,
    offsetX: wanted.offsetX,
    offsetY: wanted.offsetY,
  };
}

/** Forgets an own sheet, or the offset of a preset. */
export async function removeSheet(
  { db, newId, now, events }: LendingContext,
  by: string,
  id: string,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const row = await trx.selectFrom('label_sheet').select('name').where('id', '=', id).executeTakeFirst();
    if (!row && presetOf(id)) return;
    if (!row) throw sheetUnknown();
    await trx.deleteFrom('label_sheet').where('id', '=', id).execute();
    await record(trx, {
      id: newId(),
      at: now(),
      by,
      kind: 'label-sheet.removed',
      de: `Etikettenbogen ${row.name} entfernt`,
      en: `Label sheet ${row.name} removed`,
      facts: { sheetId: id },
    });
  });
  events.emit('changed', 'settings', id);
}

function presetOf(id: string | undefined) {
  return sheetPresets.find((one) => one.id === id);
}

function sheetOf(row: SheetRow): LabelSheet {
  return {
    id: row.id,
    name: row.name,
    preset: false,
    geometry: sheetGeometrySchema.parse(JSON.parse(row.geometry)),
    offsetX: row.offset_x,
    offsetY: row.offset_y,
  };
}

function refuseUnprintable(geometry: LabelSheet['geometry']): void {
  const what = sheetProblem(geometry);
  if (what === 'too-large') {
    throw refusal(
      400,
      'sheet-too-large',
      'So passen die Etiketten nicht auf ein A4-Blatt (210 × 297 mm). Prüfen Sie Ränder, Abstände und Anzahl.',
      'These labels do not fit on a sheet of A4 (210 × 297 mm). Check margins, gaps and numbers.',
    );
  }
  if (what === 'too-small') {
    throw refusal(
      400,
      'label-too-small',
      'Auf so kleine Etiketten passt kein lesbarer QR-Code. Sie müssen mindestens 9 mm hoch und breit sein.',
      'Such small labels hold no QR code that phones can read. They have to be at least 9 mm high and wide.',
    );
  }
}

function sheetUnknown() {
  return refusal(
    404,
    'sheet-unknown',
    'Diesen Etikettenbogen gibt es nicht mehr. Laden Sie die Seite neu und wählen Sie einen anderen.',
    'This label sheet is gone. Reload the page and choose another one.',
  );
}
