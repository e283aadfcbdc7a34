import { endpoints } from '../../api/contract/endpoints.ts';
import { refusal } from '../../api/http-problem.ts';
import type { LendingContext, LendingDatabase } from '../interface.ts';
import { type HistorySubject, historyEntries } from './history-entries.ts';
import { record } from './record.ts';

/** Puts the endpoints of history and notes into service. */
export async function mountHistory({ mount, db, events, newId, now }: LendingContext): Promise<void> {
  mount.endpoint(endpoints.history, async ({ body: { before, ...subject } }) => {
    if (isOfNothing(subject)) throw subjectMissing();
    return { entries: await historyEntries(db, subject, before) };
  });

  mount.endpoint(endpoints.addNote, async ({ body: { text, ...subject }, person }) => {
    if (isOfNothing(subject)) throw subjectMissing();
    if (text === '') {
      throw refusal(
        400,
        'note-empty',
        'Die Notiz ist leer. Bitte schreiben Sie etwas.',
        'The note is empty. Please write something.',
      );
    }
    const id = newId();
    const at = now();
    await db.transaction().execute(async (trx) => {
      await assertExists(trx, subject);
      await record(trx, { id, at, by: person.id, kind: 'note', ...subject, de: text, en: text });
    });
    for (const what of ['asset', 'loan', 'school'] as const) {
      const of = subject[`${what}Id`];
      if (of) events.emit('changed', what, of);
    }
    return {
      id,
      at,
      by: { id: person.id, name: person.name },
      kind: 'note',
      assetId: subject.assetId ?? null,
      loanId: subject.loanId ?? null,
      schoolId: subject.schoolId ?? null,
      de: text,
      en: text,
    };
  });
}

function isOfNothing({ assetId, loanId, schoolId }: HistorySubject): boolean {
  return !assetId && !loanId && !schoolId;
}

function subjectMissing() {
  return refusal(
    400,
    'subject-missing',
    'Es fehlt, wovon die Rede ist: ein Ding, eine Leihe oder eine Schule. Bitte laden Sie die Seite neu.',
    'It is missing what this is about: a thing, a loan or a school. Please reload the page.',
  );
}

async function assertExists(
  db: LendingDatabase,
  { assetId, loanId, schoolId }: HistorySubject,
): Promise<void> {
  const found = [
    ...(assetId
      ? [await db.selectFrom('asset').select('id').where('id', '=', assetId).executeTakeFirst()]
      : []),
    ...(loanId ? [await db.selectFrom('loan').select('id').where('id', '=', loanId).executeTakeFirst()] : []),
    ...(schoolId
      ? [await db.selectFrom('school').select('id').where('id', '=', schoolId).executeTakeFirst()]
      : []),
  ];
  if (found.includes(undefined)) {
    throw refusal(
      404,
      'subject-unknown',
      'Das gibt es nicht mehr. Bitte laden Sie die Seite neu.',
      'This does not exist any more. Please reload the page.',
    );
  }
}
