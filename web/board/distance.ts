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
  size: () => ({ width: 170, height: 132 }),
  legs: {
    trigger: { x: 81.3, y: 95, side: 'below' },
    echo: { x: 36, y: 117 },
  },
  supplies: () => [
    { to: '5v', leg: { x: 71.3, y: 95, side: 'below' } },
    { to: 'gnd', leg: { x: 101.3, y: 95, side: 'below' } },
  ],
  output: false,
  wireColour: (_part, pin) => (pin === 'trigger' ? '#7a48c2' : '#2e8b57'),
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
    <svg class="overlay" viewBox="0 0 170 132" width="170" height="132">${svg`
      <path class="lead" d="M91.3 95V117H64M36 117V128H150" />
      <rect class="r" x="42" y="112" width="22" height="10" rx="4.5" /><text x="53" y="109" text-anchor="middle">330 Ω</text>
      <path class="lead" d="M36 117H42" /><rect class="r" x="76" y="123" width="22" height="10" rx="4.5" /><text x="102" y="121">470 Ω</text>
      <circle class="dot" cx="36" cy="117" r="3" />`}</svg>`,
};
