import { svg } from 'lit';
import type { WiredPart } from '../../device/contract/wiring.ts';
import type { SupplyLeg } from './part-view.ts';

/** The analogue-to-digital converter between a Pi, which has no analogue pins, and a part that gives a voltage. */
const usesSpi = (part: WiredPart) => part.options?.converter === 'mcp3008';

/** Legs of the converter's own module, at its left side. */
export function converterSupplies(part: WiredPart): readonly SupplyLeg[] {
  const bus = usesSpi(part) ? (['sclk', 'miso', 'mosi', 'ce0'] as const) : (['sda', 'scl'] as const);
  const step = 48 / (bus.length + 1);
  return [
    { to: '3v3', leg: { x: 3, y: 20 } },
    ...bus.map((to, index) => ({ to, leg: { x: 3, y: 20 + step * (index + 1) } })),
    { to: 'gnd', leg: { x: 3, y: 68, side: 'left' } },
  ];
}

/** The module, 62 wide and 84 high, and its wires to a part whose legs for 3.3 V, signal and ground are given. */
export function drawConverter(part: WiredPart, to: { v: number; s: number; g: number; y: number }) {
  const name = usesSpi(part) ? 'MCP3008' : 'ADS1115';
  const channel = Number(part.options?.channel ?? 0);
  return svg`<rect class="module blue" x="0" y="6" width="62" height="78" rx="6" />
    <rect class="chip" x="24" y="24" width="22" height="26" rx="2" />
    <text class="print" x="33" y="66" text-anchor="middle">${name}</text><text class="print small" x="33" y="78" text-anchor="middle">${usesSpi(part) ? 'CH' : 'A'}${channel}</text>
    <path class="lead red" d="M58 16C80 16 ${to.v} 112 ${to.v} ${to.y}" />
    <path class="lead blue" d="M58 36C90 40 ${to.s - 6} 122 ${to.s} ${to.y}" />
    <path class="lead" d="M58 72C80 110 ${to.g} 118 ${to.g} ${to.y}" />`;
}
