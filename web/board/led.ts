import '@wokwi/elements/dist/esm/led-element.js';
import { msg, str } from '@lit/localize';
import { html } from 'lit';
import type { WiredPart } from '../../device/contract/wiring.ts';
import type { PartView } from './part-view.ts';

type Colour = NonNullable<WiredPart['color']>;

/** The lamp's plastic, and its light. */
const paint: Readonly<Record<Colour, { body: string; light: string }>> = {
  red: { body: 'red', light: '#ff7a6b' },
  amber: { body: 'orange', light: '#ffd24d' },
  yellow: { body: 'yellow', light: '#ffef7a' },
  green: { body: 'limegreen', light: '#7dff8a' },
  blue: { body: 'blue', light: '#8fb4ff' },
  white: { body: 'white', light: '#ffffff' },
};

/** The eye sees a tenth of the light as much more than a tenth. */
export function seenBrightness(duty: number): number {
  return duty === 0 ? 0 : 0.25 + 0.75 * duty ** 0.6;
}

const paintOf = (part: WiredPart) => paint[part.color ?? 'red'];

function nameOf(part: WiredPart): string {
  switch (part.color) {
    case 'red':
      return msg('rote LED');
    case 'amber':
      // English tells these two apart.
      return msg('gelbe LED', { id: 'led-amber' });
    case 'yellow':
      return msg('gelbe LED', { id: 'led-yellow' });
    case 'green':
      return msg('grüne LED');
    case 'blue':
      return msg('blaue LED');
    case 'white':
      return msg('weiße LED');
    default:
      return msg('LED');
  }
}

/** An LED, turned so that its anode is at the Pi's side; its resistor sits on the way to ground. */
export const ledView: PartView = {
  size: () => ({ width: 40, height: 50 }),
  legs: { anode: { x: 15, y: 42 } },
  supplies: () => [{ to: 'gnd', leg: { x: 25, y: 42, resistor: true } }],
  output: true,
  name: nameOf,
  state(_part, now) {
    const percent = Math.round(now.duty('anode') * 100);
    if (percent === 0) return msg('aus');
    return percent === 100 ? msg('an') : msg(str`an, ${percent} % hell`);
  },
  draw: (part, now) => html`<wokwi-led
    flip
    .color=${paintOf(part).body}
    .lightColor=${paintOf(part).light}
    .value=${now.duty('anode') > 0}
    .brightness=${seenBrightness(now.duty('anode'))}
  ></wokwi-led>`,
};
