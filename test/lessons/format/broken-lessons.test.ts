import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { problemSchema } from '../../../device/contract/problem.ts';
import { loadLessons } from '../../../lessons/format/index.ts';
import { catalogOf, pngHead } from './good-lesson.ts';

type Catalog = ReturnType<typeof catalogOf>;

/** What is broken; how; the problem's code, file and line; what its German sentence says. */
type Case = [string, (lesson: Catalog) => void, string, string, number | null, RegExp];

/** One thing that is wrong with a lesson, and the sentence that it gets. */
function broken(cases: readonly Case[]): void {
  it.each(cases)('%s', (_case, damage, code, file, line, sentence) => {
    const catalog = catalogOf('01-lamp', '02-good');
    catalog.change('lesson.yml', 'id: lamp', 'id: broken');
    damage(catalog);
    const { lessons, problems } = loadLessons(catalog.folder);
    expect(lessons.map((lesson) => lesson.folder)).toEqual(['02-good']);
    const place = `01-lamp/${file}`;
    expect(problems.map((one) => [one.code, one.file, one.line])).toContainEqual([code, place, line]);
    const [first] = problems.filter((one) => one.code === code && one.line === line && one.file === place);
    expect(first?.message.de).toMatch(sentence);
    expect(first?.message.de).toContain(line === null ? `${place}: ` : `${place}, Zeile ${line}: `);
    expect(first?.message.en).toContain(line === null ? `${place}: ` : `${place}, line ${line}: `);
    for (const one of problems) expect(problemSchema.safeParse(one).success).toBe(true);
  });
}

const pulses = (part: string) => `shines: { kind: pulses, part: ${part}, times: 3 }`;
const shines = 'shines: { kind: reached, is: { red: on } }';
const hand = '{ at: 1, part: button, input: press }';

describe('in starter.json, too', () => {
  broken([
    [
      'a block with a million gaps',
      (l) =>
        l.write(
          'starter.json',
          '{ "blocks": { "blocks": [\n{ "type": "text_join",\n"extraState": { "itemCount": 1000000 } }] } }',
        ),
      'lesson-invalid',
      'starter.json',
      3,
      /itemCount/,
    ],
  ]);
});

describe('in lesson.yml', () => {
  broken([
    [
      'a missing key',
      (l) => l.change('lesson.yml', 'minutes: 45\n', ''),
      'lesson-invalid',
      'lesson.yml',
      1,
      /„minutes“.*5 bis 240/,
    ],
    [
      'a wrong type',
      (l) => l.change('lesson.yml', 'minutes: 45', 'minutes: long'),
      'lesson-invalid',
      'lesson.yml',
      5,
      /„minutes“.*So ist es gemeint: die Dauer/,
    ],
    [
      'more than anybody writes',
      (l) => l.write('lesson.yml', Array.from({ length: 9000 }, (_, one) => `key${one}: 1`).join('\n')),
      'lesson-file-large',
      'lesson.yml',
      null,
      /64 kB/,
    ],
    [
      'a value out of range',
      (l) => l.change('lesson.yml', 'level: 1', 'level: 9'),
      'lesson-invalid',
      'lesson.yml',
      3,
      /„level“/,
    ],
    [
      'an unknown key',
      (l) => l.change('lesson.yml', 'minutes:', 'minuten:'),
      'lesson-invalid',
      'lesson.yml',
      5,
      /minuten/,
    ],
    [
      'no YAML',
      (l) => l.change('lesson.yml', 'age: {', 'age: {{'),
      'lesson-syntax',
      'lesson.yml',
      5,
      /Einrückung/,
    ],
    ['an empty file', (l) => l.write('lesson.yml', ''), 'lesson-invalid', 'lesson.yml', 1, /lesson\.yml/],
    [
      'an unknown block in the toolbox',
      (l) => l.change('lesson.yml', '    - steckbrett_wait', '    - steckbrett_dance'),
      'lesson-invalid',
      'lesson.yml',
      12,
      /toolbox\.2\.0/,
    ],
    [
      'a toolbox for a step that there is not',
      (l) => l.change('lesson.yml', '  2:\n', '  7:\n'),
      'lesson-toolbox-step',
      'lesson.yml',
      11,
      /Schritt 7.*nur 2/,
    ],
    [
      'a toolbox that is empty at first',
      (l) =>
        l.change(
          'lesson.yml',
          '  1: [steckbrett_start, steckbrett_led_set]\n  2:\n',
          '  2:\n    - steckbrett_start\n    - steckbrett_led_set\n',
        ),
      'lesson-toolbox-empty',
      'lesson.yml',
      9,
      /ersten Schritt/,
    ],
    [
      'an unknown wiring',
      (l) => l.change('lesson.yml', 'camjam-edukit', 'spaghetti'),
      'lesson-invalid',
      'lesson.yml',
      7,
      /„wiring“.*camjam-edukit/,
    ],
    [
      'a wiring that cannot be built',
      (l) =>
        l.change(
          'lesson.yml',
          'wiring: camjam-edukit',
          'wiring: { parts: [{ id: red, type: led, pins: { anode: 18 } }, { id: button, type: button, pins: {} }] }',
        ),
      'lesson-wiring',
      'lesson.yml',
      7,
      /„button“ fehlt der Pin/,
    ],
    [
      'a kit part that is not wired',
      (l) => l.change('lesson.yml', '[led, button]', '[led, servo]'),
      'lesson-kit-not-wired',
      'lesson.yml',
      6,
      /servo/,
    ],
    [
      'a kit part that is named twice',
      (l) => l.change('lesson.yml', '[led, button]', '[led, led]'),
      'lesson-kit-twice',
      'lesson.yml',
      6,
      /zweimal/,
    ],
    [
      'a circuit with a part that is not wired',
      (l) => l.change('lesson.yml', '{ red: 3,', '{ purple: 3,'),
      'lesson-part-not-wired',
      'lesson.yml',
      8,
      /purple.*red, amber/,
    ],
    [
      'a circuit beyond the breadboard',
      (l) => l.change('lesson.yml', '{ red: 3,', '{ red: 31,'),
      'lesson-invalid',
      'lesson.yml',
      8,
      /„circuit\.red“.*1 bis 30/,
    ],
    [
      'an English name for what no block says',
      (l) => l.change('lesson.yml', 'competences:', 'english: { höchste: highest }\ncompetences:'),
      'lesson-english-unused',
      'lesson.yml',
      21,
      /„höchste“.*starter\.json/,
    ],
    [
      'a goal that names a part not wired',
      (l) => l.change('lesson.yml', shines, pulses('purple')),
      'lesson-part-not-wired',
      'lesson.yml',
      15,
      /„shines“.*„purple“.*red, amber/,
    ],
    [
      'a goal that asks for what the part has not',
      (l) => l.change('lesson.yml', shines, 'shines: { kind: reached, is: { red.temperature: 3 } }'),
      'lesson-signal-unknown',
      'lesson.yml',
      15,
      /red\.temperature/,
    ],
    ...['{ red: an }', '{ red: {} }', '{ red.brightness: hell }', '{ red: { min: 1 } }'].map(
      (condition): Case => [
        `a goal whose condition says nothing: ${condition}`,
        (l) => l.change('lesson.yml', shines, `shines: { kind: never, is: ${condition} }`),
        'lesson-condition-unfit',
        'lesson.yml',
        15,
        /„shines“.*on oder off/,
      ],
    ),
    [
      'a goal that waits for an event that the part never tells',
      (l) => l.change('lesson.yml', 'event: button.pressed', 'event: button.stroked'),
      'lesson-signal-unknown',
      'lesson.yml',
      18,
      /button\.stroked/,
    ],
    [
      'a goal that names an unknown block',
      (l) => l.change('lesson.yml', shines, 'shines: { kind: uses, blocks: [steckbrett_dance] }'),
      'lesson-block-unknown',
      'lesson.yml',
      15,
      /steckbrett_dance/,
    ],
    [
      'a fault inside combined goals',
      (l) =>
        l.change(
          'lesson.yml',
          shines,
          'shines:\n    kind: all\n    of:\n      - { kind: reached, is: { red: on } }\n      - kind: any\n        of:\n          - { kind: pulses, part: red, times: 3 }\n          - { kind: pulses, part: purple, times: 3 }',
        ),
      'lesson-part-not-wired',
      'lesson.yml',
      22,
      /purple/,
    ],
    [
      'an unknown kind of goal',
      (l) => l.change('lesson.yml', shines, 'shines: { kind: sparkles }'),
      'lesson-invalid',
      'lesson.yml',
      15,
      /„goals\.shines\.kind“.*pulses.*sequence/,
    ],
    [
      'an unknown key in a goal',
      (l) => l.change('lesson.yml', shines, 'shines: { kind: reached, is: { red: on }, how: well }'),
      'lesson-invalid',
      'lesson.yml',
      15,
      /how/,
    ],
    [
      'a goal’s time that is too long',
      (l) => l.change('lesson.yml', 'within: 1', 'within: 1000'),
      'lesson-invalid',
      'lesson.yml',
      20,
      /„goals\.answers\.within“.*600/,
    ],
    [
      'a goal without words',
      (l) => l.change('lesson.yml', '  answers:', '  hidden: { kind: reached, is: { red: on } }\n  answers:'),
      'lesson-goal-words-missing',
      'lesson.yml',
      16,
      /„hidden“.*lesson\.de\.md.*goal hidden/,
    ],
    [
      'an unknown competence',
      (l) => l.change('lesson.yml', '"5.5"', '"9.9"'),
      'lesson-invalid',
      'lesson.yml',
      21,
      /competences/,
    ],
    [
      'a competence without quotes',
      (l) => l.change('lesson.yml', '"5.5"', '5.5'),
      'lesson-invalid',
      'lesson.yml',
      21,
      /Anführungszeichen/,
    ],
  ]);
});

describe('in a lesson’s words', () => {
  const en = 'lesson.en.md';
  const de = 'lesson.de.md';
  broken([
    ['a missing file', (l) => l.remove(en), 'lesson-file-missing', en, null, /fehlt/],
    [
      'a file without lesson.yml beside it',
      (l) => l.remove('lesson.yml'),
      'lesson-file-missing',
      'lesson.yml',
      null,
      /fehlt/,
    ],
    [
      'a missing step in one language',
      (l) => l.change(en, '## Antwort', '**Antwort**'),
      'lesson-steps-differ',
      de,
      15,
      /2 Schritte, Englisch 1.*„Antwort“/,
    ],
    [
      'a step without text',
      (l) => l.change(de, '## An\n', '## An\n\n## Aus\n'),
      'lesson-step-empty',
      de,
      5,
      /Satz/,
    ],
    [
      'words for a goal that there is not',
      (l) => l.change(en, 'goal shines', 'goal sparkles'),
      'lesson-goal-unknown',
      en,
      9,
      /„sparkles“.*lesson\.yml/,
    ],
    [
      'a goal in two steps',
      (l) => l.change(de, '```quiz', '```goal shines\nNoch einmal.\n```\n\n```quiz'),
      'lesson-goal-twice',
      de,
      28,
      /genau einem Schritt/,
    ],
    [
      'a goal in another step than in German',
      (l) => {
        l.change(en, '```goal shines', '```goal tmp');
        l.change(en, '```goal answers', '```goal shines');
        l.change(en, '```goal tmp', '```goal answers');
      },
      'lesson-goal-step',
      en,
      24,
      /auf Deutsch in Schritt 1/,
    ],
    [
      'a goal without an id',
      (l) => l.change(de, 'goal shines', 'goal'),
      'lesson-goal-id',
      de,
      9,
      /```goal blinkt/,
    ],
    [
      'a goal that says nothing',
      (l) => l.change(de, 'Die LED antwortet auf den Taster.\n', ''),
      'lesson-goal-words',
      de,
      24,
      /„answers“/,
    ],
    [
      'a goal that says too much',
      (l) => l.change(de, 'Die LED antwortet auf den Taster.', '- a\n- b'),
      'lesson-goal-words',
      de,
      24,
      /einen Satz/,
    ],
    [
      'a quiz without a right answer',
      (l) => l.change(de, '- [x]', '- [ ]'),
      'lesson-quiz-right',
      de,
      28,
      /„- \[x\] “/,
    ],
    [
      'a quiz with one answer',
      (l) => l.change(de, '- [ ] Der Taster\n', ''),
      'lesson-quiz-answers',
      de,
      28,
      /zwei Antworten/,
    ],
    [
      'a quiz without a question',
      (l) => l.change(de, 'Was leuchtet?\n', ''),
      'lesson-quiz-question',
      de,
      28,
      /Frage/,
    ],
    [
      'a stray line in a quiz',
      (l) => l.change(de, '- [ ] Der Taster', 'Der Taster'),
      'lesson-quiz-line',
      de,
      32,
      /keine Antwort/,
    ],
    [
      'other right answers than in German',
      (l) => {
        l.change(en, '- [x] Die LED', '- [ ] Die LED');
        l.change(en, '- [ ] Der Taster', '- [x] Der Taster');
      },
      'lesson-quizzes-differ',
      en,
      15,
      /Schritt 2/,
    ],
    [
      'an unknown block in a picture',
      (l) => l.change(de, 'steckbrett_led_set PART', 'steckbrett_led_sat PART'),
      'lesson-notation',
      de,
      21,
      /steckbrett_led_sat/,
    ],
    [
      'a picture of blocks with a part that is not wired',
      (l) => l.change(de, 'PART=red', 'PART=purple'),
      'lesson-part-not-wired',
      de,
      21,
      /purple/,
    ],
    [
      'a picture of no blocks',
      (l) => l.change(de, 'steckbrett_start\nsteckbrett_led_set PART=red STATE=on\n', '# none\n'),
      'lesson-blocks-empty',
      de,
      19,
      /kein Block/,
    ],
    [
      'an unknown fence',
      (l) => l.change(de, '```hint', '```tipp'),
      'lesson-fence-unknown',
      de,
      35,
      /blocks, quiz, goal und hint/,
    ],
    [
      'a fence that does not end',
      (l) => l.change(de, 'Nimm **wenn**.\n```', 'Nimm **wenn**.'),
      'lesson-fence-open',
      de,
      35,
      /hört nicht auf/,
    ],
    [
      'a fence in a list',
      (l) => l.change(de, '```hint\nNimm **wenn**.\n```', '- x\n\n  ```hint\n  y\n  ```'),
      'lesson-fence-nested',
      de,
      37,
      /Zeilenanfang/,
    ],
    [
      'a fence in a hint',
      (l) => l.change(de, 'Nimm **wenn**.', 'So:\n```blocks\nsteckbrett_start\n```\n'),
      'lesson-fence-nested',
      de,
      37,
      /Zeilenanfang/,
    ],
    ['an empty hint', (l) => l.change(de, 'Nimm **wenn**.\n', ''), 'lesson-hint-empty', de, 35, /leer/],
    ['a file that is no text', (l) => l.write(de, pngHead), 'lesson-file-not-text', de, null, /UTF-8/],
    [
      'a file that is too large',
      (l) => l.write(de, `${'x'.repeat(300_000)}`),
      'lesson-file-large',
      de,
      null,
      /256 kB/,
    ],
  ]);
});

describe('with pictures', () => {
  broken([
    ['that are missing', (l) => l.remove('lamp.png'), 'lesson-picture-missing', 'lamp.png', null, /fehlt/],
    [
      'of 20 MB',
      (l) => l.write('lamp.png', Buffer.concat([pngHead, Buffer.alloc(20_000_000)])),
      'lesson-picture-large',
      'lamp.png',
      null,
      /20,0 MB; erlaubt sind 500 kB/,
    ],
    [
      'that are none',
      (l) => l.write('lamp.png', '<svg onload="alert(1)"/>'),
      'lesson-picture-not-one',
      'lamp.png',
      null,
      /kein Bild der Art png/,
    ],
    [
      'that are empty',
      (l) => l.write('lamp.png', ''),
      'lesson-picture-not-one',
      'lamp.png',
      null,
      /kein Bild/,
    ],
    [
      'with the wrong ending',
      (l) => {
        l.change('lesson.de.md', 'lamp.png', 'lamp.jpg');
        l.write('lamp.jpg', pngHead);
      },
      'lesson-picture-not-one',
      'lamp.jpg',
      null,
      /Endung/,
    ],
    [
      'that are a link out of the folder',
      (l) => {
        l.change('lesson.de.md', 'lamp.png', 'out.png');
        symlinkSync('/etc/hostname', join(l.folder, '01-lamp', 'out.png'));
      },
      'lesson-picture-not-one',
      'out.png',
      null,
      /kein Bild/,
    ],
    [
      'from elsewhere',
      (l) => l.change('lesson.de.md', '(lamp.png)', '(https://example.org/lamp.png)'),
      'lesson-picture-elsewhere',
      'lesson.de.md',
      7,
      /in den Ordner der Stunde/,
    ],
    [
      'out of another folder',
      (l) => l.change('lesson.de.md', '(lamp.png)', '(../02-good/lamp.png)'),
      'lesson-picture-elsewhere',
      'lesson.de.md',
      7,
      /in den Ordner der Stunde/,
    ],
    [
      'that are drawings with scripts',
      (l) => l.change('lesson.de.md', '(lamp.png)', '(lamp.svg)'),
      'lesson-picture-elsewhere',
      'lesson.de.md',
      7,
      /PNG, JPG oder WebP/,
    ],
    [
      'without words',
      (l) => l.change('lesson.de.md', '![Eine Lampe]', '![]'),
      'lesson-picture-words-missing',
      'lesson.de.md',
      7,
      /was zu sehen ist/,
    ],
  ]);
});

describe('in a teacher’s notes', () => {
  const file = 'teacher.de.md';
  broken([
    ['a missing file', (l) => l.remove(file), 'lesson-file-missing', file, null, /fehlt/],
    [
      'a missing section',
      (l) => l.change(file, '## Sicherheit\n\nText.\n', ''),
      'lesson-notes-missing',
      file,
      1,
      /„## Sicherheit“ fehlt/,
    ],
    [
      'an unknown heading',
      (l) => l.change(file, '## Sicherheit', '## Gefahr'),
      'lesson-notes-heading',
      file,
      29,
      /„Gefahr“.*Lernziele, Ablauf/,
    ],
    [
      'an empty section',
      (l) => l.change(file, '## Lernziele\n\nText.', '## Lernziele'),
      'lesson-notes-empty',
      file,
      1,
      /„Lernziele“ steht nichts/,
    ],
    [
      'sections in another order',
      (l) => {
        l.change(file, '## Leichter', '## tmp');
        l.change(file, '## Schwerer', '## Leichter');
        l.change(file, '## tmp', '## Schwerer');
      },
      'lesson-notes-order',
      file,
      13,
      /an der falschen Stelle/,
    ],
    [
      'a section that is there twice',
      (l) => l.change(file, '## Schwerer', '## Leichter\n\nMehr.\n\n## Schwerer'),
      'lesson-notes-order',
      file,
      17,
      /zweimal/,
    ],
    [
      'text in front of the first section',
      (l) => l.change(file, '## Lernziele', 'Hallo\n\n## Lernziele'),
      'lesson-notes-text',
      file,
      1,
      /Lernziele/,
    ],
  ]);
});

describe('in starter and solution', () => {
  broken([
    [
      'a missing file',
      (l) => l.remove('solution.json'),
      'lesson-file-missing',
      'solution.json',
      null,
      /fehlt/,
    ],
    [
      'broken JSON',
      (l) => l.change('starter.json', '"x": 24,', '"x": 24 "z"'),
      'lesson-syntax',
      'starter.json',
      8,
      /Kommas/,
    ],
    [
      'no workspace',
      (l) => l.write('starter.json', '{"blocks": []}'),
      'lesson-invalid',
      'starter.json',
      1,
      /Arbeitsfläche/,
    ],
    [
      'an unknown block',
      (l) => l.change('solution.json', 'steckbrett_led_set', 'evil_block'),
      'lesson-block-unknown',
      'solution.json',
      10,
      /evil_block/,
    ],
    [
      'a part that is not wired',
      (l) => l.change('solution.json', '"red"', '"purple"'),
      'lesson-part-not-wired',
      'solution.json',
      13,
      /purple/,
    ],
    [
      'a solution that nobody can build',
      (l) => l.change('lesson.yml', '    - steckbrett_wait\n', ''),
      'lesson-block-not-offered',
      'solution.json',
      18,
      /steckbrett_wait/,
    ],
  ]);
});

describe('in check.yml', () => {
  const file = 'check.yml';
  broken([
    ['a missing file', (l) => l.remove(file), 'lesson-file-missing', file, null, /fehlt/],
    [
      'a missing key',
      (l) => l.change(file, '  seconds: 4\n', ''),
      'lesson-invalid',
      file,
      1,
      /„play\.seconds“.*So ist es gemeint/,
    ],
    [
      'an unknown goal',
      (l) => l.change(file, '{ shines: never }', '{ sparkles: never }'),
      'lesson-goal-unknown',
      file,
      11,
      /sparkles/,
    ],
    [
      'an unknown reason',
      (l) => l.change(file, '{ shines: never }', '{ shines: because }'),
      'lesson-invalid',
      file,
      11,
      /never/,
    ],
    [
      'hands on a part that is not wired',
      (l) => l.change(file, 'part: button', 'part: knob'),
      'lesson-part-not-wired',
      file,
      4,
      /„knob“/,
    ],
    [
      'hands that do what the part does not know',
      (l) => l.change(file, 'input: press ', 'input: stroke '),
      'lesson-input-unknown',
      file,
      4,
      /press, release/,
    ],
    [
      'hands on a part that nothing can be done to',
      (l) => l.change(file, hand, '{ at: 1, part: red, input: press }'),
      'lesson-input-unknown',
      file,
      4,
      /nichts tun/,
    ],
    [
      'a number where none is wanted',
      (l) => l.change(file, hand, '{ at: 1, part: button, input: press, value: 3 }'),
      'lesson-input-value',
      file,
      4,
      /keine Zahl/,
    ],
    [
      'a wrong program that cannot be read',
      (l) => l.change(file, 'STATE=on', 'STATE=maybe'),
      'lesson-notation',
      file,
      10,
      /on, off/,
    ],
    [
      'a wrong program that speaks to a part not wired',
      (l) => l.change(file, 'PART=green', 'PART=purple'),
      'lesson-part-not-wired',
      file,
      10,
      /purple/,
    ],
    [
      'a wrong program that fails at nothing',
      (l) => l.change(file, '{ shines: never }', '{}'),
      'lesson-invalid',
      file,
      11,
      /fails/,
    ],
  ]);

  it('a sensor wants a number within its range', () => {
    const catalog = catalogOf('01-lamp');
    catalog.change(
      'lesson.yml',
      'wiring: camjam-edukit',
      'wiring:\n  parts:\n    - { id: red, type: led, pins: { anode: 18 } }\n    - { id: green, type: led, pins: { anode: 24 } }\n    - { id: button, type: button, pins: { signal: 25 } }\n    - { id: weather, type: climate, pins: {} }',
    );
    catalog.change(
      file,
      hand,
      `${hand}\n    - { at: 1, part: weather, input: temperature }\n    - { at: 1, part: weather, input: temperature, value: 99 }`,
    );
    expect(loadLessons(catalog.folder).problems).toMatchObject([
      { code: 'lesson-input-value', line: 5 },
      { code: 'lesson-input-value', line: 6, message: { de: expect.stringContaining('-40 bis 85') } },
    ]);
  });
});
