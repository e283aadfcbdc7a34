import { localized, msg } from '@lit/localize';
import { html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { PersonView } from '../../../server/api/contract/endpoints.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { listStyles } from '../list-styles.ts';

/** The association's page of stocktakes: the list, and one. */
@customElement('sb-stocktake-page')
@localized()
export class StocktakePage extends LitElement {
  @property({ attribute: false }) person: PersonView | null = null;
  /** What stands behind the page's name in the address: the id of one; empty: the list. */
  @property() item = '';

  protected override render() {
    return html`<div class="head"><h1>${msg('Inventur')}</h1></div>`;
  }

  static override styles = [controlStyles, listStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-stocktake-page': StocktakePage;
  }
}
