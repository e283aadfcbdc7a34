import { msg } from '@lit/localize';

/** What parts tell of themselves, as people say it; an event without a word stands for itself. */
export function eventWord(name: string): string {
  const words: Readonly<Record<string, () => string>> = {
    turned: () => msg('gedreht'),
    near: () => msg('nah'),
    far: () => msg('weit weg'),
    lighter: () => msg('heller'),
    darker: () => msg('dunkler'),
    moved: () => msg('Bewegung'),
    still: () => msg('Ruhe'),
    up: () => msg('nach oben'),
    down: () => msg('nach unten'),
    left: () => msg('nach links'),
    right: () => msg('nach rechts'),
    pressed: () => msg('gedrückt'),
    released: () => msg('losgelassen'),
    closed: () => msg('geschlossen'),
    opened: () => msg('offen'),
    high: () => msg('hoch'),
    low: () => msg('tief'),
  };
  return Object.hasOwn(words, name) ? words[name]!() : name;
}
