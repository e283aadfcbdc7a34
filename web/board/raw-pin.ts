import './hands.ts';
import { msg, str } from '@lit/localize';
import { html, svg } from 'lit';
import type { PartView } from './part-view.ts';

/** A jumper with a flag: what hangs on it is nobody's business. */
const flag = (high: boolean) =>
  html`<svg class="drawn" viewBox="0 0 84 40" width="84" height="40">${svg`
  <rect x="0" y="12" width="26" height="16" rx="3" fill="#22302a" />
  <path d="M26 4h50l-9 16 9 16h-50z" fill=${high ? '#ffb52e' : '#eee6d3'} stroke="#8c8268" />
  <text x="46" y="25" text-anchor="middle" class="level">${high ? '1' : '0'}</text>`}</svg>`;

const base = {
  size: () => ({ width: 84, height: 40 }),
  legs: { signal: { x: 2, y: 20 } },
} as const;

/** A bare output. */
export const outputPinView: PartView = {
  ...base,
  output: true,
  name: () => msg('Ausgang'),
  state(_part, now) {
    if (now.hertz('signal') === 0) return now.level('signal') ? msg('an') : msg('aus');
    return msg(str`pulst mit ${Math.round(now.hertz('signal'))} Hz`);
  },
  readout(_part, now) {
    const hertz = now.hertz('signal');
    return hertz === 0 ? '' : `${Math.round(hertz)} Hz, ${Math.round(now.duty('signal') * 100)} %`;
  },
  draw: (_part, now) => flag(now.level('signal') === 1),
};

/** A bare input. */
export const inputPinView: PartView = {
  ...base,
  output: false,
  name: () => msg('Eingang'),
  state: (_part, now) => (now.level('signal') ? msg('hoch') : msg('tief')),
  hands: (_part, now) => [
    { kind: 'action', input: 'high', label: msg('an 3,3 V'), pressed: now.level('signal') === 1 },
    { kind: 'action', input: 'low', label: msg('an Masse'), pressed: now.level('signal') === 0 },
  ],
  draw: (_part, now) => flag(now.level('signal') === 1),
};
