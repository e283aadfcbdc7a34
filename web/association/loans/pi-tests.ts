import { localized, msg } from '@lit/localize';
import { html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../../ui/problem-note.ts';
import type { Loan } from '../../../server/api/contract/lending/loans.ts';
import { call } from '../../client/api.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lendingIcon } from '../../ui/lending-icons.ts';
import { presentItems } from './loan-items.ts';
import { LoanStepping } from './loan-step.ts';
import { loanStyles } from './loan-styles.ts';
import { testSummary } from './return-test.ts';

/** Lets all Pis of a loan test themselves, and says how it went in one line; each Pi's checks stand with it. */
@customElement('sb-pi-tests')
@localized()
export class PiTests extends LitElement {
  @property({ attribute: false }) loan!: Loan;

  private readonly stepping = new LoanStepping(this);

  protected override render() {
    const pis = presentItems(this.loan).filter(({ asset }) => asset.kind === 'device');
    if (pis.length === 0) return nothing;
    const tests = pis.flatMap(({ test }) => test ?? []);
    return html`<section class="panel block" aria-label=${msg('Test der Pis')}>
      <div class="row spread">
        <h2>${msg('Test der Pis')}</h2>
        <button
          class="button"
          type="button"
          data-test="test-pis"
          ?disabled=${this.stepping.busy}
          @click=${() => this.stepping.do(() => call('testReturn', { loanId: this.loan.id }, {}))}
        >
          ${lendingIcon('clipboard-check')}${tests.length > 0 ? msg('Noch einmal') : msg('Alle prüfen')}
        </button>
      </div>
      <p class="quiet-text" role="status">
        ${tests.length > 0 ? testSummary(tests) : msg('Pis einschalten: Jeder prüft sich selbst und löscht das WLAN der Schule.')}
      </p>
      <sb-problem-note .problem=${this.stepping.problem}></sb-problem-note>
    </section>`;
  }

  static override styles = [controlStyles, loanStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-pi-tests': PiTests;
  }
}
