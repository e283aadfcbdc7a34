import { localized } from '@lit/localize';
import { css, html, LitElement, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { LoanItem } from '../../../server/api/contract/lending/loans.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { kindIcon } from './kind-icon.ts';
import { loanStyles } from './loan-styles.ts';

/** One kit in a list that is worked off: what is done folds to its name. Slots: `state` beside the name, and the rest. */
@customElement('sb-kit-frame')
@localized()
export class KitFrame extends LitElement {
  /** The kit, or what is lent by itself. */
  @property({ attribute: false }) head!: LoanItem;
  /** It had the last scan or press: it is marked, comes into view beside the scanner, and stays open. */
  @property({ type: Boolean }) now = false;
  /** Nothing is left to do here. */
  @property({ type: Boolean }) done = false;

  protected override updated(changed: PropertyValues<this>): void {
    // On a phone the list lies below the scanner, which must stay where it is.
    if (changed.has('now') && this.now && matchMedia('(min-width: 56.01rem)').matches)
      this.scrollIntoView({ block: 'nearest' });
  }

  protected override render() {
    const { asset } = this.head;
    const label = `${asset.code} ${asset.name}`;
    const name = html`<h2 class="row">
      ${kindIcon(asset.kind)}<span class="code">${asset.code}</span><span>${asset.name}</span>
    </h2>`;
    if (!this.done || this.now)
      return html`<section class="panel block ${this.now ? 'now' : ''}" aria-label=${label}>
        <div class="row">${name}<slot name="state"></slot></div>
        <slot></slot>
      </section>`;
    return html`<details class="panel block" aria-label=${label} data-test="kit-done" data-code=${asset.code}>
      <summary class="row">${name}<slot name="state"></slot><span class="fold" aria-hidden="true">${lineIcon('chevron-down')}</span></summary>
      <slot></slot>
    </details>`;
  }

  static override styles = [
    controlStyles,
    loanStyles,
    css`
      :host {
        display: block;
      }

      h2 {
        flex: 1 1 12rem;
      }

      h2 svg.lucide {
        color: var(--sb-good);
      }

      .now {
        border-color: var(--sb-board);
        box-shadow: 0 0 0 2px var(--sb-board);
      }

      details {
        padding-block: var(--sb-space-2);
      }

      summary {
        min-height: var(--sb-touch);
        cursor: pointer;
        list-style: none;
      }

      .fold {
        display: flex;
        transition: rotate var(--sb-motion);
      }

      details[open] .fold {
        rotate: 180deg;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-kit-frame': KitFrame;
  }
}
