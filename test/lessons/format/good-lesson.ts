import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { readBlocks } from '../../../lessons/format/block-notation.ts';
import { notesHeadings, notesSections } from '../../../lessons/format/notes-sections.ts';

/** The first bytes of a PNG, with nothing behind them. */
export const pngHead = Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1');

const yml = `id: lamp
version: 1
level: 1
age: { from: 10, to: 14 }
minutes: 45
kit: [led, button]
wiring: camjam-edukit
circuit: { red: 3, button: 12 }
toolbox:
  1: [steckbrett_start, steckbrett_led_set]
  2:
    - steckbrett_wait
    - steckbrett_forever
goals:
  shines: { kind: reached, is: { red: on } }
  answers:
    kind: reaction
    when: { event: button.pressed }
    then: { red: on }
    within: 1
competences: ["5.5", "3.1"]
sources: []
licence: MIT
`;

const de = `# Lampe

Eine Lampe für den Schreibtisch.

## An

Schalte sie an. ![Eine Lampe](lamp.png)

\`\`\`goal shines
Die rote LED leuchtet.

Welcher Block schaltet sie an?
\`\`\`

## Antwort

Frage den Taster.

\`\`\`blocks
steckbrett_start
steckbrett_led_set PART=red STATE=on
\`\`\`

\`\`\`goal answers
Die LED antwortet auf den Taster.
\`\`\`

\`\`\`quiz
Was leuchtet?
- [x] Die LED
  Genau.
- [ ] Der Taster
\`\`\`

\`\`\`hint
Nimm **wenn**.
\`\`\`
`;

const en = de
  .replace('# Lampe', '# Lamp')
  .replace('## An\n', '## On\n')
  .replace('Die rote LED leuchtet.', 'The red LED shines.');

const check = `play:
  seconds: 4
  hands:
    - { at: 1, part: button, input: press }
    - { at: 2, part: button, input: release }
wrong:
  - name: Another LED
    blocks: |
      steckbrett_start
      steckbrett_led_set PART=green STATE=on
    fails: { shines: never }
`;

const notes = (language: 'de' | 'en') =>
  notesSections.map((id) => `## ${notesHeadings[language][id]}\n\nText.\n`).join('\n');

const json = (notation: string) => `${JSON.stringify(readBlocks(notation), null, 2)}\n`;

/** Every file of a lesson in which nothing is wrong. */
const files: Readonly<Record<string, string | Buffer>> = {
  'lesson.yml': yml,
  'lesson.de.md': de,
  'lesson.en.md': en,
  'teacher.de.md': notes('de'),
  'teacher.en.md': notes('en'),
  'starter.json': json('steckbrett_start'),
  'solution.json': json(
    'steckbrett_start\nsteckbrett_led_set PART=red STATE=on\nsteckbrett_wait SECONDS: 3\n',
  ),
  'check.yml': check,
  'lamp.png': pngHead,
};

/** A catalogue of its own for one test, with the good lesson in each of these folders; gone when the test ends. */
export function catalogOf(...names: string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'steckbrett-catalog-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const name of names) {
    mkdirSync(join(folder, name));
    for (const [file, content] of Object.entries(files)) writeFileSync(join(folder, name, file), content);
  }
  return {
    folder,
    /** Replaces text in a file of the first lesson; the text has to be there. */
    change(file: string, from: string, to: string): void {
      const path = join(folder, names[0]!, file);
      const text = readFileSync(path, 'utf8');
      if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
      writeFileSync(
        path,
        text.replace(from, () => to),
      );
    },
    write: (file: string, content: string | Buffer) => writeFileSync(join(folder, names[0]!, file), content),
    remove: (file: string) => rmSync(join(folder, names[0]!, file)),
  };
}
