import type { ClassRecord, LessonView } from '../../../server/api/contract/endpoints.ts';
import type { Language } from '../../locales/locale.ts';
import { csvLine, csvStart, harmless } from '../../ui/csv-line.ts';
import { goalColumns } from './lesson-goals.ts';
import { lessonsOf, namesOf } from './record-lessons.ts';
import { recordWords } from './record-words.ts';

/**
 * A class as a table, one seat a line. A goal is 1 or 0, and empty where a seat has another lesson. German has
 * semicolons, English commas, as the spreadsheets of the two expect; what pupils and teachers wrote is never taken for a
 * formula.
 *
 * @param lessons by id; one that is missing, because it is no longer in the catalogue, has no columns.
 */
export function recordCsv(
  record: ClassRecord,
  lessons: ReadonlyMap<string, LessonView>,
  language: Language,
): string {
  const words = recordWords[language];
  const columns = lessonsOf(record).flatMap((lessonId) => {
    const lesson = lessons.get(lessonId);
    return goalColumns(lesson ?? { steps: [] }).flatMap(({ goals }) =>
      goals.map((goal) => ({ ...goal, lessonId, head: `${lesson?.title}, ${goal.number}: ${goal.text}` })),
    );
  });
  const date = (at: number | null | undefined) =>
    at ? new Date(at).toLocaleString(words.locale, { dateStyle: 'short', timeStyle: 'short' }) : '';
  const head = [
    words.name,
    words.lesson,
    words.goalsReached,
    words.goalsInAll,
    words.handIn,
    words.handedInAt,
    words.badge,
    words.comment,
    words.savedAt,
    ...columns.map((one) => one.head),
  ];
  const lines = record.seats.map((seat) => {
    const own = columns.filter(({ lessonId }) => lessonId === seat.lessonId);
    const reached = (lessonId: string, id: string) => seat.goals[lessonId]?.includes(id) ?? false;
    const { state, badge, comment } = seat.handIn;
    return [
      namesOf(seat),
      lessons.get(seat.lessonId)?.title ?? seat.lessonId,
      String(own.filter(({ lessonId, id }) => reached(lessonId, id)).length),
      String(own.length),
      words.states[state],
      date(seat.handedIn?.at),
      badge ? words.badges[badge] : '',
      comment ?? '',
      date(seat.savedAt),
      ...columns.map(({ lessonId, id }) => {
        if (reached(lessonId, id)) return '1';
        return lessonId === seat.lessonId ? '0' : '';
      }),
    ];
  });
  return csvStart + [head, ...lines].map((line) => csvLine(line.map(harmless), language)).join('');
}
