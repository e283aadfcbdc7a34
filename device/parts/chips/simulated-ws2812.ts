import type { SimulatedSpiChip } from '../simulated-context.ts';

/** A chain of WS2812 LEDs, and what they show. */
export interface SimulatedWs2812 extends SimulatedSpiChip {
  /** `rrggbb`, from the first. */
  shown(): string[];
}

/** µs of a bit on MOSI, by the speed that the driver asks for: a simulated bus has no time of its own. */
const bitTime = 1 / 2.4;
/** A longer low than this, in µs, and the LEDs show what they have got. */
const latch = 50;

/**
 * WS2812 LEDs that look at the lengths of the pulses, in µs, as their data sheet has them: 0.2 to 0.5 high are a 0,
 * 0.55 to 1 a 1. Anything else spoils the transmission, and they keep what they show.
 */
export function createSimulatedWs2812(pixels: number): SimulatedWs2812 {
  let shown = Array.from({ length: pixels }, () => '000000');
  return {
    chipSelect: 0,
    transfer(bytes) {
      const colours = decode(bytes);
      if (colours) shown = shown.map((old, index) => colours[index] ?? old);
      return new Uint8Array(bytes.length);
    },
    shown: () => [...shown],
  };
}

function decode(bytes: Uint8Array): string[] | undefined {
  const wire = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  const bits: string[] = [];
  for (const [, high, low] of wire.matchAll(/(1+)(0*)/g)) {
    const length = high!.length * bitTime;
    if (length < 0.2 || length > 1) return undefined;
    if (length > 0.5 && length < 0.55) return undefined;
    bits.push(length >= 0.55 ? '1' : '0');
    if (low!.length * bitTime >= latch) {
      const colours = bits.join('').match(/.{24}/g) ?? [];
      return colours.map(grbToRgb);
    }
  }
  return undefined;
}

function grbToRgb(bits: string): string {
  const grb = Number.parseInt(bits, 2).toString(16).padStart(6, '0');
  return grb.slice(2, 4) + grb.slice(0, 2) + grb.slice(4);
}
