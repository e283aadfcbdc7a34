import type { Helper } from '../helpers.ts';
import type { PythonPart } from '../python-block.ts';
import { light, potentiometer } from './analogue.ts';
import { buzzer } from './buzzer.ts';
import { climate } from './climate.ts';
import { button, toggleSwitch } from './contacts.ts';
import { lcd, oled } from './displays.ts';
import { distance, motion } from './eyes-and-ears.ts';
import { led } from './led.ts';
import { motor } from './motor.ts';
import { inputPin, outputPin } from './pins.ts';
import { rgbLed } from './rgb-led.ts';
import { senseHat } from './sense-hat.ts';
import { servo } from './servo.ts';
import { speaker } from './speaker.ts';
import { strip } from './strip.ts';

/** Every part of the kit. */
export const pythonParts: readonly PythonPart[] = [
  led,
  button,
  buzzer,
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

/** What their blocks need beside, by name. */
export const partHelpers: Readonly<Record<string, Helper>> = Object.assign(
  {},
  ...pythonParts.map((part) => part.helpers ?? {}),
);
