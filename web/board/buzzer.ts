import '@wokwi/elements/dist/esm/buzzer-element.js';
import { msg } from '@lit/localize';
import { html } from 'lit';
import type { PartView } from './part-view.ts';

/**
 * An active buzzer: a note flies up while its pin is high. It is drawn mirrored, so that the red leg, its plus, is
 * at the Pi's side; hence the note is ours, and respects reduced motion.
 */
export const buzzerView: PartView = {
  size: () => ({ width: 75, height: 90 }),
  legs: { signal: { x: 38, y: 82 } },
  supplies: () => [{ to: 'gnd', leg: { x: 48, y: 82 } }],
  output: true,
  name: () => msg('Summer'),
  state: (_part, now) => (now.level('signal') ? msg('summt') : msg('still')),
  draw: (_part, now) => html`<wokwi-buzzer class="mirrored"></wokwi-buzzer>
    <span class="note ${now.level('signal') ? 'playing' : ''}">♪</span>`,
};
