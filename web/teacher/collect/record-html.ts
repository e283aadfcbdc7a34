import type { ClassRecord, LessonView } from '../../../server/api/contract/endpoints.ts';
import type { Language } from '../../locales/locale.ts';
import { badgeSvg } from '../../ui/badge-drawings.ts';
import { goalColumns } from './lesson-goals.ts';
import { lessonsOf, namesOf, seatsIn } from './record-lessons.ts';
import { recordStyle } from './record-style.ts';
import { type RecordWords, recordWords } from './record-words.ts';

type Seat = ClassRecord['seats'][number];

/** What a record is made from. */
export interface RecordSource {
  readonly record: ClassRecord;
  /** By id; one that is no longer in the catalogue is missing, and has no table. */
  readonly lessons: ReadonlyMap<string, LessonView>;
  /** The text of an SVG by seat; missing where there is no work; null where it could not be drawn. */
  readonly pictures: ReadonlyMap<string, string | null>;
}

/**
 * A class as one file that needs nothing else: no script, no address; what is in it may not even ask for anything. It
 * prints well, and says first that it holds pupils' data and that the school is responsible for it.
 */
export function recordHtml({ record, lessons, pictures }: RecordSource, language: Language): string {
  const words = recordWords[language];
  const date = (at: number) =>
    new Date(at).toLocaleString(words.locale, { dateStyle: 'long', timeStyle: 'short' });
  const pupils = record.seats.reduce((sum, { nicknames }) => sum + nicknames.length, 0);
  const facts = [
    lessons.get(record.class.lessonId)?.title ?? record.class.lessonId,
    `${words.held}: ${date(record.class.startedAt)}`,
    ...(record.endedAt === null ? [] : [`${words.until}: ${date(record.endedAt)}`]),
    words.pupilsAndSeats(pupils, record.seats.length),
  ];
  const tables = lessonsOf(record).map((id) => matrix(record, id, lessons.get(id), words));
  const title = escaped(words.title(record.class.name));
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${recordStyle}</style>
</head>
<body>
<main>
<header><h1>${title}</h1><p class="facts">${facts.map((fact) => `<span>${escaped(fact)}</span>`).join(' ')}</p></header>
<p class="privacy">${escaped(words.privacy)}</p>
<section><h2>${words.matrix}</h2>${tables.join('\n')}<p class="key">${words.matrixKey}</p></section>
<section><h2>${words.work}</h2><div class="works">
${record.seats.map((seat) => work(seat, pictures.get(seat.id), words, date)).join('\n')}
</div></section>
<p class="key">${words.made}</p>
</main>
</body>
</html>
`;
}

function matrix(
  record: ClassRecord,
  lessonId: string,
  lesson: LessonView | undefined,
  words: RecordWords,
): string {
  const steps = goalColumns(lesson ?? { steps: [] });
  const goals = steps.flatMap((step) => step.goals);
  const seats = seatsIn(record, lessonId);
  if (!lesson || goals.length === 0 || seats.length === 0) return '';
  const reached = (seat: Seat, id: string) => seat.goals[lessonId]?.includes(id) ?? false;
  const rows = seats.map((seat) => {
    const cells = goals.map(({ id }) => cell(reached(seat, id), words));
    const count = goals.filter(({ id }) => reached(seat, id)).length;
    return `<tr><th scope="row">${escaped(namesOf(seat))}</th>${cells.join('')}<td>${count} / ${goals.length}</td></tr>`;
  });
  const totals = goals.map(
    ({ id }) => `<td>${seats.filter((seat) => reached(seat, id)).length} / ${seats.length}</td>`,
  );
  return `<div class="wide"><table>
<caption>${escaped(lesson.title)}</caption>
<thead>
<tr><th rowspan="2" scope="col">${words.name}</th>${steps
    .map(
      (step) =>
        `<th scope="colgroup" colspan="${step.goals.length}">${step.step}. ${escaped(step.title)}</th>`,
    )
    .join('')}<th rowspan="2" scope="col">${words.total}</th></tr>
<tr>${goals.map(({ number, text }) => `<th scope="col">${number} ${escaped(text)}</th>`).join('')}</tr>
</thead>
<tbody>
${rows.join('\n')}
</tbody>
<tfoot><tr><th scope="row">${words.all}</th>${totals.join('')}<td></td></tr></tfoot>
</table></div>`;
}

function cell(reached: boolean, words: RecordWords): string {
  return reached
    ? `<td class="yes"><span role="img" aria-label="${words.reached}">✓</span></td>`
    : `<td><span role="img" aria-label="${words.open}">–</span></td>`;
}

function work(
  seat: Seat,
  picture: string | null | undefined,
  words: RecordWords,
  date: (at: number) => string,
): string {
  const { state, badge, comment } = seat.handIn;
  const when = seat.handedIn
    ? `${words.handedInAt} ${date(seat.handedIn.at)}`
    : seat.savedAt === null
      ? ''
      : `${words.savedAt} ${date(seat.savedAt)}`;
  const drawn = picture ?? `<p>${picture === undefined ? words.nothing : words.notDrawn}</p>`;
  return `<article>
<header><h3>${escaped(namesOf(seat))}</h3><p>${words.handIn}: ${words.states[state]}</p></header>
<div class="picture">${drawn}</div>
<p class="key">${escaped(when)}</p>
${badge ? `<p class="badge">${badgeSvg(badge, '').replace('role="img" aria-label=""', 'aria-hidden="true"')}${words.badges[badge]}</p>` : ''}
${comment ? `<blockquote>${escaped(comment)}</blockquote>` : ''}
</article>`;
}

/** Text that counts as text only, also in an attribute. */
export function escaped(text: string): string {
  const signs: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (sign) => signs[sign] ?? '');
}
