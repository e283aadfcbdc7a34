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
import type { PartGuide } from './part-guide.ts';
import { potentiometer } from './potentiometer.ts';
import { rgbLed } from './rgb-led.ts';
import { senseHat } from './sense-hat.ts';
import { servo } from './servo.ts';
import { speaker } from './speaker.ts';
import { strip } from './strip.ts';
import { toggleSwitch } from './switch.ts';

export type { PartGuide } from './part-guide.ts';

const guides: readonly PartGuide[] = [
  led,
  button,
  buzzer,
  rgbLed,
  toggleSwitch,
  speaker,
  servo,
  motor,
  motion,
  distance,
  potentiometer,
  light,
  climate,
  strip,
  lcd,
  oled,
  senseHat,
  outputPin,
  inputPin,
];

/** What people should know about each part of the kit, by its type, in the order in which a class meets them. */
export const partGuides: ReadonlyMap<string, PartGuide> = new Map(guides.map((guide) => [guide.type, guide]));
