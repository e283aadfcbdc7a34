import { type Columns, headerOf } from './columns.ts';
import { csvBytes } from './csv/write-csv.ts';
import type { ImportTable } from './import-table.ts';

/** A file that shows the columns of an import, with rows to overwrite; German, as most who fill it in. */
export function exampleFile<Cols extends Columns>({ columns, example }: ImportTable<Cols>): Buffer {
  // An id is ours to give: who fills in a file by hand has none.
  const shown = (Object.entries(columns) as [keyof Cols & string, Columns[string]][]).filter(
    ([key]) => key !== 'id' && key !== 'openDataId' && key !== 'deviceId',
  );
  return csvBytes(
    [
      shown.map(([, column]) => headerOf(column, 'german')),
      ...example.map((values) =>
        shown.map(([key, { kind }]) => (values[key] === undefined ? '' : kind.write(values[key], 'german'))),
      ),
    ],
    ';',
  );
}
