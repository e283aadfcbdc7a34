import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import '../../thing/report-damage.ts';
import '../../ui/notice.ts';
import type { AssetLine } from '../../../server/api/contract/lending/assets.ts';
import type { Loan } from '../../../server/api/contract/lending/loans.ts';
import { kindIcon } from '../../association/loans/kind-icon.ts';
import { groupItems, type ItemGroup } from '../../association/loans/loan-items.ts';
import { partLine } from '../../association/loans/part-line.ts';
import { partOwner } from '../../association/loans/part-owner.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lineIcon } from '../../ui/line-icons.ts';

/** What comes with a loan, as pictures; while the school has it, what is broken or lost is told here. */
@customElement('sb-my-loan-things')
@localized()
export class MyLoanThings extends LitElement {
  @property({ attribute: false }) loan!: Loan;

  /** What something is being told of. */
  @state() private about: AssetLine | null = null;
  @state() private told = '';

  protected override render() {
    const groups = groupItems(this.loan);
    if (groups.length === 0) return nothing;
    return html`<details data-test="my-things">
        <summary>${msg('Was im Kit ist')}</summary>
        ${repeat(
          groups,
          ({ head }) => head.id,
          (group) => this.renderGroup(group),
        )}
      </details>
      ${this.told ? html`<sb-notice tone="good" data-test="told">${msg(str`Danke! Der Verein weiß jetzt von ${this.told}.`)}</sb-notice>` : nothing}
      ${
        this.about
          ? html`<sb-report-damage
              open
              .asset=${this.about}
              @close=${() => {
                this.about = null;
              }}
              @reported=${() => {
                this.told = this.about?.code ?? '';
                this.about = null;
              }}
            ></sb-report-damage>`
          : nothing
      }`;
  }

  private renderGroup({ head, inside, parts }: ItemGroup) {
    return html`<section aria-label="${head.asset.code} ${head.asset.name}">
      <ul>
        ${[head, ...inside].map(
          ({ asset, state }) => html`<li data-code=${asset.code}>
            <span class="icon">${kindIcon(asset.kind)}</span>
            <span class="name"><strong class="code">${asset.code}</strong> ${asset.name}</span>
            ${
              state === 'out'
                ? html`<button
                    class="button quiet"
                    type="button"
                    aria-label=${msg(str`${asset.code} ist kaputt oder weg`)}
                    data-test="my-tell"
                    @click=${() => {
                      this.told = '';
                      this.about = asset;
                    }}
                  >
                    ${lineIcon('triangle-alert')}${msg('Kaputt oder weg?')}
                  </button>`
                : nothing
            }
          </li>`,
        )}
      </ul>
      ${
        parts.length > 0
          ? html`<ul class="parts">
              ${parts.map((part) => html`<li>${partLine(part, partOwner(part, parts, this.loan))}</li>`)}
            </ul>`
          : nothing
      }
    </section>`;
  }

  static override styles = [
    controlStyles,
    css`
      :host {
        display: grid;
        gap: var(--sb-space-2);
      }

      summary {
        min-height: var(--sb-touch);
        font-weight: 600;
        line-height: var(--sb-touch);
        cursor: pointer;
      }

      section {
        border-top: 1px solid var(--sb-line);
      }

      ul {
        display: grid;
        margin: 0;
        padding: 0;
        list-style: none;
      }

      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--sb-space-1) var(--sb-space-3);
        min-height: var(--sb-touch);
      }

      .icon {
        display: flex;
        color: var(--sb-good);
      }

      .name {
        flex: 1 1 8rem;
        overflow-wrap: anywhere;
      }

      .code {
        font-family: var(--sb-font-code);
      }

      .parts {
        grid-template-columns: repeat(auto-fill, minmax(min(11rem, 100%), 1fr));
        gap: var(--sb-space-2);
        padding-block: var(--sb-space-2);
      }

      .parts li {
        flex-wrap: nowrap;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-my-loan-things': MyLoanThings;
  }
}
