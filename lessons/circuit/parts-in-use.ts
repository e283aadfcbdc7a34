import type { WiredPart, Wiring } from '../../device/contract/wiring.ts';
import { plainTitle } from './part-names.ts';

/**
 * The part of a wiring that a lesson speaks of: in its programs, its pictures of blocks, its goals by id, in its texts by
 * name ("Summer", an LED by its colour). A kit's wiring has more than a first lesson needs. If none is spoken of, the
 * whole wiring.
 *
 * @param told whatever may name parts: saved blocks, checks of goals, steps with their texts.
 */
export function partsInUse(wiring: Wiring, told: readonly unknown[]): Wiring {
  const words = new Set<string>();
  const texts: string[] = [];
  const listen = (one: unknown): void => {
    if (typeof one === 'string') {
      words.add(one.split('.', 1)[0]!);
      texts.push(one.toLowerCase());
    } else if (Array.isArray(one)) one.forEach(listen);
    else if (typeof one === 'object' && one !== null) {
      for (const [key, value] of Object.entries(one)) {
        words.add(key.split('.', 1)[0]!);
        listen(value);
      }
    }
  };
  told.forEach(listen);
  const parts = wiring.parts.filter(
    (part) =>
      words.has(part.id) || spokenNames(part).some((name) => texts.some((text) => text.includes(name))),
  );
  return parts.length > 0 ? { parts } : wiring;
}

/** How texts call a part, in either language: "gelbe" stands for "gelbe LED" and "gelben LED". */
function spokenNames(part: WiredPart): string[] {
  const { de, en } = plainTitle(part);
  return [de.replace(/ LED$/, ''), en].map((name) => name.toLowerCase());
}
