import { describe, expect, it } from 'vitest';
import {
  blockTypes,
  categories,
  categoryColours,
  houseTheme,
  registerBlocks,
  toolbox,
} from '../../../lessons/blocks/index.ts';
import { Blockly } from './workspace.ts';

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

const known = await registerBlocks(Blockly, 'de', blockTypes);

/** What a toolbox offers, by category. */
function offered(types?: string[]): Record<string, string[]> {
  const { contents } = toolbox(types, known) as unknown as {
    contents: { name: string; custom?: string; contents?: { type: string }[] }[];
  };
  return Object.fromEntries(
    contents.map((one) => [
      one.name.replace(/^.*CATEGORY_|\}$/g, ''),
      one.contents?.map(({ type }) => type) ?? [`custom ${one.custom}`],
    ]),
  );
}

describe('the toolbox', () => {
  it('offers the whole language in its order', () => {
    expect(Object.keys(offered())).toEqual(categories.map((one) => one.toUpperCase()));
  });

  it.each<[string, string[], Record<string, string[]>]>([
    [
      'what a lesson lists, in the language’s order, without empty categories',
      ['steckbrett_led_set', 'steckbrett_forever', 'steckbrett_wait', 'steckbrett_start'],
      {
        EVENTS: ['steckbrett_start'],
        CONTROL: ['steckbrett_wait', 'steckbrett_forever'],
        LIGHT: ['steckbrett_led_set'],
      },
    ],
    ['Blockly’s own category for variables', ['variables_get'], { VARIABLES: ['custom VARIABLE'] }],
    ['nothing for what the language does not know', ['no_block_of_ours'], {}],
  ])('offers %s', (_case, types, expected) => {
    expect(offered(types)).toEqual(expected);
  });

  it('puts a value into each gap that needs one', () => {
    expect(JSON.stringify(toolbox(['steckbrett_wait']))).toContain('"NUM":1');
    for (const part of JSON.stringify(toolbox(undefined, known)).match(/(?<="type":")\w+/g) ?? []) {
      expect(Blockly.Blocks[part], part).toBeDefined();
    }
  });
});

describe('the theme', () => {
  it.each(Object.entries(categoryColours))(
    'white text on %s (%s) is readable: WCAG AA, 4.5 : 1',
    (_name, colour) => {
      expect(1.05 / (luminance(colour) + 0.05)).toBeGreaterThanOrEqual(4.5);
    },
  );

  it('gives every category a colour of its own, and hats a cap', () => {
    expect(new Set(Object.values(categoryColours)).size).toBe(categories.length);
    const theme = houseTheme(Blockly, 'dark');
    expect(theme.blockStyles.steckbrett_events?.hat).toBe('cap');
    expect(theme.blockStyles.steckbrett_light?.hat).toBe('');
  });

  it('has a style for each that a block asks for', () => {
    const theme = houseTheme(Blockly);
    const workspace = new Blockly.Workspace();
    const types = JSON.stringify(toolbox(undefined, known)).match(/(?<="type":")\w+/g) ?? [];
    for (const type of [...types, 'variables_get', 'variables_set', 'math_change']) {
      expect(Object.keys(theme.blockStyles), type).toContain(workspace.newBlock(type).getStyleName());
    }
  });
});
