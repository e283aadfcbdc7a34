import '@wokwi/elements/dist/esm/slide-switch-element.js';
import './hands.ts';
import { msg } from '@lit/localize';
import { html } from 'lit';
import type { PartNow } from './part-now.ts';
import type { PartView } from './part-view.ts';

/** A switch to ground: its pin is pulled high and low while it is closed. */
const isClosed = (now: PartNow) => now.knows('signal') && now.level('signal') === 0;

/** A slide switch. */
export const switchView: PartView = {
  size: () => ({ width: 32, height: 36 }),
  legs: { signal: { x: 16, y: 34, side: 'below' } },
  supplies: () => [{ to: 'gnd', leg: { x: 6.5, y: 34, side: 'below' } }],
  output: false,
  idleHigh: true,
  name: () => msg('Schalter'),
  state: (_part, now) => (isClosed(now) ? msg('geschlossen') : msg('offen')),
  hands: (_part, now) => [
    { kind: 'action', input: 'close', label: msg('schließen'), pressed: isClosed(now) },
    { kind: 'action', input: 'open', label: msg('öffnen'), pressed: !isClosed(now) },
  ],
  draw: (_part, now) => html`<wokwi-slide-switch inert .value=${isClosed(now) ? 0 : 1}></wokwi-slide-switch>`,
};
