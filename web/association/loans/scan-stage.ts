import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import './full-screen.ts';
import './progress-ring.ts';
import './scan-feedback.ts';
import './stage-head.ts';
import '../scan/code-scanner.ts';
import '../../ui/notice.ts';
import type { Loan } from '../../../server/api/contract/lending/loans.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { loanAddress } from './loan-place.ts';
import { loanStyles } from './loan-styles.ts';
import type { ScanResult } from './scan-feedback.ts';

/**
 * Work at the boxes, for a phone in one hand or a laptop with a scanner: how far it is and what is next, the scanner
 * and what the last scan did at the side; the list beside it (the slot). Slots `figure`, `words`, `next`, `aside`, `end`.
 * Fires `code`, which whoever takes it may refuse (`preventDefault`), and `undo`.
 */
@customElement('sb-scan-stage')
@localized()
export class ScanStage extends LitElement {
  @property({ attribute: false }) loan!: Loan;
  @property() heading = '';
  /** What is to be scanned. */
  @property() hint = '';
  @property({ type: Number }) done = 0;
  @property({ type: Number }) of = 0;
  /** Why nothing can be scanned; empty: it can. */
  @property() shut = '';
  @property({ attribute: false }) result: ScanResult | null = null;
  /** So many scans wait here because the server is not reached. */
  @property({ type: Number }) waiting = 0;

  protected override async firstUpdated(): Promise<void> {
    const scanner = this.renderRoot.querySelector('sb-code-scanner');
    await scanner?.updateComplete;
    // On a phone the keyboard would cover the half of the page.
    if (matchMedia('(hover: hover) and (pointer: fine)').matches) scanner?.focus();
  }

  protected override render() {
    return html`<sb-full-screen .label=${this.heading} @leave=${this.leave}>
      <sb-stage-head .loan=${this.loan} .heading=${this.heading}></sb-stage-head>
      <div class="columns">
        <div class="side">
          <div class="panel count">
            <sb-progress-ring .done=${this.done} .of=${this.of}></sb-progress-ring>
            <div class="how-far">
              <strong class="figure" role="status"><slot name="figure"></slot></strong>
              <span class="quiet-text"><slot name="words"></slot></span>
            </div>
          </div>
          <slot name="next"></slot>
          ${this.shut ? html`<p class="note">${lineIcon('circle-alert')}${this.shut}</p>` : this.renderScanner()}
          <slot name="aside"></slot>
        </div>
        <div class="list"><slot></slot></div>
      </div>
      <slot name="end"></slot>
    </sb-full-screen>`;
  }

  private renderScanner() {
    return html`<sb-code-scanner .hint=${this.hint} @code=${this.onCode}></sb-code-scanner>
      ${
        this.waiting > 0
          ? html`<sb-notice tone="waiting" data-test="scans-waiting" data-count=${this.waiting}>
              ${msg('Der Server ist gerade nicht erreichbar. Scannen Sie weiter: Alles ist hier aufgehoben und wird von selbst gesendet.')}
            </sb-notice>`
          : nothing
      }
      <sb-scan-feedback .result=${this.result} @undo=${() => this.dispatchEvent(new Event('undo'))}></sb-scan-feedback>`;
  }

  private onCode(event: CustomEvent<string>): void {
    const fine = this.dispatchEvent(new CustomEvent('code', { detail: event.detail, cancelable: true }));
    // It sounds odd then.
    if (!fine) event.preventDefault();
  }

  private leave(): void {
    location.hash = loanAddress(this.loan.id);
  }

  static override styles = [
    controlStyles,
    loanStyles,
    css`
      .columns {
        display: grid;
        grid-template-columns: minmax(18rem, 24rem) minmax(0, 1fr);
        align-items: start;
        gap: var(--sb-space-4);
      }

      .side {
        position: sticky;
        top: var(--sb-space-4);
        display: grid;
        gap: var(--sb-space-3);
        min-width: 0;
        max-height: calc(100dvh - 2rem);
        /* Room for the shadows and rings of what scrolls in it. */
        margin: -4px;
        padding: 4px;
        overflow-y: auto;
      }

      .list {
        display: grid;
        gap: var(--sb-space-4);
        min-width: 0;
      }

      .count {
        display: flex;
        align-items: center;
        gap: var(--sb-space-4);
        padding: var(--sb-space-3) var(--sb-space-4);
      }

      .how-far {
        display: grid;
        min-width: 0;
      }

      .figure {
        font-size: var(--sb-text-xl);
        line-height: 1.2;
      }

      @media (max-width: 56rem) {
        .columns {
          grid-template-columns: minmax(0, 1fr);
        }

        .side {
          position: static;
          max-height: none;
          margin: 0;
          padding: 0;
          overflow: visible;
        }

        .count {
          padding: var(--sb-space-2) var(--sb-space-3);
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-scan-stage': ScanStage;
  }
}
