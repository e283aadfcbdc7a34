import { localized, msg } from '@lit/localize';
import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Loan } from '../../../server/api/contract/lending/loans.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { loanAddress } from './loan-place.ts';
import { loanStyles } from './loan-styles.ts';
import { spanWords } from './loan-words.ts';

/** The head of a stage's page: back to the loan, what is done here, for whom. */
@customElement('sb-stage-head')
@localized()
export class StageHead extends LitElement {
  @property({ attribute: false }) loan!: Loan;
  @property() heading = '';

  protected override render() {
    return html`<a class="back" href=${loanAddress(this.loan.id)} aria-label=${msg('Zurück zur Leihe')} data-test="stage-back">
        ${lineIcon('arrow-left')}
      </a>
      <div>
        <h1>${this.heading}</h1>
        <p class="quiet-text">
          <span class="code">${this.loan.number}</span> ${this.loan.school.name}, ${spanWords(this.loan)}
        </p>
      </div>`;
  }

  static override styles = [
    controlStyles,
    loanStyles,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: var(--sb-space-2);
      }

      a.back {
        justify-content: center;
        width: var(--sb-touch);
        flex: none;
      }

      a.back svg.lucide {
        width: 1.5rem;
        height: 1.5rem;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-stage-head': StageHead;
  }
}
