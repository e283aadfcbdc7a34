import type { PlannedComponent, PlannedHole } from './part-plan.ts';
import { ohmsText, ringWords } from './resistors.ts';

const rails = {
  'left-minus': { de: 'in die linke Minus-Leiste', en: 'to the left minus rail' },
  'right-minus': { de: 'in die rechte Minus-Leiste', en: 'to the right minus rail' },
} as const;

/** A resistor between two holes, or from a hole to the minus rail. */
export function resistor(suffix: string, ohms: number, from: PlannedHole, to: PlannedHole): PlannedComponent {
  const rings = ringWords(ohms);
  const size = ohmsText(ohms);
  const where = (two: string) =>
    typeof to === 'string' ? rails[to] : { de: `in Loch ${two}`, en: `to hole ${two}` };
  return {
    suffix,
    kind: 'resistor',
    ohms,
    name: { de: `Widerstand ${size}`, en: `resistor ${size}` },
    legs: { one: from, two: to },
    check: (at) => {
      const end = where(at.two!);
      return {
        de: `Steckt der Widerstand ${size} von Loch ${at.one} ${end.de}? Drück beide Beine fest.`,
        en: `Does the resistor ${size} go from hole ${at.one} ${end.en}? Push both legs in firmly.`,
      };
    },
    text: (at) => ({
      de: `Stecke einen Widerstand ${size} (Ringe: ${rings.de}) von Loch ${at.one} ${where(at.two!).de}. Wie herum, ist egal.`,
      en: `Put a resistor ${size} (rings: ${rings.en}) from hole ${at.one} ${where(at.two!).en}. Either way round will do.`,
    }),
  };
}
