import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import './counted-part-picture.ts';
import './full-screen.ts';
import './signing.ts';
import './stage-head.ts';
import type { PersonView } from '../../../server/api/contract/endpoints.ts';
import type { Loan } from '../../../server/api/contract/lending/loans.ts';
import { fileAddress } from '../../client/files.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lendingIcon } from '../../ui/lending-icons.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { kindIcon } from './kind-icon.ts';
import { groupItems, type ItemGroup, presentItems } from './loan-items.ts';
import { loanAddress } from './loan-place.ts';
import { loanStyles } from './loan-styles.ts';
import { money } from './loan-words.ts';

/** The hand-over, for two people at one screen: what goes along, kit by kit, then both sign. */
@customElement('sb-hand-over-page')
@localized()
export class HandOverPage extends LitElement {
  @property({ attribute: false }) loan!: Loan;
  @property({ attribute: false }) person: PersonView | null = null;

  @state() private checked: ReadonlySet<string> = new Set();
  @state() private leaving = false;

  protected override render() {
    const { loan } = this;
    const left = presentItems(loan).filter(({ state }) => state === 'reserved');
    const groups = groupItems(loan).filter(({ head, inside }) =>
      [head, ...inside].some(({ state }) => state !== 'reserved'),
    );
    const unchecked = groups.filter(({ head }) => !this.checked.has(head.id)).length;
    return html`<sb-full-screen label=${msg('Übergeben')} @leave=${() => this.leave()}>
      <sb-stage-head .loan=${loan} heading=${msg('Übergeben')}></sb-stage-head>
      ${left.length > 0 ? this.renderLeft(left.map(({ asset }) => asset.code)) : nothing}
      <section class="panel block" aria-labelledby="checklist">
        <div class="row spread">
          <h2 id="checklist">${msg('Das geht mit')}</h2>
          <span class="quiet-text">${msg(str`Wert: ${money(loan.valueCents)}`)}</span>
        </div>
        <ul class="plain">
          ${groups.map((group) => html`<li>${this.renderGroup(group)}</li>`)}
        </ul>
        <p class="row">
          <a class="button" target="_blank" href=${fileAddress('paperPreview', { loanId: loan.id, kind: 'agreement' }, {})}>
            ${lendingIcon('file-text')}${msg('Leihvertrag lesen')}
          </a>
          <a class="button" target="_blank" href=${fileAddress('paperPreview', { loanId: loan.id, kind: 'issue' }, {})}>
            ${lineIcon('printer')}${msg('Protokoll drucken')}
          </a>
        </p>
      </section>
      <sb-signing
        what="hand-over"
        .loan=${loan}
        .person=${this.person}
        .withoutUnpacked=${this.leaving}
        .blocked=${this.blocked(left.length, unchecked)}
        @signed=${() => this.leave()}
      ></sb-signing>
    </sb-full-screen>`;
  }

  private renderLeft(codes: readonly string[]) {
    return html`<div class="note">
      ${lineIcon('triangle-alert')}
      <div>
        <p>${msg(str`Nicht gepackt: ${codes.join(', ')}.`)}</p>
        <label class="check">
          <input
            type="checkbox"
            data-test="leave-unpacked"
            .checked=${this.leaving}
            @change=${(event: Event) => {
              this.leaving = (event.target as HTMLInputElement).checked;
            }}
          />
          <span>${msg('Das bleibt hier und wird wieder frei.')}</span>
        </label>
      </div>
    </div>`;
  }

  private renderGroup({ head, inside, parts }: ItemGroup) {
    const going = inside.filter(({ state }) => state !== 'reserved');
    return html`<label class="kit">
      <input
        type="checkbox"
        data-test="check-kit"
        data-code=${head.asset.code}
        .checked=${this.checked.has(head.id)}
        @change=${() => this.toggle(head.id)}
      />
      <span class="grow">
        <span class="row">${kindIcon(head.asset.kind)}<strong class="code">${head.asset.code}</strong> <strong>${head.asset.name}</strong></span>
        ${going.length > 0 ? html`<span class="codes">${going.map(({ asset }) => html`<span class="code tag">${asset.code}</span>`)}</span>` : nothing}
        ${
          parts.length > 0
            ? html`<span class="parts">
                ${parts.map((part) => html`<span><sb-counted-part-picture .icon=${part.icon} .name=${part.name}></sb-counted-part-picture>${part.quantity} × ${part.name}</span>`)}
              </span>`
            : nothing
        }
      </span>
    </label>`;
  }

  private blocked(left: number, unchecked: number): string {
    if (this.loan.state !== 'reserved' && this.loan.state !== 'packed')
      return this.loan.state === 'out'
        ? msg('Diese Leihe ist schon übergeben.')
        : msg('Diese Leihe wird gerade nicht übergeben.');
    if (left > 0 && !this.leaving) return msg('Es ist noch nicht alles gepackt.');
    if (unchecked > 0)
      return unchecked === 1
        ? msg('Haken Sie noch 1 Kit ab.')
        : msg(str`Haken Sie noch ${unchecked} Kits ab.`);
    return '';
  }

  private toggle(itemId: string): void {
    const checked = new Set(this.checked);
    if (!checked.delete(itemId)) checked.add(itemId);
    this.checked = checked;
  }

  private leave(): void {
    location.hash = loanAddress(this.loan.id);
  }

  static override styles = [
    controlStyles,
    loanStyles,
    css`
      .kit {
        display: flex;
        align-items: flex-start;
        gap: var(--sb-space-3);
        padding: var(--sb-space-3);
        border: 1.5px solid var(--sb-line);
        border-radius: var(--sb-radius);
        cursor: pointer;
      }

      .kit:has(:checked) {
        border-color: var(--sb-good);
        background: var(--sb-good-soft);
      }

      input[type='checkbox'] {
        width: 1.75rem;
        min-height: 1.75rem;
        flex: none;
        accent-color: var(--sb-board);
      }

      .grow {
        display: grid;
        gap: var(--sb-space-2);
      }

      .codes,
      .parts {
        display: flex;
        flex-wrap: wrap;
        gap: var(--sb-space-1) var(--sb-space-2);
      }

      .parts {
        gap: var(--sb-space-1) var(--sb-space-4);
      }

      .parts span {
        display: inline-flex;
        align-items: center;
        gap: var(--sb-space-1);
      }

      .parts sb-counted-part-picture {
        width: 2rem;
        height: 2rem;
      }

      .tag {
        padding: 0 0.4rem;
        border: 1px solid var(--sb-line);
        border-radius: var(--sb-radius-s);
        background: var(--sb-surface);
        font-size: var(--sb-text-s);
      }

      .check {
        display: flex;
        align-items: center;
        gap: var(--sb-space-2);
        min-height: var(--sb-touch);
        cursor: pointer;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-hand-over-page': HandOverPage;
  }
}
