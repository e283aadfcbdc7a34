import { svg, type TemplateResult } from 'lit';
import { headerPins, type PinKind } from '../../device/parts/header.ts';
import { leftColumns, rightColumns, rows } from '../../lessons/circuit/breadboard.ts';
import type { Circuit, WireColour } from '../../lessons/circuit/circuit.ts';
import {
  allHoles,
  allRailHoles,
  breadboard,
  header,
  holePoint,
  labelsEnd,
  numberX,
  piBoard,
  pinPoint,
  railPoint,
} from './geometry.ts';
import { wireInk, wirePaint } from './wire-paint.ts';

const supplyNames: Readonly<Record<Exclude<PinKind, 'gpio'>, string>> = {
  v3: '3,3 V',
  v5: '5 V',
  gnd: 'GND',
  eeprom: 'ID',
};
const railVolts = { '3v3': '3,3 V', '5v': '5 V', gnd: 'GND' } as const;

/** The Pi with its header; pins without a wire keep a quiet label. */
export function drawPi(): TemplateResult {
  const { x, y, width, height } = piBoard;
  return svg`<g class="pi">
    ${[18, 58].map((dx) => svg`<rect class="socket" x=${x + dx} y=${y + height - 22} width="34" height="30" rx="3" />`)}
    <rect class="socket" x=${x - 5} y=${y + 60} width="20" height="24" rx="3" />
    <rect class="socket" x=${x - 4} y=${y + 120} width="18" height="22" rx="3" />
    <rect class="socket" x=${x - 4} y=${y + 160} width="18" height="22" rx="3" />
    <rect class="pcb" x=${x} y=${y} width=${width} height=${height} rx="11" />
    <circle class="mount" cx=${x + 13} cy=${y + 13} r="5" /><circle class="mount" cx=${x + 13} cy=${y + height - 34} r="5" />
    <rect class="chip" x=${x + 4} y=${y + 214} width="24" height="24" rx="2.5" /><rect class="lid" x=${x + 7} y=${y + 217} width="18" height="18" rx="2" />
    <text class="silk" transform="translate(${x + 16} ${y + 206}) rotate(-90)">Raspberry Pi</text>
    <rect class="strip" x=${header.odd - 8.5} y=${header.top - 9} width=${header.even - header.odd + 17} height=${19 * header.pitch + 18} rx="3" />
  </g>`;
}

/** Every pin with its number; `comma`: the language's decimal sign; those that carry a wire with a flag in the wire's colour. */
export function drawPins(used: ReadonlyMap<number, WireColour>, comma: string): TemplateResult {
  return svg`<g class="pins">${headerPins.map(({ pin, kind, gpio }) => {
    const { x, y } = pinPoint(pin);
    const left = pin % 2 === 1;
    const name = kind === 'gpio' ? `GPIO ${gpio}` : supplyNames[kind].replace(',', comma);
    const colour = used.get(pin);
    const width = 46;
    const start = left ? header.odd - 12 - width : labelsEnd - width;
    return svg`<g class="pin ${kind} ${colour ? 'used' : ''}" data-pin=${pin}>
      ${
        colour
          ? svg`<rect class="flag" x=${start} y=${y - 5.6} width=${width} height="11.2" rx="3" fill=${wirePaint[colour]} />`
          : ''
      }
      <rect class="contact" x=${x - 5.2} y=${y - 5.2} width="10.4" height="10.4" rx="2.4" />
      <text class="number" x=${x} y=${y + 2.3}>${pin}</text>
      <text class=${colour ? 'name used' : left ? 'name inside' : 'name'} style=${colour ? `fill:${wireInk[colour]}` : ''} x=${
        colour ? start + width / 2 : left ? header.odd - 12 : header.even + 15
      } y=${y + 2.8} text-anchor=${colour ? 'middle' : left ? 'end' : 'start'}>${name}</text>
    </g>`;
  })}</g>`;
}

/** The breadboard with its holes, rails, letters; `comma`: the language's decimal sign. */
export function drawBreadboard(circuit: Circuit, comma: string): TemplateResult {
  const { x, y, width, height } = breadboard;
  const top = holePoint('a', 1).y;
  const bottom = holePoint('a', rows).y;
  const rails = ['left-plus', 'left-minus', 'right-plus', 'right-minus'] as const;
  return svg`<g class="breadboard">
    <rect class="base" x=${x} y=${y} width=${width} height=${height} rx="6" />
    <rect class="groove" x=${holePoint('e', 1).x + 11} y=${y + 6} width="8" height=${height - 12} rx="3" />
    ${rails.map((rail) => {
      const at = railPoint(rail, 1).x;
      const plus = rail.endsWith('plus');
      const offset = plus ? -5.4 : 5.4;
      return svg`<line class=${plus ? 'plus' : 'minus'} x1=${at + offset} x2=${at + offset} y1=${top - 2} y2=${bottom + 2} />
        <text class="sign ${plus ? 'plus' : 'minus'}" x=${at} y=${y + 13}>${plus ? '+' : '−'}</text>`;
    })}
    ${allHoles.map((hole) => svg`<rect class="hole" x=${hole.x - 1.8} y=${hole.y - 1.8} width="3.6" height="3.6" rx="0.9" />`)}
    ${allRailHoles.map((hole) => svg`<rect class="hole" x=${hole.x - 1.8} y=${hole.y - 1.8} width="3.6" height="3.6" rx="0.9" />`)}
    ${[...leftColumns, ...rightColumns].map(
      (column) => svg`<text class="letter" x=${holePoint(column, 1).x} y=${top - 7}>${column}</text>
        <text class="letter" x=${holePoint(column, 1).x} y=${bottom + 13}>${column}</text>`,
    )}
    ${rails.map((rail) => {
      const volts = circuit.rails[rail];
      if (!volts || volts === 'gnd') return '';
      const at = railPoint(rail, rows);
      return svg`<text class="volts" x=${at.x + 7} y=${at.y + 13} text-anchor="end">${railVolts[volts].replace(',', comma)}</text>`;
    })}
  </g>`;
}

/** The numbers of the rows; drawn above the wires, so that they can always be read. */
export function drawRowNumbers(side: 'left' | 'right'): TemplateResult {
  return svg`<g class="rows">${Array.from({ length: rows }, (_, index) => {
    const y = holePoint('a', index + 1).y + 2.2;
    return svg`<text x=${numberX[side]} y=${y}>${index + 1}</text>`;
  })}</g>`;
}
