import type { PersonView } from '../../api/contract/endpoints.ts';
import type { Loan, LoanKind } from '../../api/contract/lending/loans.ts';
import { refusal } from '../../api/http-problem.ts';
import { record } from '../history/record.ts';
import type { LendingContext, LendingDatabase } from '../interface.ts';
import type { LendingTables } from '../tables.ts';
import { changeLoan } from './change.ts';
import { dayOf, endOfTime, saySpan } from './local-time.ts';
import { readLoan } from './read-loan.ts';

/** What is asked for. */
export interface Wanted {
  readonly startsAt: number;
  readonly endsAt: number;
  readonly pupils: number;
  readonly lessons: readonly string[];
  readonly wish: string;
  readonly contactName: string;
  readonly contactEmail: string;
  readonly contactPhone: string;
}

interface NewLoan extends Wanted {
  readonly schoolId: string;
  readonly kind: LoanKind;
  readonly note: string;
}

/**
 * Writes down what a school asks for.
 *
 * @throws HttpProblem `time-invalid`, `school-unknown`.
 */
export async function addLoan(context: LendingContext, wanted: NewLoan, person: PersonView): Promise<Loan> {
  const now = context.now();
  const span = checkSpan(wanted, wanted.kind);
  const loanId = context.newId();
  await context.db.transaction().execute(async (trx) => {
    const school = await trx
      .selectFrom('school')
      .selectAll()
      .where('id', '=', wanted.schoolId)
      .executeTakeFirst();
    if (!school) throw schoolUnknown();
    const number = await nextNumber(trx, dayOf(now).slice(0, 4));
    const row = columnsOf(wanted);
    await trx
      .insertInto('loan')
      .values({
        id: loanId,
        number,
        kind: wanted.kind,
        state: 'requested',
        school_id: school.id,
        requested_by: person.id,
        ...row,
        ...span,
        note: wanted.note,
        reason: '',
        requested_at: now,
        out_at: null,
        returned_at: null,
        closed_at: null,
        version: 1,
        search: searchText(number, school, wanted.contactName),
      })
      .execute();
    const time = (language: 'de' | 'en') => saySpan(span.starts_at, span.ends_at, language);
    await record(trx, {
      id: context.newId(),
      at: now,
      by: person.id,
      kind: 'loan.requested',
      loanId,
      schoolId: school.id,
      de: `${wanted.kind === 'loan' ? 'Leihe' : 'Schenkung'} ${number} für ${school.name} angefragt: ${wanted.pupils} Kinder, ${time('de')}`,
      en: `${wanted.kind === 'loan' ? 'Loan' : 'Donation'} ${number} requested for ${school.name}: ${wanted.pupils} pupils, ${time('en')}`,
      facts: { pupils: wanted.pupils },
    });
  });
  context.events.emit('changed', 'loan', loanId);
  return (await readLoan(context.db, loanId, now, person)) as Loan;
}

/**
 * Changes what was asked for. The time of a loan that has things reserved is moved by extending.
 *
 * @throws HttpProblem `loan-settled`, `time-invalid`, and those of `changeLoan`.
 */
export function changeWanted(
  context: LendingContext,
  call: {
    loanId: string;
    version: number;
    person: PersonView;
    wanted: {
      readonly [Key in keyof (Wanted & { note: string })]?: (Wanted & { note: string })[Key] | undefined;
    };
  },
): Promise<Loan> {
  const { wanted, ...step } = call;
  return changeLoan(context, { ...step, step: null }, async ({ trx, loan, finish, tell }) => {
    if (!['requested', 'reserved', 'packed'].includes(loan.state)) throw settled();
    const startsAt = wanted.startsAt ?? loan.starts_at;
    const endsAt = wanted.endsAt ?? loan.ends_at;
    const moved = startsAt !== loan.starts_at || endsAt !== loan.ends_at;
    if (moved && loan.state !== 'requested') throw moveByExtending();
    const merged: Wanted = {
      startsAt,
      endsAt,
      pupils: wanted.pupils ?? loan.pupils,
      lessons: wanted.lessons ?? (JSON.parse(loan.lessons) as string[]),
      wish: wanted.wish ?? loan.wish,
      contactName: wanted.contactName ?? loan.contact_name,
      contactEmail: wanted.contactEmail ?? loan.contact_email,
      contactPhone: wanted.contactPhone ?? loan.contact_phone,
    };
    const school = await trx
      .selectFrom('school')
      .selectAll()
      .where('id', '=', loan.school_id)
      .executeTakeFirstOrThrow();
    await finish(true, {
      ...columnsOf(merged),
      ...checkSpan(merged, loan.kind),
      note: wanted.note ?? loan.note,
      search: searchText(loan.number, school, merged.contactName),
    });
    await tell('changed', 'Angaben zur Leihe geändert', 'What is known of the loan changed', {
      facts: { pupils: merged.pupils },
    });
  });
}

function columnsOf(
  wanted: Wanted,
): Pick<
  LendingTables['loan'],
  'contact_name' | 'contact_email' | 'contact_phone' | 'pupils' | 'lessons' | 'wish'
> {
  return {
    contact_name: wanted.contactName,
    contact_email: wanted.contactEmail,
    contact_phone: wanted.contactPhone,
    pupils: wanted.pupils,
    lessons: JSON.stringify(wanted.lessons),
    wish: wanted.wish,
  };
}

/** The time of a loan; a donation has no end. */
export function checkSpan(
  { startsAt, endsAt }: Pick<Wanted, 'startsAt' | 'endsAt'>,
  kind: LoanKind,
): { starts_at: number; ends_at: number } {
  const end = kind === 'donation' ? endOfTime : endsAt;
  const longest = 5 * 366 * 86_400_000;
  if (startsAt < Date.UTC(2000, 0, 1) || startsAt >= end || (kind === 'loan' && end - startsAt > longest)) {
    throw timeInvalid();
  }
  return { starts_at: startsAt, ends_at: end };
}

/** What the search for loans finds it by, in lower case. */
function searchText(number: string, school: { name: string; city: string }, contact: string): string {
  return `${number} ${school.name} ${school.city} ${contact}`.toLowerCase();
}

/** The next number of a year. The counter's row is locked until the loan is in, so no number comes twice. */
async function nextNumber(trx: LendingDatabase, year: string): Promise<string> {
  for (;;) {
    const { version } = await trx
      .insertInto('lending_setting')
      .values({ key: `loan-number-${year}`, value: '', version: 1 })
      .onConflict((conflict) =>
        conflict.column('key').doUpdateSet((of) => ({ version: of('lending_setting.version', '+', 1) })),
      )
      .returning('version')
      .executeTakeFirstOrThrow();
    const number = `${year}-${String(version).padStart(3, '0')}`;
    // Imported loans bring their numbers along.
    const taken = await trx.selectFrom('loan').select('id').where('number', '=', number).executeTakeFirst();
    if (!taken) return number;
  }
}

export function timeInvalid(): Error {
  return refusal(
    400,
    'time-invalid',
    'Die Rückgabe muss nach der Übergabe liegen, höchstens fünf Jahre danach. Prüfen Sie beide Tage.',
    'The return must be after the hand-over, five years at most. Please check both days.',
  );
}

export function schoolUnknown(): Error {
  return refusal(
    404,
    'school-unknown',
    'Diese Schule gibt es nicht. Legen Sie sie zuerst an.',
    'There is no such school. Please add it first.',
  );
}

function settled(): Error {
  return refusal(
    409,
    'loan-settled',
    'Die Leihe ist schon ausgegeben oder vorbei; diese Angaben bleiben, wie sie sind. Schreiben Sie eine Notiz in den Verlauf.',
    'The loan is out or over already; these facts stay as they are. Write a note into its history.',
  );
}

function moveByExtending(): Error {
  return refusal(
    409,
    'loan-has-things',
    'Für diese Leihe ist schon etwas reserviert. Ändern Sie ihre Zeit mit „Verlängern“ oder im Kalender, dort wird geprüft, ob alles frei ist.',
    'Things are reserved for this loan already. Change its time with “Extend” or in the calendar, where it is checked whether all is free.',
  );
}
