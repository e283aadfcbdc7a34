import type { WiredPart } from '../../../device/contract/wiring.ts';

type Colour = NonNullable<WiredPart['color']>;

/** Lights by the colour in which they shine; the lines over them are ink, so none has to be read by its colour. */
const lights: Readonly<Record<Colour, string>> = {
  red: '#d4372c',
  amber: '#d68a00',
  yellow: '#c9a400',
  green: '#23874f',
  blue: '#2b62d9',
  white: '#77807a',
};

/** Parts without a colour of their own. */
const types: Readonly<Record<string, string>> = {
  button: '#7a4fb5',
  switch: '#7a4fb5',
  buzzer: '#5b6472',
  speaker: '#5b6472',
  distance: '#0f7c8a',
  motion: '#b03a75',
  servo: '#96501f',
  motor: '#96501f',
};
const other = '#1b6b46';

/** The colour of a part's dot and of what it fills, CSS; of a light with several colours, its pin's. */
export function laneColour(part: WiredPart, pin: string): string {
  const colour = part.color ?? (part.type === 'led' ? 'red' : pin);
  return lights[colour as Colour] ?? types[part.type] ?? other;
}
