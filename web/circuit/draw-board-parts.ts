import { svg, type TemplateResult } from 'lit';
import type { BoardComponent } from '../../lessons/circuit/circuit.ts';
import { ohmsText, ringColours } from '../../lessons/circuit/resistors.ts';
import type { Language } from '../locales/locale.ts';
import type { Layout, Point } from './geometry.ts';

type Legs = Readonly<Record<string, Point>>;

const lampPaint: Readonly<Record<NonNullable<BoardComponent['color']>, string>> = {
  red: '#e5483d',
  amber: '#f2b01e',
  yellow: '#f5d33a',
  green: '#3fae6b',
  blue: '#4a86f0',
  white: '#f4f6f6',
};

/** One thing in the breadboard, with its name beside it. */
export function drawBoardPart(part: BoardComponent, layout: Layout, language: Language): TemplateResult {
  const legs: Legs = Object.fromEntries(part.legs.map(({ name, at }) => [name, layout.point(at)]));
  return drawings[part.kind](part, legs, part.name[language]);
}

/** The name of a part, on the breadboard's ground so that no hole shines through. */
function label(x: number, y: number, text: string, anchor = 'start'): TemplateResult {
  return svg`<text class="part-name" x=${x} y=${y + 2.6} text-anchor=${anchor}>${text}</text>`;
}

const lead = (from: Point, to: Point) =>
  svg`<path class="leg" d="M${from.x} ${from.y}L${to.x} ${to.y}" /><circle class="foot" cx=${from.x} cy=${from.y} r="1.7" />`;

/** A lamp lying on its side, its dome to the right; the rim is flat at the short leg. */
function lamp(x: number, y: number, paint: string): TemplateResult {
  return svg`<path d="M${x} ${y - 8}h14a8 8 0 0 1 0 16h-14z" fill=${paint} stroke="#23292b" stroke-opacity="0.55" />
    <path d="M${x} ${y - 10}h3.4v18.5h-3.4z" fill=${paint} stroke="#23292b" stroke-opacity="0.55" />
    <path d="M${x + 6} ${y - 4.6}h8" stroke="#fff" stroke-opacity="0.75" stroke-width="2" stroke-linecap="round" />`;
}

function resistor(part: BoardComponent, { one, two }: Legs): TemplateResult {
  const [a, b] = [one!, two!];
  const [left, right] = a.x <= b.x ? [a, b] : [b, a];
  const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
  const vertical = Math.abs(a.x - b.x) < 1;
  const angle = (Math.atan2(right.y - left.y, right.x - left.x) * 180) / Math.PI;
  const rings = [...ringColours(part.ohms ?? 330), '#c9a227'];
  // Of three beside each other the first bears the label for all.
  const labelled = !/-resistor-(green|blue)$/.test(part.id);
  const below = part.legs.some(({ at }) => at.kind === 'rail');
  return svg`<path class="leg" d="M${a.x} ${a.y}L${b.x} ${b.y}" />
    <circle class="foot" cx=${a.x} cy=${a.y} r="1.7" /><circle class="foot" cx=${b.x} cy=${b.y} r="1.7" />
    <g transform="translate(${middle.x} ${middle.y}) rotate(${angle})">
      <rect class="resistor" x="-13" y="-4" width="26" height="8" rx="3.4" />
      ${rings.map((paint, index) => svg`<rect x=${[-9, -4.5, 0, 6.5][index]!} y="-4" width="2.4" height="8" fill=${paint} />`)}
    </g>
    ${
      labelled
        ? svg`<text class="value" x=${vertical ? middle.x + 8 : below ? Math.max(a.x, b.x) - 7 : middle.x} y=${vertical ? middle.y + 2.3 : middle.y + (below ? 11 : -6.5)} text-anchor=${vertical ? 'start' : 'middle'}>${ohmsText(part.ohms ?? 330)}</text>`
        : ''
    }`;
}

function led(part: BoardComponent, { anode, cathode }: Legs, name: string): TemplateResult {
  const y = (anode!.y + cathode!.y) / 2;
  const x = anode!.x + 12;
  return svg`${lead(anode!, { x, y: anode!.y + 1.5 })}${lead(cathode!, { x, y: cathode!.y - 1.5 })}
    ${lamp(x, y, lampPaint[part.color ?? 'red'])}<text class="plus-sign" x=${anode!.x + 6} y=${anode!.y - 3}>+</text>
    ${label(x + 27, y, name)}`;
}

function rgbLed(_part: BoardComponent, legs: Legs, name: string): TemplateResult {
  const order = ['red', 'common', 'green', 'blue'].map((leg) => legs[leg]!);
  const y = (order[0]!.y + order[3]!.y) / 2;
  const x = order[0]!.x + 13;
  return svg`${order.map((leg, index) => lead(leg, { x, y: y + (index - 1.5) * 4.2 }))}
    <defs><linearGradient id="rgb" x1="0" x2="0" y1="0" y2="1"><stop offset="0" stop-color="#f08d86" /><stop offset="0.5" stop-color="#a8dcb9" /><stop offset="1" stop-color="#8fb2f5" /></linearGradient></defs>
    ${lamp(x, y, 'url(#rgb)')}${label(x - 18, y - 25, name)}`;
}

function button(_part: BoardComponent, { one, oneToo, two, twoToo }: Legs, name: string): TemplateResult {
  const x = (one!.x + oneToo!.x) / 2;
  const y = (one!.y + two!.y) / 2;
  return svg`${[one!, two!].map((leg) => lead(leg, { x: leg.x + 6, y: leg.y }))}${[oneToo!, twoToo!].map((leg) => lead(leg, { x: leg.x - 6, y: leg.y }))}
    <rect class="dark" x=${x - 12} y=${y - 12} width="24" height="24" rx="2.5" /><rect x=${x - 10} y=${y - 10} width="20" height="20" rx="2" fill="#c9cdd1" />
    <circle cx=${x} cy=${y} r="6.6" fill="#2b62d9" stroke="#173767" />${label(x + 21, y, name)}`;
}

function slideSwitch(_part: BoardComponent, { free, middle, outer }: Legs, name: string): TemplateResult {
  const x = free!.x + 7;
  return svg`${[free!, middle!, outer!].map((leg) => lead(leg, { x: x + 2, y: leg.y }))}
    <rect x=${x} y=${free!.y - 5} width="17" height=${outer!.y - free!.y + 10} rx="2" fill="#c9cdd1" stroke="#6b736f" />
    <rect class="dark" x=${x + 5} y=${middle!.y - 3} width="9" height=${outer!.y - middle!.y + 4} rx="1.5" />
    <rect x=${x + 6.5} y=${middle!.y + 2} width="14" height="7" rx="1.5" fill="#f4f4f0" stroke="#23292b" />${label(x + 26, middle!.y - 4, name)}`;
}

function round(kind: 'buzzer' | 'speaker') {
  return (_part: BoardComponent, { plus, minus }: Legs, name: string): TemplateResult => {
    const y = (plus!.y + minus!.y) / 2;
    const x = plus!.x + 27;
    const face =
      kind === 'buzzer'
        ? svg`<circle class="dark" cx=${x} cy=${y} r="19" /><circle cx=${x} cy=${y} r="15.5" fill="none" stroke="#566059" stroke-width="0.8" /><circle cx=${x} cy=${y} r="3.4" fill="#8f979d" />
            <text class="plus-sign light" x=${x - 12.5} y=${y - 5}>+</text>`
        : svg`<circle cx=${x} cy=${y} r="19" fill="#d8b24a" stroke="#8a6a1e" /><circle cx=${x} cy=${y} r="12" fill="#f1ead6" stroke="#b99a45" /><circle cx=${x} cy=${y} r="2" fill="#8a6a1e" />`;
    return svg`${lead(plus!, { x: x - 14, y: plus!.y + 5 })}${lead(minus!, { x: x - 14, y: minus!.y - 5 })}${face}${label(x, y + 26, name, 'middle')}`;
  };
}

function photoresistor(_part: BoardComponent, { plus, signal }: Legs, name: string): TemplateResult {
  const y = (plus!.y + signal!.y) / 2;
  const x = plus!.x - 15;
  return svg`${lead(plus!, { x: x + 6, y: plus!.y + 5 })}${lead(signal!, { x: x + 6, y: signal!.y - 5 })}
    <circle cx=${x} cy=${y} r="10" fill="#f4e9d2" stroke="#8c8268" />
    <path d="M${x - 6} ${y - 4.5}h12v3h-12v3h12v3h-12" fill="none" stroke="#c0572a" stroke-width="1.5" stroke-linejoin="round" />
    ${label(x, y - 17, name, 'middle')}`;
}

function potentiometer(_part: BoardComponent, { plus, middle, minus }: Legs, name: string): TemplateResult {
  const y = middle!.y;
  const x = middle!.x - 24;
  return svg`${[plus!, middle!, minus!].map((leg) => lead(leg, { x: x + 10, y: leg.y }))}
    <rect x=${x - 17} y=${y - 19} width="34" height="38" rx="4" fill="#2b62d9" stroke="#173767" />
    <circle cx=${x} cy=${y} r="13" fill="#e9ecee" stroke="#6b736f" /><path d="M${x} ${y - 11}V${y - 2}" stroke="#23292b" stroke-width="2.4" stroke-linecap="round" />
    ${label(middle!.x - 1, y + 30, name)}`;
}

function levelShifter(part: BoardComponent, legs: Legs, name: string): TemplateResult {
  const first = legs.LV1!;
  const last = legs.HV4!;
  return svg`<rect x=${first.x - 6} y=${first.y - 7} width=${last.x - first.x + 12} height=${last.y - first.y + 14} rx="3" fill="#8f2f2a" stroke="#5e1a16" />
    ${part.legs.map(({ name: pin }) => {
      const { x, y } = legs[pin]!;
      const left = x === first.x;
      return svg`<circle cx=${x} cy=${y} r="2.6" fill="#e2b64c" stroke="#8a6a1e" stroke-width="0.8" />
        <text class="pin-print" x=${left ? x + 5 : x - 5} y=${y + 2} text-anchor=${left ? 'start' : 'end'}>${pin.split(' ')[0]}</text>`;
    })}
    ${label(first.x - 2, last.y + 14, name)}`;
}

const drawings: Readonly<
  Record<BoardComponent['kind'], (part: BoardComponent, legs: Legs, name: string) => TemplateResult>
> = {
  resistor,
  led,
  'rgb-led': rgbLed,
  button,
  switch: slideSwitch,
  buzzer: round('buzzer'),
  speaker: round('speaker'),
  photoresistor,
  potentiometer,
  'level-shifter': levelShifter,
};
