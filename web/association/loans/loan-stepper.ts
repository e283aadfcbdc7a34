import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Loan } from '../../../server/api/contract/lending/loans.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { phaseIndex, phasesOf } from './loan-phases.ts';
import { stateWord } from './loan-words.ts';

/** Where a loan is on its way: what is done has a tick, where it is glows. */
@customElement('sb-loan-stepper')
@localized()
export class LoanStepper extends LitElement {
  @property({ attribute: false }) loan!: Loan;

  protected override render() {
    const at = phaseIndex(this.loan);
    if (at < 0)
      return html`<p class="left">
        ${lineIcon('circle-alert')}<strong>${stateWord(this.loan.state)}</strong>
        ${this.loan.reason ? html`<span>${this.loan.reason}</span>` : nothing}
      </p>`;
    const phases = phasesOf(this.loan);
    const end = phases.length - 1;
    return html`<ol aria-label=${msg('Wo die Leihe ist')}>
      ${phases.map((phase, index) => {
        const done = index < at || (index === at && at === end);
        return html`<li
          class=${done ? 'done' : index === at ? 'now' : ''}
          aria-current=${index === at ? 'step' : nothing}
          data-test="phase-${phase.state}"
        >
          <span class="dot" aria-hidden="true">${done ? lineIcon('check') : index + 1}</span>
          <span class="name">${phase.name}</span>
        </li>`;
      })}
    </ol>`;
  }

  static override styles = [
    controlStyles,
    css`
      :host {
        display: block;
      }

      ol {
        display: flex;
        margin: 0;
        padding: 0;
        list-style: none;
      }

      li {
        position: relative;
        display: grid;
        flex: 1 1 0;
        justify-items: center;
        gap: var(--sb-space-1);
        min-width: 0;
        color: var(--sb-ink-quiet);
        font-size: var(--sb-text-s);
        text-align: center;
      }

      /* The wire from the step before. */
      li + li::before {
        position: absolute;
        top: calc(1.125rem - 2px);
        right: 50%;
        left: -50%;
        height: 4px;
        background: var(--sb-line);
        content: '';
      }

      li.done::before,
      li.now::before {
        background: var(--sb-board);
      }

      .dot {
        /* Over the wire to the next one. */
        position: relative;
        z-index: 1;
        display: grid;
        place-items: center;
        width: 2.25rem;
        height: 2.25rem;
        border: 2px solid var(--sb-line);
        border-radius: 50%;
        background: var(--sb-surface);
        font-weight: 700;
      }

      .done .dot {
        border-color: var(--sb-board);
        background: var(--sb-board);
        color: var(--sb-on-board);
      }

      .now .dot {
        border-color: var(--sb-board);
        box-shadow: 0 0 0 4px color-mix(in srgb, var(--sb-glow) 55%, transparent);
        color: var(--sb-good);
      }

      .now .name {
        color: var(--sb-ink);
        font-weight: 700;
      }

      .name {
        max-width: 100%;
        overflow-wrap: anywhere;
      }

      .left {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--sb-space-2);
        color: var(--sb-ink-quiet);
      }

      @media (max-width: 30rem) {
        li:not(.now) .name {
          position: absolute;
          width: 1px;
          height: 1px;
          overflow: hidden;
          clip-path: inset(50%);
        }

        .name {
          white-space: nowrap;
        }

        .now .name {
          overflow: visible;
          max-width: none;
        }

        .dot {
          width: 2rem;
          height: 2rem;
        }

        li + li::before {
          top: calc(1rem - 2px);
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-loan-stepper': LoanStepper;
  }
}
