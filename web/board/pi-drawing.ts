import { svg, type TemplateResult } from 'lit';
import { headerPins, type PinKind } from '../../device/parts/header.ts';
import type { WireColour } from '../../lessons/circuit/circuit.ts';
import { wireInk, wirePaint } from '../circuit/wire-paint.ts';
import type { Levels } from './board-state.ts';
import { piArea, pinPoint, type Stage } from './layout.ts';

const label: Readonly<Record<Exclude<PinKind, 'gpio'>, string>> = {
  v3: '3V3',
  v5: '5V',
  gnd: 'GND',
  eeprom: 'ID',
};

/** The Pi's board, its chip and its sockets; `running` lets its activity light shine. */
export function drawPi(state: { online: boolean; running: boolean }): TemplateResult {
  const { x, y, width, height } = piArea;
  return svg`<g class="pi">
    <rect class="socket" x=${x + 12} y=${y + height - 40} width="50" height="50" rx="3" />
    <rect class="socket" x=${x + 70} y=${y + height - 40} width="50" height="50" rx="3" />
    <rect class="socket" x=${x + 128} y=${y + height - 46} width="56" height="54" rx="3" />
    <rect class="socket" x=${x - 5} y=${y + 96} width="22" height="30" rx="4" />
    <rect class="socket" x=${x - 5} y=${y + 176} width="20" height="26" rx="3" />
    <rect class="socket" x=${x - 5} y=${y + 226} width="20" height="26" rx="3" />
    <rect class="pcb" x=${x} y=${y} width=${width} height=${height - 6} rx="14" />
    <rect class="socket front" x=${x + 12} y=${y + height - 34} width="50" height="30" rx="3" />
    <rect class="socket front" x=${x + 70} y=${y + height - 34} width="50" height="30" rx="3" />
    <rect class="socket front" x=${x + 128} y=${y + height - 40} width="56" height="36" rx="3" />
    ${[
      [20, 20],
      [width - 20, 20],
      [20, height - 64],
      [width - 20, height - 64],
    ].map(([dx, dy]) => svg`<circle class="mount" cx=${x + dx!} cy=${y + dy!} r="7" />`)}
    <rect class="chip" x=${x + 8} y=${y + 300} width="38" height="38" rx="4" />
    <rect class="chip-lid" x=${x + 13} y=${y + 305} width="28" height="28" rx="3" />
    <rect class="chip" x=${x + 12} y=${y + 366} width="30" height="24" rx="2" />
    <circle class="lamp ${state.online ? 'power' : ''}" cx=${x + 22} cy=${y + 52} r="4" />
    <circle class="lamp ${state.running ? 'activity' : ''}" cx=${x + 38} cy=${y + 52} r="4" />
    <text class="print" transform="translate(${x + 32} ${y + 270}) rotate(-90)">Raspberry Pi</text>
    <rect class="header" x="104" y="26" width="50" height="439" rx="5" />
  </g>`;
}

/** The breadboard with its holes and the ground rail. */
export function drawBreadboard({ breadboard, groundRail }: Stage): TemplateResult {
  const { x, y, width, height } = breadboard;
  return svg`<g class="breadboard">
    <defs><pattern id="holes" x=${x + 5} y=${y + 6} width="11" height="11" patternUnits="userSpaceOnUse">
      <rect x="4" y="4" width="3.4" height="3.4" rx="1" class="hole" />
    </pattern></defs>
    <rect class="base" x=${x} y=${y} width=${width} height=${height} rx="10" />
    <rect fill="url(#holes)" x=${x + 5} y=${y + 6} width=${width - 34} height=${height - 12} />
    <line class="rail" x1=${groundRail.x} x2=${groundRail.x} y1=${groundRail.top} y2=${groundRail.bottom} />
    <line class="minus" x1=${groundRail.x - 5} x2=${groundRail.x + 5} y1=${groundRail.bottom + 11} y2=${groundRail.bottom + 11} />
  </g>`;
}

/** All 40 pins; the ones that carry a wire get their label in the wire's colour. */
export function drawPins(
  levels: Levels,
  wireColours: ReadonlyMap<number, WireColour>,
  idleHigh: ReadonlySet<number>,
): TemplateResult {
  return svg`<g class="pins">${headerPins.map(({ pin, kind, gpio }) => {
    const { x, y } = pinPoint(pin);
    const level = gpio === undefined ? undefined : (levels.get(gpio) ?? 0);
    const left = pin % 2 === 1;
    const text = kind === 'gpio' ? `GPIO ${gpio}` : label[kind];
    const colour = wireColours.get(pin);
    const at = left ? x - 18 : x + 18;
    return svg`<g class="pin ${kind} ${gpio !== undefined && idleHigh.has(gpio) ? 'idle-high' : ''}" data-pin=${pin} data-gpio=${gpio ?? ''} data-level=${level ?? ''}>
      <title>Pin ${pin}: ${text}</title>
      ${
        colour
          ? svg`<rect class="tag" style="fill:${wirePaint[colour]}" x=${left ? at - 46 : at - 4} y=${y - 8.5} width="50" height="17" rx="8.5" />`
          : ''
      }
      <rect class="contact" x=${x - 6.5} y=${y - 6.5} width="13" height="13" rx="3.5" />
      <text class="pin-label ${colour ? 'wired' : ''}" style=${colour ? `fill:${wireInk[colour]}` : ''} x=${at} y=${y + 4} text-anchor=${left ? 'end' : 'start'}>${text}</text>
    </g>`;
  })}</g>`;
}
