import '@wokwi/elements/dist/esm/rgb-led-element.js';
import { msg, str } from '@lit/localize';
import { html } from 'lit';
import type { WiredPart } from '../../device/contract/wiring.ts';
import type { PartNow } from './part-now.ts';
import type { PartView } from './part-view.ts';

/** How bright each of its lamps is, 0 to 1; with a common anode a low pin lights. */
function light(part: WiredPart, now: PartNow): Record<'red' | 'green' | 'blue', number> {
  const lit = (pin: string) => {
    if (part.options?.common !== 'anode') return now.duty(pin);
    return now.knows(pin) ? 1 - now.duty(pin) : 0;
  };
  return { red: lit('red'), green: lit('green'), blue: lit('blue') };
}

/** An RGB LED: three lamps in one, each with its resistor; their common leg is minus or plus. */
export const rgbLedView: PartView = {
  size: () => ({ width: 42, height: 73 }),
  legs: {
    red: { x: 8.5, y: 44, side: 'below', resistor: true },
    green: { x: 26.4, y: 44, side: 'below', resistor: true },
    blue: { x: 35.7, y: 44, side: 'below', resistor: true },
  },
  supplies: (part) => [
    { to: part.options?.common === 'anode' ? '3v3' : 'gnd', leg: { x: 18, y: 54, side: 'below' } },
  ],
  output: true,
  name: () => msg('RGB-LED'),
  state(part, now) {
    const { red, green, blue } = light(part, now);
    if (red + green + blue === 0) return msg('aus');
    const percent = (share: number) => Math.round(share * 100);
    return msg(str`${percent(red)} % Rot, ${percent(green)} % Grün, ${percent(blue)} % Blau`);
  },
  draw(part, now) {
    const { red, green, blue } = light(part, now);
    return html`<wokwi-rgb-led .ledRed=${red} .ledGreen=${green} .ledBlue=${blue}></wokwi-rgb-led>`;
  },
};
