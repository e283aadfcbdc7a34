import { describe, expect, it } from 'vitest';
import { camJamEduKit, type Wiring } from '../../../device/contract/wiring.ts';
import { loadLessons } from '../../../lessons/format/index.ts';
import { advise } from '../../../lessons/rules/advise.ts';
import { chain, type SavedBlock, start } from '../blocks/workspace.ts';
import { ourCatalog } from '../format/catalog.ts';

const { lessons } = loadLessons(ourCatalog);

const number = (value: number) => ({ block: { type: 'math_number', fields: { NUM: value } } });
const shadow = (value: number) => ({ shadow: { type: 'math_number', fields: { NUM: value } } });
const get = (id: string, own = 'get') => ({
  block: { type: 'variables_get', id: own, fields: { VAR: { id } } },
});
const pressed = { block: { type: 'steckbrett_button_pressed', id: 'asked', fields: { PART: 'button' } } };
const yes = (value = 'TRUE') => ({ block: { type: 'logic_boolean', fields: { BOOL: value } } });

const led = (part = 'red', state = 'on'): SavedBlock => ({
  type: 'steckbrett_led_set',
  id: 'led',
  fields: { PART: part, STATE: state },
});
const wait = (seconds = 1): SavedBlock => ({
  type: 'steckbrett_wait',
  id: 'wait',
  inputs: { SECONDS: shadow(seconds) },
});
const loop = (
  type: string,
  inputs: SavedBlock['inputs'] = {},
  more: Partial<SavedBlock> = {},
): SavedBlock => ({
  type,
  id: 'loop',
  inputs,
  ...more,
});
const body = (...blocks: SavedBlock[]) => ({ block: chain(...blocks) });
const forever = (...blocks: SavedBlock[]) =>
  loop('steckbrett_forever', blocks.length > 0 ? { DO: body(...blocks) } : {});
const set = (id: string): SavedBlock => ({
  type: 'variables_set',
  id: 'set',
  fields: { VAR: { id } },
  inputs: { VALUE: number(1) },
});
const print = (value: SavedBlock['inputs'] extends infer _ ? object : never): SavedBlock => ({
  type: 'steckbrett_print',
  id: 'print',
  inputs: { VALUE: value as never },
});
const compare = (op: string, a?: object, b?: object) => ({
  block: {
    type: 'logic_compare',
    id: 'compare',
    fields: { OP: op },
    inputs: { ...(a ? { A: a } : {}), ...(b ? { B: b } : {}) },
  } as SavedBlock,
});
const when = (condition: object): SavedBlock => ({
  type: 'controls_if',
  id: 'if',
  inputs: { IF0: condition as never, DO0: body(wait()) },
});
const message = (type: string, name: string): SavedBlock => ({ type, id: type, fields: { NAME: name } });
const own = (name: string, ...blocks: SavedBlock[]): SavedBlock => ({
  type: 'procedures_defnoreturn',
  id: 'own',
  fields: { NAME: name },
  ...(blocks.length > 0 ? { inputs: { STACK: body(...blocks) } } : {}),
});
const call = (name: string): SavedBlock => ({
  type: 'procedures_callnoreturn',
  id: 'call',
  extraState: { name },
});

/** What is said about blocks, as `block: code`. */
function said(blocks: unknown[], wiring: Wiring = camJamEduKit): string[] {
  const work = { blocks: { languageVersion: 0, blocks }, variables: [{ id: 'v', name: 'Punkte' }] };
  return advise(work, wiring).map(({ block, code }) => `${block}: ${code}`);
}
const twice: Wiring = {
  parts: [
    { id: 'red', type: 'led', pins: { anode: 18 } },
    { id: 'out', type: 'output-pin', pins: { pin: 18 } },
    { id: 'button', type: 'button', pins: { signal: 25 } },
  ],
};

describe('the rules of the blocks say', () => {
  it.each<[string, unknown[], string[]]>([
    ['nothing about a blinking light', [start(forever(led(), wait(), led('red', 'off'), wait()))], []],
    ['that a part is not wired', [start(led('violet'), wait())], ['led: part-not-wired']],
    ['that no part is chosen', [start(led(''), wait())], ['led: part-not-wired']],
    ['that a stack has no hat, once', [chain(led(), wait())], ['led: loose-block']],
    ['that a value lies about', [pressed.block], ['asked: loose-block']],
    ['that a gap has no condition', [start(loop('steckbrett_wait_until'))], ['loop: gap-empty']],
    ['that "if" has no condition', [start({ ...when({}), inputs: {} })], ['if: gap-empty']],
    [
      'that "else if" has no condition',
      [start({ ...when(pressed), extraState: { elseIfCount: 1 } })],
      ['if: gap-empty'],
    ],
    ['that a comparison has a gap', [start(when(compare('EQ', number(1))))], ['compare: gap-empty']],
    ['that a loop is empty', [start(forever())], ['loop: loop-empty']],
    [
      'that waiting has a block of its own',
      [start(loop('controls_whileUntil', { BOOL: pressed }))],
      ['loop: loop-empty'],
    ],
    ['that an endless loop never waits', [start(forever(led()))], ['loop: endless-without-wait']],
    ['nothing if it waits deep inside', [start(forever(when(pressed)))], []],
    ['nothing if an own block waits for it', [own('pause', wait()), start(forever(call('Pause')))], []],
    [
      'that an own block which calls itself does not wait',
      [own('a', call('a')), start(forever(call('a')))],
      ['loop: endless-without-wait'],
    ],
    [
      'nothing if it is left',
      [start(forever({ type: 'controls_flow_statements', fields: { FLOW: 'BREAK' } }))],
      [],
    ],
    [
      'that nothing comes after "while true"',
      [start(loop('controls_whileUntil', { BOOL: yes(), DO: body(wait()) }), led())],
      ['led: never-reached'],
    ],
    [
      'nothing after a loop that is left',
      [
        start(
          loop('controls_whileUntil', {
            BOOL: yes(),
            DO: body(wait(), { type: 'controls_flow_statements', fields: { FLOW: 'BREAK' } }),
          }),
          led(),
        ),
      ],
      [],
    ],
    ['that 0 seconds are no wait', [start(wait(0))], ['wait: wait-nothing']],
    ['that there is no time below 0', [start(wait(-1))], ['wait: wait-nothing']],
    [
      'that a number is too big for a part',
      [
        start(
          {
            type: 'steckbrett_led_brightness',
            id: 'dim',
            fields: { PART: 'red' },
            inputs: { PERCENT: shadow(150) },
          },
          wait(),
        ),
      ],
      ['dim: out-of-range'],
    ],
    [
      'that a comparison is always the same',
      [start(when(compare('LT', number(1), number(2))))],
      ['compare: comparison-constant'],
    ],
    [
      'that a variable is compared with itself',
      [start(set('v'), when(compare('EQ', get('v', 'a'), get('v', 'b'))))],
      ['compare: comparison-constant'],
    ],
    [
      'nothing about a comparison of what changes',
      [start(set('v'), when(compare('LT', get('v'), number(2))))],
      [],
    ],
    [
      'that a variable is never set, once',
      [start(print(get('v')), print(get('v', 'again')))],
      ['get: variable-never-set'],
    ],
    [
      'nothing about a variable that is set in another stack',
      [start(print(get('v'))), { ...start(set('v')), id: 'hat2' }],
      [],
    ],
    [
      'nothing about a parameter',
      [
        { ...own('a', print(get('v'))), extraState: { params: [{ name: 'Punkte', id: 'v' }] } },
        start(call('a')),
      ],
      [],
    ],
    [
      'that nobody hears a message, and nobody sends one',
      [start(message('steckbrett_send', 'los')), message('steckbrett_when_message', 'Los')],
      ['steckbrett_send: message-unheard', 'steckbrett_when_message: message-unsent'],
    ],
    [
      'nothing about messages whose names differ by spaces at the ends',
      [start(message('steckbrett_send', 'los ')), message('steckbrett_when_message', 'los')],
      [],
    ],
    ['that an own block is not used', [own('tanzen', wait())], ['own: procedure-never-called']],
    ['that nobody will see a light at the end', [start(led())], ['led: over-at-once']],
    ['nothing if something is waited for', [start(led(), wait())], []],
    [
      'nothing about a block that is switched off',
      [start({ ...wait(0), disabledReasons: ['MANUALLY_DISABLED'] })],
      [],
    ],
    ['nothing about what lies in a loose stack', [chain(wait(0), forever())], ['wait: loose-block']],
  ])('%s', (_, blocks, expected) => {
    expect(said(blocks)).toEqual(expected);
  });

  it('that two parts share a pin', () => {
    expect(said([start(led(), wait())], twice)).toEqual(['led: pin-used-twice']);
  });

  it('errors first, and one thing about a block', () => {
    expect(said([start(led('violet'))])).toEqual(['led: part-not-wired']);
    expect(said([chain(wait(0)), start(led('violet'), wait())])).toEqual([
      'led: part-not-wired',
      'wait: loose-block',
    ]);
  });

  it('each thing in German and in English', () => {
    const work = { blocks: { blocks: [chain(led('violet'), wait(-1)), start(forever())] } };
    for (const { text } of advise(work, camJamEduKit)) {
      expect(text.de).toMatch(/[.!]$/);
      expect(text.en).toMatch(/[.!]$/);
    }
  });

  it.each([
    ['nothing', null],
    ['a text', 'blocks'],
    ['no list', { blocks: { blocks: 7 } }],
    [
      'things that are no blocks',
      { blocks: { blocks: [null, 3, { type: 5 }, { type: 'x', inputs: [], next: 'y' }] } },
    ],
    [
      'a bad variable',
      { blocks: { blocks: [start({ type: 'variables_get', id: 'a', fields: { VAR: null } })] } },
    ],
    ['bad parameters', { blocks: { blocks: [{ ...own('a'), extraState: { params: [null] } }] } }],
  ])('no nonsense about %s', (_, work) => {
    expect(() => advise(work, camJamEduKit)).not.toThrow();
  });

  it('all they have to say about 5,000 blocks', () => {
    const many = Array.from({ length: 5000 }, (_, index) => ({ ...wait(0), id: `wait${index}` }));
    let stack: SavedBlock | undefined;
    for (const block of many.reverse()) stack = stack ? { ...block, next: { block: stack } } : block;
    const advice = said([{ type: 'steckbrett_start', id: 'hat', next: { block: stack } }]);
    expect(advice).toHaveLength(5000);
  });

  describe.each(lessons.map((lesson) => [lesson.folder, lesson] as const))('in lesson %s', (_, lesson) => {
    const { wiring, starter } = lesson.views.de;

    it('nothing about the solution', () => {
      expect(advise(lesson.solution, wiring).map(({ block, code }) => `${block}: ${code}`)).toEqual([]);
    });

    it('no error about the first blocks', () => {
      expect(advise(starter, wiring).filter(({ severity }) => severity === 'error')).toEqual([]);
    });
  });
});
