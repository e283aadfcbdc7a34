import type { GuideText } from '../parts/part-guide.ts';

/** A resistor's first two digits and its power of ten, by the colours of its rings. */
const digits = ['#2a2522', '#7a4a1f', '#c0271f', '#e07b16', '#e6c229', '#23874f', '#2b62d9', '#7a48c2'];
const de = ['schwarz', 'braun', 'rot', 'orange', 'gelb', 'grün', 'blau', 'violett'];
const en = ['black', 'brown', 'red', 'orange', 'yellow', 'green', 'blue', 'violet'];

/** The three rings' digits of a resistor, for the values 10 Ω to 77 MΩ that have them. */
function ringDigits(ohms: number): readonly [number, number, number] {
  const power = Math.floor(Math.log10(ohms)) - 1;
  const two = Math.round(ohms / 10 ** power);
  return [Math.floor(two / 10), two % 10, power];
}

/** Its rings as CSS colours, without the golden one of the tolerance. */
export function ringColours(ohms: number): readonly string[] {
  return ringDigits(ohms).map((digit) => digits[digit] ?? '#888888');
}

/** "330 Ω", "10 kΩ". */
export function ohmsText(ohms: number): string {
  return ohms >= 1000 ? `${ohms / 1000} kΩ` : `${ohms} Ω`;
}

/** Its rings in words: "orange-orange-braun". */
export function ringWords(ohms: number): GuideText {
  const rings = ringDigits(ohms);
  return {
    de: rings.map((digit) => de[digit]).join('-'),
    en: rings.map((digit) => en[digit]).join('-'),
  };
}
