import type { PartValue } from '../../../device/parts/driver.ts';
import { type Both, number } from './say.ts';

/** How a value of a part is spoken of. */
interface ValueWords extends Both {
  /** Behind its numbers, with the space before it. */
  readonly unit: string;
}

const words: Readonly<Record<string, ValueWords>> = {
  brightness: { de: 'die Helligkeit', en: 'the brightness', unit: ' %' },
  distance: { de: 'der Abstand', en: 'the distance', unit: ' cm' },
  position: { de: 'die Stellung des Drehreglers', en: 'the position of the knob', unit: ' %' },
  temperature: { de: 'die Temperatur', en: 'the temperature', unit: ' °C' },
  humidity: { de: 'die Luftfeuchte', en: 'the humidity', unit: ' %' },
  pressure: { de: 'der Luftdruck', en: 'the air pressure', unit: ' hPa' },
  tiltX: { de: 'die Neigung nach rechts', en: 'the tilt to the right', unit: '°' },
  tiltY: { de: 'die Neigung nach vorn', en: 'the tilt to the front', unit: '°' },
  angle: { de: 'der Winkel', en: 'the angle', unit: '°' },
  hertz: { de: 'die Tonhöhe', en: 'the pitch', unit: ' Hz' },
  power: { de: 'die Kraft', en: 'the power', unit: ' %' },
  lit: { de: 'die Zahl der leuchtenden Lichter', en: 'the count of shining lights', unit: '' },
  place: { de: 'die Nummer des leuchtenden Lichts', en: 'the number of the shining light', unit: '' },
  colours: { de: 'die Zahl der Farben', en: 'the number of colours', unit: '' },
  colour: { de: 'die Farbe', en: 'the colour', unit: '' },
  picture: { de: 'das Bild', en: 'the picture', unit: '' },
};

/** What a value is called: "der Abstand". */
export function valueName(value: string): Both {
  return (Object.hasOwn(words, value) && words[value]) || { de: `„${value}“`, en: `“${value}”` };
}

/** A value as people write it: "20 cm". */
export function valueText(value: string, is: PartValue): Both {
  if (typeof is === 'boolean') return is ? { de: 'an', en: 'on' } : { de: 'aus', en: 'off' };
  if (typeof is === 'string') return { de: `„${shortened(is)}“`, en: `“${shortened(is)}”` };
  if (Number.isNaN(is)) return { de: 'noch unbekannt', en: 'not known yet' };
  const unit = Object.hasOwn(words, value) ? words[value]!.unit : '';
  const { de, en } = number(value === 'hertz' ? Math.round(is) : is);
  return { de: de + unit, en: en + unit };
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 30 ? `${line.slice(0, 30)}…` : line;
}
