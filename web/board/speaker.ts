import '@wokwi/elements/dist/esm/buzzer-element.js';
import { msg } from '@lit/localize';
import { html } from 'lit';
import type { PartView } from './part-view.ts';

/** A passive buzzer: the Pi makes its tone, which is written beside it. Drawn mirrored, as the active one. */
export const speakerView: PartView = {
  size: () => ({ width: 75, height: 90 }),
  legs: { signal: { x: 38, y: 82, resistor: true } },
  supplies: () => [{ to: 'gnd', leg: { x: 48, y: 82 } }],
  output: true,
  name: () => msg('Lautsprecher'),
  state: (_part, now) => (now.hertz('signal') > 0 ? `${Math.round(now.hertz('signal'))} Hz` : msg('still')),
  readout: (_part, now) => (now.hertz('signal') > 0 ? `${Math.round(now.hertz('signal'))} Hz` : ''),
  draw: (_part, now) => html`<wokwi-buzzer class="mirrored"></wokwi-buzzer>
    <span class="note ${now.hertz('signal') > 0 ? 'playing' : ''}">♫</span>`,
};
