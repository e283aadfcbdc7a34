/** What a pin of the Pi's header is for. */
export type PinKind = 'gpio' | 'v3' | 'v5' | 'gnd' | 'eeprom';

/** One of the 40 pins: its place on the header counts from 1, odd pins lie inside, even pins at the edge. */
export interface HeaderPin {
  readonly pin: number;
  readonly kind: PinKind;
  /** The chip's number (BCM); only for `gpio`. */
  readonly gpio?: number;
}

/**
 * The header of every 40-pin Raspberry Pi, in the order of the pins; numbers are GPIOs. 0 and 1 (`E`) read the
 * HAT's EEPROM and are not for programs. Source: Raspberry Pi documentation, "GPIO and the 40-pin header".
 */
const order =
  '3 5 2 5 3 G 4 14 G 15 17 18 27 G 22 23 3 24 10 G 9 25 11 8 G 7 E E 5 G 6 12 13 G 19 16 26 20 G 21';

/** Where the listing's "3" and "5" mean volts, not GPIOs. */
const volts: Readonly<Record<number, PinKind>> = { 1: 'v3', 2: 'v5', 4: 'v5', 17: 'v3' };

/** All pins of the header, from 1 to 40. */
export const headerPins: readonly HeaderPin[] = order.split(' ').map((text, index) => {
  const pin = index + 1;
  const kind = volts[pin] ?? (text === 'G' ? 'gnd' : text === 'E' ? 'eeprom' : 'gpio');
  return kind === 'gpio' ? { pin, kind, gpio: Number(text) } : { pin, kind };
});

const byGpio = new Map(
  headerPins.flatMap((one) => (one.gpio === undefined ? [] : [[one.gpio, one] as const])),
);

/** The pin of a GPIO. @throws RangeError for a GPIO that is not on the header. */
export function pinOfGpio(gpio: number): HeaderPin {
  const pin = byGpio.get(gpio);
  if (!pin) throw new RangeError(`GPIO ${gpio} is not on the header`);
  return pin;
}
