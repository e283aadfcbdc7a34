import '@wokwi/elements/dist/esm/pushbutton-element.js';
import { msg } from '@lit/localize';
import { html } from 'lit';
import { levelOf, type PartView } from './part-view.ts';

/** A push button to ground: its pin is pulled high and goes low while it is held. */
export const buttonView: PartView = {
  width: 67,
  height: 45,
  legs: { signal: { x: 2, y: 13 } },
  ground: { leg: { x: 65, y: 13 }, resistor: false },
  output: false,
  wireColour: () => '#2b62d9',
  name: () => msg('Taster'),
  state: (part, levels) => (buttonView.held?.(part, levels) ? msg('gedrückt') : msg('nicht gedrückt')),
  // A level that nobody has reported yet is not a pressed button.
  held: (part, levels) => levels.has(part.pins.signal ?? -1) && levelOf(part, 'signal', levels) === 0,
  draw: (part, levels) => html`<wokwi-pushbutton
    inert
    color="#2b62d9"
    .pressed=${buttonView.held?.(part, levels) ?? false}
  ></wokwi-pushbutton>`,
};
