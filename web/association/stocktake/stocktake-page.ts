import { html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import './stocktake-list.ts';
import './stocktake-run.ts';
import type { PersonView } from '../../../server/api/contract/endpoints.ts';

/** The association's page of stocktakes: the list, and one. */
@customElement('sb-stocktake-page')
export class StocktakePage extends LitElement {
  @property({ attribute: false }) person: PersonView | null = null;
  /** What stands behind the page's name in the address: the id of one; empty: the list. */
  @property() item = '';

  protected override render() {
    return this.item
      ? keyed(
          this.item,
          html`<sb-stocktake-run .stocktakeId=${this.item} .person=${this.person}></sb-stocktake-run>`,
        )
      : html`<sb-stocktake-list .person=${this.person}></sb-stocktake-list>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-stocktake-page': StocktakePage;
  }
}
