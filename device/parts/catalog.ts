import { button } from './button.ts';
import { buzzer } from './buzzer.ts';
import { climate } from './climate.ts';
import { distance } from './distance.ts';
import { inputPin } from './input-pin.ts';
import { lcd } from './lcd.ts';
import { led } from './led.ts';
import { light } from './light.ts';
import { motion } from './motion.ts';
import { motor } from './motor.ts';
import { oled } from './oled.ts';
import { outputPin } from './output-pin.ts';
import type { PartDefinition } from './part.ts';
import { potentiometer } from './potentiometer.ts';
import { rgbLed } from './rgb-led.ts';
import { senseHat } from './sense-hat.ts';
import { servo } from './servo.ts';
import { speaker } from './speaker.ts';
import { strip } from './strip.ts';
import { switchPart } from './switch.ts';

const parts: readonly PartDefinition[] = [
  led,
  rgbLed,
  button,
  switchPart,
  buzzer,
  speaker,
  motion,
  distance,
  servo,
  motor,
  outputPin,
  inputPin,
  potentiometer,
  light,
  climate,
  strip,
  lcd,
  oled,
  senseHat,
];

/** Every part of the kit, by type. */
export const partCatalog: ReadonlyMap<string, PartDefinition> = new Map(
  parts.map((part) => [part.type, part]),
);
