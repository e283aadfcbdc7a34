import type { Wiring } from '../../device/contract/wiring.ts';
import { type BlockType, blockTypes, blockTypesByCategory } from './block-types.ts';

/** What the blocks of a kit part begin with, by the part's type as in `WiredPart.type`. */
const ofParts: Readonly<Record<string, readonly RegExp[]>> = {
  led: [/^steckbrett_led_/],
  button: [/^steckbrett_(?:when_button|button_)/],
  buzzer: [/^steckbrett_buzzer_/],
  'rgb-led': [/^steckbrett_rgb_/],
  strip: [/^steckbrett_strip_/],
  speaker: [/^steckbrett_(?:speaker_|note$)/],
  servo: [/^steckbrett_servo_/],
  motor: [/^steckbrett_motor_/],
  switch: [/^steckbrett_(?:when_switch|switch_)/],
  motion: [/^steckbrett_(?:when_motion|motion_)/],
  distance: [/^steckbrett_(?:when_)?distance$/],
  potentiometer: [/^steckbrett_(?:when_turned|potentiometer)$/],
  light: [/^steckbrett_(?:when_light|brightness)$/],
  climate: [/^steckbrett_climate$/],
  lcd: [/^steckbrett_lcd_/],
  oled: [/^steckbrett_oled_/],
  'sense-hat': [/^steckbrett_(?:when_joystick$|sense_)/],
  'output-pin': [/^steckbrett_pin_(?:set|toggle|pulse)$/],
  'input-pin': [/^steckbrett_(?:when_pin|pin_high)$/],
};
const colours = /^steckbrett_colour/;
/** Parts that show colours. */
const coloured = ['rgb-led', 'strip', 'sense-hat'];

const network: ReadonlySet<string> = new Set<BlockType>([
  ...blockTypesByCategory.network,
  'steckbrett_when_peer',
]);

/** The type of the part that a block speaks to; `undefined` for a block that speaks to none. */
export function partTypeOf(type: string): string | undefined {
  return Object.keys(ofParts).find((part) => ofParts[part]?.some((of) => of.test(type)));
}

/**
 * The block types of the toolbox, in the language's order.
 *
 * @param lesson what the lesson offers in the step that is open.
 * @param all whether the pupil asked for all blocks. Then everything is offered that can do something here: the
 *   language's basics, the blocks of the wired parts, and the class's network where the lesson offers it, because
 *   without it there is no post between the Pis. Nothing of the lesson is ever left out.
 */
export function typesOffered(lesson: readonly string[], all: boolean, wiring: Wiring): BlockType[] {
  const offered = new Set(lesson);
  const wired = new Set(wiring.parts.map((part) => part.type));
  const networked = lesson.some((type) => network.has(type));
  const useful = (type: BlockType) => {
    if (network.has(type)) return networked;
    if (colours.test(type)) return coloured.some((part) => wired.has(part));
    const part = partTypeOf(type);
    return part === undefined || wired.has(part);
  };
  return blockTypes.filter((type) => offered.has(type) || (all && useful(type)));
}
