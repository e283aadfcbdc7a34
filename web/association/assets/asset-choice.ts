import { localized, msg } from '@lit/localize';
import { css, html, LitElement } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import './asset-list.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { assetStyles } from './asset-styles.ts';

/** A field of search and the things that fit; fires `choose` (`CustomEvent<AssetLine>`) for the one that is clicked. */
@customElement('sb-asset-choice')
@localized()
export class AssetChoice extends LitElement {
  @state() private text = '';

  protected override render() {
    return html`<div class="search">
        ${lineIcon('search')}
        <input
          type="search"
          data-test="asset-choice-search"
          placeholder=${msg('Nummer oder Name')}
          aria-label=${msg('Dinge suchen')}
          @input=${(event: InputEvent) => {
            this.text = (event.target as HTMLInputElement).value;
          }}
        />
      </div>
      <div class="results">
        <sb-asset-list
          choosing
          .text=${this.text}
          @choose=${({ detail }: CustomEvent) => this.dispatchEvent(new CustomEvent('choose', { detail }))}
        ></sb-asset-list>
      </div>`;
  }

  static override styles = [
    controlStyles,
    assetStyles,
    css`
      :host {
        display: grid;
        gap: var(--sb-space-2);
      }

      .results {
        max-height: 19rem;
        border: 1px solid var(--sb-line);
        border-radius: var(--sb-radius-s);
        overflow-y: auto;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-asset-choice': AssetChoice;
  }
}
