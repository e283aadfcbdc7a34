import type { Impact } from '../../api/contract/lending/reports.ts';
import { plainWords } from '../papers/pdf/inline.ts';
import { putParagraph } from '../papers/pdf/paragraph.ts';
import { page, Sheet } from '../papers/pdf/sheet.ts';
import { type Cell, putTable } from '../papers/pdf/table.ts';
import { putMonths } from './impact-chart.ts';
import { type ReportLanguage, type ReportWords, reportWords } from './report-words.ts';

/** What stands on the report beside its figures. */
export interface ImpactPaper {
  readonly impact: Impact;
  readonly association: string;
  /** `Schuljahr 2026/27`. */
  readonly title: string;
  /** Whose part of it: a sponsor, a place; empty: all. */
  readonly scope: string;
  readonly language: ReportLanguage;
  readonly lessonTitle: (lessonId: string) => string;
  /** ms since 1970; the day stands at the foot. */
  readonly at: number;
}

const size = 9.2;

/** A year's impact to be printed: A4, tagged, on as few pages as it takes. */
export async function impactPdf(paper: ImpactPaper): Promise<Buffer> {
  const { impact, association, title, scope, language, lessonTitle, at } = paper;
  const words = reportWords[language];
  const number = (value: number) => value.toLocaleString(words.locale);
  const euros = (cents: number) =>
    (cents / 100).toLocaleString(words.locale, { style: 'currency', currency: 'EUR' });
  const day = (text: string) =>
    new Date(`${text}T12:00:00Z`).toLocaleDateString(words.locale, { timeZone: 'UTC', dateStyle: 'long' });
  const sheet = new Sheet({
    title: `${words.title} ${title}`,
    author: association,
    preview: false,
    language,
    at,
  });
  const heading = (text: string, keep: number) =>
    putParagraph(sheet, plainWords(text, { size: 12.5, weight: 'bold' }), {
      size: 12.5,
      before: 16,
      tag: 'H2',
      keep,
    });
  const table = (name: string, heads: readonly string[], rows: readonly (readonly string[])[]) => {
    if (rows.length === 0) return;
    heading(name, 60);
    sheet.y += 3;
    putTable(sheet, {
      size,
      columns: [{ share: 1 }, ...heads.slice(1).map(() => ({ width: 84, right: true }))],
      head: { cells: heads.map((text) => cellOf(text, true)) },
      rows: rows.map((cells) => ({ cells: cells.map((text) => cellOf(text)) })),
    });
  };

  putParagraph(sheet, plainWords(`${words.title} ${title}`, { size: 22, weight: 'bold', colour: 'board' }), {
    size: 22,
    tag: 'H1',
  });
  const span = words.span(day(impact.from), day(impact.to));
  const about = plainWords([scope, span].filter(Boolean).join(' · '), { size: 10.5, colour: 'quiet' });
  putParagraph(sheet, about, { size: 10.5, before: 3 });
  sheet.y += 12;
  putTiles(sheet, tilesOf(impact, words, number));
  heading(words.months, 160);
  putMonths(sheet, impact, words);
  table(
    words.lessons,
    [words.lesson, words.classes, words.pupils],
    impact.lessons.map((one) => [lessonTitle(one.lessonId), number(one.classes), number(one.pupils)]),
  );
  table(
    words.schools,
    [words.school, words.loans, words.pupils],
    impact.schoolList.map(({ name, municipality, loans, pupils }) => [
      municipality === '' || name.includes(municipality) ? name : `${name}, ${municipality}`,
      number(loans),
      number(pupils),
    ]),
  );
  table(
    words.kits,
    [words.kit, words.daysOut, words.loans],
    impact.kits.map((one) => [`${one.code}  ${one.name}`, number(one.days), number(one.loans)]),
  );
  table(
    words.stock,
    ['', words.pieces, words.value],
    [
      [words.lostDevices, number(impact.lostDevices), ''],
      [words.lostThings, number(impact.lostThings), ''],
      [words.lostParts, number(impact.lostParts), ''],
      [words.damaged, number(impact.damaged), ''],
      [words.lostValue, '', euros(impact.lostCents)],
      ...(impact.lostUnknown > 0 ? [[words.lostUnknown, number(impact.lostUnknown), '']] : []),
      [words.stockValue, '', euros(impact.valueCents)],
      [words.riskValue, '', euros(impact.atRiskCents)],
    ],
  );
  const made = new Date(at).toLocaleDateString(words.locale, {
    timeZone: 'Europe/Berlin',
    dateStyle: 'long',
  });
  return sheet.end((one, pages) => {
    sheet.decoration(() => putFrame(sheet, { association, left: `${words.title} ${title}` }));
    const foot = { size: 8, colour: 'quiet' } as const;
    sheet.decoration(() => {
      sheet.text(page.left, 802, `${words.made(made)} · ${words.countsOnly}`, foot);
      const text = words.page(one, pages);
      sheet.text(page.right - sheet.type.width(text, foot), 802, text, foot);
    });
  });
}

function cellOf(text: string, head = false): Cell {
  return {
    words: plainWords(text, head ? { size: 8, weight: 'bold', colour: 'quiet' } : { size }),
  };
}

function tilesOf(
  impact: Impact,
  words: ReportWords,
  number: (value: number) => string,
): readonly (readonly [figure: string, name: string])[] {
  return [
    [number(impact.schools), words.schools],
    [number(impact.classes), words.classes],
    [number(impact.pupils), words.pupils],
    [number(impact.goals), words.goals],
    [number(impact.municipalities), words.places],
    [number(impact.loans), words.loans],
    [number(impact.donations), words.donations],
    [impact.kitUse.toLocaleString(words.locale, { style: 'percent' }), words.kitUse],
  ];
}

/** The key figures, four in a row. */
function putTiles(sheet: Sheet, tiles: readonly (readonly [figure: string, name: string])[]): void {
  const gap = 8;
  const tile = { width: (page.right - page.left - 3 * gap) / 4, height: 54 };
  const top = sheet.y;
  tiles.forEach(([figure, name], index) => {
    const x = page.left + (index % 4) * (tile.width + gap);
    const y = top + Math.floor(index / 4) * (tile.height + gap);
    sheet.decoration(() => sheet.box({ x, y, ...tile }, { fill: 'pale', radius: 6 }));
    sheet.element('P', () =>
      sheet.content(() => {
        sheet.text(x + 10, y + 29, figure, { size: 20, weight: 'bold', colour: 'board' });
        sheet.text(x + 10, y + 44, name, { size: 8.6, colour: 'quiet' });
      }),
    );
  });
  sheet.y = top + Math.ceil(tiles.length / 4) * (tile.height + gap);
}

/** Head of each page: whose report it is, and which. */
function putFrame(sheet: Sheet, { association, left }: { association: string; left: string }): void {
  const style = { size: 8, colour: 'quiet' } as const;
  sheet.text(page.left, 38, association || 'Steckbrett', { ...style, weight: 'bold', colour: 'board' });
  sheet.text(page.right - sheet.type.width(left, style), 38, left, style);
  sheet.stroke(
    [
      [page.left, 45],
      [page.right, 45],
    ],
    0.8,
    'board',
  );
}
