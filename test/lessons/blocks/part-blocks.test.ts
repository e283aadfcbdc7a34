import { Order as orderOfBlockly } from 'blockly/javascript';
import { describe, expect, it } from 'vitest';
import { partCatalog } from '../../../device/parts/catalog.ts';
import { blockTypesByCategory } from '../../../lessons/blocks/block-types.ts';
import { basicPartFamilies } from '../../../lessons/blocks/families.ts';
import { partsDe } from '../../../lessons/blocks/messages/parts-de.ts';
import { morePartFamilies } from '../../../lessons/blocks/more-parts.ts';
import { hertzOf } from '../../../lessons/blocks/note-field.ts';
import { Order } from '../../../lessons/blocks/order.ts';
import { Blockly, programOf, type SavedBlock, start, workspaceOf } from './workspace.ts';

const number = (value: number) => ({ block: { type: 'math_number', fields: { NUM: value } } });
const text = (value: string) => ({ block: { type: 'text', fields: { TEXT: value } } });
const colour = (value: string) => ({ block: { type: 'steckbrett_colour', fields: { COLOUR: value } } });
const sum = {
  block: {
    type: 'math_arithmetic',
    fields: { OP: 'ADD' },
    inputs: { A: number(1), B: number(2) },
  },
};
const p = { PART: 'p' };
const yellow = { COLOUR: colour('#FFff00') };

/** The program of a block below the start hat, or of a hat; a value is printed. Block ids, and where it stands, are left out. */
async function codeOf(block: SavedBlock): Promise<string> {
  await workspaceOf([]);
  const probe = new Blockly.Workspace().newBlock(block.type);
  if (!probe.previousConnection && !probe.outputConnection) return (await programOf([block])).trim();
  const statement: SavedBlock = probe.outputConnection
    ? { type: 'steckbrett_print', id: 'me', inputs: { VALUE: { block } } }
    : { ...block, id: 'me' };
  const program = await programOf([start(statement)]);
  const body = program.match(/function\* \(\) \{\n([\s\S]*)\}\);\n$/)?.[1] ?? '';
  return body
    .replace(/^ {2}/gm, '')
    .replace("$b = 'me'; if ($p) yield* $at();\n", '')
    .trim()
    .replace(/^\$print\((.*)\);$/, '$1');
}

describe('each block of a part becomes what the part understands', () => {
  it.each<[SavedBlock, string]>([
    [
      { type: 'steckbrett_led_brightness', fields: p, inputs: { PERCENT: sum } },
      "$do('p', 'brightness', 1 + 2);",
    ],
    [{ type: 'steckbrett_led_brightness', fields: p }, "$do('p', 'brightness', 0);"],
    [{ type: 'steckbrett_rgb_set', fields: p, inputs: yellow }, "$do('p', 'on', '#ffff00');"],
    [{ type: 'steckbrett_rgb_set', fields: p }, "$do('p', 'on', '#000000');"],
    [{ type: 'steckbrett_rgb_off', fields: p }, "$do('p', 'off');"],
    [{ type: 'steckbrett_strip_fill', fields: p, inputs: yellow }, "$do('p', 'fill', '#ffff00');"],
    [
      { type: 'steckbrett_strip_pixel', fields: p, inputs: { NUMBER: number(1), ...yellow } },
      "$do('p', 'pixel', 0, '#ffff00');",
    ],
    [
      { type: 'steckbrett_strip_pixel', fields: p, inputs: { NUMBER: sum, ...yellow } },
      "$do('p', 'pixel', (1 + 2) - 1, '#ffff00');",
    ],
    [{ type: 'steckbrett_strip_off', fields: p }, "$do('p', 'off');"],
    [{ type: 'steckbrett_colour', fields: { COLOUR: '#123456' } }, "'#123456'"],
    [
      {
        type: 'steckbrett_colour_mix',
        inputs: { RED: number(100), GREEN: number(50), BLUE: number(0) },
      },
      'mix_colour(100, 50, 0)',
    ],
    [{ type: 'steckbrett_colour_random' }, 'random_colour()'],
    [
      {
        type: 'steckbrett_speaker_play',
        fields: p,
        inputs: {
          HERTZ: { block: { type: 'steckbrett_note', fields: { NOTE: '60' } } },
          SECONDS: number(0.5),
        },
      },
      "$do('p', 'tone', 261.63);\nyield* $wait(0.5);\n$do('p', 'off');",
    ],
    [
      { type: 'steckbrett_speaker_tone', fields: p, inputs: { HERTZ: number(440) } },
      "$do('p', 'tone', 440);",
    ],
    [{ type: 'steckbrett_speaker_off', fields: p }, "$do('p', 'off');"],
    [{ type: 'steckbrett_note', fields: { NOTE: '81' } }, '880'],
    [{ type: 'steckbrett_servo_turn', fields: p, inputs: { DEGREES: number(90) } }, "$do('p', 'turn', 90);"],
    [
      { type: 'steckbrett_servo_turn_wait', fields: p, inputs: { DEGREES: sum } },
      "yield* turn_and_wait('p', 1 + 2);",
    ],
    [{ type: 'steckbrett_servo_off', fields: p }, "$do('p', 'off');"],
    [{ type: 'steckbrett_servo_angle', fields: p }, "$read('p', 'angle')"],
    [
      {
        type: 'steckbrett_motor_run',
        fields: { ...p, DIRECTION: 'forward' },
        inputs: { PERCENT: number(60) },
      },
      "$do('p', 'run', 60);",
    ],
    [
      { type: 'steckbrett_motor_run', fields: { ...p, DIRECTION: 'backward' }, inputs: { PERCENT: sum } },
      "$do('p', 'run', -(1 + 2));",
    ],
    [
      {
        type: 'steckbrett_motor_run',
        fields: { ...p, DIRECTION: 'backward' },
        inputs: { PERCENT: number(-5) },
      },
      "$do('p', 'run', -(-5));",
    ],
    [{ type: 'steckbrett_motor_stop', fields: p }, "$do('p', 'stop');"],
    [{ type: 'steckbrett_switch_closed', fields: p }, "$read('p', 'closed')"],
    [{ type: 'steckbrett_motion_seen', fields: p }, "$read('p', 'motion')"],
    [{ type: 'steckbrett_distance', fields: p }, "$read('p', 'distance')"],
    [{ type: 'steckbrett_potentiometer', fields: p }, "$read('p', 'position')"],
    [{ type: 'steckbrett_brightness', fields: p }, "$read('p', 'brightness')"],
    [{ type: 'steckbrett_climate', fields: { ...p, VALUE: 'humidity' } }, "$read('p', 'humidity')"],
    [{ type: 'steckbrett_sense_value', fields: { ...p, VALUE: 'tiltX' } }, "$read('p', 'tiltX')"],
    [{ type: 'steckbrett_pin_high', fields: p }, "$read('p', 'high')"],
    [
      { type: 'steckbrett_lcd_write', fields: p, inputs: { LINE: number(2), TEXT: text('Hallo') } },
      "$do('p', 'write', 2, 'Hallo');",
    ],
    [
      { type: 'steckbrett_lcd_write', fields: p, inputs: { TEXT: sum } },
      "$do('p', 'write', 1, String(1 + 2));",
    ],
    [{ type: 'steckbrett_lcd_clear', fields: p }, "$do('p', 'clear');"],
    [
      { type: 'steckbrett_oled_write', fields: p, inputs: { LINE: number(8), TEXT: text("it's") } },
      "$do('p', 'write', 8, 'it\\'s');",
    ],
    [
      {
        type: 'steckbrett_oled_pixel',
        fields: { ...p, STATE: 'false' },
        inputs: { X: number(127), Y: number(0) },
      },
      "$do('p', 'pixel', 127, 0, false);",
    ],
    [{ type: 'steckbrett_oled_clear', fields: p }, "$do('p', 'clear');"],
    [{ type: 'steckbrett_sense_fill', fields: p, inputs: yellow }, "$do('p', 'fill', '#ffff00');"],
    [
      {
        type: 'steckbrett_sense_pixel',
        fields: p,
        inputs: { COLUMN: number(1), ROW: number(8), ...yellow },
      },
      "$do('p', 'pixel', 0, 7, '#ffff00');",
    ],
    [
      { type: 'steckbrett_sense_letter', fields: p, inputs: { LETTER: text('A'), ...yellow } },
      "$do('p', 'letter', 'A', '#ffff00');",
    ],
    [{ type: 'steckbrett_sense_off', fields: p }, "$do('p', 'off');"],
    [{ type: 'steckbrett_pin_set', fields: { ...p, STATE: 'off' } }, "$do('p', 'off');"],
    [{ type: 'steckbrett_pin_toggle', fields: p }, "$do('p', 'toggle');"],
    [
      { type: 'steckbrett_pin_pulse', fields: p, inputs: { PERCENT: number(25), HERTZ: number(2) } },
      "$do('p', 'pulse', 25, 2);",
    ],
  ])('%j', async (block, expected) => {
    expect(await codeOf(block)).toBe(expected);
  });

  it.each<[SavedBlock, string]>([
    [
      { type: 'steckbrett_peer_send', fields: { NAME: 'hallo', TO: 'next' }, inputs: { VALUE: number(7) } },
      "$tell('next', 'hallo', 7);",
    ],
    [
      { type: 'steckbrett_peer_send', fields: { NAME: " it's ", TO: 'all' }, inputs: { VALUE: text('x') } },
      "$tell('all', 'it\\'s', 'x');",
    ],
    [{ type: 'steckbrett_peer_send', fields: { NAME: 'hallo', TO: 'all' } }, "$tell('all', 'hallo', 0);"],
    [
      { type: 'steckbrett_peer_send_plain', fields: { NAME: 'x'.repeat(70), TO: 'previous' } },
      `$tell('previous', '${'x'.repeat(64)}');`,
    ],
    [{ type: 'steckbrett_peer_value' }, "$heard('value')"],
    [{ type: 'steckbrett_peer_from' }, "$heard('from')"],
    [
      { type: 'steckbrett_when_peer', id: 'hat', fields: { NAME: ' hallo' } },
      "$on('peer', { name: 'hallo' }, 'hat', function* () {\n});",
    ],
  ])('of the class’s network: %j', async (block, expected) => {
    expect(await codeOf(block)).toBe(expected);
  });

  it.each<[string, string | undefined, string]>([
    ['steckbrett_when_switch', 'opened', 'opened'],
    ['steckbrett_when_motion', 'still', 'still'],
    ['steckbrett_when_distance', 'far', 'far'],
    ['steckbrett_when_turned', undefined, 'turned'],
    ['steckbrett_when_light', 'lighter', 'lighter'],
    ['steckbrett_when_joystick', 'pressed', 'pressed'],
    ['steckbrett_when_pin', 'low', 'low'],
  ])('the hat %s for %s', async (type, choice, event) => {
    const fields = { ...p, ...(choice ? { EVENT: choice } : {}) };
    expect(await codeOf({ type, id: 'hat', fields })).toBe(
      `$on('event', { part: 'p', event: '${event}' }, 'hat', function* () {\n});`,
    );
  });
});

describe('the blocks of the parts', () => {
  const families = [...basicPartFamilies, ...morePartFamilies];

  it('are there for every part of the kit, and the part has a name', () => {
    expect(families.map((family) => family.part).sort()).toEqual([...partCatalog.keys()].sort());
    for (const { part } of morePartFamilies) {
      expect(Object.keys(partsDe)).toContain(`STECKBRETT_PART_${part.replaceAll('-', '_').toUpperCase()}`);
    }
  });

  it('ask for commands, events and values that their part has', async () => {
    const asked: string[] = [];
    for (const { part, blocks } of families) {
      const definition = partCatalog.get(part);
      for (const { type } of blocks.filter((block) => block.type !== 'steckbrett_note')) {
        const workspace = await workspaceOf([{ type, id: 'probe', fields: p }]);
        // Every choice of every dropdown, one after the other.
        for (const field of workspace.getBlockById('probe')?.getFields() ?? []) {
          if (!(field instanceof Blockly.FieldDropdown) || field.name === 'PART') continue;
          for (const option of field.getOptions(false)) {
            const fields = { ...p, [field.name ?? '']: option[1] };
            asked.push(...(await namesIn({ type, fields }, part, definition)));
          }
        }
        asked.push(...(await namesIn({ type, fields: p }, part, definition)));
      }
    }
    expect(asked.filter((name) => name.startsWith('missing'))).toEqual([]);
    expect(asked.length).toBeGreaterThan(60);
  });

  it('put brackets where Blockly’s own blocks would', () => {
    expect(orderOfBlockly).toMatchObject(Order);
  });

  it('count notes in hertz as a tuning fork does', () => {
    expect([60, 69, 72, 84].map(hertzOf)).toEqual([261.63, 440, 523.25, 1046.5]);
  });

  it('have hats in the first category alone', async () => {
    const workspace = await workspaceOf([]);
    for (const [category, types] of Object.entries(blockTypesByCategory)) {
      for (const type of types.filter((one) => one.startsWith('steckbrett_when'))) {
        expect(category, type).toBe('events');
        expect(workspace.newBlock(type).previousConnection, type).toBeNull();
      }
    }
  });
});

/** Which commands, events and values of the part a block asks for; those that it has not begin with "missing". */
async function namesIn(
  block: SavedBlock,
  part: string,
  definition: ReturnType<typeof partCatalog.get>,
): Promise<string[]> {
  const code = await codeOf(block);
  const found = [
    ...[...code.matchAll(/\$do\('p', '([^']+)'/g)].map(([, name = '']) => ({
      name,
      known: Object.keys(definition?.commands ?? {}),
    })),
    ...[...code.matchAll(/\$read\('p', '([^']+)'/g)].map(([, name = '']) => ({
      name,
      known: Object.keys(definition?.values ?? {}),
    })),
    ...[...code.matchAll(/event: '([^']+)'/g)].map(([, name = '']) => ({
      name,
      known: definition?.events ?? [],
    })),
  ];
  return found.map(({ name, known }) => `${known.includes(name) ? '' : 'missing '}${part} ${name}`);
}

describe('the choice of a colour', () => {
  const field = async (value: string, language: 'de' | 'en' = 'de') => {
    const workspace = await workspaceOf([{ type: 'steckbrett_colour', id: 'c', fields: { COLOUR: value } }], {
      language,
    });
    return workspace.getBlockById('c')?.getField('COLOUR') as Blockly.FieldDropdown;
  };

  it.each<[string, string, string, string]>([
    ['one of the palette by its name', '#ff8000', '#ff8000', 'Orange'],
    ['any other as it came', '#12ab34', '#12ab34', '#12ab34'],
    ['capitals as small letters', '#00FF00', '#00ff00', 'Grün'],
    ['red for what is no colour', 'url(x)', '#ff0000', 'Rot'],
    ['red for what would leave its place', "#ff0000'); (", '#ff0000', 'Rot'],
  ])('shows %s', async (_case, saved, value, shown) => {
    const choice = await field(saved);
    expect([choice.getValue(), choice.getText()]).toEqual([value, shown]);
  });

  it('is in English too', async () => {
    const names = (await field('#ffffff', 'en')).getOptions(false).map(([label]) => label);
    expect(names).toContain('light green');
  });
});

describe('the name of a part in a dropdown', () => {
  it.each<[string, object, string]>([
    [
      'with its GPIOs',
      { type: 'motor', pins: { forward: 5, backward: 6, enable: 12 } },
      'Motor (GPIO 5, 6, 12)',
    ],
    [
      'with its channel',
      { type: 'potentiometer', pins: {}, options: { channel: 2 } },
      'Drehregler (Kanal 2)',
    ],
    ['alone', { type: 'oled', pins: {} }, 'OLED'],
  ])('is there %s', async (_case, part, label) => {
    const types: Record<string, string> = {
      motor: 'steckbrett_motor_stop',
      potentiometer: 'steckbrett_potentiometer',
      oled: 'steckbrett_oled_clear',
    };
    const wired = { id: 'p', ...part } as { id: string; type: string; pins: Record<string, number> };
    const workspace = await workspaceOf([{ type: types[wired.type] ?? '', id: 'b', fields: p }], {
      wiring: { parts: [wired] },
    });
    expect(workspace.getBlockById('b')?.getField('PART')?.getText()).toBe(label);
  });
});
