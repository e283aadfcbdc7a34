import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import './asset-condition.ts';
import './edit-asset.ts';
import './move-asset.ts';
import type { Asset } from '../../../server/api/contract/lending/assets.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lendingIcon } from '../../ui/lending-icons.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { assetStyles } from './asset-styles.ts';

/** What can be done with a thing. Fires `changed` (`CustomEvent<Asset>`) and `like`: one more of it. */
@customElement('sb-asset-actions')
@localized()
export class AssetActions extends LitElement {
  @property({ attribute: false }) asset!: Asset;
  @property({ type: Boolean }) mayChange = false;

  @state() private dialog: 'edit' | 'move' | null = null;

  protected override willUpdate(changed: Map<string, unknown>): void {
    const before = changed.get('asset') as Asset | undefined;
    if (before && before.id !== this.asset.id) this.dialog = null;
  }

  protected override render() {
    const { asset } = this;
    const lendable = asset.condition === 'usable' && asset.whereabouts !== 'donated';
    return html`<div class="row">
        ${
          asset.loanId
            ? html`<a class="button" href="#loans/${asset.loanId}">${lendingIcon('handshake')}${msg('Zur Leihe')}</a>`
            : nothing
        }
        ${
          this.mayChange && lendable
            ? html`<a class="button primary" href="#loans/new?asset=${asset.id}" data-test="asset-lend"
                >${lendingIcon('handshake')}${msg('Verleihen')}</a
              >`
            : nothing
        }
        <a class="button" href="#labels/${asset.code}" data-test="asset-label">${lendingIcon('tag')}${msg('Etikett drucken')}</a>
        ${this.mayChange ? this.renderChanges() : nothing}
        <slot></slot>
      </div>
      ${
        this.mayChange
          ? html`<sb-asset-condition
                .asset=${asset}
                @changed=${({ detail }: CustomEvent<Asset>) => this.tell(detail)}
              ></sb-asset-condition>
              ${this.renderDialogs(asset)}`
          : nothing
      }`;
  }

  private renderChanges() {
    const button = (test: string, icon: unknown, words: string, click: () => void) =>
      html`<button class="button" type="button" data-test=${test} @click=${click}>${icon}${words}</button>`;
    return html`${button('asset-edit', lineIcon('pencil'), msg('Bearbeiten'), () => {
      this.dialog = 'edit';
    })}
    ${button('asset-move', lendingIcon('package-open'), msg('Umlegen'), () => {
      this.dialog = 'move';
    })}
    ${button('asset-like', lineIcon('copy'), msg('Noch so eins'), () =>
      this.dispatchEvent(new CustomEvent('like', { detail: this.asset, bubbles: true, composed: true })),
    )}`;
  }

  private renderDialogs(asset: Asset) {
    const close = () => {
      this.dialog = null;
    };
    const changed = ({ detail }: CustomEvent<Asset>) => this.tell(detail);
    return html`<sb-edit-asset
        .open=${this.dialog === 'edit'}
        .asset=${asset}
        @changed=${changed}
        @close=${close}
      ></sb-edit-asset>
      <sb-move-asset
        .open=${this.dialog === 'move'}
        .asset=${asset}
        @changed=${changed}
        @close=${close}
      ></sb-move-asset>`;
  }

  private tell(asset: Asset): void {
    this.dialog = null;
    this.dispatchEvent(new CustomEvent<Asset>('changed', { detail: asset }));
  }

  static override styles = [
    controlStyles,
    assetStyles,
    css`
      :host {
        display: grid;
        gap: var(--sb-space-3);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-asset-actions': AssetActions;
  }
}
