import { html, nothing, type TemplateResult } from 'lit';
import './counted-part-picture.ts';
import type { LoanPart } from '../../../server/api/contract/lending/loans.ts';

/**
 * Counted parts of a kit, with a picture: "10 × LED".
 *
 * @param owner its thing's code, where the name alone does not say which part it is; else empty.
 */
export function partLine({ icon, name, quantity }: LoanPart, owner: string): TemplateResult {
  return html`<sb-counted-part-picture .icon=${icon} .name=${name}></sb-counted-part-picture>
    <span><strong>${quantity} ×</strong> ${name}${owner ? html` <span class="code">(${owner})</span>` : nothing}</span>`;
}
