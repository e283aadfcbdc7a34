import { describe, expect, it } from 'vitest';
import { readBlocks } from '../../../lessons/format/block-notation.ts';
import { loadLessons } from '../../../lessons/format/index.ts';
import { proveLesson } from '../../../lessons/proof/prove-lesson.ts';
import { type TestCatalog, testCatalog } from '../../support/lessons.ts';

/** Each begins with the template's lesson, which is proven, and breaks one thing that the loader cannot see. */
const breakings: Record<
  string,
  { break: (lesson: TestCatalog) => void; says: [code: string, words: string][] }
> = {
  'the solution misses a goal': {
    break: (lesson) => lesson.write('01-light/solution.json', lesson.read('01-light/starter.json')),
    says: [['lesson-goal-missed', 'The solution does not reach the goal “long”: never']],
  },
  'the starter is the solution': {
    break: (lesson) => lesson.write('01-light/starter.json', lesson.read('01-light/solution.json')),
    says: [['lesson-goal-given', 'The starter reaches the goal “long” already.']],
  },
  'a wrong program reaches the goal all the same': {
    break: (lesson) => lesson.change('01-light/check.yml', 'PART=green', 'PART=red'),
    says: [['lesson-goal-by-accident', '“Another LED” reaches the goal “long” all the same.']],
  },
  'a wrong program fails for another reason': {
    break: (lesson) =>
      lesson.change('01-light/check.yml', 'fails: { long: never }', 'fails: { long: too-quick }'),
    says: [['lesson-wrong-reason', 'expected too-quick, was never (“']],
  },
  'there are but two wrong programs': {
    break: (lesson) => {
      const text = lesson.read('01-light/check.yml');
      lesson.write('01-light/check.yml', text.slice(0, text.indexOf('  - name: Another LED')));
    },
    says: [['lesson-wrong-too-few', 'There are 2 wrong programs, 3 are needed.']],
  },
  'no wrong program misses one of the goals': {
    break: (lesson) => {
      lesson.change(
        '01-light/lesson.yml',
        'competences:',
        '  on: { kind: reached, is: { red: on } }\ncompetences:',
      );
      lesson.change(
        '01-light/lesson.de.md',
        '```goal long',
        '```goal on\nDie LED geht an.\n```\n\n```goal long',
      );
      lesson.change(
        '01-light/lesson.en.md',
        '```goal long',
        '```goal on\nThe LED goes on.\n```\n\n```goal long',
      );
    },
    says: [['lesson-goal-untried', 'No wrong program misses the goal “on”.']],
  },
  'the solution fails while it runs': {
    break: (lesson) => {
      lesson.change('01-light/lesson.yml', '2: [', '2: [procedures_defnoreturn, procedures_callnoreturn, ');
      const endless = readBlocks(`steckbrett_start
steckbrett_led_set PART=red STATE=on
steckbrett_wait SECONDS: 2
procedures_callnoreturn NAME=again

procedures_defnoreturn NAME=again
  procedures_callnoreturn NAME=again
`);
      lesson.write('01-light/solution.json', JSON.stringify(endless));
    },
    says: [
      ['lesson-program-failed', 'The program ends with an error:'],
      ['lesson-goal-missed', 'The solution does not reach the goal “long”: program-failed'],
    ],
  },
  'the solution reaches the goal by luck only': {
    break: (lesson) => {
      lesson.change('01-light/lesson.yml', '2: [', '2: [math_random_int, ');
      const random = readBlocks(`steckbrett_start
steckbrett_led_set PART=red STATE=on
steckbrett_wait SECONDS: (math_random_int FROM: 0 TO: 6)
`);
      lesson.write('01-light/solution.json', JSON.stringify(random));
    },
    says: [
      [
        'lesson-goal-by-luck',
        'The solution does not always reach the goal “long”: with other random numbers',
      ],
    ],
  },
  'Blockly does not take a value of the solution': {
    break: (lesson) => lesson.change('01-light/solution.json', '"STATE": "on"', '"STATE": "bright"'),
    says: [['lesson-blocks-lost', 'Blockly loses steckbrett_led_set: STATE on loading.']],
  },
  'Blockly refuses the starter': {
    break: (lesson) =>
      lesson.change(
        '01-light/starter.json',
        '"id": "b1"',
        '"id": "b1", "next": { "block": { "type": "math_number" } }',
      ),
    says: [['lesson-blocks-refused', 'Blockly refuses these blocks:']],
  },
  'a step shows a block that comes later': {
    break: (lesson) => {
      lesson.change(
        '01-light/lesson.yml',
        '1: [steckbrett_start, steckbrett_led_set]',
        '1: [steckbrett_start]',
      );
      lesson.change(
        '01-light/lesson.yml',
        '2: [steckbrett_wait,',
        '2: [steckbrett_led_set, steckbrett_wait,',
      );
      for (const language of ['de', 'en']) {
        lesson.change(
          `01-light/lesson.${language}.md`,
          '```hint',
          '```blocks\nsteckbrett_start\nsteckbrett_led_set PART=red STATE=on\n```\n\n```hint',
        );
      }
    },
    says: [
      ['lesson-block-not-offered', 'Step “Licht an!” shows the block “steckbrett_led_set”'],
      ['lesson-block-not-offered', 'Step “Light on!” shows the block “steckbrett_led_set”'],
    ],
  },
  'a goal asks for a block that comes later': {
    break: (lesson) => {
      lesson.change(
        '01-light/lesson.yml',
        'competences:',
        '  loop: { kind: uses, blocks: [steckbrett_forever] }\ncompetences:',
      );
      lesson.change('01-light/lesson.de.md', '```hint', '```goal loop\nIn einer Schleife.\n```\n\n```hint');
      lesson.change('01-light/lesson.en.md', '```hint', '```goal loop\nIn a loop.\n```\n\n```hint');
      const looped = readBlocks(`steckbrett_start
steckbrett_led_set PART=red STATE=on
steckbrett_wait SECONDS: 2
steckbrett_led_set PART=red STATE=off
steckbrett_forever
  steckbrett_wait SECONDS: 1
`);
      lesson.write('01-light/solution.json', JSON.stringify(looped));
      lesson.change('01-light/check.yml', '{ long: never }', '{ long: never, loop: block-missing }');
    },
    says: [['lesson-goal-out-of-reach', 'The goal “loop” asks for steckbrett_forever, which the toolbox']],
  },
  'one language has a hint more': {
    break: (lesson) => {
      const text = lesson.read('01-light/lesson.en.md');
      lesson.write('01-light/lesson.en.md', text.replace(/```hint\nWhen[^`]*```/, ''));
    },
    says: [
      ['lesson-languages-differ', 'German has 0 block pictures, a hint, English 0 block pictures, no hint.'],
    ],
  },
  'two parts are to sit in the same rows of the breadboard': {
    break: (lesson) =>
      lesson.change('01-light/lesson.yml', 'toolbox:', 'circuit: { red: 3, amber: 3 }\ntoolbox:'),
    says: [['lesson-circuit', '01-light/lesson.yml: “circuit” puts “amber” into the rows 3 to']],
  },
  'a part finds no room on the breadboard': {
    break: (lesson) => {
      const text = lesson.read('01-light/lesson.yml');
      const gpios = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15];
      const lamps = gpios.map(
        (gpio) => `    - { id: l${gpio}, type: led, color: red, pins: { anode: ${gpio} } }`,
      );
      lesson.write(
        '01-light/lesson.yml',
        text.replace(
          /\nwiring: camjam-edukit/,
          `\nwiring:\n  parts:\n    - { id: red, type: led, color: red, pins: { anode: 18 } }\n    - { id: green, type: led, color: green, pins: { anode: 24 } }\n${lamps.join('\n')}`,
        ),
      );
    },
    says: [['lesson-circuit', 'There is no room left for']],
  },
  'a link leads nowhere': {
    break: (lesson) =>
      lesson.change('01-light/lesson.de.md', 'Warum siehst', 'Lies [hier](docs/led.md). Warum siehst'),
    says: [['lesson-link-broken', 'The link “docs/led.md” is no address.']],
  },
  'a link in the teacher’s notes leads nowhere': {
    break: (lesson) => lesson.change('01-light/teacher.en.md', '- Pupils …', '- [KMK](https://kmk)'),
    says: [['lesson-link-broken', '01-light/teacher.en.md: The link “https://kmk” is no address.']],
  },
};

async function prove(catalog: TestCatalog) {
  const { lessons, problems } = loadLessons(catalog.folder);
  expect(problems).toEqual([]);
  return proveLesson(lessons[0]!);
}

describe('proveLesson', () => {
  it('finds nothing wrong with the template’s lesson', async () => {
    expect(await prove(testCatalog('Light'))).toEqual([]);
  });

  it.each(Object.entries(breakings))('says that %s', async (_, { break: breakIt, says }) => {
    const catalog = testCatalog('Light');
    breakIt(catalog);
    const found = await prove(catalog);
    expect(found.map(({ code }) => code)).toEqual(says.map(([code]) => code));
    for (const [index, [, words]] of says.entries()) expect(found[index]?.message.en).toContain(words);
    for (const { message } of found) expect(message.de).not.toBe(message.en);
  });
});
