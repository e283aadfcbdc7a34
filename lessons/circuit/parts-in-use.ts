import type { Wiring } from '../../device/contract/wiring.ts';

/**
 * The part of a wiring that a lesson speaks of: in its programs, its pictures of blocks, its goals. A kit's wiring has
 * more than a first lesson needs. If none is spoken of, the whole wiring.
 *
 * @param told whatever may name parts: saved blocks, checks of goals.
 */
export function partsInUse(wiring: Wiring, told: readonly unknown[]): Wiring {
  const words = new Set<string>();
  const listen = (one: unknown): void => {
    if (typeof one === 'string') words.add(one.split('.', 1)[0]!);
    else if (Array.isArray(one)) one.forEach(listen);
    else if (typeof one === 'object' && one !== null) {
      for (const [key, value] of Object.entries(one)) {
        words.add(key.split('.', 1)[0]!);
        listen(value);
      }
    }
  };
  told.forEach(listen);
  const parts = wiring.parts.filter(({ id }) => words.has(id));
  return parts.length > 0 ? { parts } : wiring;
}
