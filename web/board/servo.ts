import '@wokwi/elements/dist/esm/servo-element.js';
import { msg, str } from '@lit/localize';
import { html } from 'lit';
import type { PartView } from './part-view.ts';

/** A model servo: its horn stands at the angle where it should be by now. */
export const servoView: PartView = {
  size: () => ({ width: 170, height: 120 }),
  legs: { signal: { x: 2, y: 69 } },
  supplies: () => [
    { to: '5v', leg: { x: 2, y: 59.5 } },
    { to: 'gnd', leg: { x: 2, y: 50, side: 'left' } },
  ],
  output: true,
  name: () => msg('Servo'),
  state: (_part, now) => msg(str`steht auf ${Math.round(now.number('angle', 90))} Grad`),
  readout: (_part, now) => `${Math.round(now.number('angle', 90))}°`,
  draw: (_part, now) => html`<wokwi-servo .angle=${now.number('angle', 90)}></wokwi-servo>`,
};
