import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type TestCatalog, testCatalog } from '../support/lessons.ts';

const root = resolve(import.meta.dirname, '../..');

/** The tool as people call it, in a process of its own. */
function lessons(args: string[], { catalog, input }: { catalog?: TestCatalog; input?: string } = {}) {
  const { INIT_CWD: _, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['scripts/lessons.ts', ...args, ...(catalog ? ['--catalog', catalog.folder] : [])],
    { cwd: root, encoding: 'utf8', env, ...(input === undefined ? {} : { input }) },
  );
  return { status, stdout, stderr };
}

describe('lessons check', () => {
  it('takes our own catalogue when none is named; each of its lessons has a test of its own', () => {
    const { status, stdout } = lessons(['check', 'blink']);
    expect([status, stdout]).toEqual([
      0,
      expect.stringMatching(/^✓ 01-blink .*\n\n1 of 1 lessons proven\.\n$/),
    ]);
  });

  it('ticks what is proven, says what is wrong with the rest, and fails', () => {
    const catalog = testCatalog('Light', 'Alarm', 'Broken');
    catalog.change('02-alarm/check.yml', 'PART=green', 'PART=red');
    catalog.remove('03-broken/solution.json');
    const { status, stdout } = lessons(['check'], { catalog });
    expect(stdout).toContain('✓ 01-light  Light · 2 steps, 1 goal, 3 wrong programs\n✗ 02-alarm  Alarm');
    expect(stdout).toContain(
      '\n    02-alarm/check.yml: The wrong program “Another LED” reaches the goal “long”',
    );
    expect(stdout).toContain('\n✗ 03-broken  does not load\n    03-broken/solution.json: ');
    expect(stdout).toContain('\n1 of 3 lessons proven.');
    expect(status).toBe(1);
  });

  it('checks only what was asked for, by id or folder, and speaks German', () => {
    const catalog = testCatalog('Light', 'Alarm');
    catalog.change('02-alarm/check.yml', 'PART=green', 'PART=red');
    expect(lessons(['check', 'light'], { catalog }).status).toBe(0);
    const { status, stdout } = lessons(['check', '02-alarm', '--german'], { catalog });
    expect([status, stdout]).toEqual([1, expect.stringContaining('erreicht das Ziel „long“ trotzdem')]);
  });

  it('does not pass over a folder that has no lesson.yml', () => {
    const catalog = testCatalog('Light');
    catalog.remove('01-light/lesson.yml');
    const { status, stdout } = lessons(['check'], { catalog });
    expect(stdout).toContain('✗ 01-light  does not load\n    01-light/lesson.yml: The file is missing');
    expect(status).toBe(1);
    for (const name of ['lesson.de.md', 'lesson.en.md']) catalog.remove(`01-light/${name}`);
    expect(lessons(['check'], { catalog }).stdout).toContain(
      '✗ 01-light  does not load\n    01-light: There is no lesson in this folder',
    );
  });

  it('gives JSON for other programs', () => {
    const { status, stdout } = lessons(['check', '--json'], { catalog: testCatalog('Light') });
    expect(JSON.parse(stdout)).toEqual([{ folder: '01-light', id: 'light', proven: true, problems: [] }]);
    expect(status).toBe(0);
  });

  it('names the lessons there are when the one asked for is not', () => {
    const { status, stderr } = lessons(['check', 'none'], { catalog: testCatalog('Light') });
    expect([status, stderr]).toEqual([
      2,
      expect.stringMatching(/no lesson “none” in .*There are: light\.\n$/),
    ]);
  });
});

describe('lessons new', () => {
  it('makes a lesson that is proven as it is, with the next number', () => {
    const catalog = testCatalog('Light');
    const { stdout } = lessons(['new', 'Ampel', 'für', '"Füße"'], { catalog });
    expect(stdout).toContain('npm run lessons -- preview ampel-fuer-fuesse');
    expect(catalog.read('02-ampel-fuer-fuesse/lesson.en.md')).toMatch(/^# Ampel für "Füße"\n/);
    expect(lessons(['check', 'ampel-fuer-fuesse'], { catalog })).toMatchObject({ status: 0 });
  });

  it.each([
    ['no name', [], 'Name the lesson'],
    ['a name without a letter', ['123 !'], 'Name the lesson'],
    ['the name of one that is there', ['Light'], 'There is a lesson of that name already'],
  ])('refuses %s', (_, args, sentence) => {
    const { status, stderr } = lessons(['new', ...args], { catalog: testCatalog('Light') });
    expect([status, stderr]).toEqual([2, expect.stringContaining(sentence)]);
  });
});

describe('lessons blocks', () => {
  const notation = 'steckbrett_start\nsteckbrett_forever\n  steckbrett_wait SECONDS: 0.5\n';

  it('turns notation into Blockly’s JSON and back', () => {
    const { stdout } = lessons(['blocks', '-'], { input: notation });
    expect(JSON.parse(stdout)).toMatchObject({ blocks: { blocks: [{ type: 'steckbrett_start' }] } });
    expect(lessons(['blocks', '-', '--text'], { input: stdout }).stdout).toBe(notation);
  });

  it.each([
    [
      'a block that does not exist',
      ['-'],
      'steckbrett_start\nsteckbrett_strat',
      /^-, line 2: .*“steckbrett_strat”/,
    ],
    ['what is no JSON', ['-', '--text'], '{', /^-, .*JSON/],
    ['a file that is not there', ['no-such-file'], '', /cannot be read/],
    ['two files', ['a', 'b'], '', /Name one file/],
  ])('refuses %s', (_, args, input, sentence) => {
    const { status, stderr } = lessons(['blocks', ...args], { input });
    expect([status, stderr]).toEqual([2, expect.stringMatching(sentence)]);
  });
});

describe('lessons', () => {
  it.each([
    [[], 0, ''],
    [['--help'], 0, ''],
    [['chekc'], 2, 'There is no command “chekc”.'],
    [['check', '--jsno'], 2, '--jsno'],
  ])('with %j ends with %d', (args, status, words) => {
    const outcome = lessons(args);
    expect([outcome.status, outcome.stderr]).toEqual([status, expect.stringContaining(words)]);
  });
});
