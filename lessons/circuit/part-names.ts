import type { WiredPart, Wiring } from '../../device/contract/wiring.ts';
import { partGuides } from '../parts/index.ts';
import type { GuideText } from '../parts/part-guide.ts';

/** A part's name in the cases that building sentences need; English is the same in all of them. */
export interface PartName {
  /** "rote LED". */
  readonly name: GuideText;
  /** "der roten LED". */
  readonly of: GuideText;
  /** "die rote LED". */
  readonly the: GuideText;
  /** "an der roten LED". */
  readonly at: GuideText;
  /** "die rote LED", "der Summer": who does something. */
  readonly subject: GuideText;
}

const colours: Readonly<Record<NonNullable<WiredPart['color']>, { de: string; en: string }>> = {
  red: { de: 'rot', en: 'red' },
  amber: { de: 'gelb', en: 'amber' },
  yellow: { de: 'gelb', en: 'yellow' },
  green: { de: 'grün', en: 'green' },
  blue: { de: 'blau', en: 'blue' },
  white: { de: 'weiß', en: 'white' },
};

/** Masculine names of parts take "des …s"; the feminine ones are listed. */
const feminine: readonly string[] = ['led', 'rgb-led', 'lcd', 'oled'];

/** How people call a part of this wiring; its id stands behind it where two parts are called alike. */
export function partName(part: WiredPart, wiring: Wiring): PartName {
  const title = plainTitle(part);
  const twin = wiring.parts.some((other) => other.id !== part.id && plainTitle(other).de === title.de);
  const id = twin ? ` „${part.id}“` : '';
  const english = `${title.en}${twin ? ` “${part.id}”` : ''}`;
  const colour = part.type === 'led' && part.color ? colours[part.color].de : undefined;
  const noun = colour ? 'LED' : title.de;
  const adjective = (ending: string) => (colour ? `${colour}${ending} ` : '');
  const en = `the ${english}`;
  const onIt = `on the ${english}`;
  if (feminine.includes(part.type)) {
    return {
      name: { de: `${title.de}${id}`, en: english },
      of: { de: `der ${adjective('en')}${noun}${id}`, en },
      the: { de: `die ${adjective('e')}${noun}${id}`, en },
      subject: { de: `die ${adjective('e')}${noun}${id}`, en },
      at: { de: `an der ${adjective('en')}${noun}${id}`, en: onIt },
    };
  }
  const neuter = part.type === 'sense-hat';
  return {
    name: { de: `${title.de}${id}`, en: english },
    of: { de: `des ${genitive(title.de)}${id}`, en },
    the: { de: `${neuter ? 'das' : 'den'} ${oblique(title.de)}${id}`, en },
    subject: { de: `${neuter ? 'das' : 'der'} ${title.de.replace(/^Freier /, 'freie ')}${id}`, en },
    at: { de: `am ${oblique(title.de)}${id}`, en: onIt },
  };
}

/** A part's name as it stands alone, the same for two of a kind. */
export function plainTitle(part: WiredPart): GuideText {
  if (part.type === 'led' && part.color) {
    const { de, en } = colours[part.color];
    return { de: `${de}e LED`, en: `${en} LED` };
  }
  return shortTitles[part.type] ?? partGuides.get(part.type)?.title ?? { de: part.id, en: part.id };
}

/** Where the guide's title says more than a sentence bears. */
const shortTitles: Readonly<Record<string, GuideText>> = {
  motor: { de: 'Motortreiber', en: 'motor driver' },
  potentiometer: { de: 'Drehregler', en: 'knob' },
  button: { de: 'Taster', en: 'button' },
  switch: { de: 'Schalter', en: 'switch' },
  buzzer: { de: 'Summer', en: 'buzzer' },
  speaker: { de: 'Lautsprecher', en: 'speaker' },
  motion: { de: 'Bewegungsmelder', en: 'motion sensor' },
  distance: { de: 'Abstandssensor', en: 'distance sensor' },
  light: { de: 'Lichtsensor', en: 'light sensor' },
  climate: { de: 'Wettersensor', en: 'weather sensor' },
  strip: { de: 'Lichtstreifen', en: 'light strip' },
  lcd: { de: 'LCD-Anzeige', en: 'LCD' },
  oled: { de: 'OLED-Anzeige', en: 'OLED display' },
};

function genitive(noun: string): string {
  if (noun.startsWith('Freier ')) return `freien ${noun.slice(7)}s`;
  return /(en|er|or|al|vo)$/.test(noun) ? `${noun}s` : noun;
}

/** Accusative and dative. */
function oblique(noun: string): string {
  return noun.startsWith('Freier ') ? `freien ${noun.slice(7)}` : noun;
}
