import { msg } from '@lit/localize';
import { html, svg } from 'lit';

/**
 * What stands where nothing was recorded yet: two pins that blink.
 *
 * @param ran a program has run, and did nothing that could be shown.
 */
export function emptyDrawing(ran: boolean) {
  return html`<div class="empty" data-test="recorder-empty">
    <svg viewBox="0 0 200 78" aria-hidden="true">
      ${wave('M6 32 H34 V10 H66 V32 H98 V10 H130 V32 H162 V10 H194', 'a')}
      ${wave('M6 68 H66 V46 H130 V68 H194', 'b')}
    </svg>
    <p>${
      ran
        ? msg('Hier siehst du die Pins, die dein Programm schaltet oder misst. Bisher war keiner dabei.')
        : msg('Starte dein Programm, dann siehst du hier jeden Pin.')
    }</p>
  </div>`;
}

function wave(path: string, tone: 'a' | 'b') {
  return svg`<path class="wave ${tone}" d=${path}></path>`;
}
