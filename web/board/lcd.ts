import '@wokwi/elements/dist/esm/lcd1602-element.js';
import { msg } from '@lit/localize';
import { html } from 'lit';
import type { PartView } from './part-view.ts';

/** A text display of two lines on the I²C bus. */
export const lcdView: PartView = {
  size: () => ({ width: 302, height: 138 }),
  legs: {},
  supplies: () => [
    { to: 'gnd', leg: { x: 4, y: 32, side: 'left' } },
    { to: '5v', leg: { x: 4, y: 41.5 } },
    { to: 'sda', leg: { x: 4, y: 51 } },
    { to: 'scl', leg: { x: 4, y: 60.5 } },
  ],
  output: true,
  wireColour: () => '#2f7fd1',
  name: () => 'LCD',
  state: (_part, now) => now.text('picture').replaceAll('\n', ' ').trim() || msg('leer'),
  draw(_part, now) {
    const lines = now.text('picture').split('\n');
    const text = [0, 1].map((row) => (lines[row] ?? '').padEnd(16).slice(0, 16)).join('');
    return html`<wokwi-lcd1602 pins="i2c" .text=${text}></wokwi-lcd1602>`;
  },
};
