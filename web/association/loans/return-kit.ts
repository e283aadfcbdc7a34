import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import './kit-frame.ts';
import './return-item.ts';
import './return-parts.ts';
import type { Loan, LoanItem } from '../../../server/api/contract/lending/loans.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { kitDone } from './kit-done.ts';
import type { ItemGroup } from './loan-items.ts';
import { loanStyles } from './loan-styles.ts';

/** One kit at its return: each thing with its fate, the counted parts, and one press for all that is fine. Fires `fine` with the things. */
@customElement('sb-return-kit')
@localized()
export class ReturnKit extends LitElement {
  @property({ attribute: false }) loan!: Loan;
  @property({ attribute: false }) group!: ItemGroup;
  /** It had the last scan or press. */
  @property({ type: Boolean }) now = false;
  /** The return is over. */
  @property({ type: Boolean }) locked = false;

  protected override render() {
    const { head, inside, parts } = this.group;
    const all = [head, ...inside];
    const out = all.filter(({ state }) => state === 'out');
    const uncounted = parts.some(({ back }) => back === null);
    const settled = out.length === 0 && !uncounted;
    return html`<sb-kit-frame .head=${head} ?now=${this.now} ?done=${settled}>
      ${out.length > 0 && !this.locked ? this.renderFine(out, all.length) : renderState(uncounted)}
      <ul class="plain">
        ${repeat(
          all,
          ({ id }) => id,
          (item) => html`<li>
            <sb-return-item .loan=${this.loan} .item=${item} ?locked=${this.locked}></sb-return-item>
          </li>`,
        )}
      </ul>
      ${
        parts.length > 0
          ? html`<sb-return-parts
              data-uncounted=${uncounted ? 'yes' : 'no'}
              tabindex="-1"
              .loan=${this.loan}
              .parts=${parts}
              ?locked=${this.locked}
            ></sb-return-parts>`
          : nothing
      }
    </sb-kit-frame>`;
  }

  private renderFine(out: readonly LoanItem[], of: number) {
    return html`<button
      slot="state"
      class="button"
      type="button"
      data-test="return-rest"
      data-code=${this.group.head.asset.code}
      @click=${() => this.dispatchEvent(new CustomEvent<readonly LoanItem[]>('fine', { detail: out }))}
    >
      ${lineIcon('check')}
      ${out.length === of ? msg('Alles da und in Ordnung') : out.length === 1 ? msg('Das letzte ist auch da') : msg(str`Die übrigen ${out.length} sind da`)}
    </button>`;
  }

  /** Goes to the counted parts. */
  showParts(): void {
    const parts = this.renderRoot.querySelector<HTMLElement>('sb-return-parts');
    parts?.scrollIntoView({ block: 'center' });
    parts?.focus();
  }

  static override styles = [
    controlStyles,
    loanStyles,
    css`
      :host {
        display: block;
      }

      ul.plain {
        gap: 0;
      }

      li + li {
        border-top: 1px solid var(--sb-line);
      }
    `,
  ];
}

function renderState(uncounted: boolean) {
  if (uncounted) return html`<span slot="state" class="chip" data-state="out">${msg('noch zählen')}</span>`;
  return kitDone(msg('geklärt'));
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-return-kit': ReturnKit;
  }
}
