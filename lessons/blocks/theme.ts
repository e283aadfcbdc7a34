import type { Theme } from 'blockly/core';
import type { Category } from './block-types.ts';
import type { Blockly } from './family.ts';

/** The page's colour schemes, as in `web/ui/tokens.css`. */
export type Scheme = 'light' | 'dark' | 'projector';

/** Each category's colour; white text on it reaches 4.5 : 1 and more. Red is kept for stop and errors. */
export const categoryColours: Readonly<Record<Category, string>> = {
  events: '#1b6b46',
  control: '#96501f',
  light: '#7a5b00',
  sound: '#8a3474',
  movement: '#2d6391',
  sensing: '#0f6a78',
  display: '#5b5470',
  network: '#35720f',
  output: '#4b5a52',
  logic: '#1b56c4',
  maths: '#4f46b0',
  text: '#5c6216',
  lists: '#5f3f8f',
  variables: '#7a3aa8',
  procedures: '#8f3f5f',
};

/** The styles that Blockly's own blocks ask for. */
const blocklyStyles: Readonly<Record<string, Category>> = {
  logic_blocks: 'logic',
  loop_blocks: 'control',
  math_blocks: 'maths',
  text_blocks: 'text',
  list_blocks: 'lists',
  variable_blocks: 'variables',
  variable_dynamic_blocks: 'variables',
  procedure_blocks: 'procedures',
};

/** What lies around the blocks: paper, and the one clear blue for what is chosen. */
const surroundings: Readonly<
  Record<Scheme, { paper: string; shelf: string; ink: string; line: string; action: string }>
> = {
  light: { paper: '#fbf8f1', shelf: '#ffffff', ink: '#1f2a24', line: '#8c8268', action: '#1b56c4' },
  dark: { paper: '#171c19', shelf: '#202723', ink: '#edf2ee', line: '#8b988f', action: '#7fb0ff' },
  projector: { paper: '#ffffff', shelf: '#ffffff', ink: '#000000', line: '#222222', action: '#0b3b94' },
};

/** A colour with some black in it; `share` from 0 to 1. */
const darker = (colour: string, share: number) => mixed(colour, 0, share);
/** A colour with some white in it; `share` from 0 to 1. */
const lighter = (colour: string, share: number) => mixed(colour, 255, share);

function mixed(colour: string, other: number, share: number): string {
  const channels = [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16));
  return `#${channels
    .map((one) =>
      Math.round(one * (1 - share) + other * share)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

function blockStyle(category: Category, scheme: Scheme) {
  const colour = categoryColours[category];
  return {
    colourPrimary: colour,
    colourSecondary: darker(colour, 0.2),
    // The outline, which has to be seen before what lies around.
    colourTertiary: scheme === 'dark' ? lighter(colour, 0.35) : darker(colour, 0.35),
    hat: category === 'events' ? 'cap' : '',
  };
}

/** The house's theme for the zelos renderer; a second call for the same scheme replaces the first. */
export function houseTheme(blockly: Blockly, scheme: Scheme = 'light'): Theme {
  const { paper, shelf, ink, line, action } = surroundings[scheme];
  const own = Object.keys(categoryColours) as Category[];
  return blockly.Theme.defineTheme(`steckbrett-${scheme}`, {
    name: `steckbrett-${scheme}`,
    blockStyles: {
      ...Object.fromEntries(own.map((category) => [`steckbrett_${category}`, blockStyle(category, scheme)])),
      ...Object.fromEntries(
        Object.entries(blocklyStyles).map(([style, of]) => [style, blockStyle(of, scheme)]),
      ),
    },
    categoryStyles: Object.fromEntries(
      own.map((category) => [`steckbrett_${category}`, { colour: categoryColours[category] }]),
    ),
    componentStyles: {
      workspaceBackgroundColour: paper,
      toolboxBackgroundColour: shelf,
      toolboxForegroundColour: ink,
      flyoutBackgroundColour: shelf,
      flyoutForegroundColour: ink,
      flyoutOpacity: 1,
      scrollbarColour: line,
      insertionMarkerColour: action,
      insertionMarkerOpacity: 0.35,
      markerColour: action,
      cursorColour: action,
      selectedGlowColour: action,
    },
    fontStyle: {
      family: '"Atkinson Hyperlegible Next Variable", "Atkinson Hyperlegible Next", system-ui, sans-serif',
      weight: '600',
      size: 12,
    },
    startHats: false,
  });
}
