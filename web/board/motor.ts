import { msg, str } from '@lit/localize';
import { html, svg } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import type { PartNow } from './part-now.ts';
import type { PartView } from './part-view.ts';

/** Its power now in percent, negative for backward, as its pins say. */
function power(now: PartNow): number {
  const direction = now.level('forward') - now.level('backward');
  return Math.round(direction * now.duty('enable') * 100);
}

/** A DC motor with its driver: the Pi only gives signals, the current comes from a supply of its own. */
export const motorView: PartView = {
  size: () => ({ width: 170, height: 104 }),
  legs: { forward: { x: 3, y: 40 }, backward: { x: 3, y: 56 }, enable: { x: 3, y: 72 } },
  supplies: () => [{ to: 'gnd', leg: { x: 3, y: 88, side: 'left' } }],
  output: true,
  name: () => msg('Motor'),
  state(_part, now) {
    const percent = power(now);
    if (percent === 0) return msg('steht');
    return percent > 0
      ? msg(str`läuft vorwärts mit ${percent} %`)
      : msg(str`läuft rückwärts mit ${-percent} %`);
  },
  readout(_part, now) {
    const percent = power(now);
    return percent === 0 ? '' : `${percent > 0 ? '↻' : '↺'} ${Math.abs(percent)} %`;
  },
  draw(_part, now) {
    const percent = power(now);
    const turning = styleMap({
      animationDuration: `${percent === 0 ? 0 : Math.max(0.25, 30 / Math.abs(percent))}s`,
      animationDirection: percent < 0 ? 'reverse' : 'normal',
    });
    return html`<svg class="drawn" viewBox="0 0 170 104" width="170" height="104">
      ${svg`<rect class="module" x="0" y="22" width="74" height="80" rx="6" />
      <rect class="chip" x="30" y="40" width="30" height="34" rx="3" /><text class="print" x="45" y="96" text-anchor="middle">${msg('Treiber')}</text>
      ${['IN1', 'IN2', 'EN', 'GND'].map((name, index) => svg`<text class="print small" x="8" y=${43 + index * 16}>${name}</text>`)}
      <path class="lead thick red" d="M74 46C88 46 84 40 98 42" /><path class="lead thick" d="M74 66C88 66 84 62 98 60" />
      <rect x="98" y="26" width="52" height="52" rx="14" fill="#c9cdd1" stroke="#8f979d" />`}
      <g class="turning ${percent === 0 ? '' : 'on'}" style=${turning}>
        ${svg`<circle cx="124" cy="52" r="21" fill="#f0c23b" stroke="#8a6a1e" /><path d="M124 31v42M103 52h42" stroke="#8a6a1e" stroke-width="4" /><circle cx="124" cy="36" r="4" fill="#c0271f" /><circle cx="124" cy="52" r="4" fill="#22302a" />`}
      </g>
    </svg>`;
  },
};
