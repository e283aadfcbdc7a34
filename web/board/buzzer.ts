import '@wokwi/elements/dist/esm/buzzer-element.js';
import { msg } from '@lit/localize';
import { html } from 'lit';
import { levelOf, type PartView } from './part-view.ts';

/** An active buzzer: a note flies up while its pin is high. */
export const buzzerView: PartView = {
  width: 75,
  height: 90,
  legs: { signal: { x: 27, y: 82 } },
  ground: { leg: { x: 37, y: 82 }, resistor: false },
  output: true,
  wireColour: () => '#8a3474',
  name: () => msg('Summer'),
  state: (part, levels) => (levelOf(part, 'signal', levels) ? msg('summt') : msg('still')),
  draw: (part, levels) => html`<wokwi-buzzer
    .hasSignal=${levelOf(part, 'signal', levels) === 1}
  ></wokwi-buzzer>`,
};
