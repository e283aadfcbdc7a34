import { climate } from './climate.ts';
import { colours } from './colour.ts';
import { registerColourField } from './colour-field.ts';
import { distance } from './distance.ts';
import type { BlockFamily, Blockly, LanguageBlock, PartFamily } from './family.ts';
import { inputPin } from './input-pin.ts';
import { lcd } from './lcd.ts';
import { light } from './light.ts';
import { motion } from './motion.ts';
import { motor } from './motor.ts';
import { network } from './network.ts';
import { registerNoteField } from './note-field.ts';
import { oled } from './oled.ts';
import { outputPin } from './output-pin.ts';
import { potentiometer } from './potentiometer.ts';
import { rgbLed } from './rgb-led.ts';
import { senseHat } from './sense-hat.ts';
import { servo } from './servo.ts';
import { speaker } from './speaker.ts';
import { strip } from './strip.ts';
import { toggleSwitch } from './switch.ts';

/** The parts beyond the basic kit. They are loaded when a toolbox or some work mentions a block of this file. */
export const morePartFamilies: readonly PartFamily[] = [
  rgbLed,
  strip,
  speaker,
  servo,
  motor,
  toggleSwitch,
  motion,
  distance,
  potentiometer,
  light,
  climate,
  lcd,
  oled,
  senseHat,
  outputPin,
  inputPin,
];

/** They, what they need beside (colours), and what else few lessons need: the class's network. */
export const moreFamilies: readonly BlockFamily[] = [...morePartFamilies, colours, network];

/** Their blocks. */
export const moreBlocks: readonly LanguageBlock[] = moreFamilies.flatMap((family) => family.blocks);

/** Registers the fields that their blocks have. */
export function registerMoreFields(blockly: Blockly): void {
  registerColourField(blockly);
  registerNoteField(blockly);
}
