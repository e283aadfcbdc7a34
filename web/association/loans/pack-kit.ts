import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import './kit-frame.ts';
import type { Loan, LoanItem } from '../../../server/api/contract/lending/loans.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { kindIcon } from './kind-icon.ts';
import { kitDone } from './kit-done.ts';
import type { ItemGroup } from './loan-items.ts';
import { loanStyles } from './loan-styles.ts';
import { packStyles } from './pack-styles.ts';
import { partLine } from './part-line.ts';
import { partOwner } from './part-owner.ts';

/** One kit of the pick list: a tile for each thing, to press or to scan; once all is packed and another is begun it folds away. Fires `tick` with the thing. */
@customElement('sb-pack-kit')
@localized()
export class PackKit extends LitElement {
  @property({ attribute: false }) loan!: Loan;
  @property({ attribute: false }) group!: ItemGroup;
  /** Something in it was scanned last. */
  @property({ type: Boolean }) now = false;
  @property({ type: Boolean }) locked = false;

  protected override render() {
    const { head, inside } = this.group;
    const left = [head, ...inside].filter(({ state }) => state === 'reserved').length;
    return html`<sb-kit-frame .head=${head} ?now=${this.now} ?done=${left === 0} data-left=${left}>
      ${left === 0 ? kitDone(msg('vollständig')) : html`<span slot="state" class="chip" data-state="out">${left === 1 ? msg('1 fehlt') : msg(str`${left} fehlen`)}</span>`}
      <div class="body">${this.renderTiles()} ${this.renderParts()}</div>
    </sb-kit-frame>`;
  }

  private renderTiles() {
    return html`<ul class="tiles">
      ${repeat(
        [this.group.head, ...this.group.inside],
        ({ id }) => id,
        (item) => html`<li>${this.renderTile(item)}</li>`,
      )}
    </ul>`;
  }

  private renderTile(item: LoanItem) {
    const packed = item.state !== 'reserved';
    return html`<button
      class="tile"
      type="button"
      aria-pressed=${packed}
      aria-label="${item.asset.code} ${item.asset.name}"
      data-test="pack-item"
      data-code=${item.asset.code}
      ?disabled=${this.locked}
      @click=${() => this.dispatchEvent(new CustomEvent<LoanItem>('tick', { detail: item }))}
    >
      ${packed ? lineIcon('check') : kindIcon(item.asset.kind)}
      <span class="code">${item.asset.code}</span>
      <span class="tile-name">${item.asset.name}</span>
    </button>`;
  }

  private renderParts() {
    const { parts } = this.group;
    if (parts.length === 0) return nothing;
    return html`<h3>${msg('Nachzählen')}</h3>
      <ul class="parts">
        ${parts.map((part) => html`<li>${partLine(part, partOwner(part, parts, this.loan))}</li>`)}
      </ul>`;
  }

  static override styles = [controlStyles, loanStyles, packStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-pack-kit': PackKit;
  }
}
