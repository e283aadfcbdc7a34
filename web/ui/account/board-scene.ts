import { html, svg } from 'lit';

/** Distance of the board's holes in the welcome page's background, px; the first hole is at half of it. */
const pitch = 26;

/** Where hole number `index` is, from 0, px. */
const hole = (index: number) => pitch / 2 + pitch * index;

function led(column: number, row: number, color: string) {
  const [x, y] = [hole(column), hole(row)];
  return svg`<path d="M${x} ${y - 30}V${y}M${x + pitch} ${y - 30}V${y}" stroke="#d5ddd8" stroke-width="4" stroke-linecap="round" />
    <circle cx=${x + 13} cy=${y - 58} r="62" fill=${color} opacity="0.16" />
    <path d="M${x - 9} ${y - 30}V${y - 60}a22 22 0 0 1 44 0V${y - 30}z" fill=${color} />
    <rect x=${x - 14} y=${y - 34} width="54" height="9" rx="4" fill=${color} />
    <path d="M${x} ${y - 58}a14 14 0 0 1 9 -13" fill="none" stroke="#ffffff" stroke-width="4" stroke-linecap="round" opacity="0.75" />`;
}

function resistor(column: number, row: number) {
  const [x, y] = [hole(column), hole(row)];
  return svg`<path d="M${x} ${y}v${4 * pitch}" stroke="#d5ddd8" stroke-width="4" stroke-linecap="round" />
    <rect x=${x - 10} y=${y + 20} width="20" height="64" rx="9" fill="#e9cfa6" />
    ${['#c0271f', '#c0271f', '#7a4a1f', '#c99a2e'].map(
      (color, band) => svg`<rect x=${x - 10} y=${y + 30 + band * 13} width="20" height="5" fill=${color} />`,
    )}`;
}

function wire(from: [number, number], to: [number, number], color: string) {
  const [x1, y1, x2, y2] = [hole(from[0]), hole(from[1]), hole(to[0]), hole(to[1])];
  return svg`<path d="M${x1} ${y1}C${x1} ${y1 + 90} ${x2} ${y2 - 90} ${x2} ${y2}" fill="none" stroke=${color} stroke-width="8" stroke-linecap="round" />`;
}

/** Three lit LEDs, their resistors and wires, plugged into the holes of the welcome page's board. */
export const boardScene = html`<svg viewBox="0 0 650 650" aria-hidden="true">
  ${wire([3, 8], [1, 16], '#f0a66b')} ${wire([9, 8], [7, 17], '#7fb0ff')} ${wire([15, 8], [13, 16], '#ffd27a')}
  ${resistor(4, 8)} ${resistor(10, 8)} ${resistor(16, 8)}
  ${led(3, 7, '#ff6a5c')} ${led(9, 7, '#ffb52e')} ${led(15, 7, '#53d98f')}
</svg>`;
