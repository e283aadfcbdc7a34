import { localized } from '@lit/localize';
import { html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import './loan-form.ts';
import './loan-list.ts';
import './loan-view.ts';
import type { PersonView } from '../../../server/api/contract/endpoints.ts';
import { loanPlace } from './loan-place.ts';

/** The association's loans: the list, a new one, or one with its steps, by the address. */
@customElement('sb-loans-page')
@localized()
export class LoansPage extends LitElement {
  @property({ attribute: false }) person: PersonView | null = null;
  /** What stands behind the page's name in the address: the id of one; empty: the list. */
  @property() item = '';

  protected override render() {
    const place = loanPlace(this.item);
    if (place.what === 'new') return html`<sb-loan-form .assetId=${place.assetId}></sb-loan-form>`;
    if (place.what === 'loan')
      return keyed(
        place.loanId,
        html`<sb-loan-view .loanId=${place.loanId} .stage=${place.stage} .person=${this.person}></sb-loan-view>`,
      );
    return html`<sb-loan-list .person=${this.person}></sb-loan-list>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-loans-page': LoansPage;
  }
}
