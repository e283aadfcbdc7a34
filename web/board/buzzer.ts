import '@wokwi/elements/dist/esm/buzzer-element.js';
import { msg } from '@lit/localize';
import { html } from 'lit';
import { levelOf, type PartView } from './part-view.ts';

/**
 * An active buzzer: a note flies up while its pin is high. It is drawn mirrored, so that the red leg, its plus, is
 * at the Pi's side; hence the note is ours, and respects reduced motion.
 */
export const buzzerView: PartView = {
  width: 75,
  height: 90,
  legs: { signal: { x: 38, y: 82 } },
  ground: { leg: { x: 48, y: 82 }, resistor: false },
  output: true,
  wireColour: () => '#8a3474',
  name: () => msg('Summer'),
  state: (part, levels) => (levelOf(part, 'signal', levels) ? msg('summt') : msg('still')),
  draw: (part, levels) => html`<wokwi-buzzer class="mirrored"></wokwi-buzzer>
    <span class="note ${levelOf(part, 'signal', levels) ? 'playing' : ''}">♪</span>`,
};
