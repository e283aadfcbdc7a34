import { msg, str } from '@lit/localize';
import { html, svg } from 'lit';
import type { WiredPart } from '../../device/contract/wiring.ts';
import type { PartView } from './part-view.ts';
import { coloursOf } from './picture.ts';

const perRow = 10;
const pixelsOf = (part: WiredPart) => Number(part.options?.pixels ?? 8);

/** A WS2812 strip on SPI, drawn in rows of ten. */
export const stripView: PartView = {
  size: (part) => ({ width: 236, height: 20 + Math.ceil(pixelsOf(part) / perRow) * 26 + 26 }),
  legs: {},
  supplies: () => [
    { to: '5v', leg: { x: 4, y: 14 } },
    { to: 'mosi', leg: { x: 4, y: 28 } },
    { to: 'gnd', leg: { x: 4, y: 42, side: 'left' } },
  ],
  output: true,
  name: () => msg('Lichtstreifen'),
  state(part, now) {
    const lit = coloursOf(now.text('picture'), pixelsOf(part)).filter((one) => one !== '#000000').length;
    return lit === 0 ? msg('aus') : msg(str`${lit} von ${pixelsOf(part)} Lichtern an`);
  },
  draw(part, now) {
    const colours = coloursOf(now.text('picture'), pixelsOf(part));
    const rows = Math.ceil(colours.length / perRow);
    return html`<svg class="drawn" viewBox="0 0 236 ${20 + rows * 26 + 26}" width="236" height=${20 + rows * 26 + 26}>${svg`
      <rect x="0" y="4" width="30" height="46" rx="4" fill="#22302a" />
      ${['5V', 'DIN', 'GND'].map((name, index) => svg`<text class="print small" x="9" y=${17 + index * 14}>${name}</text>`)}
      ${Array.from({ length: rows }, (_, row) => {
        const inRow = Math.min(perRow, colours.length - row * perRow);
        return svg`<rect x="34" y=${8 + row * 26} width=${inRow * 20 + 4} height="24" rx="4" fill="#fdfdfb" stroke="#c9c2b2" />`;
      })}
      ${colours.map((colour, index) => {
        const x = 46 + (index % perRow) * 20;
        const y = 20 + Math.floor(index / perRow) * 26;
        const dark = colour === '#000000';
        return svg`${dark ? '' : svg`<circle cx=${x} cy=${y} r="12" fill=${colour} opacity="0.35" />`}
          <rect x=${x - 7} y=${y - 7} width="14" height="14" rx="3" fill="#fff" stroke="#b7b09f" /><circle cx=${x} cy=${y} r="5.4" fill=${dark ? '#d9d4c7' : colour} />`;
      })}`}</svg>`;
  },
};
