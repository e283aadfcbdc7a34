import { profilesOf, readSchools } from '../../schools/read-schools.ts';
import type { ExportTable } from '../exportable.ts';
import { schoolColumns } from '../tables/schools.ts';

/** Schools with their contacts, as they can be imported again. */
export const schoolExport: ExportTable<typeof schoolColumns> = {
  columns: schoolColumns,
  de: 'Schulen',
  en: 'schools',
  async page(db, { offset, limit }) {
    return profilesOf(db, (await readSchools(db)).slice(offset, offset + limit));
  },
};
