import { describe, expect, it } from 'vitest';
import { camJamEduKit, type Wiring } from '../../../device/contract/wiring.ts';
import { blockTypes, registerBlocks } from '../../../lessons/blocks/index.ts';
import { generateReadable } from '../../../lessons/blocks/readable/generate-readable.ts';
import { loadLessons } from '../../../lessons/format/index.ts';
import { Blockly, chain, type SavedBlock, start, workspaceOf } from '../blocks/workspace.ts';
import { ourCatalog } from '../format/catalog.ts';

const { lessons } = loadLessons(ourCatalog);
const number = (value: number) => ({ block: { type: 'math_number', fields: { NUM: value } } });
const text = (value: string) => ({ block: { type: 'text', fields: { TEXT: value } } });
const variable = (id = 'v', own = 'get') => ({
  block: { type: 'variables_get', id: own, fields: { VAR: { id } } },
});
const led = (state: string, id = state, part = 'red'): SavedBlock => ({
  type: 'steckbrett_led_set',
  id,
  fields: { PART: part, STATE: state },
});
const wait = (seconds: number, id = 'wait'): SavedBlock => ({
  type: 'steckbrett_wait',
  id,
  inputs: { SECONDS: number(seconds) },
});
const print = (value: object): SavedBlock => ({
  type: 'steckbrett_print',
  id: 'print',
  inputs: { VALUE: value as never },
});

async function readable(blocks: SavedBlock[], options: Parameters<typeof workspaceOf>[1] = {}) {
  const workspace = await workspaceOf(blocks, options);
  return generateReadable(workspace, {
    blocks: await registerBlocks(Blockly, 'de', blockTypes),
    wiring: options.wiring ?? camJamEduKit,
    language: 'de',
  });
}
const lines = (...all: string[]) => `${all.join('\n')}\n`;

/** The lines below the parts. */
const body = async (...args: Parameters<typeof readable>) =>
  (await readable(...args)).text.replace(/^(?:const .*\n)+\n/, '');

describe('readable JavaScript', () => {
  it('reads as a person would write it', async () => {
    const { text } = await readable([
      start({
        type: 'steckbrett_forever',
        inputs: { DO: { block: chain(led('on'), wait(0.5), led('off'), wait(0.5, 'wait2')) } },
      }),
    ]);
    expect(text).toBe(
      lines(
        'const red = new Led(18);',
        '',
        'onStart(async () => {',
        '  while (true) {',
        '    red.on();',
        '    await wait(0.5);',
        '    red.off();',
        '    await wait(0.5);',
        '  }',
        '});',
      ),
    );
  });

  it('has each kind of hat', async () => {
    const hat = (type: string, fields: Record<string, unknown>, y: number) => ({ type, fields, y });
    expect(
      await body([
        hat('steckbrett_when_button', { PART: 'button', EVENT: 'released' }, 0),
        hat('steckbrett_every', { SECONDS: 0.5 }, 100),
        hat('steckbrett_when_key', { KEY: 'space' }, 200),
        hat('steckbrett_when_message', { NAME: 'los' }, 300),
        hat('steckbrett_when_peer', { NAME: 'hallo' }, 400),
      ]),
    ).toBe(
      lines(
        "button.on('released', async () => {",
        '});',
        '',
        'every(0.5, async () => {',
        '});',
        '',
        "onKey('space', async () => {",
        '});',
        '',
        "onMessage('los', async () => {",
        '});',
        '',
        "onPeer('hallo', async () => {",
        '});',
      ),
    );
  });

  it('asks parts as it tells them', async () => {
    const pressed = { block: { type: 'steckbrett_button_pressed', fields: { PART: 'button' } } };
    expect(
      await body([
        start(
          { type: 'steckbrett_wait_until', inputs: { CONDITION: pressed } },
          { type: 'controls_if', inputs: { IF0: pressed, DO0: { block: led('on') } } },
        ),
      ]),
    ).toBe(
      lines(
        'onStart(async () => {',
        '  await waitUntil(() => button.pressed);',
        '  if (button.pressed) {',
        '    red.on();',
        '  }',
        '});',
      ),
    );
  });

  it('counts, repeats and walks through lists without machinery', async () => {
    const code = await body(
      [
        start(
          { type: 'steckbrett_repeat', inputs: { TIMES: number(3), DO: { block: wait(1) } } },
          { type: 'steckbrett_repeat', inputs: { TIMES: variable() } },
          {
            type: 'controls_for',
            fields: { VAR: { id: 'v' } },
            inputs: { FROM: number(10), TO: number(0), BY: number(2) },
          },
          {
            type: 'controls_for',
            fields: { VAR: { id: 'v' } },
            inputs: { FROM: number(1), TO: variable('w'), BY: number(1) },
          },
          { type: 'controls_forEach', fields: { VAR: { id: 'v' } }, inputs: { LIST: variable('w') } },
          { type: 'math_change', fields: { VAR: { id: 'v' } }, inputs: { DELTA: number(1) } },
          { type: 'math_change', fields: { VAR: { id: 'v' } }, inputs: { DELTA: number(-2) } },
        ),
      ],
      {
        variables: [
          { name: 'Zähler', id: 'v' },
          { name: 'Ende', id: 'w' },
        ],
      },
    );
    expect(code).toBe(
      lines(
        'let Zähler = 0, Ende = 0;',
        '',
        'onStart(async () => {',
        '  for (let round = 0; round < 3; round++) {',
        '    await wait(1);',
        '  }',
        '  for (let round2 = 0, rounds = Zähler; round2 < rounds; round2++) {',
        '  }',
        '  for (Zähler = 10; Zähler >= 0; Zähler -= 2) {',
        '  }',
        '  for (Zähler of count(1, Ende, 1)) {',
        '  }',
        '  for (Zähler of Ende) {',
        '  }',
        '  Zähler += 1;',
        '  Zähler -= 2;',
        '});',
      ),
    );
  });

  it('joins texts so that no numbers are added', async () => {
    const sum = {
      block: { type: 'math_arithmetic', fields: { OP: 'ADD' }, inputs: { A: number(1), B: number(2) } },
    };
    const join = (...items: object[]) => ({
      block: {
        type: 'text_join',
        extraState: { itemCount: items.length },
        inputs: Object.fromEntries(items.map((item, index) => [`ADD${index}`, item])),
      },
    });
    const code = await body([start(print(join(text('a'), sum)), print(join(number(1), number(2))))]);
    expect(code).toContain("console.log('a' + (1 + 2));");
    expect(code).toContain("console.log('' + 1 + 2);");
  });

  it('never takes what a pupil wrote for a form of the program', async () => {
    const nasty = "$do('red', 'on') yield* $wait( $read('button', 'pressed') \n$print(";
    const code = await body([
      start(print(text(nasty)), { type: 'steckbrett_send', fields: { NAME: "$print('x')" } }),
    ]);
    expect(code).toContain(
      String.raw`console.log('$do(\'red\', \'on\') yield* $wait( $read(\'button\', \'pressed\') \n$print(');`,
    );
    expect(code).toContain(String.raw`send('$print(\'x\')');`);
  });

  it('gives parts names that nothing else has', async () => {
    const wiring: Wiring = {
      parts: [
        { id: 'wait', type: 'led', pins: { anode: 18 } },
        { id: 'red-2', type: 'rgb-led', pins: { red: 5, green: 6, blue: 13 } },
      ],
    };
    const { text } = await readable(
      [
        start(
          led('on', 'a', 'wait'),
          { type: 'steckbrett_rgb_off', fields: { PART: 'red-2' } },
          led('on', 'b', 'nowhere'),
          { type: 'variables_set', fields: { VAR: { id: 'v' } }, inputs: { VALUE: number(1) } },
        ),
      ],
      { wiring, variables: [{ name: 'red2', id: 'v' }] },
    );
    expect(text).toBe(
      lines(
        'const wait2 = new Led(18);',
        'const red2 = new RgbLed({ red: 5, green: 6, blue: 13 });',
        'const nowhere = null; // nicht verkabelt',
        '',
        'let red22 = 0;',
        '',
        'onStart(async () => {',
        '  wait2.on();',
        '  red2.off();',
        '  nowhere.on();',
        '  red22 = 1;',
        '});',
      ),
    );
  });

  it('has nothing to show when nothing hangs under a hat', async () => {
    expect(await readable([led('on'), wait(1)])).toMatchObject({ text: '', marks: [] });
  });

  it('knows the text of every block that runs', async () => {
    const code = await readable([
      start({
        type: 'steckbrett_forever',
        id: 'loop',
        inputs: { DO: { block: chain(led('on'), wait(0.5)) } },
      }),
    ]);
    const shown = (block: string) => {
      const mark = code.marks.find((one) => one.block === block);
      return mark && code.text.slice(mark.from, mark.to);
    };
    expect(shown('on')).toBe('red.on();');
    expect(shown('wait')).toBe('await wait(0.5);');
    expect(shown('loop')).toBe('while (true) {\n    red.on();\n    await wait(0.5);\n  }');
    expect(shown('hat')).toMatch(/^onStart[\s\S]*\}\);$/);
  });

  it('shows a number by the block around it', async () => {
    const code = await readable([
      start({
        ...wait(0.5),
        inputs: { SECONDS: { block: { type: 'math_number', id: 'half', fields: { NUM: 0.5 } } } },
      }),
    ]);
    const half = code.marks.find((one) => one.block === 'half');
    expect(half && code.text.slice(half.from, half.to)).toBe('await wait(0.5);');
  });

  it.each(lessons.map((lesson) => [lesson.folder, lesson] as const))(
    'is JavaScript without a trace of the runtime, in the solution of %s',
    async (_, {
      solution,
      views: {
        de: { wiring },
      },
    }) => {
      const workspace = await workspaceOf([], { wiring });
      Blockly.serialization.workspaces.load(solution, workspace);
      const blocks = await registerBlocks(Blockly, 'de', blockTypes);
      const { text, marks } = generateReadable(workspace, { blocks, wiring, language: 'de' });
      expect(text).not.toMatch(/\$\w|yield|function\*|[\uFDD0-\uFDD2]/);
      expect(() => new Function(text)).not.toThrow();
      const silent = workspace
        .getAllBlocks(false)
        .filter((block) => !marks.some((mark) => mark.block === block.id));
      expect(silent.map((block) => block.type)).toEqual([]);
    },
  );
});
