import type { WireColour } from '../../lessons/circuit/circuit.ts';

/** The wires' colours, as jumper wires have them; grey tones of neighbours differ, for printers without colour. */
export const wirePaint: Readonly<Record<WireColour, string>> = {
  red: '#cf2e26',
  orange: '#ee8434',
  black: '#23292b',
  yellow: '#f0c419',
  green: '#2e8b57',
  blue: '#2b62d9',
  violet: '#8a55c9',
  white: '#f6f5ef',
  brown: '#875a36',
};

/** What can be read on it. */
export const wireInk: Readonly<Record<WireColour, string>> = {
  red: '#fff',
  orange: '#1f1408',
  black: '#fff',
  yellow: '#1f1a08',
  green: '#fff',
  blue: '#fff',
  violet: '#fff',
  white: '#1f2a24',
  brown: '#fff',
};
