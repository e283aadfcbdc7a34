import './hands.ts';
import { msg, str } from '@lit/localize';
import { html, svg } from 'lit';
import { converterSupplies, drawConverter } from './converter.ts';
import type { PartView } from './part-view.ts';

/** A light-dependent resistor and its partner as a divider, on a converter. */
export const lightView: PartView = {
  size: () => ({ width: 160, height: 112 }),
  legs: {},
  supplies: converterSupplies,
  output: false,
  name: () => msg('Lichtsensor'),
  state: (_part, now) => msg(str`${Math.round(now.number('brightness', 50))} % hell`),
  readout: (_part, now) => `${Math.round(now.number('brightness', 50))} %`,
  hands: (_part, now) => [
    {
      kind: 'range',
      input: 'brightness',
      label: msg('Helligkeit'),
      unit: '%',
      min: 0,
      max: 100,
      step: 1,
      value: now.number('brightness', 50),
    },
  ],
  draw(part, now) {
    const bright = now.number('brightness', 50) / 100;
    return html`<svg class="drawn" viewBox="0 0 160 112" width="160" height="112">${svg`
      ${drawConverter(part, { v: 103, s: 121, g: 141, y: 78 })}
      <circle cx="122" cy="38" r=${24 + bright * 14} fill="#ffd24d" opacity=${bright * 0.55} />
      <circle cx="122" cy="38" r="21" fill="#f4e9d2" stroke="#8c8268" stroke-width="2" />
      <path d="M108 30h26v6h-26v6h26v6h-26" fill="none" stroke="#c0572a" stroke-width="3" stroke-linejoin="round" />
      <path class="lead" d="M112 56L103 78M121 60V78M131 56L141 78" />
      <rect class="r" x="122" y="66" width="20" height="9" rx="4" />`}</svg>`;
  },
};
