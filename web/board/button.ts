import '@wokwi/elements/dist/esm/pushbutton-element.js';
import { msg } from '@lit/localize';
import { html } from 'lit';
import type { PartNow } from './part-now.ts';
import type { PartView } from './part-view.ts';

/** A level that nobody has reported yet is not a pressed button. */
const isHeld = (now: PartNow) => now.knows('signal') && now.level('signal') === 0;

/** A push button to ground: its pin is pulled high and goes low while it is held. */
export const buttonView: PartView = {
  size: () => ({ width: 67, height: 45 }),
  legs: { signal: { x: 2, y: 13 } },
  supplies: () => [{ to: 'gnd', leg: { x: 65, y: 32 } }],
  output: false,
  idleHigh: true,
  name: () => msg('Taster'),
  state: (_part, now) => (isHeld(now) ? msg('gedrückt') : msg('nicht gedrückt')),
  hold: { press: 'press', release: 'release', held: (_part, now) => isHeld(now) },
  draw: (_part, now) => html`<wokwi-pushbutton
    inert
    color="#2b62d9"
    .pressed=${isHeld(now)}
  ></wokwi-pushbutton>`,
};
