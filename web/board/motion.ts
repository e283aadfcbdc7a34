import '@wokwi/elements/dist/esm/pir-motion-sensor-element.js';
import './hands.ts';
import { msg } from '@lit/localize';
import { html, svg } from 'lit';
import type { PartView } from './part-view.ts';

/** A PIR motion sensor: supplied with 5 V, its output gives 3.3 V. */
export const motionView: PartView = {
  size: () => ({ width: 91, height: 93 }),
  legs: { signal: { x: 45.9, y: 91, side: 'below' } },
  supplies: () => [
    { to: '5v', leg: { x: 36.2, y: 91, side: 'below' } },
    { to: 'gnd', leg: { x: 55.6, y: 91, side: 'below' } },
  ],
  output: false,
  name: () => msg('Bewegungsmelder'),
  state: (_part, now) => (now.level('signal') ? msg('Bewegung') : msg('ruhig')),
  hands: () => [{ kind: 'action', input: 'move', label: msg('davor winken') }],
  draw: (_part, now) => html`<wokwi-pir-motion-sensor></wokwi-pir-motion-sensor>
    <svg class="overlay" viewBox="0 0 91 93" width="91" height="93">${
      now.level('signal')
        ? svg`<g class="waves"><path d="M14 26Q45 -6 77 26" /><path d="M24 32Q45 8 67 32" /></g>`
        : ''
    }</svg>`,
};
