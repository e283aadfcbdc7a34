import type { LoanKind, LoanState } from '../../../api/contract/lending/loans.ts';
import { choice, instant, maybe, text, whole } from '../columns.ts';
import type { ExportTable } from '../exportable.ts';

/** After this a donation ends, which is never. */
const never = Date.UTC(9000, 0, 1);

const kindNames: Readonly<Record<LoanKind, { de: string; en: string }>> = {
  loan: { de: 'Leihe', en: 'loan' },
  donation: { de: 'Spende', en: 'donation' },
};

const stateNames: Readonly<Record<LoanState, { de: string; en: string }>> = {
  requested: { de: 'angefragt', en: 'requested' },
  reserved: { de: 'reserviert', en: 'reserved' },
  packed: { de: 'gepackt', en: 'packed' },
  out: { de: 'verliehen', en: 'out' },
  returned: { de: 'zurück', en: 'returned' },
  closed: { de: 'abgeschlossen', en: 'closed' },
  declined: { de: 'abgelehnt', en: 'declined' },
  cancelled: { de: 'abgesagt', en: 'cancelled' },
  'no-show': { de: 'nicht abgeholt', en: 'no-show' },
};

const columns = {
  number: { de: 'Leihe', en: 'Loan', kind: text(40) },
  kind: { de: 'Art', en: 'Kind', kind: choice(kindNames) },
  state: { de: 'Stand', en: 'State', kind: choice(stateNames) },
  school: { de: 'Schule', en: 'School', kind: text(120) },
  city: { de: 'Ort', en: 'City', kind: text(80) },
  contactName: { de: 'Ansprechperson', en: 'Contact', kind: text(200) },
  contactEmail: { de: 'E-Mail', en: 'E-mail', kind: text(200) },
  contactPhone: { de: 'Telefon', en: 'Phone', kind: text(200) },
  pupils: { de: 'Schülerzahl', en: 'Number of pupils', kind: whole },
  startsAt: { de: 'Von', en: 'From', kind: instant },
  endsAt: { de: 'Bis', en: 'Until', kind: maybe(instant) },
  requestedAt: { de: 'Angefragt', en: 'Requested', kind: instant },
  outAt: { de: 'Ausgegeben', en: 'Handed over', kind: maybe(instant) },
  returnedAt: { de: 'Zurückgegeben', en: 'Returned', kind: maybe(instant) },
  closedAt: { de: 'Abgeschlossen', en: 'Closed', kind: maybe(instant) },
  wish: { de: 'Wunsch', en: 'Wish', kind: text(4000) },
  reason: { de: 'Grund', en: 'Reason', kind: text(4000) },
  note: { de: 'Notiz', en: 'Note', kind: text(4000) },
} as const;

/** Loans and donations. */
export const loanExport: ExportTable<typeof columns> = {
  columns,
  de: 'Leihen',
  en: 'loans',
  async page(db, { offset, limit }) {
    const rows = await db
      .selectFrom('loan')
      .innerJoin('school', 'school.id', 'loan.school_id')
      .selectAll('loan')
      .select(['school.name as school', 'school.city'])
      .orderBy('loan.number')
      .limit(limit)
      .offset(offset)
      .execute();
    return rows.map((row) => ({
      number: row.number,
      kind: row.kind,
      state: row.state,
      school: row.school,
      city: row.city,
      contactName: row.contact_name,
      contactEmail: row.contact_email,
      contactPhone: row.contact_phone,
      pupils: row.pupils,
      startsAt: row.starts_at,
      endsAt: row.ends_at >= never ? null : row.ends_at,
      requestedAt: row.requested_at,
      outAt: row.out_at,
      returnedAt: row.returned_at,
      closedAt: row.closed_at,
      wish: row.wish,
      reason: row.reason,
      note: row.note,
    }));
  },
};
