import type { PlannedComponent, PlannedHole } from './part-plan.ts';
import { ohmsText, ringWords } from './resistors.ts';

const rail = { de: 'in die Minus-Leiste', en: 'to the minus rail' };

/** A resistor between two holes, or from a hole to the minus rail. */
export function resistor(suffix: string, ohms: number, from: PlannedHole, to: PlannedHole): PlannedComponent {
  const rings = ringWords(ohms);
  const size = ohmsText(ohms);
  return {
    suffix,
    kind: 'resistor',
    ohms,
    name: { de: `Widerstand ${size}`, en: `resistor ${size}` },
    legs: { one: from, two: to },
    text: (at) => ({
      de: `Stecke einen Widerstand ${size} (${rings.de}) von ${at.one} ${typeof to === 'string' ? rail.de : `nach ${at.two}`}.`,
      en: `Put a resistor ${size} (${rings.en}) from ${at.one} ${typeof to === 'string' ? rail.en : `to ${at.two}`}.`,
    }),
  };
}
