import { codeOf } from '../../assets/code.ts';
import { instant, text } from '../columns.ts';
import type { ExportTable } from '../exportable.ts';

const columns = {
  at: { de: 'Zeit', en: 'Time', kind: instant },
  by: { de: 'Wer', en: 'Who', kind: text(120) },
  kind: { de: 'Art', en: 'Kind', kind: text(80) },
  what: { de: 'Was', en: 'What', kind: text(8000) },
  inEnglish: { de: 'Auf Englisch', en: 'In English', kind: text(8000) },
  code: { de: 'Nummer', en: 'Number', kind: text(20) },
  loan: { de: 'Leihe', en: 'Loan', kind: text(40) },
  school: { de: 'Schule', en: 'School', kind: text(120) },
} as const;

/** What happened to things, loans and schools, in the words of its time. */
export const historyExport: ExportTable<typeof columns> = {
  columns,
  de: 'Verlauf',
  en: 'history',
  async page(db, { offset, limit }) {
    const rows = await db
      .selectFrom('history')
      .leftJoin('person', 'person.id', 'history.by')
      .leftJoin('asset', 'asset.id', 'history.asset_id')
      .leftJoin('loan', 'loan.id', 'history.loan_id')
      .leftJoin('school', 'school.id', 'history.school_id')
      .select(['history.at', 'history.kind', 'history.data', 'person.name as by', 'loan.number as loan'])
      .select(['asset.kind as assetKind', 'asset.number as assetNumber', 'school.name as school'])
      .orderBy('history.at')
      .orderBy('history.id')
      .limit(limit)
      .offset(offset)
      .execute();
    return rows.map((row) => {
      const { de, en } = JSON.parse(row.data) as { de?: string; en?: string };
      return {
        at: row.at,
        by: row.by ?? '',
        kind: row.kind,
        what: de ?? '',
        inEnglish: en ?? '',
        code:
          row.assetKind !== null && row.assetNumber !== null
            ? codeOf({ kind: row.assetKind, number: row.assetNumber })
            : '',
        loan: row.loan ?? '',
        school: row.school ?? '',
      };
    });
  },
};
