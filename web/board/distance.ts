import '@wokwi/elements/dist/esm/hc-sr04-element.js';
import './hands.ts';
import { msg, str } from '@lit/localize';
import { html, svg } from 'lit';
import type { PartView } from './part-view.ts';

/** Farther than this it hears nothing, in cm. */
const farthest = 400;

/**
 * The ultrasonic sensor HC-SR04 with the divider that its echo needs: it gives 5 V, a Pi takes 3.3. The wire comes
 * from between the two resistors.
 */
export const distanceView: PartView = {
  size: () => ({ width: 170, height: 150 }),
  legs: {
    trigger: { x: 81.3, y: 95, side: 'below' },
    echo: { x: 30, y: 122 },
  },
  supplies: () => [
    { to: '5v', leg: { x: 71.3, y: 95, side: 'below' } },
    { to: 'gnd', leg: { x: 101.3, y: 95, side: 'below' } },
  ],
  output: false,
  name: () => msg('Abstandssensor'),
  state(_part, now) {
    const cm = now.number('distance', farthest);
    return cm >= farthest ? msg('nichts in Sicht') : msg(str`${cm} cm`, { id: 'distance-cm' });
  },
  readout(_part, now) {
    const cm = now.number('distance', farthest);
    return cm >= farthest ? '' : `${cm} cm`;
  },
  hands: (_part, now) => [
    {
      kind: 'range',
      input: 'distance',
      label: msg('Hindernis'),
      unit: 'cm',
      min: 2,
      max: farthest,
      step: 1,
      value: now.number('distance', farthest),
    },
  ],
  draw: () => html`<wokwi-hc-sr04></wokwi-hc-sr04>
    <svg class="overlay" viewBox="0 0 170 150" width="170" height="150">${svg`
      <path class="lead green" d="M91.3 95V122H30" /><path class="lead" d="M30 122V141H101.3V95" />
      <rect class="r" x="46" y="117" width="24" height="10" rx="4.5" /><text x="58" y="113" text-anchor="middle">330 Ω</text>
      <rect class="r" x="46" y="136" width="24" height="10" rx="4.5" /><text x="58" y="134" text-anchor="middle">470 Ω</text>
      <circle class="dot" cx="30" cy="122" r="3.4" />`}</svg>`,
};
