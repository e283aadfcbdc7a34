import type { WiredPart, Wiring } from '../../device/contract/wiring.ts';
import { signalColours, type WireColour } from './circuit.ts';

/** The wires of supplies and bus lines. */
export const lineColours = {
  gnd: 'black',
  '3v3': 'orange',
  '5v': 'red',
  sda: 'blue',
  scl: 'yellow',
  mosi: 'violet',
  miso: 'green',
  sclk: 'white',
  ce0: 'brown',
} as const satisfies Readonly<Record<string, WireColour>>;

/** Where a pin's wire has the colour of what it lights. */
const ownColours: Readonly<Record<string, (part: WiredPart, pin: string) => string | undefined>> = {
  led: ({ color }) => (color === 'amber' ? 'yellow' : color),
  'rgb-led': (_part, pin) => pin,
};

/**
 * The colour of each pin's wire, by GPIO: the same on paper, in the wiring view and on the board beside the program.
 * Lamps get a wire of their colour where there is one; red, orange and black stay for supplies; the others take turns.
 *
 * @param wiring the whole wiring: of a part of it, colours could differ.
 */
export function wireColours(wiring: Wiring): ReadonlyMap<number, WireColour> {
  const pins = wiring.parts.flatMap((part) =>
    Object.entries(part.pins).map(([pin, gpio]) => ({
      gpio,
      liked: signalColours.find((colour) => colour === ownColours[part.type]?.(part, pin)),
    })),
  );
  const chosen = new Map<number, WireColour>();
  for (const { gpio, liked } of pins) if (liked) chosen.set(gpio, liked);
  for (const { gpio } of pins) if (!chosen.has(gpio)) chosen.set(gpio, rarest([...chosen.values()]));
  return chosen;
}

/** The signal colour that is used least, the first of several. */
export function rarest(used: readonly WireColour[]): WireColour {
  const count = (colour: WireColour) => used.filter((one) => one === colour).length;
  return [...signalColours].sort((one, other) => count(one) - count(other))[0]!;
}
