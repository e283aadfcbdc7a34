import '@wokwi/elements/dist/esm/ssd1306-element.js';
import { msg } from '@lit/localize';
import { html } from 'lit';
import type { PartView } from './part-view.ts';
import { pixelsOfPages } from './picture.ts';

/** A dot display of 128 × 64 on the I²C bus. */
export const oledView: PartView = {
  size: () => ({ width: 150, height: 116 }),
  legs: {},
  supplies: () => [
    { to: 'sda', leg: { x: 36.5, y: 4, side: 'above' } },
    { to: 'scl', leg: { x: 45.5, y: 4, side: 'above' } },
    { to: '3v3', leg: { x: 83.5, y: 4, side: 'above' } },
    { to: 'gnd', leg: { x: 103.5, y: 4, side: 'above' } },
  ],
  output: true,
  name: () => 'OLED',
  state(_part, now) {
    const { data } = pixelsOfPages(now.text('picture'));
    return data.some((byte) => byte > 0) ? msg('zeigt ein Bild') : msg('dunkel');
  },
  draw: (_part, now) =>
    html`<wokwi-ssd1306 .imageData=${pixelsOfPages(now.text('picture'))}></wokwi-ssd1306>`,
};
