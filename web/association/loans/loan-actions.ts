import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import './change-dialog.ts';
import './exchange-dialog.ts';
import './extend-dialog.ts';
import './found-dialog.ts';
import './reason-dialog.ts';
import type { Loan } from '../../../server/api/contract/lending/loans.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { type LendingIcon, lendingIcon } from '../../ui/lending-icons.ts';
import { loanAddress } from './loan-place.ts';
import { loanStyles } from './loan-styles.ts';

type Action = 'change' | 'extend' | 'exchange' | 'found' | 'cancel' | 'no-show' | 'decline';

/** What else can be done with a loan, beside its one next step; each asks before something is lost. */
@customElement('sb-loan-actions')
@localized()
export class LoanActions extends LitElement {
  @property({ attribute: false }) loan!: Loan;

  @state() private open: Action | null = null;

  protected override render() {
    const { loan } = this;
    const actions = this.actions();
    if (actions.length === 0 && !this.open) {
      return html`<p class="quiet-text">${msg('Hier ist nichts mehr zu tun.')}</p>`;
    }
    const closed = () => {
      this.open = null;
    };
    return html`<h2>${msg('Mehr')}</h2>
      <div class="row">
        ${
          loan.state === 'reserved' && loan.steps.includes('reserve')
            ? html`<a class="button" href=${loanAddress(loan.id, 'reserve')} data-test="action-reserve">${lendingIcon('package')}${msg('Andere Kits')}</a>`
            : nothing
        }
        ${actions.map(
          ({ action, name, icon }) => html`<button
            class="button"
            type="button"
            data-test="action-${action}"
            @click=${() => {
              this.open = action;
            }}
          >
            ${lendingIcon(icon)}${name}
          </button>`,
        )}
      </div>
      ${this.open === 'change' ? html`<sb-change-dialog .loan=${loan} @close=${closed}></sb-change-dialog>` : nothing}
      ${this.open === 'extend' ? html`<sb-extend-dialog .loan=${loan} @close=${closed}></sb-extend-dialog>` : nothing}
      ${this.open === 'exchange' ? html`<sb-exchange-dialog .loan=${loan} @close=${closed}></sb-exchange-dialog>` : nothing}
      ${this.open === 'found' ? html`<sb-found-dialog .loan=${loan} @close=${closed}></sb-found-dialog>` : nothing}
      ${
        this.open === 'cancel' || this.open === 'no-show' || this.open === 'decline'
          ? html`<sb-reason-dialog .loan=${loan} .what=${this.open} @close=${closed}></sb-reason-dialog>`
          : nothing
      }`;
  }

  private actions(): readonly { action: Action; name: string; icon: LendingIcon }[] {
    const { state, steps, itemList } = this.loan;
    const lost = itemList.some((item) => item.state === 'missing');
    const all = [
      {
        action: 'change',
        name: msg('Angaben ändern'),
        icon: 'file-text',
        when: state === 'requested' || state === 'reserved' || state === 'packed',
      },
      {
        action: 'extend',
        name: state === 'out' ? msg('Verlängern') : msg('Verschieben'),
        icon: 'calendar-days',
        when: steps.includes('extend'),
      },
      { action: 'exchange', name: msg('Austauschen'), icon: 'wrench', when: steps.includes('exchange') },
      {
        action: 'found',
        name: msg('Wiedergefunden'),
        icon: 'undo-2',
        when: lost && steps.includes('reopen'),
      },
      { action: 'decline', name: msg('Ablehnen'), icon: 'circle-x', when: steps.includes('decline') },
      { action: 'no-show', name: msg('Nicht abgeholt'), icon: 'truck', when: steps.includes('no-show') },
      {
        action: 'cancel',
        name: msg('Stornieren'),
        icon: 'trash-2',
        // A request is declined; to cancel it would say the same.
        when: steps.includes('cancel') && state !== 'requested',
      },
    ] as const;
    return all.filter(({ when }) => when);
  }

  static override styles = [
    controlStyles,
    loanStyles,
    css`
      .button {
        font-weight: 500;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-loan-actions': LoanActions;
  }
}
