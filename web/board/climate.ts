import './hands.ts';
import { msg, str } from '@lit/localize';
import { html, svg } from 'lit';
import type { WiredPart } from '../../device/contract/wiring.ts';
import type { PartNow } from './part-now.ts';
import type { PartView } from './part-view.ts';
import { humidityRange, pressureRange, rangeHand, temperatureRange } from './range-hand.ts';

const chipOf = (part: WiredPart) => String(part.options?.chip ?? 'bme280');
const labels: Readonly<Record<string, string>> = { bme280: 'BME280', sht3x: 'SHT31', tmp102: 'TMP102' };

const degrees = (now: PartNow) =>
  now.number('temperature', 20).toLocaleString(document.documentElement.lang, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });

/** A weather sensor on the I²C bus: what it measures depends on its chip. */
export const climateView: PartView = {
  size: () => ({ width: 110, height: 92 }),
  legs: {},
  supplies: () => [
    { to: '3v3', leg: { x: 3, y: 20 } },
    { to: 'sda', leg: { x: 3, y: 38 } },
    { to: 'scl', leg: { x: 3, y: 56 } },
    { to: 'gnd', leg: { x: 3, y: 74, side: 'left' } },
  ],
  output: false,
  name: () => msg('Wettersensor'),
  state(part, now) {
    if (chipOf(part) === 'tmp102') return msg(str`${degrees(now)} °C`, { id: 'climate-temperature' });
    return msg(str`${degrees(now)} °C, ${Math.round(now.number('humidity', 50))} % Luftfeuchte`);
  },
  readout: (_part, now) => `${degrees(now)} °C`,
  hands(part, now) {
    const chip = chipOf(part);
    return [
      rangeHand(now, 'temperature', msg('Temperatur'), '°C', temperatureRange),
      ...(chip === 'tmp102' ? [] : [rangeHand(now, 'humidity', msg('Feuchte'), '%', humidityRange)]),
      ...(chip === 'bme280' ? [rangeHand(now, 'pressure', msg('Luftdruck'), 'hPa', pressureRange)] : []),
    ];
  },
  draw(part, now) {
    const fill = Math.min(1, Math.max(0, (now.number('temperature', 20) + 10) / 60));
    return html`<svg class="drawn" viewBox="0 0 110 92" width="110" height="92">${svg`
      <rect class="module violet" x="0" y="4" width="76" height="84" rx="6" />
      ${['VIN', 'SDA', 'SCL', 'GND'].map((name, index) => svg`<text class="print small" x="8" y=${23 + index * 18}>${name}</text>`)}
      <rect x="46" y="28" width="18" height="18" rx="2" fill="#c9cdd1" stroke="#8f979d" /><circle cx="52" cy="34" r="2" fill="#22302a" />
      <text class="print" x="54" y="66" text-anchor="middle">${labels[chipOf(part)] ?? ''}</text>
      <rect x="90" y="10" width="10" height="60" rx="5" fill="#fff" stroke="#8c8268" />
      <circle cx="95" cy="76" r="9" fill="#d4372c" stroke="#8c8268" />
      <rect x="92.5" y=${14 + (1 - fill) * 52} width="5" height=${58 * fill + 6} fill="#d4372c" />`}</svg>`;
  },
};
