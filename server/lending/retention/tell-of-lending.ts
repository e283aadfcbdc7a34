import { sql } from 'kysely';
import { time } from '../../accounts/about-me.ts';
import type { PersonView } from '../../api/contract/endpoints.ts';
import { signaturesSchema } from '../../api/contract/lending/signatures.ts';
import type { LendingDatabase } from '../interface.ts';
import { loansOf } from './loans-of-person.ts';

/** What lending has stored about a person, for themselves (Art. 15 GDPR); named in German, as papers are. */
export async function tellOfLending(
  db: LendingDatabase,
  person: PersonView,
): Promise<Readonly<Record<string, unknown>>> {
  return {
    kontakt_von_schulen: await contactsOf(db, person),
    leihen: await loansToldTo(db, person),
    briefe: await lettersTo(db, person),
    verlauf: await historyOf(db, person),
    fotos: await photosOf(db, person),
    inventuren: await stocktakesOf(db, person),
  };
}

async function contactsOf(db: LendingDatabase, { email }: PersonView) {
  const rows = await db
    .selectFrom('school_contact')
    .innerJoin('school', 'school.id', 'school_contact.school_id')
    .select(['school.name as schule', 'school_contact.name', 'duty as aufgabe'])
    .select(['school_contact.email', 'school_contact.phone as telefon'])
    .where(({ eb, fn }) => eb(fn('lower', ['school_contact.email']), '=', email.toLowerCase()))
    .execute();
  return rows;
}

async function loansToldTo(db: LendingDatabase, person: PersonView) {
  const rows = await loansOf(db, person).selectAll('loan').orderBy('requested_at').execute();
  return await Promise.all(
    rows.map(async (row) => ({
      nummer: row.number,
      art: row.kind === 'donation' ? 'Spende' : 'Leihe',
      stand: row.state,
      angefragt: time(row.requested_at),
      angefragt_von_ihnen: row.requested_by === person.id,
      kontakt: { name: row.contact_name, email: row.contact_email, telefon: row.contact_phone },
      kinder: row.pupils,
      wunsch: row.wish,
      notiz_des_vereins: row.note,
      grund: row.reason,
      papiere: await papersOf(db, row.id),
    })),
  );
}

async function papersOf(db: LendingDatabase, loanId: string) {
  const rows = await db
    .selectFrom('paper')
    .select(['id', 'kind', 'at', 'signatures', 'mailed_to', 'mailed_at'])
    .where('loan_id', '=', loanId)
    .orderBy('at')
    .execute();
  return rows.map((row) => ({
    art: row.kind,
    vom: time(row.at),
    pdf: `/api/papers/${row.id}.pdf`,
    unterschrieben_fuer_die_schule: signaturesSchema.parse(JSON.parse(row.signatures)).school?.name ?? null,
    gemailt_an: row.mailed_to,
    gemailt: time(row.mailed_at),
  }));
}

async function lettersTo(db: LendingDatabase, { email }: PersonView) {
  const rows = await db
    .selectFrom('reminder')
    .innerJoin('loan', 'loan.id', 'reminder.loan_id')
    .select(['loan.number', 'reminder.at', 'reminder.subject', 'reminder.text'])
    .where(({ eb, fn }) => eb(fn('lower', ['reminder.sent_to']), '=', email.toLowerCase()))
    .orderBy('reminder.at')
    .execute();
  return rows.map((row) => ({
    leihe: row.number,
    zeit: time(row.at),
    betreff: row.subject,
    text: row.text,
  }));
}

/** What they did, with their notes, and what names their address. */
async function historyOf(db: LendingDatabase, { id, email }: PersonView) {
  const rows = await db
    .selectFrom('history')
    .select(['at', 'kind', 'data', 'by'])
    .where(({ eb, or }) =>
      or([
        eb('by', '=', id),
        sql<boolean>`lower(data) like ${`%${escaped(email.toLowerCase())}%`} escape '!'`,
      ]),
    )
    .orderBy('at')
    .execute();
  return rows.map((row) => ({
    zeit: time(row.at),
    art: row.kind,
    text: String((JSON.parse(row.data) as { de?: unknown }).de ?? ''),
    von_ihnen: row.by === id,
  }));
}

async function photosOf(db: LendingDatabase, { id }: PersonView) {
  const rows = await db
    .selectFrom('photo')
    .select(['id', 'at', 'note'])
    .where('by', '=', id)
    .orderBy('at')
    .execute();
  return rows.map((row) => ({ zeit: time(row.at), notiz: row.note, bild: `/api/photos/${row.id}` }));
}

async function stocktakesOf(db: LendingDatabase, { id }: PersonView) {
  const started = await db
    .selectFrom('stocktake')
    .select(['place', 'started_at'])
    .where('started_by', '=', id)
    .orderBy('started_at')
    .execute();
  const { scans } = await db
    .selectFrom('stocktake_scan')
    .select(({ fn }) => fn.countAll<number>().as('scans'))
    .where('by', '=', id)
    .executeTakeFirstOrThrow();
  return {
    begonnen: started.map((row) => ({ ort: row.place, zeit: time(row.started_at) })),
    gescannt: Number(scans),
  };
}

function escaped(text: string): string {
  return text.replace(/[!%_]/g, '!$&');
}
