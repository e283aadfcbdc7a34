import type { LoanItemState, TestRun } from '../../../api/contract/lending/loans.ts';
import type { ContentLine, PaperContent } from '../paper-content.ts';
import { germanMoney } from '../paper-values.ts';
import { plainWords, type Words } from './inline.ts';
import { putParagraph } from './paragraph.ts';
import type { Sheet } from './sheet.ts';
import { type Cell, putTable, type Row } from './table.ts';

const size = 8.8;
const cell = (text: string): Cell => ({ words: plainWords(text, { size }) });
const headCell = (text: string): Cell => ({
  words: plainWords(text, { size: 8, weight: 'bold', colour: 'quiet' }),
});
const indentOf = (depth: number): number => Math.min(depth, 6) * 11;

/** Everything down to the parts, with values and their sum. */
export function putContents(sheet: Sheet, { lines, totalCents }: PaperContent): void {
  if (lines.length === 0) {
    nothing(sheet, 'Es sind noch keine Gegenstände zugeordnet.');
    return;
  }
  const rows = lines.map(
    (line): Row => ({
      begins: line.depth === 0,
      keep: line.depth === 0,
      cells: [
        {
          words: plainWords(line.code, { size, weight: line.depth === 0 ? 'bold' : 'regular' }),
        },
        { words: thingWords(line), indent: indentOf(line.depth) },
        cell(line.serial),
        cell(String(line.count)),
        cell(germanMoney(line.cents)),
      ],
    }),
  );
  const unknown = lines.some(({ cents, code }) => cents === null && code !== '');
  rows.push({
    begins: true,
    cells: [
      cell(''),
      { words: plainWords('Zeitwert zusammen', { size, weight: 'bold' }) },
      cell(''),
      cell(''),
      { words: plainWords(germanMoney(totalCents), { size, weight: 'bold' }) },
    ],
  });
  putTable(sheet, {
    size,
    columns: [
      { width: 52 },
      { share: 1 },
      { width: 108 },
      { width: 44, right: true },
      { width: 74, right: true },
    ],
    head: {
      cells: ['Inventarnr.', 'Gegenstand', 'Seriennummer', 'Anzahl', 'Zeitwert'].map(headCell),
    },
    rows,
  });
  if (unknown) {
    putParagraph(
      sheet,
      plainWords('– : Kein Wert bekannt; zählt in der Summe nicht mit.', { size: 8, colour: 'quiet' }),
      {
        size: 8,
        before: 3,
      },
    );
  }
}

/** Name, and what it is in quieter letters, where the name does not say so itself. */
function thingWords({ name, type, model, depth, code }: ContentLine): Words {
  const main = plainWords(name, { size, weight: depth === 0 ? 'bold' : 'regular' });
  const about = [code === '' || name.startsWith(type) ? '' : type, model].filter((one) => one !== '');
  const quiet = plainWords(about.join(', '), { size: size - 0.8, colour: 'quiet' });
  return [...main, ...quiet.map((word, index) => (index === 0 ? { ...word, space: true } : word))];
}

const stateWords: Readonly<Record<LoanItemState, string>> = {
  reserved: 'vorgemerkt',
  packed: 'gepackt',
  out: 'übergeben',
  back: 'zurück',
  damaged: 'zurück, beschädigt',
  missing: 'fehlt',
  released: 'getauscht',
};

function stateOf(line: ContentLine, kind: PaperContent['kind']): string {
  if (kind !== 'return') return line.state === 'out' ? 'in Ordnung' : stateWords[line.state];
  if (line.state === 'out') return line.code === '' ? 'nicht gezählt' : 'noch nicht zurück';
  return stateWords[line.state];
}

/** How each labelled thing is, with what was said of it. */
export function putConditions(sheet: Sheet, { lines, kind }: PaperContent): void {
  const things = lines.filter(({ code }) => code !== '');
  // At the hand-over only what there is to say needs a row; the table of contents names all.
  const told = kind === 'return' ? things : things.filter(({ remark }) => remark !== '');
  if (told.length === 0) {
    nothing(
      sheet,
      things.length === 0
        ? 'Es sind noch keine Gegenstände zugeordnet.'
        : 'Alle Gegenstände sind in Ordnung; es gibt keine Bemerkungen.',
    );
    return;
  }
  putTable(sheet, {
    size,
    columns: [{ width: 52 }, { share: 1.1 }, { width: 92 }, { share: 1 }],
    head: { cells: ['Inventarnr.', 'Gegenstand', 'Zustand', 'Bemerkung'].map(headCell) },
    rows: told.map((line) => ({
      begins: line.depth === 0,
      cells: [
        cell(line.code),
        { words: thingWords(line), indent: kind === 'return' ? indentOf(line.depth) : 0 },
        cell(stateOf(line, kind)),
        cell(line.remark),
      ],
    })),
  });
}

/** What is missing or damaged, with its value. */
export function putMissing(sheet: Sheet, { lines, kind }: PaperContent): void {
  const inside = whereOf(lines);
  const rows = lines.flatMap((line, index) =>
    lacksOf(line, kind).map(({ what, count, cents }) => ({
      cents,
      row: {
        cells: [
          cell(line.code || inside[index] || ''),
          { words: thingWords(line) },
          cell(what),
          cell(String(count)),
          cell(germanMoney(cents)),
        ],
      },
    })),
  );
  if (rows.length === 0) {
    nothing(sheet, 'Es fehlt nichts, und nichts ist beschädigt.');
    return;
  }
  const total = rows.reduce((sum, { cents }) => sum + (cents ?? 0), 0);
  const bold = (text: string): Cell => ({ words: plainWords(text, { size, weight: 'bold' }) });
  putTable(sheet, {
    size,
    columns: [
      { width: 52 },
      { share: 1 },
      { width: 92 },
      { width: 44, right: true },
      { width: 74, right: true },
    ],
    head: { cells: ['Nr. / in', 'Gegenstand', 'Befund', 'Anzahl', 'Zeitwert'].map(headCell) },
    rows: [
      ...rows.map(({ row }) => row),
      { begins: true, cells: [cell(''), bold('Zusammen'), cell(''), cell(''), bold(germanMoney(total))] },
    ],
  });
}

function lacksOf(
  line: ContentLine,
  kind: PaperContent['kind'],
): { what: string; count: number; cents: number | null }[] {
  if (line.code !== '') {
    const still = kind === 'return' && line.state === 'out';
    if (line.state !== 'missing' && line.state !== 'damaged' && !still) return [];
    const what = still ? 'noch nicht zurück' : line.state === 'missing' ? 'fehlt' : 'beschädigt';
    return [{ what, count: line.count, cents: line.cents }];
  }
  if (line.back === null) return [];
  const each = line.count === 0 || line.cents === null ? 0 : line.cents / line.count;
  const missing = Math.max(0, line.count - line.back);
  return [
    ...(missing > 0 ? [{ what: 'fehlt', count: missing, cents: Math.round(each * missing) }] : []),
    ...(line.damaged > 0
      ? [{ what: 'beschädigt', count: line.damaged, cents: Math.round(each * line.damaged) }]
      : []),
  ];
}

/** For each line the code of the labelled thing that it is in; empty: none. */
function whereOf(lines: readonly ContentLine[]): string[] {
  const around: string[] = [];
  return lines.map(({ depth, code }) => {
    const where = around[depth - 1] ?? '';
    around[depth] = code || where;
    return where;
  });
}

const checkWords: Readonly<Record<TestRun['checks'][number]['name'], string>> = {
  connects: 'Verbindung',
  gpio: 'GPIO',
  memory: 'Speicher',
  'card-speed': 'Karte: Tempo',
  'card-errors': 'Karte: Fehler',
  'wifi-wiped': 'WLAN gelöscht',
  'data-wiped': 'Daten gelöscht',
  temperature: 'Temperatur',
};
const runWords: Readonly<Record<TestRun['state'], string>> = {
  running: 'läuft noch',
  passed: 'bestanden',
  failed: 'nicht bestanden',
  busy: 'nicht geprüft: Es lief ein Programm',
  unreachable: 'nicht erreichbar',
};
const resultWords = {
  ok: 'in Ordnung',
  failed: 'nicht in Ordnung',
  'not-here': 'gibt es hier nicht',
} as const;

/** What the Pis found out about themselves. */
export function putTests(sheet: Sheet, { tests }: PaperContent): void {
  if (tests.length === 0) {
    nothing(sheet, 'Es wurde kein Selbsttest ausgeführt.');
    return;
  }
  putTable(sheet, {
    size,
    columns: [{ width: 52 }, { width: 92 }, { share: 1 }],
    head: { cells: ['Inventarnr.', 'Ergebnis', 'Einzeln'].map(headCell) },
    rows: tests.map(({ code, state, checks }) => ({
      cells: [
        cell(code),
        { words: plainWords(runWords[state], { size, weight: state === 'passed' ? 'regular' : 'bold' }) },
        cell(
          checks
            .map(
              ({ name, result, value }) =>
                `${checkWords[name]}: ${value || resultWords[result]}${
                  value !== '' && result === 'failed' ? ' (nicht in Ordnung)' : ''
                }`,
            )
            .join(' · '),
        ),
      ],
    })),
  });
}

function nothing(sheet: Sheet, sentence: string): void {
  putParagraph(sheet, plainWords(sentence, { size: 9.6, weight: 'italic' }), { size: 9.6 });
}
