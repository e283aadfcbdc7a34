import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import './counted-part-picture.ts';
import './return-test.ts';
import type { Loan, LoanItem, LoanPart } from '../../../server/api/contract/lending/loans.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { kindIcon } from './kind-icon.ts';
import { groupItems, type ItemGroup } from './loan-items.ts';
import { loanStyles } from './loan-styles.ts';
import { itemWord } from './loan-words.ts';
import { partOwner } from './part-owner.ts';

/** What is in a loan: each kit with its things and counted parts, and how each is. */
@customElement('sb-loan-things')
@localized()
export class LoanThings extends LitElement {
  @property({ attribute: false }) loan!: Loan;

  protected override render() {
    const released = this.loan.itemList.filter(({ state }) => state === 'released');
    return html`<section class="panel block" aria-labelledby="things">
      <h2 id="things">${msg('Kits und Geräte')}</h2>
      ${repeat(
        groupItems(this.loan),
        ({ head }) => head.id,
        (group, index) => this.renderGroup(group, index === 0),
      )}
      ${
        released.length > 0
          ? html`<details>
              <summary>${msg(str`Ausgetauscht oder freigegeben: ${released.length}`)}</summary>
              <ul class="plain things">
                ${released.map((item) => this.renderItem(item))}
              </ul>
            </details>`
          : nothing
      }
    </section>`;
  }

  private renderGroup({ head, inside, parts }: ItemGroup, open: boolean) {
    const bad = [head, ...inside].filter(({ state }) => state === 'missing' || state === 'damaged').length;
    return html`<details ?open=${open && inside.length + parts.length <= 40}>
      <summary>
        <span class="icon">${kindIcon(head.asset.kind)}</span>
        <span class="grow"><span class="code">${head.asset.code}</span> ${head.asset.name}</span>
        ${inside.length > 0 ? html`<span class="quiet-text">${inside.length === 1 ? msg('1 Teil') : msg(str`${inside.length} Teile`)}</span>` : nothing}
        ${bad > 0 ? html`<span class="chip" data-state="missing">${msg(str`${bad} mit Schaden`)}</span>` : nothing}
        <span class="chip" data-state=${head.state}>${itemWord(head.state)}</span>
      </summary>
      ${
        head.remark || head.test
          ? html`<ul class="plain things">
              ${this.renderItem(head)}
            </ul>`
          : nothing
      }
      ${
        inside.length > 0
          ? html`<ul class="plain things">
              ${inside.map((item) => this.renderItem(item))}
            </ul>`
          : nothing
      }
      ${
        parts.length > 0
          ? html`<ul class="plain parts">
              ${parts.map((part) => renderPart(part, partOwner(part, parts, this.loan)))}
            </ul>`
          : nothing
      }
    </details>`;
  }

  private renderItem(item: LoanItem) {
    return html`<li data-test="loan-thing" data-code=${item.asset.code} data-state=${item.state}>
      <span class="icon">${kindIcon(item.asset.kind)}</span>
      <span class="grow">
        <a class="code" href="#assets/${encodeURIComponent(item.asset.id)}">${item.asset.code}</a> ${item.asset.name}
        ${item.remark ? html`<span class="remark">${item.remark}</span>` : nothing}
      </span>
      ${item.photoIds.length > 0 ? html`<span class="quiet-text">${lineIcon('eye')}${item.photoIds.length === 1 ? msg('1 Foto') : msg(str`${item.photoIds.length} Fotos`)}</span>` : nothing}
      ${item.test ? html`<sb-return-test .test=${item.test}></sb-return-test>` : nothing}
      <span class="chip" data-state=${item.state}>${itemWord(item.state)}</span>
    </li>`;
  }

  static override styles = [
    controlStyles,
    loanStyles,
    css`
      :host {
        display: block;
      }

      details {
        border: 1px solid var(--sb-line);
        border-radius: var(--sb-radius);
      }

      summary {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--sb-space-2) var(--sb-space-3);
        min-height: 3rem;
        padding: var(--sb-space-2) var(--sb-space-3);
        cursor: pointer;
      }

      .grow {
        flex: 1 1 9rem;
      }

      .icon {
        display: flex;
        color: var(--sb-good);
      }

      ul.things {
        gap: 0;
        border-top: 1px solid var(--sb-line);
      }

      .things li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--sb-space-1) var(--sb-space-3);
        min-height: 2.75rem;
        padding: var(--sb-space-1) var(--sb-space-3);
      }

      .things li + li {
        border-top: 1px solid var(--sb-line);
      }

      .things a {
        color: inherit;
      }

      .remark {
        display: block;
        color: var(--sb-ink-quiet);
        font-size: var(--sb-text-s);
      }

      ul.parts {
        grid-template-columns: repeat(auto-fill, minmax(11rem, 1fr));
        padding: var(--sb-space-3);
        border-top: 1px solid var(--sb-line);
      }

      .parts li {
        display: flex;
        align-items: center;
        gap: var(--sb-space-2);
      }

      .lost {
        color: var(--sb-stop-deep);
        font-weight: 650;
      }
    `,
  ];
}

/** @param owner its thing's code, where the name alone does not say which part it is; else empty. */
function renderPart(part: LoanPart, owner: string) {
  const lost = part.back === null ? 0 : part.quantity - part.back;
  return html`<li>
    <sb-counted-part-picture .icon=${part.icon} .name=${part.name}></sb-counted-part-picture>
    <span>
      <strong>${part.quantity}</strong> ${part.name}${owner ? html` <span class="code">(${owner})</span>` : nothing}
      ${lost > 0 ? html`<br /><span class="lost">${lost === 1 ? msg('1 fehlt') : msg(str`${lost} fehlen`)}</span>` : nothing}
      ${part.damaged > 0 ? html`<br /><span class="lost">${msg(str`${part.damaged} beschädigt`)}</span>` : nothing}
    </span>
  </li>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-loan-things': LoanThings;
  }
}
