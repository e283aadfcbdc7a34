import '@wokwi/elements/dist/esm/rgb-led-element.js';
import { msg } from '@lit/localize';
import { html } from 'lit';
import type { WiredPart } from '../../device/contract/wiring.ts';
import type { PartNow } from './part-now.ts';
import type { PartView } from './part-view.ts';

const channels = ['red', 'green', 'blue'] as const;
const wires: Readonly<Record<string, string>> = { red: '#d4372c', green: '#23874f', blue: '#2b62d9' };

/** How bright each of its lamps is, 0 to 1; with a common anode a low pin lights. */
function light(part: WiredPart, now: PartNow): Record<(typeof channels)[number], number> {
  const lit = (pin: string) => {
    if (part.options?.common !== 'anode') return now.duty(pin);
    return now.knows(pin) ? 1 - now.duty(pin) : 0;
  };
  return { red: lit('red'), green: lit('green'), blue: lit('blue') };
}

/** An RGB LED: three lamps in one, each with its resistor. */
export const rgbLedView: PartView = {
  size: () => ({ width: 42, height: 73 }),
  legs: {
    red: { x: 8.5, y: 44, side: 'below', resistor: true },
    green: { x: 26.4, y: 44, side: 'below', resistor: true },
    blue: { x: 35.7, y: 44, side: 'below', resistor: true },
  },
  supplies: () => [{ to: 'gnd', leg: { x: 18, y: 54, side: 'below' } }],
  output: true,
  wireColour: (_part, pin) => wires[pin] ?? '#77807a',
  name: () => msg('RGB-LED'),
  state(part, now) {
    const lit = light(part, now);
    const hex = channels
      .map((one) =>
        Math.round(lit[one] * 255)
          .toString(16)
          .padStart(2, '0'),
      )
      .join('');
    return hex === '000000' ? msg('aus') : `#${hex}`;
  },
  draw(part, now) {
    const { red, green, blue } = light(part, now);
    return html`<wokwi-rgb-led .ledRed=${red} .ledGreen=${green} .ledBlue=${blue}></wokwi-rgb-led>`;
  },
};
