import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { problemSchema } from '../../../device/contract/problem.ts';
import { lessonFileSchema, lessonJsonSchema, loadLessons } from '../../../lessons/format/index.ts';
import { lessonMends } from '../../../lessons/format/lesson-mends.ts';
import { lessonViewSchema } from '../../../server/api/contract/endpoints.ts';
import { copiesOfBlink, ourCatalog } from './catalog.ts';

type Catalog = ReturnType<typeof copiesOfBlink>;
const yml = '01-blink/lesson.yml';

describe('our catalogue', () => {
  it('loads without a problem', () => {
    const { lessons, problems } = loadLessons(ourCatalog);
    expect(problems).toEqual([]);
    expect(lessons.map((lesson) => lesson.id)).toContain('blink');
  });

  it('has the shape that the API gives on, in both languages', () => {
    for (const { views } of loadLessons(ourCatalog).lessons) {
      for (const view of Object.values(views)) expect(lessonViewSchema.parse(view)).toEqual(view);
    }
  });

  it('has the same steps with the same hints in both languages', () => {
    for (const { views } of loadLessons(ourCatalog).lessons) {
      const hints = (language: 'de' | 'en') => views[language].steps.map((step) => step.hintHtml !== null);
      expect(hints('en')).toEqual(hints('de'));
    }
  });
});

describe('the loader names file, line and mend', () => {
  it.each<[string, (catalog: Catalog) => void, string, string, number | null, RegExp]>([
    [
      'a missing key',
      (c) => c.change(yml, 'minutes: 45\n', ''),
      'lesson-invalid',
      yml,
      2,
      /„minutes“.*5 bis 240/,
    ],
    [
      'a wrong type',
      (c) => c.change(yml, 'minutes: 45', 'minutes: long'),
      'lesson-invalid',
      yml,
      6,
      /„minutes“.*So ist es gemeint: die Dauer/,
    ],
    [
      'a value out of range',
      (c) => c.change(yml, 'level: 1', 'level: 9'),
      'lesson-invalid',
      yml,
      4,
      /„level“/,
    ],
    ['a misspelt key', (c) => c.change(yml, 'minutes:', 'minuten:'), 'lesson-invalid', yml, 6, /minuten/],
    [
      'an unknown block',
      (c) => c.change(yml, 'steckbrett_repeat', 'steckbrett_dance'),
      'lesson-invalid',
      yml,
      13,
      /toolbox/,
    ],
    [
      'an unknown wiring',
      (c) => c.change(yml, 'camjam-edukit', 'spaghetti'),
      'lesson-invalid',
      yml,
      8,
      /„wiring“.*camjam-edukit/,
    ],
    [
      'a part that is not wired',
      (c) => c.change(yml, 'buzzer]', 'servo]'),
      'lesson-kit-not-wired',
      yml,
      7,
      /servo/,
    ],
    ['broken YAML', (c) => c.change(yml, 'age: {', 'age: {{'), 'lesson-syntax', yml, 6, /Einrückung/],
    ['an empty file', (c) => c.write(yml, ''), 'lesson-invalid', yml, 1, /lesson\.yml/],
    [
      'a missing text',
      (c) => c.remove('01-blink/lesson.en.md'),
      'lesson-file-missing',
      '01-blink/lesson.en.md',
      null,
      /fehlt/,
    ],
    [
      'a missing solution',
      (c) => c.remove('01-blink/solution.json'),
      'lesson-file-missing',
      '01-blink/solution.json',
      null,
      /fehlt/,
    ],
    [
      'other steps in English',
      (c) => c.change('01-blink/lesson.en.md', '## A puzzle', '## More\n\nText.\n\n## A puzzle'),
      'lesson-steps-differ',
      '01-blink/lesson.en.md',
      null,
      /6 Schritte, Englisch 7/,
    ],
    [
      'broken JSON',
      (c) => c.change('01-blink/starter.json', '"x": 64,', '"x": 64 "z"'),
      'lesson-syntax',
      '01-blink/starter.json',
      8,
      /Kommas/,
    ],
    [
      'a starter that is no workspace',
      (c) => c.write('01-blink/starter.json', '{"blocks": []}'),
      'lesson-invalid',
      '01-blink/starter.json',
      1,
      /Arbeitsfläche/,
    ],
    [
      'a starter with a foreign block',
      (c) => c.change('01-blink/starter.json', 'steckbrett_led_set', 'evil_block'),
      'lesson-block-unknown',
      '01-blink/starter.json',
      12,
      /evil_block/,
    ],
    [
      'a starter with an unwired part',
      (c) => c.change('01-blink/starter.json', '"red"', '"purple"'),
      'lesson-part-not-wired',
      '01-blink/starter.json',
      15,
      /purple/,
    ],
    [
      'a solution that nobody can build',
      (c) => c.change(yml, '  - steckbrett_forever\n', ''),
      'lesson-block-not-offered',
      '01-blink/solution.json',
      12,
      /steckbrett_forever/,
    ],
    [
      'a step without text',
      (c) => c.change('01-blink/lesson.de.md', 'Klicke auf die', '## Klicke auf die'),
      'lesson-step-empty',
      '01-blink/lesson.de.md',
      17,
      /Satz/,
    ],
  ])('%s', (_case, damage, code, file, line, sentence) => {
    const catalog = copiesOfBlink('01-blink');
    damage(catalog);
    const { lessons, problems } = loadLessons(catalog.folder);
    expect(lessons).toEqual([]);
    const first = problems.find((one) => one.line === line) ?? problems[0];
    expect(first).toMatchObject({ code, file, line });
    expect(first?.message.de).toMatch(sentence);
    expect(first?.message.de).toContain(line === null ? file : `${file}, Zeile ${line}:`);
    expect(first?.message.en).toContain(line === null ? file : `${file}, line ${line}:`);
    expect(problemSchema.safeParse(first).success).toBe(true);
  });

  it('tells everything that is wrong at once', () => {
    const catalog = copiesOfBlink('01-blink');
    catalog.change(yml, 'level: 1', 'level: 9');
    catalog.change(yml, 'minutes: 45', 'minutes: 1');
    catalog.remove('01-blink/lesson.de.md');
    expect(loadLessons(catalog.folder).problems.map((one) => one.file)).toEqual([
      yml,
      yml,
      '01-blink/lesson.de.md',
    ]);
  });

  it('keeps a broken lesson from hurting the others', () => {
    const catalog = copiesOfBlink('01-broken', '02-good');
    catalog.write('01-broken/lesson.yml', '\0{{{');
    const { lessons, problems } = loadLessons(catalog.folder);
    expect(lessons.map((lesson) => lesson.id)).toEqual(['blink']);
    expect(problems.every((one) => one.file.startsWith('01-broken/'))).toBe(true);
  });

  it('refuses the second lesson with the same id', () => {
    const { lessons, problems } = loadLessons(copiesOfBlink('01-blink', '02-copy').folder);
    expect(lessons).toHaveLength(1);
    expect(problems).toMatchObject([{ code: 'lesson-id-taken', file: '02-copy/lesson.yml' }]);
  });

  it('takes a wiring that is spelled out', () => {
    const catalog = copiesOfBlink('01-blink');
    catalog.change(
      yml,
      'wiring: camjam-edukit',
      'wiring:\n  parts:\n    - { id: red, type: led, pins: { anode: 5 }, color: red }\n    - { id: hum, type: buzzer, pins: { signal: 6 } }',
    );
    const { lessons, problems } = loadLessons(catalog.folder);
    expect(problems).toEqual([]);
    expect(lessons[0]?.views.de.wiring.parts.map((part) => part.id)).toEqual(['red', 'hum']);
  });

  it('survives an alias bomb', () => {
    const catalog = copiesOfBlink('01-blink');
    const bomb = [...'abcdefgh'].map((name, index, names) => {
      const before = names[index - 1];
      return `${name}: &${name} [${Array(9)
        .fill(before ? `*${before}` : 'lol')
        .join(', ')}]`;
    });
    catalog.write(yml, bomb.join('\n'));
    expect(loadLessons(catalog.folder).problems[0]).toMatchObject({ code: 'lesson-syntax', file: yml });
  });
});

describe('the JSON schema of lesson.yml', () => {
  it('accepts our lesson and refuses one with a slip', () => {
    const schema = z.fromJSONSchema(lessonJsonSchema() as Parameters<typeof z.fromJSONSchema>[0]);
    const blink: unknown = parse(readFileSync(join(ourCatalog, yml), 'utf8'));
    expect(schema.safeParse(blink).error).toBeUndefined();
    expect(schema.safeParse({ ...(blink as object), minutes: 'long' }).success).toBe(false);
    expect(schema.safeParse({ ...(blink as object), minuten: 45 }).success).toBe(false);
  });

  it('says for each key what is meant, in both languages', () => {
    for (const key of Object.keys(lessonFileSchema.shape)) {
      expect(lessonMends[key]?.de, key).toBeTruthy();
      expect(lessonMends[key]?.en, key).toBeTruthy();
    }
  });
});
