import { describe, expect, it } from 'vitest';
import { defaultTemplates } from '../../../server/lending/papers/default-templates.ts';
import type { PaperContent } from '../../../server/lending/papers/paper-content.ts';
import { paperPdf } from '../../../server/lending/papers/pdf/paper-pdf.ts';
import { samplePaper } from '../../../server/lending/papers/sample-paper.ts';
import {
  chooseConditions,
  fillPlaces,
  paperTextProblem,
  reminderTextProblem,
} from '../../../server/lending/papers/template-text.ts';
import { infoOf, textOf as readText } from './papers-read-pdf.ts';

const association = {
  name: 'Codewerkstatt e. V.',
  address: 'Am Markt 3',
  zip: '55116',
  city: 'Mainz',
  email: 'leihe@codewerkstatt.example',
  phone: '06131 98765',
  representative: 'Łukasz Wiśniewski',
};
const kinds = ['agreement', 'issue', 'return'] as const;
const now = Date.UTC(2026, 10, 22, 13);
const sample = (kind: PaperContent['kind'], template: string, loanKind: PaperContent['loanKind'] = 'loan') =>
  samplePaper(kind, { template, loanKind, association, now });
const unsigned = { association: null, school: null };

/** Words of a PDF, parted by single blanks. */
function textOf(pdf: Buffer): string {
  return readText(pdf).replace(/\s+/g, ' ');
}

describe('places in a text', () => {
  it.each([
    ['Guten Tag {{schule.kontakt}}', null],
    ['{{ leihe.ende }}', null],
    ['{{#leihe}}a{{/leihe}}{{#schule.traeger}}b{{/schule.traeger}}', null],
    ['{{schule.chef}}', 'place-unknown'],
    ['{{#sommer}}a{{/sommer}}', 'place-unknown'],
    ['{{#leihe}}a', 'condition-unbalanced'],
    ['{{#leihe}}{{#spende}}a{{/leihe}}{{/spende}}', 'condition-unbalanced'],
    ['{{/leihe}}', 'condition-unbalanced'],
    ['{{inhalt}}\n\n{{inhalt}}', 'block-twice'],
    ['Hier: {{inhalt}}', 'block-not-alone'],
  ])('%j: %s', (text, code) => {
    expect(paperTextProblem(text)?.code ?? null).toBe(code);
  });

  it('names what it does not know', () => {
    expect(paperTextProblem('{{schule.chef}}')?.message.de).toContain('{{schule.chef}}');
  });

  it('has no tables in reminders', () => {
    expect(reminderTextProblem('{{leihe.kits}} {{leihe.ende}}')).toBeNull();
    expect(reminderTextProblem('{{inhalt}}')?.code).toBe('place-unknown');
    expect(reminderTextProblem('{{#leihe}}a{{/leihe}}')?.code).toBe('place-unknown');
  });

  it('takes what a value holds for nothing but text', () => {
    const values = new Map([
      ['schule.name', '{{verein.name}} $& \\1'],
      ['verein.name', 'V'],
    ]);
    expect(fillPlaces('{{schule.name}}!', values)).toBe('{{verein.name}} $& \\1!');
  });

  it('leaves out what is not so, conditions within it too', () => {
    const text = 'a{{#leihe}}b{{#spende}}c{{/spende}}d{{/leihe}}e';
    expect(chooseConditions(text, (name) => name === 'leihe')).toBe('abde');
    expect(chooseConditions(text, (name) => name === 'spende')).toBe('ae');
  });

  it.each(kinds)('finds nothing wrong with the text that Steckbrett comes with: %s', (kind) => {
    expect(paperTextProblem(defaultTemplates[kind])).toBeNull();
  });
});

describe('a paper as PDF', () => {
  it('says who lends what to whom, until when, and down to the parts', async () => {
    const { pdf } = await paperPdf(sample('agreement', defaultTemplates.agreement), unsigned, {
      draft: false,
    });
    const text = textOf(pdf);
    for (const words of [
      'Leihvertrag',
      '§§ 598 ff. BGB',
      'Codewerkstatt e. V.',
      'Łukasz Wiśniewski',
      'Samira Öztürk',
      'endet am 20.12.2026',
      '10000000a1b2c3d3',
      'Steckbrücken',
      'Zeitwert zusammen',
      'Seite 1 von 2',
      'nicht der Neupreis',
    ]) {
      expect(text).toContain(words);
    }
    expect(text).not.toMatch(/Schenk|Entwurf|\{\{/);
  });

  it('is a gift where it is a donation', async () => {
    const content = sample('agreement', defaultTemplates.agreement, 'donation');
    const text = textOf((await paperPdf(content, unsigned, { draft: true })).pdf);
    expect(text).toContain('Schenkungsvertrag');
    expect(text).toContain('§§ 516 ff. BGB');
    expect(text).toContain('Entwurf: ');
    expect(text).not.toMatch(/Leihvertrag|Verleiher|§ 598/);
  });

  it('lists what is missing and damaged at the return, with values and tests', async () => {
    const text = textOf(
      (await paperPdf(sample('return', defaultTemplates.return), unsigned, { draft: false })).pdf,
    );
    expect(text).toMatch(/Steckbrücken fehlt 4 0,20/);
    expect(text).toMatch(/Servo SG90 Teil fehlt 1 4,20/);
    expect(text).toContain('Deckel gerissen');
    expect(text).toContain('21,4 MB/s');
  });

  it('is the same to the byte for the same content, tagged and in German', async () => {
    const make = async () =>
      (await paperPdf(sample('issue', defaultTemplates.issue), unsigned, { draft: false })).pdf;
    const pdf = await make();
    expect(pdf.equals(await make())).toBe(true);
    const info = infoOf(pdf);
    expect(info).toMatch(/Title: +Übergabeprotokoll 2026-014/);
    expect(info).toMatch(/Tagged: +yes/);
    expect(info).toMatch(/Page size: .*A4/);
    expect(pdf.toString('latin1')).toContain('/Lang (de-DE)');
  });

  it('goes on over pages with its head, and cuts what is too wide', async () => {
    const content = sample('agreement', '{{inhalt}}');
    const wide = { ...content.lines[1]!, name: 'W'.repeat(400), remark: '' };
    const lines = [wide, ...Array.from({ length: 20 }, () => content.lines).flat()];
    const { pdf, pages } = await paperPdf({ ...content, lines }, unsigned, { draft: false, preview: true });
    expect(pages.length).toBeGreaterThan(6);
    expect(textOf(pdf).match(/Inventarnr\./g)).toHaveLength(pages.length);
    for (const mark of pages.flat()) {
      if ('text' in mark) expect(mark.x + mark.width).toBeLessThan(545);
    }
  });

  it.each(kinds)(
    'is signed below what was agreed, however long the %s is: never on an empty page',
    async (kind) => {
      const content = sample(kind, defaultTemplates[kind]);
      for (let count = 0; count < content.lines.length * 3; count += 3) {
        const lines = Array.from(
          { length: count },
          (_, index) => content.lines[index % content.lines.length]!,
        );
        const { pages } = await paperPdf({ ...content, lines }, unsigned, { draft: false, preview: true });
        const texts = pages.map((marks) => marks.flatMap((mark) => ('text' in mark ? [mark] : [])));
        const signed = texts.find((marks) => marks.some(({ text }) => text.startsWith('Für den Verein')));
        const field = signed?.find(({ text }) => text.startsWith('Für den Verein'))?.y ?? 0;
        const above = signed?.filter(({ y }) => y > 50 && y < field) ?? [];
        expect(above.length, `${count} lines`).toBeGreaterThan(0);
      }
    },
  );

  it('takes a name with stars and pipes for a name', async () => {
    const content = sample('agreement', '| a | b |\n|---|---|\n| {{schule.name}} | {{schule.kontakt}} |');
    const school = { ...content.school, name: '**fett** | <b>x</b>', contactName: '日本 {{datum}}' };
    const text = textOf((await paperPdf({ ...content, school }, unsigned, { draft: false })).pdf);
    expect(text).toContain('**fett** | <b>x</b>');
    expect(text).toContain('?? {{datum}}');
  });

  it('draws signatures with the name in type', async () => {
    const strokes: [number, number][][] = [
      [
        [100, 150],
        [900, 100],
      ],
      [[5000, -50]],
    ];
    const signatures = { association: { name: 'Vera Verein', strokes }, school: null };
    const content = sample('issue', '{{unterschriften}}');
    const { pdf, pages } = await paperPdf(content, signatures, { draft: false, preview: true });
    expect(textOf(pdf)).toContain('Vera Verein');
    const drawn = pages.flat().filter((mark) => 'points' in mark && mark.colour === '#1f2a24');
    expect(drawn).toHaveLength(2);
    for (const mark of drawn) {
      if ('points' in mark) for (const [x, y] of mark.points) expect(x > 60 && x < 300 && y > 60).toBe(true);
    }
  });
});
