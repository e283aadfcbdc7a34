import type { LoanItemState } from '../../../api/contract/lending/loans.ts';
import { codeOf } from '../../assets/code.ts';
import { choice, instant, maybe, text } from '../columns.ts';
import type { ExportTable } from '../exportable.ts';

const never = Date.UTC(9000, 0, 1);

const stateNames: Readonly<Record<LoanItemState, { de: string; en: string }>> = {
  reserved: { de: 'reserviert', en: 'reserved' },
  packed: { de: 'gepackt', en: 'packed' },
  out: { de: 'verliehen', en: 'out' },
  back: { de: 'zurück', en: 'back' },
  damaged: { de: 'beschädigt zurück', en: 'back damaged' },
  missing: { de: 'fehlt', en: 'missing' },
  released: { de: 'freigegeben', en: 'released' },
};

const columns = {
  loan: { de: 'Leihe', en: 'Loan', kind: text(40) },
  code: { de: 'Nummer', en: 'Number', kind: text(20) },
  name: { de: 'Name', en: 'Name', kind: text(120) },
  state: { de: 'Stand', en: 'State', kind: choice(stateNames) },
  startsAt: { de: 'Von', en: 'From', kind: instant },
  endsAt: { de: 'Bis', en: 'Until', kind: maybe(instant) },
  outAt: { de: 'Ausgegeben', en: 'Handed over', kind: maybe(instant) },
  backAt: { de: 'Zurückgegeben', en: 'Returned', kind: maybe(instant) },
  remark: { de: 'Bemerkung', en: 'Remark', kind: text(4000) },
} as const;

/** Which thing was in which loan. */
export const loanItemExport: ExportTable<typeof columns> = {
  columns,
  de: 'Leihen, einzeln',
  en: 'loan items',
  async page(db, { offset, limit }) {
    const rows = await db
      .selectFrom('loan_item')
      .innerJoin('loan', 'loan.id', 'loan_item.loan_id')
      .innerJoin('asset', 'asset.id', 'loan_item.asset_id')
      .selectAll('loan_item')
      .select(['loan.number as loan', 'asset.kind', 'asset.number', 'asset.name'])
      .orderBy('loan.number')
      .orderBy('loan_item.id')
      .limit(limit)
      .offset(offset)
      .execute();
    return rows.map((row) => ({
      loan: row.loan,
      code: codeOf(row),
      name: row.name,
      state: row.state,
      startsAt: row.starts_at,
      endsAt: row.ends_at >= never ? null : row.ends_at,
      outAt: row.out_at,
      backAt: row.back_at,
      remark: row.remark,
    }));
  },
};
