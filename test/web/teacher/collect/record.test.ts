import { describe, expect, it } from 'vitest';
import { collectedSeats } from '../../../../web/teacher/collect/collected-seats.ts';
import { goalColumns, plainText } from '../../../../web/teacher/collect/lesson-goals.ts';
import { seatsByLesson } from '../../../../web/teacher/collect/matrix-rows.ts';
import { recordCsv } from '../../../../web/teacher/collect/record-csv.ts';
import { recordFileName } from '../../../../web/teacher/collect/record-file-name.ts';
import { recordHtml } from '../../../../web/teacher/collect/record-html.ts';
import { seat } from '../sample-class.ts';
import { classRecord, lesson, seatRecord } from './sample-record.ts';

const blink = lesson('blink', 'Blinken', [
  ['light', '<p>Die LED <strong>leuchtet</strong>.</p>'],
  ['twice', '<p>Sie blinkt &gt; 2 Mal.</p>'],
]);
const melody = lesson('melody', 'Melodie', [['tone', '<p>Ein Ton klingt.</p>']]);
const lessons = new Map([blink, melody].map((one) => [one.id, one]));
const at = new Date(2026, 10, 22, 9, 5).getTime();
const blocks = { blocks: {} };

const record = classRecord(
  seatRecord('Fuchs', {
    nicknames: ['Fuchs', 'Otter'],
    goals: { blink: ['light'] },
    savedAt: at,
    blocks,
    handIn: { state: 'returned', comment: '=HYPERLINK("x"); "klar"', badge: 'idea' },
    handedIn: { blocks, at },
  }),
  seatRecord('-Igel', { lessonId: 'melody', goals: { melody: ['tone'] }, savedAt: at, blocks }),
  seatRecord('<b>Dachs'),
);

/** The fields of a table as a spreadsheet reads them. */
function read(csv: string, separator: ';' | ','): string[][] {
  const rows: string[][] = [[]];
  let field = '';
  let quoted = false;
  for (const sign of csv.slice(1).replaceAll('\r\n', '\n').replaceAll('""', '\0')) {
    if (sign === '"') quoted = !quoted;
    else if (!quoted && (sign === separator || sign === '\n')) {
      rows.at(-1)?.push(field.replaceAll('\0', '"'));
      field = '';
      if (sign === '\n') rows.push([]);
    } else field += sign;
  }
  return rows.slice(0, -1);
}

describe('the table of a class', () => {
  it('has a line for each seat, and a column for each goal', () => {
    const csv = recordCsv(record, lessons, 'de');
    expect(csv.startsWith('\uFEFFName;Lektion;')).toBe(true);
    expect(read(csv, ';')).toEqual([
      [
        'Name',
        'Lektion',
        'Ziele erreicht',
        'Ziele gesamt',
        'Abgabe',
        'Abgegeben am',
        'Abzeichen',
        'Rückmeldung',
        'Zuletzt gespeichert',
        'Blinken, 1.1: Die LED leuchtet.',
        'Blinken, 1.2: Sie blinkt > 2 Mal.',
        'Melodie, 1.1: Ein Ton klingt.',
      ],
      [
        'Fuchs + Otter',
        'Blinken',
        '1',
        '2',
        'zurückgegeben',
        '22.11.26, 09:05',
        'Gute Idee',
        '\'=HYPERLINK("x"); "klar"',
        '22.11.26, 09:05',
        '1',
        '0',
        '',
      ],
      ["'-Igel", 'Melodie', '1', '1', 'offen', '', '', '', '22.11.26, 09:05', '', '', '1'],
      ['<b>Dachs', 'Blinken', '0', '2', 'offen', '', '', '', '', '0', '0', ''],
    ]);
  });

  it('has commas and English words in English', () => {
    const [head, first] = read(recordCsv(record, lessons, 'en'), ',');
    expect(head?.slice(0, 3)).toEqual(['Name', 'Lesson', 'Goals reached']);
    expect(first?.slice(4, 7)).toEqual(['returned', '22/11/2026, 09:05', 'Great idea']);
  });

  it('is there without a lesson that is no longer in the catalogue', () => {
    const [, , igel] = read(recordCsv(record, new Map([['blink', blink]]), 'de'), ';');
    expect(igel?.slice(0, 4)).toEqual(["'-Igel", 'melody', '0', '0']);
  });
});

describe('the report of a class', () => {
  const pictures = new Map([
    ['Fuchs', '<svg role="img" aria-label="Programm von Fuchs"></svg>'],
    ['-Igel', null],
  ]);
  const page = recordHtml({ record, lessons, pictures }, 'de');

  it('holds everything, asks for nothing, and says that the school is responsible', () => {
    expect(page).toContain('<html lang="de">');
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    expect(page).toContain('Verantwortlich für sie ist ab jetzt die Schule');
    expect(page).not.toMatch(/<script|<link|<img|@import|url\(|https?:\/\/(?!www\.w3\.org\/2000\/svg)/i);
    expect(page).toContain('aria-label="Programm von Fuchs"');
    expect(page).toContain('Gute Idee');
    expect(page).toContain('Dieses Programm ließ sich nicht zeichnen.');
    expect(page).toContain('Hier wurde nichts gebaut.');
    expect(page).toContain('<caption>Melodie</caption>');
    expect(page).toContain('4 Kinder an 3 Plätzen');
  });

  it('takes what people wrote for text only', () => {
    expect(page).toContain('&lt;b&gt;Dachs');
    expect(page).not.toContain('<b>Dachs');
    expect(page).toContain('=HYPERLINK(&quot;x&quot;)');
  });

  it('speaks English on an English page', () => {
    const english = recordHtml({ record, lessons, pictures }, 'en');
    expect(english).toContain('<html lang="en">');
    expect(english).toContain('the school is responsible for it');
    expect(english).not.toMatch(/Ziel|Abgabe|Rückmeldung|erreicht/);
  });
});

describe('the name of a file', () => {
  const day = new Date(2026, 0, 5, 9, 5);
  it.each([
    ['Klasse 7b', 'steckbrett-klasse-7b-2026-01-05.html'],
    ['Größe & Spaß', 'steckbrett-groesse-spass-2026-01-05.html'],
    ['../..', 'steckbrett-2026-01-05.html'],
  ])('of class %j is %s', (name, file) => {
    expect(recordFileName(name, day, 'html')).toBe(file);
  });
});

describe('goals', () => {
  it('stand by their steps; a step without goals is left out', () => {
    expect(goalColumns(blink)).toEqual([
      {
        step: 1,
        title: 'Licht an',
        goals: [
          { id: 'light', number: '1.1', text: 'Die LED leuchtet.' },
          { id: 'twice', number: '1.2', text: 'Sie blinkt > 2 Mal.' },
        ],
      },
    ]);
  });

  it.each([
    ['<p>Ein&#160;Knopf &amp; ein&#x20;Ton</p>', 'Ein Knopf & ein Ton'],
    ['<p>Zeile<br>zwei <code>x &lt; 3</code></p>', 'Zeile zwei x < 3'],
  ])('%s reads %s', (html, text) => {
    expect(plainText(html)).toBe(text);
  });
});

describe('the order on the teacher’s page', () => {
  const handed = (id: string, state: 'handed-in' | 'returned', handedInAt: number) =>
    seat(id, { handIn: { state, comment: null, badge: null, handedInAt } });

  it('has first what waits, the longest waiting at its head', () => {
    const seats = [
      seat('offen'),
      handed('fertig', 'returned', 1),
      handed('spät', 'handed-in', 9),
      handed('früh', 'handed-in', 3),
    ];
    const { works, waiting, open } = collectedSeats(seats);
    expect(works.map(({ id }) => id)).toEqual(['früh', 'spät', 'fertig']);
    expect(waiting).toBe(2);
    expect(open.map(({ id }) => id)).toEqual(['offen']);
  });

  it('has the class’s lesson first, and in each the seats by name', () => {
    const seats = [seat('Wolf'), seat('Igel', { lessonId: 'melody' }), seat('Fuchs 10'), seat('Fuchs 9')];
    const groups = seatsByLesson(seats, 'blink').map((one) => [one.lessonId, one.seats.map(({ id }) => id)]);
    expect(groups).toEqual([
      ['blink', ['Fuchs 9', 'Fuchs 10', 'Wolf']],
      ['melody', ['Igel']],
    ]);
  });
});
