import '@wokwi/elements/dist/esm/lcd1602-element.js';
import { msg } from '@lit/localize';
import { html, svg } from 'lit';
import type { PartView } from './part-view.ts';

/** Where the display begins: before it stands the level shifter that its 5 V bus needs. */
const displayX = 84;

/** A text display of two lines on the I²C bus. */
export const lcdView: PartView = {
  size: () => ({ width: 302 + displayX, height: 138 }),
  legs: {},
  supplies: () => [
    { to: '3v3', leg: { x: 3, y: 66 } },
    { to: 'sda', leg: { x: 3, y: 84 } },
    { to: 'scl', leg: { x: 3, y: 102 } },
    { to: '5v', leg: { x: displayX + 4, y: 41.5 } },
    { to: 'gnd', leg: { x: 3, y: 120, side: 'left' } },
  ],
  output: true,
  name: () => 'LCD',
  state: (_part, now) => now.text('picture').replaceAll('\n', ' ').trim() || msg('leer'),
  draw(_part, now) {
    const lines = now.text('picture').split('\n');
    const text = [0, 1].map((row) => (lines[row] ?? '').padEnd(16).slice(0, 16)).join('');
    return html`<svg class="drawn" viewBox="0 0 386 138" width="386" height="138">${svg`
      <rect class="module red" x="0" y="50" width="58" height="84" rx="5" />
      ${['3V3', 'SDA', 'SCL', 'GND'].map((name, index) => svg`<text class="print small" x="8" y=${69 + index * 18}>${name}</text>`)}
      <text class="print small" x="29" y="60" text-anchor="middle">${msg('Pegelwandler')}</text>
      <path class="lead red" d="M58 66C72 66 70 41.5 ${displayX + 4} 41.5" /><path class="lead blue" d="M58 84C72 84 72 51 ${displayX + 4} 51" />
      <path class="lead yellow" d="M58 102C76 102 74 60.5 ${displayX + 4} 60.5" /><path class="lead" d="M58 120C80 120 66 32 ${displayX + 4} 32" />`}</svg>
      <wokwi-lcd1602 pins="i2c" .text=${text} style="position:absolute;left:${displayX}px;top:0"></wokwi-lcd1602>`;
  },
};
