import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { problemSchema } from '../../../device/contract/problem.ts';
import { loadLessons } from '../../../lessons/format/index.ts';
import { lessonNotesSchema, lessonViewSchema } from '../../../server/api/contract/endpoints.ts';
import { catalogOf } from './good-lesson.ts';

describe('a good lesson', () => {
  const load = () => {
    const { lessons, problems } = loadLessons(catalogOf('01-lamp').folder);
    expect(problems).toEqual([]);
    return lessons[0]!;
  };

  it('has the shape that the API gives on, in both languages', () => {
    const lesson = load();
    for (const view of Object.values(lesson.views)) expect(lessonViewSchema.parse(view)).toEqual(view);
    for (const notes of Object.values(lesson.notes)) expect(lessonNotesSchema.parse(notes)).toEqual(notes);
  });

  it('offers in each step the blocks of the steps before, and what comes new', () => {
    const { toolbox, steps } = load().views.de;
    const first = ['steckbrett_start', 'steckbrett_led_set'];
    const all = [...first, 'steckbrett_wait', 'steckbrett_forever'];
    expect(steps.map((step) => step.toolbox)).toEqual([first, all]);
    expect(toolbox).toEqual(all);
  });

  it('offers the same blocks in each step when they are a plain list', () => {
    const catalog = catalogOf('01-lamp');
    const list = 'toolbox: [steckbrett_start, steckbrett_led_set, steckbrett_wait]\ngoals:';
    catalog.change(
      'lesson.yml',
      'toolbox:\n  1: [steckbrett_start, steckbrett_led_set]\n  2:\n    - steckbrett_wait\n    - steckbrett_forever\ngoals:',
      list,
    );
    const { steps } = loadLessons(catalog.folder).lessons[0]!.views.en;
    expect(steps[0]!.toolbox).toEqual(steps[1]!.toolbox);
    expect(steps[0]!.toolbox).toHaveLength(3);
  });

  it('has its goals in their steps, their checks beside', () => {
    const { steps, goals } = load().views.en;
    expect(steps.map((step) => step.goals.map((goal) => goal.id))).toEqual([['shines'], ['answers']]);
    expect(goals.shines).toEqual({ kind: 'reached', is: { red: 'on' } });
  });

  it('lists the pictures that its texts show, and nothing else of its folder', () => {
    const { pictures } = load();
    expect([...pictures.keys()]).toEqual(['lamp.png']);
    expect(pictures.get('lamp.png')?.mime).toBe('image/png');
  });

  it('tells its competences in words', () => {
    expect(load().notes.de.competences[0]).toEqual({
      id: '5.5',
      name: 'Algorithmen erkennen und formulieren',
      area: 'Problemlösen und Handeln',
    });
  });

  it('keeps its solution to the teachers', () => {
    const { views, notes, solution } = load();
    expect(notes.de.solution).toEqual(solution);
    expect(JSON.stringify(views)).not.toContain(JSON.stringify(solution));
  });

  it('takes a wiring that is spelled out', () => {
    const catalog = catalogOf('01-lamp');
    catalog.change(
      'lesson.yml',
      'wiring: camjam-edukit',
      'wiring:\n  parts:\n    - { id: red, type: led, pins: { anode: 5 } }\n    - { id: green, type: led, pins: { anode: 6 } }\n    - { id: button, type: button, pins: { signal: 12 } }',
    );
    const { lessons, problems } = loadLessons(catalog.folder);
    expect(problems).toEqual([]);
    expect(lessons[0]?.views.de.wiring.parts.map((part) => part.pins)).toContainEqual({ anode: 5 });
  });

  it('shows HTML in its texts as text', () => {
    const catalog = catalogOf('01-lamp');
    catalog.change('lesson.de.md', 'Frage den Taster.', '<script>alert(1)</script>');
    catalog.change('teacher.de.md', 'Text.', '<img src=x onerror=alert(1)>');
    const { lessons, problems } = loadLessons(catalog.folder);
    expect(problems).toEqual([]);
    expect(lessons[0]?.views.de.steps[1]?.caption[0]).toEqual({
      kind: 'text',
      html: '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>',
    });
    expect(lessons[0]?.notes.de.sections.goals).toContain('&lt;img');
  });
});

describe('the catalogue', () => {
  it('is in the order of the folders’ names', () => {
    const catalog = catalogOf('02-b', '01-a');
    catalog.change('lesson.yml', 'id: lamp', 'id: later');
    expect(loadLessons(catalog.folder).lessons.map((lesson) => lesson.id)).toEqual(['lamp', 'later']);
  });

  it('keeps a broken lesson from hurting the others', () => {
    const catalog = catalogOf('01-broken', '02-good');
    catalog.write('lesson.yml', '\0{{{');
    const { lessons, problems } = loadLessons(catalog.folder);
    expect(lessons.map((lesson) => lesson.folder)).toEqual(['02-good']);
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.every((one) => one.file.startsWith('01-broken/'))).toBe(true);
  });

  it('refuses the second lesson with the same id, and says who has it', () => {
    const { lessons, problems } = loadLessons(catalogOf('01-lamp', '02-copy').folder);
    expect(lessons.map((lesson) => lesson.folder)).toEqual(['01-lamp']);
    expect(problems).toMatchObject([{ code: 'lesson-id-taken', file: '02-copy/lesson.yml' }]);
    expect(problems[0]?.message.de).toContain('01-lamp/lesson.yml');
  });

  it('passes over folders that are no lessons', () => {
    const catalog = catalogOf('01-lamp');
    mkdirSync(join(catalog.folder, 'drafts'));
    writeFileSync(join(catalog.folder, 'drafts', 'ideas.md'), 'x');
    writeFileSync(join(catalog.folder, 'README.md'), 'x');
    expect(loadLessons(catalog.folder)).toMatchObject({ problems: [], lessons: [{ id: 'lamp' }] });
  });

  it('tells everything that is wrong with a lesson at once', () => {
    const catalog = catalogOf('01-lamp');
    catalog.change('lesson.yml', 'level: 1', 'level: 9');
    catalog.change('lesson.yml', 'minutes: 45', 'minutes: 1');
    catalog.remove('lesson.de.md');
    catalog.change('lesson.en.md', '## On', '##');
    catalog.change('teacher.en.md', '## Safety', '## Danger');
    catalog.write('check.yml', 'play: [');
    const files = loadLessons(catalog.folder).problems.map((one) => one.file);
    expect(new Set(files)).toEqual(
      new Set(
        ['lesson.yml', 'lesson.de.md', 'lesson.en.md', 'teacher.en.md', 'check.yml'].map(
          (file) => `01-lamp/${file}`,
        ),
      ),
    );
    expect(files.filter((file) => file.endsWith('lesson.yml'))).toHaveLength(2);
  });

  it('survives an alias bomb', () => {
    const catalog = catalogOf('01-lamp');
    const bomb = [...'abcdefgh'].map((name, index, names) => {
      const before = names[index - 1];
      return `${name}: &${name} [${Array(9)
        .fill(before ? `*${before}` : 'lol')
        .join(', ')}]`;
    });
    catalog.write('lesson.yml', bomb.join('\n'));
    expect(loadLessons(catalog.folder).problems[0]).toMatchObject({ code: 'lesson-syntax' });
  });

  it.each([
    ['starter.json', `${'{"next":{"block":'.repeat(4000)}1${'}}'.repeat(4000)}`],
    [
      'starter.json',
      `{"blocks":{"blocks":[${'{"type":"text","next":{"block":'.repeat(5000)}{"type":"x"}${'}}'.repeat(5000)}]}}`,
    ],
    ['lesson.yml', '['.repeat(20_000)],
    ['check.yml', '- '.repeat(20_000)],
    ['lesson.de.md', '> '.repeat(100_000)],
    ['lesson.de.md', `${'['.repeat(20_000)}${'](x)'.repeat(20_000)}`],
    ['lesson.de.md', '*a **b '.repeat(10_000)],
    ['lesson.de.md', '`'.repeat(200_000)],
    ['teacher.de.md', `${'- '.repeat(20_000)}x`],
    [
      'lesson.de.md',
      `# A\n\nB\n\n## C\n\nD\n\n\`\`\`blocks\ntext_length ${'VALUE: (text_length '.repeat(9_000)}\n\`\`\`\n`,
    ],
    [
      'lesson.de.md',
      `# A\n\nB\n\n## C\n\nD\n\n\`\`\`blocks\n${'steckbrett_led_toggle PART=red\n'.repeat(7_000)}\`\`\`\n`,
    ],
  ])('refuses %s that wants to choke it (%#)', (file, content) => {
    const catalog = catalogOf('01-lamp', '02-copy');
    catalog.write(file, content);
    const { lessons, problems } = loadLessons(catalog.folder);
    expect(lessons.map((lesson) => lesson.folder)).toEqual(['02-copy']);
    expect(problems[0]?.file).toMatch(/^01-lamp\//);
    for (const one of problems) expect(problemSchema.safeParse(one).success).toBe(true);
  });
});
