import type { PartValue } from '../../../device/parts/driver.ts';
import type { Both } from './say.ts';
import { valueText } from './value-words.ts';

/** The notes of an octave from c on, as the note block has them. */
const names = {
  de: ['c', 'cis', 'd', 'dis', 'e', 'f', 'fis', 'g', 'gis', 'a', 'ais', 'h'],
  en: ['C', 'C♯', 'D', 'D♯', 'E', 'F', 'F♯', 'G', 'G♯', 'A', 'A♯', 'B'],
} as const;
const octaves = { de: ['′', '″', '‴'], en: ['4', '5', '6'] } as const;

/** How far a tone may be from a note, in semitones, and still be called by its name. */
const nearby = 0.1;

/**
 * A value as people write it; a tone that the note block knows by its name too: "d′ (294 Hz)". Pupils choose notes, not
 * numbers.
 */
export function toneText(value: string, is: PartValue): Both {
  const text = valueText(value, is);
  if (value !== 'hertz' || typeof is !== 'number' || !(is > 0)) return text;
  const exact = 9 + 12 * Math.log2(is / 440);
  const note = Math.round(exact);
  const octave = Math.floor(note / 12);
  if (Math.abs(exact - note) > nearby || octave < 0 || octave >= octaves.de.length) return text;
  const name = (language: 'de' | 'en') => `${names[language][note % 12]}${octaves[language][octave]}`;
  return { de: `${name('de')} (${text.de})`, en: `${name('en')} (${text.en})` };
}
