import '@wokwi/elements/dist/esm/potentiometer-element.js';
import './hands.ts';
import { msg, str } from '@lit/localize';
import { html } from 'lit';
import { converterSupplies, drawConverter } from './converter.ts';
import type { PartView } from './part-view.ts';

/** A knob on a converter. */
export const potentiometerView: PartView = {
  size: () => ({ width: 160, height: 112 }),
  legs: {},
  supplies: converterSupplies,
  output: false,
  name: () => msg('Drehregler'),
  state: (_part, now) => msg(str`auf ${Math.round(now.number('position', 0))} %`),
  readout: (_part, now) => `${Math.round(now.number('position', 0))} %`,
  hands: (_part, now) => [
    {
      kind: 'range',
      input: 'position',
      label: msg('drehen'),
      unit: '%',
      min: 0,
      max: 100,
      step: 1,
      value: now.number('position', 0),
    },
  ],
  draw: (
    part,
    now,
  ) => html`<svg class="drawn" viewBox="0 0 160 112" width="160" height="112">${drawConverter(part, { g: 113, s: 123, v: 133, y: 76 })}</svg>
    <wokwi-potentiometer inert style="position:absolute;left:84px;top:8px" .min=${0} .max=${100} .value=${now.number('position', 0)}></wokwi-potentiometer>`,
};
