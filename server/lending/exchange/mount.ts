import { fileEndpoints, uploadEndpoints } from '../../api/contract/endpoints.ts';
import type { LendingContext } from '../interface.ts';
import { exampleFile } from './example.ts';
import { exportTable } from './export-table.ts';
import { type ImportTable, importTable } from './import-table.ts';
import { ReceivedFiles } from './received-files.ts';
import { assetImport } from './tables/assets.ts';
import { consumableImport } from './tables/consumables.ts';
import { schoolImport } from './tables/schools.ts';

// biome-ignore lint/suspicious/noExplicitAny: each has columns of its own
const imports: Readonly<Record<'schools' | 'assets' | 'consumables', ImportTable<any>>> = {
  schools: schoolImport,
  assets: assetImport,
  consumables: consumableImport,
};
const exampleNames = {
  schools: 'Schulen',
  assets: 'Kits und Geräte',
  consumables: 'Verbrauchsteile',
} as const;

const csvType = 'text/csv; charset=utf-8';

/** Puts the endpoints of import and export of tables as CSV into service. */
export async function mountExchange(context: LendingContext): Promise<void> {
  const { db, mount } = context;
  const files = new ReceivedFiles(context.config.dataDir);

  mount.largeUpload(uploadEndpoints.importTable, ({ params: { table }, body: { dry }, receive, person }) =>
    files.use(receive, (path) => importTable(context, imports[table], { path, dry, by: person.id })),
  );

  mount.file(fileEndpoints.exportTable, async ({ params: { table }, body: { separator } }) => {
    const { name, bytes } = await exportTable(db, table, separator);
    return { type: csvType, name, bytes };
  });

  mount.file(fileEndpoints.importExample, ({ params: { table } }) => ({
    type: csvType,
    name: `Beispiel ${exampleNames[table]}.csv`,
    bytes: exampleFile(imports[table]),
  }));
}
