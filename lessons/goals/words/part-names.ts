import type { WiredPart, Wiring } from '../../../device/contract/wiring.ts';
import { type Both, same } from './say.ts';

/** A part as a sentence names it: who does something, and in German whom somebody presses. */
export interface PartName extends Both {
  /** "den Taster". */
  readonly deWhom: string;
}

type Gender = 'der' | 'die' | 'das';

const nouns: Readonly<Record<string, readonly [Gender, string, string]>> = {
  led: ['die', 'LED', 'LED'],
  'rgb-led': ['die', 'RGB-LED', 'RGB LED'],
  button: ['der', 'Taster', 'button'],
  switch: ['der', 'Schalter', 'switch'],
  buzzer: ['der', 'Summer', 'buzzer'],
  speaker: ['der', 'Lautsprecher', 'speaker'],
  motion: ['der', 'Bewegungsmelder', 'motion sensor'],
  distance: ['der', 'Abstandssensor', 'distance sensor'],
  servo: ['der', 'Servo', 'servo'],
  motor: ['der', 'Motor', 'motor'],
  potentiometer: ['der', 'Drehregler', 'knob'],
  light: ['der', 'Lichtsensor', 'light sensor'],
  climate: ['der', 'Wettersensor', 'weather sensor'],
  strip: ['der', 'Lichtstreifen', 'light strip'],
  lcd: ['das', 'LCD', 'LCD'],
  oled: ['das', 'OLED', 'OLED'],
  'sense-hat': ['der', 'Sense HAT', 'Sense HAT'],
  'output-pin': ['der', 'Ausgang', 'output'],
  'input-pin': ['der', 'Eingang', 'input'],
};

/** Colours before a feminine noun; LEDs alone have them. */
const colours: Readonly<Record<NonNullable<WiredPart['color']>, readonly [string, string]>> = {
  red: ['rote', 'red'],
  amber: ['gelbe', 'amber'],
  green: ['grüne', 'green'],
  blue: ['blaue', 'blue'],
  white: ['weiße', 'white'],
  yellow: ['gelbe', 'yellow'],
};

/** The types whose names are known here. */
export const namedTypes: readonly string[] = Object.keys(nouns);

/** A part's name, with what tells it apart when others of the wiring are called the same: "der Taster an GPIO 25". */
export function partName(id: string, { parts }: Wiring): PartName {
  const part = parts.find((one) => one.id === id);
  if (!part) return { ...same(`„${id}“`), en: `“${id}”`, deWhom: `„${id}“` };
  const own = plainName(part);
  const others = parts.filter((one) => one !== part && plainName(one).de === own.de);
  if (others.length === 0) return own;
  const where = placeOf(part);
  return { de: own.de + where.de, en: own.en + where.en, deWhom: own.deWhom + where.de };
}

function plainName({ id, type, color }: WiredPart): PartName {
  const noun = Object.hasOwn(nouns, type) ? nouns[type] : undefined;
  if (!noun) return { ...same(`„${id}“`), en: `“${id}”`, deWhom: `„${id}“` };
  const [gender, de, en] = noun;
  if (type === 'led' && color) {
    const [german, english] = colours[color];
    return { de: `die ${german} LED`, en: `the ${english} LED`, deWhom: `die ${german} LED` };
  }
  return { de: `${gender} ${de}`, en: `the ${en}`, deWhom: `${gender === 'der' ? 'den' : gender} ${de}` };
}

function placeOf({ id, pins, options }: WiredPart): Both {
  const gpio = Object.values(pins)[0];
  if (gpio !== undefined) return { de: ` an GPIO ${gpio}`, en: ` at GPIO ${gpio}` };
  const channel = options?.channel;
  if (channel !== undefined) return { de: ` an Kanal ${channel}`, en: ` at channel ${channel}` };
  return { de: ` „${id}“`, en: ` “${id}”` };
}
