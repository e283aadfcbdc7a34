import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import './counted-part-picture.ts';
import './stage-head.ts';
import '../../ui/count-stepper.ts';
import '../../ui/problem-note.ts';
import type { Consumable } from '../../../server/api/contract/lending/consumables.ts';
import type { Loan, LoanPart } from '../../../server/api/contract/lending/loans.ts';
import { call } from '../../client/api.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lendingIcon } from '../../ui/lending-icons.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { Sending } from '../../ui/sending.ts';
import { listStyles } from '../list-styles.ts';
import { kindIcon } from './kind-icon.ts';
import { byCode, lackingParts } from './loan-items.ts';
import { loanAddress } from './loan-place.ts';
import { LoanStepping } from './loan-step.ts';
import { loanStyles } from './loan-styles.ts';
import { itemWord } from './loan-words.ts';
import { proposeRefill, refillKey, stockLeft } from './refill.ts';

/** The end of a loan: what lacks in the kits is filled up from the stock, what is broken or lost is named, and it is closed. */
@customElement('sb-restock-page')
@localized()
export class RestockPage extends LitElement {
  @property({ attribute: false }) loan!: Loan;

  @state() private stock: readonly Consumable[] | null = null;
  @state() private refill: ReadonlyMap<string, number> = new Map();
  private readonly loading = new Sending(this);
  private readonly stepping = new LoanStepping(this);

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  protected override render() {
    const { loan } = this;
    const broken = loan.itemList
      .filter(({ state }) => state === 'damaged' || state === 'missing')
      .toSorted(byCode);
    const lacking = lackingParts(loan);
    const places = [...new Set(loan.itemList.map(({ asset }) => asset.place).filter(Boolean))];
    return html`<sb-stage-head .loan=${loan} heading=${msg('Einräumen')}></sb-stage-head>
      <section class="panel block" aria-labelledby="refill">
        <h2 id="refill">${msg('Auffüllen aus dem Vorrat')}</h2>
        ${
          lacking.length === 0
            ? html`<p class="good">${lineIcon('circle-check')}${msg('Kein Teil fehlt. Alles kann so ins Regal.')}</p>`
            : html`<ul class="plain">
                ${lacking.map(({ part, lacks }) => this.renderPart(part, lacks))}
              </ul>`
        }
        <sb-problem-note .problem=${this.loading.problem}></sb-problem-note>
        ${
          this.loading.problem
            ? html`<p><button class="button" type="button" @click=${this.load}>${msg('Noch einmal')}</button></p>`
            : nothing
        }
      </section>
      ${
        broken.length > 0
          ? html`<section class="panel block" aria-labelledby="broken">
              <h2 id="broken">${msg('Beschädigt oder fehlt')}</h2>
              <ul class="plain">
                ${broken.map(
                  (item) => html`<li class="row">
                    ${kindIcon(item.asset.kind)}<span class="code">${item.asset.code}</span>
                    <span class="grow">${item.asset.name}${item.remark ? html`<br /><span class="quiet-text">${item.remark}</span>` : nothing}</span>
                    <span class="chip" data-state=${item.state}>${itemWord(item.state)}</span>
                  </li>`,
                )}
              </ul>
              <p class="hint">${msg('Beschädigtes steht bei „Kits und Geräte“ zur Reparatur, Fehlendes als verloren.')}</p>
            </section>`
          : nothing
      }
      ${places.length > 0 ? html`<p class="row place">${lendingIcon('map-pin')}${msg(str`Gehört nach: ${places.join(', ')}`)}</p>` : nothing}
      <sb-problem-note .problem=${this.stepping.problem}></sb-problem-note>
      <div class="row">
        <button
          class="button primary big"
          type="button"
          data-test="restock-go"
          ?disabled=${this.stepping.busy || !this.stock || loan.state !== 'returned'}
          @click=${this.close}
        >
          ${lendingIcon('package-check')}${msg('Eingeräumt, Leihe abschließen')}
        </button>
      </div>`;
  }

  private renderPart(part: LoanPart, lacks: number) {
    const value = this.refill.get(refillKey(part)) ?? 0;
    const left = stockLeft(part.consumableId, this.stock ?? [], this.loan.parts, this.refill);
    const kit = this.loan.itemList.find(({ asset }) => asset.id === part.assetId)?.asset.code ?? '';
    return html`<li class="row" data-test="refill" data-name=${part.name}>
      <sb-counted-part-picture .icon=${part.icon} .name=${part.name}></sb-counted-part-picture>
      <span class="grow">
        <strong>${part.name}</strong> <span class="code">${kit}</span><br />
        <span class="quiet-text">${lacks === 1 ? msg('1 fehlt im Kit') : msg(str`${lacks} fehlen im Kit`)}, ${msg(str`im Vorrat dann noch: ${left}`)}</span>
      </span>
      <sb-count-stepper
        label=${msg(str`${kit ? `${part.name} (${kit})` : part.name} auffüllen`)}
        .value=${value}
        .most=${Math.min(lacks, value + left)}
        @count=${(event: CustomEvent<number>) => {
          this.refill = new Map(this.refill).set(refillKey(part), event.detail);
        }}
      ></sb-count-stepper>
    </li>`;
  }

  private async load(): Promise<void> {
    await this.loading.do(async () => {
      this.stock = (await call('consumables', {}, {})).consumables;
      this.refill = proposeRefill(this.loan.parts, this.stock);
    });
  }

  private async close(): Promise<void> {
    const { id: loanId, version, parts } = this.loan;
    const refill = parts
      .map((part) => ({
        assetId: part.assetId,
        consumableId: part.consumableId,
        quantity: this.refill.get(refillKey(part)) ?? 0,
      }))
      .filter(({ quantity }) => quantity > 0);
    if (await this.stepping.do(() => call('restockLoan', { loanId }, { version, refill })))
      location.hash = loanAddress(loanId);
  }

  static override styles = [
    controlStyles,
    listStyles,
    loanStyles,
    css`
      .good {
        display: flex;
        align-items: center;
        gap: var(--sb-space-2);
      }

      .good svg.lucide {
        color: var(--sb-good);
      }

      .place {
        font-size: var(--sb-text-l);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-restock-page': RestockPage;
  }
}
