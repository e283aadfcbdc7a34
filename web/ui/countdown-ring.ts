import { html, type TemplateResult } from 'lit';
import { clockText } from '../pupil/together/countdown.ts';

const circumference = 2 * Math.PI * 44;

/** A ring that empties around the time that is left. @param whole the span that fills it, ms. */
export function countdownRing(left: number, whole: number): TemplateResult {
  const part = whole > 0 ? Math.min(1, left / whole) : 0;
  return html`<span class="ring" role="timer" aria-live="off">
    <svg viewBox="0 0 100 100" aria-hidden="true">
      <circle cx="50" cy="50" r="44" fill="none" stroke="currentColor" stroke-opacity="0.25" stroke-width="8" />
      <circle
        cx="50"
        cy="50"
        r="44"
        fill="none"
        stroke="currentColor"
        stroke-width="8"
        stroke-linecap="round"
        stroke-dasharray="${(part * circumference).toFixed(1)} 400"
        transform="rotate(-90 50 50)"
      />
    </svg>
    <span>${clockText(left)}</span>
  </span>`;
}
