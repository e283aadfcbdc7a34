import './hands.ts';
import { msg, str } from '@lit/localize';
import { html, svg } from 'lit';
import type { PartView } from './part-view.ts';
import { coloursOf } from './picture.ts';
import { humidityRange, pressureRange, rangeHand, temperatureRange } from './range-hand.ts';

const side = 8;
const tiltRange = { min: -90, max: 90, step: 1, usual: 0 } as const;

/** The Sense HAT: it sits on the header itself; only its bus is drawn. */
export const senseHatView: PartView = {
  size: () => ({ width: 196, height: 208 }),
  legs: {},
  supplies: () => [
    { to: '3v3', leg: { x: 3, y: 30 } },
    { to: '5v', leg: { x: 3, y: 46 } },
    { to: 'sda', leg: { x: 3, y: 62 } },
    { to: 'scl', leg: { x: 3, y: 78 } },
    { to: 'gnd', leg: { x: 3, y: 94, side: 'left' } },
  ],
  output: true,
  name: () => 'Sense HAT',
  state(_part, now) {
    const lit = coloursOf(now.text('picture'), side * side).filter((one) => one !== '#000000').length;
    return lit === 0 ? msg('dunkel') : msg(str`${lit} von 64 Lichtern an`);
  },
  readout: (_part, now) =>
    `${now.number('temperature', 20).toLocaleString(document.documentElement.lang)} °C`,
  hands(_part, now) {
    return [
      { kind: 'action', input: 'up', label: '↑', name: msg('Joystick nach oben') },
      { kind: 'action', input: 'down', label: '↓', name: msg('Joystick nach unten') },
      { kind: 'action', input: 'left', label: '←', name: msg('Joystick nach links') },
      { kind: 'action', input: 'right', label: '→', name: msg('Joystick nach rechts') },
      { kind: 'action', input: 'press', label: msg('drücken') },
      rangeHand(now, 'temperature', msg('Temperatur'), '°C', temperatureRange),
      rangeHand(now, 'humidity', msg('Feuchte'), '%', humidityRange),
      rangeHand(now, 'pressure', msg('Luftdruck'), 'hPa', pressureRange),
      rangeHand(now, 'tiltX', msg('kippen links–rechts'), '°', tiltRange),
      rangeHand(now, 'tiltY', msg('kippen vor–zurück'), '°', tiltRange),
    ];
  },
  draw(_part, now) {
    const colours = coloursOf(now.text('picture'), side * side);
    return html`<svg class="drawn" viewBox="0 0 196 208" width="196" height="208">${svg`
      <rect class="module" x="0" y="0" width="196" height="204" rx="12" />
      <rect x="20" y="14" width="152" height="152" rx="4" fill="#1a1f1d" />
      ${colours.map((colour, index) => {
        const x = 24 + (index % side) * 18.3;
        const y = 18 + Math.floor(index / side) * 18.3;
        return svg`<rect x=${x} y=${y} width="15" height="15" rx="3" fill=${colour === '#000000' ? '#39413d' : colour} />`;
      })}
      <circle cx="166" cy="186" r="11" fill="#c9cdd1" stroke="#6b736f" /><circle cx="166" cy="186" r="5" fill="#22302a" />
      <text class="print" x="24" y="190">Sense HAT</text>`}</svg>`;
  },
};
