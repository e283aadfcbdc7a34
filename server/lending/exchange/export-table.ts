import { setImmediate as nextTurn } from 'node:timers/promises';
import type { TableName } from '../../api/contract/lending/schools.ts';
import type { LendingDatabase } from '../interface.ts';
import { type Columns, headerOf } from './columns.ts';
import { csvBytes } from './csv/write-csv.ts';
import type { ExportTable } from './exportable.ts';
import { assetExport } from './exports/assets.ts';
import { classCountExport } from './exports/class-counts.ts';
import { consumableExport } from './exports/consumables.ts';
import { contentExport } from './exports/contents.ts';
import { historyExport } from './exports/history.ts';
import { loanItemExport } from './exports/loan-items.ts';
import { loanExport } from './exports/loans.ts';
import { schoolExport } from './exports/schools.ts';
import { sponsorExport } from './exports/sponsors.ts';
import { notationOf } from './values.ts';

/** Between pages others have their turn. */
const pageRows = 2000;

// Nothing of a pupil is in any of them: of classes only numbers are kept.
// biome-ignore lint/suspicious/noExplicitAny: each has columns of its own
const tables: Readonly<Record<TableName, ExportTable<any>>> = {
  schools: schoolExport,
  assets: assetExport,
  consumables: consumableExport,
  contents: contentExport,
  loans: loanExport,
  'loan-items': loanItemExport,
  history: historyExport,
  sponsors: sponsorExport,
  'class-counts': classCountExport,
};

/** A whole table as a CSV file: German headers, numbers and days beside `;`, plain English ones beside `,`. */
export async function exportTable(
  db: LendingDatabase,
  name: TableName,
  separator: ';' | ',',
): Promise<{ name: string; bytes: Buffer }> {
  const table = tables[name];
  const notation = notationOf(separator);
  const columns = Object.entries(table.columns) as [string, Columns[string]][];
  const rows: string[][] = [columns.map(([, column]) => headerOf(column, notation))];
  for (let offset = 0; ; offset += pageRows) {
    const page = await table.page(db, { offset, limit: pageRows });
    for (const values of page) {
      rows.push(columns.map(([key, { kind }]) => kind.write(values[key], notation)));
    }
    if (page.length < pageRows) break;
    await nextTurn();
  }
  return {
    name: `${notation === 'german' ? table.de : table.en}.csv`,
    bytes: csvBytes(rows, separator),
  };
}
