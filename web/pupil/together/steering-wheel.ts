import { html, type TemplateResult } from 'lit';

/** The wheel beside the name of who drives. Drawn here, because only this part of the page needs it. */
export function steeringWheel(): TemplateResult {
  return html`<svg class="lucide" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2"
    stroke-linecap="round" aria-hidden="true" focusable="false">
    <circle cx="12" cy="12" r="9.5"></circle>
    <circle cx="12" cy="12" r="2.4"></circle>
    <path d="M2.8 10.6c2.2.5 4.4.8 6.8.9M21.2 10.6c-2.2.5-4.4.8-6.8.9M12 14.4v7"></path>
  </svg>`;
}
