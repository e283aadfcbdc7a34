import type { SpiBus } from '../buses.ts';

/** Three bits on the wire are one bit of colour: 1.25 µs, of which 0.42 µs high say 0 and 0.83 µs say 1. */
const hertz = 2_400_000;
/** Zeros before the first bit, as the pin may have been high, and 300 µs of them behind the last: "show it". */
const before = 4;
const after = 90;

/**
 * Sends colours to a chain of WS2812 LEDs at MOSI.
 *
 * @param colours `rrggbb`, from the LED nearest to the Pi.
 * @throws ProblemError of the bus. Whether there are LEDs at the wire, nobody can tell.
 * @see Worldsemi, WS2812B data sheet: timing, and the order green, red, blue
 */
export function showOnWs2812(bus: SpiBus, colours: readonly string[]): void {
  bus.transfer(0, hertz, ws2812Bytes(colours));
}

/** What goes over MOSI for these colours. */
export function ws2812Bytes(colours: readonly string[]): Uint8Array {
  const bytes = new Uint8Array(before + colours.length * 9 + after);
  let at = before;
  for (const colour of colours) {
    const rgb = Number.parseInt(colour, 16);
    for (const shift of [8, 16, 0]) {
      bytes.set(threefold((rgb >> shift) & 0xff), at);
      at += 3;
    }
  }
  return bytes;
}

/** Each bit as three: 100 or 110. */
function threefold(byte: number): number[] {
  let bits = 0;
  for (let place = 7; place >= 0; place -= 1) bits = (bits << 3) | ((byte >> place) & 1 ? 0b110 : 0b100);
  return [bits >> 16, (bits >> 8) & 0xff, bits & 0xff];
}
