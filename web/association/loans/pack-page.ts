import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import './counted-part-picture.ts';
import './full-screen.ts';
import './progress-ring.ts';
import './scan-feedback.ts';
import './stage-head.ts';
import '../scan/code-scanner.ts';
import type { Loan, LoanItem } from '../../../server/api/contract/lending/loans.ts';
import { call } from '../../client/api.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lendingIcon } from '../../ui/lending-icons.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { problemOf } from '../../ui/problem-text.ts';
import { kindIcon } from './kind-icon.ts';
import { groupItems, type ItemGroup, itemByScan, presentItems, progress } from './loan-items.ts';
import { loanAddress } from './loan-place.ts';
import { tellLoan } from './loan-step.ts';
import { loanStyles } from './loan-styles.ts';
import { packStyles } from './pack-styles.ts';
import type { ScanResult } from './scan-feedback.ts';

/**
 * The pick list, for a phone in one hand: scan one after the other; each is ticked at once and told to the server
 * behind it, in the order of the scans. What the server refuses loses its tick again, and says why.
 */
@customElement('sb-pack-page')
@localized()
export class PackPage extends LitElement {
  @property({ attribute: false }) loan!: Loan;

  /** What was ticked or unticked here and the server has not said yet. */
  @state() private expected: ReadonlyMap<string, boolean> = new Map();
  @state() private result: ScanResult | null = null;
  private queue: Promise<void> = Promise.resolve();

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('loan') || this.expected.size === 0) return;
    const left = [...this.expected].filter(([itemId, packed]) => {
      const item = this.loan.itemList.find(({ id }) => id === itemId);
      return item && (item.state === 'packed') !== packed;
    });
    this.expected = new Map(left);
  }

  protected override render() {
    const { loan } = this;
    const { done, of } = progress(loan, (item) => this.isPacked(item));
    const missing = presentItems(loan).filter((item) => !this.isPacked(item));
    const open = loan.state === 'reserved' || loan.state === 'packed';
    return html`<sb-full-screen label=${msg('Packen')} @leave=${() => this.leave()}>
      <sb-stage-head .loan=${loan} heading=${msg('Packen')}></sb-stage-head>
      <div class="columns">
        <div class="scan">
          <div class="panel count">
            <sb-progress-ring .done=${done} .of=${of}></sb-progress-ring>
            <p>
              <strong class="left" data-test="pack-left" data-left=${missing.length}>
                ${missing.length === 0 ? msg('Alles gepackt') : missing.length === 1 ? msg('1 fehlt noch') : msg(str`${missing.length} fehlen noch`)}
              </strong>
              <span class="quiet-text">${msg(str`${done} von ${of} gepackt`)}</span>
            </p>
          </div>
          ${
            open
              ? html`<sb-code-scanner
                    hint=${msg('Etikett scannen oder Code tippen')}
                    @code=${(event: CustomEvent<string>) => this.scan(event.detail)}
                  ></sb-code-scanner>
                  <sb-scan-feedback .result=${this.result} @undo=${this.undo}></sb-scan-feedback>`
              : html`<p class="note">${lineIcon('circle-alert')}${msg('Diese Leihe wird gerade nicht gepackt.')}</p>`
          }
          ${missing.length > 0 ? nothing : this.renderDone()}
        </div>
        <div class="list">
          ${repeat(
            groupItems(loan),
            ({ head }) => head.id,
            (group) => this.renderGroup(group, open),
          )}
        </div>
      </div>
    </sb-full-screen>`;
  }

  private renderDone() {
    if (this.loan.state !== 'packed') return nothing;
    return html`<a class="button primary big" href=${loanAddress(this.loan.id, 'hand-over')} data-test="pack-done">
      ${lendingIcon('handshake')}${msg('Weiter zur Übergabe')}
    </a>`;
  }

  private renderGroup({ head, inside, parts }: ItemGroup, open: boolean) {
    const all = [head, ...inside];
    const left = all.filter((item) => !this.isPacked(item)).length;
    return html`<section class="panel block kit" data-left=${left} aria-label="${head.asset.code} ${head.asset.name}">
      <h2 class="row">
        ${kindIcon(head.asset.kind)}<span class="code">${head.asset.code}</span><span class="grow">${head.asset.name}</span>
        ${left === 0 ? html`<span class="chip" data-state="good">${lineIcon('check')}${msg('vollständig')}</span>` : html`<span class="chip" data-state="out">${msg(str`${left} offen`)}</span>`}
      </h2>
      <ul class="tiles">
        ${repeat(
          all,
          ({ id }) => id,
          (item) => html`<li>${this.renderTile(item, open)}</li>`,
        )}
      </ul>
      ${
        parts.length > 0
          ? html`<h3>${msg('Nachzählen')}</h3>
              <ul class="parts">
                ${parts.map(
                  (part) => html`<li>
                    <sb-counted-part-picture .icon=${part.icon} .name=${part.name}></sb-counted-part-picture>
                    <span><strong>${part.quantity} ×</strong> ${part.name}</span>
                  </li>`,
                )}
              </ul>`
          : nothing
      }
    </section>`;
  }

  private renderTile(item: LoanItem, open: boolean) {
    const packed = this.isPacked(item);
    return html`<button
      class="tile"
      type="button"
      aria-pressed=${packed}
      aria-label="${item.asset.code} ${item.asset.name}"
      data-test="pack-item"
      data-code=${item.asset.code}
      ?disabled=${!open}
      @click=${() => this.set(item, !packed)}
    >
      ${packed ? lineIcon('check') : kindIcon(item.asset.kind)}
      <span class="code">${item.asset.code}</span>
      <span class="tile-name">${item.asset.name}</span>
    </button>`;
  }

  private isPacked(item: LoanItem): boolean {
    return this.expected.get(item.id) ?? item.state !== 'reserved';
  }

  private scan(text: string): void {
    const item = itemByScan(this.loan, text);
    if (item && this.isPacked(item)) {
      this.result = { kind: 'again', code: item.asset.code, words: msg('war schon gepackt') };
      return;
    }
    if (item) this.set(item, true);
    // The server knows what it is, and says why it is not in this box.
    else this.send(text, true, null);
  }

  private set(item: LoanItem, packed: boolean): void {
    this.expected = new Map(this.expected).set(item.id, packed);
    this.result = packed
      ? { kind: 'done', code: item.asset.code, words: item.asset.name, itemId: item.id }
      : { kind: 'again', code: item.asset.code, words: msg('nicht mehr gepackt') };
    this.send(item.asset.code, packed, item);
  }

  private send(code: string, packed: boolean, item: LoanItem | null): void {
    this.queue = this.queue.then(async () => {
      try {
        const loan = await call('packItem', { loanId: this.loan.id }, { code: code.slice(0, 200), packed });
        tellLoan(this, loan);
        if (!item) this.result = { kind: 'again', code, words: msg('gepackt') };
      } catch (error) {
        const expected = new Map(this.expected);
        if (item) expected.delete(item.id);
        this.expected = expected;
        this.result = { kind: 'refused', code, problem: problemOf(error) };
      }
    });
  }

  private undo(): void {
    const { result } = this;
    const item =
      result?.kind === 'done' ? this.loan.itemList.find(({ id }) => id === result.itemId) : undefined;
    if (item) this.set(item, false);
  }

  private leave(): void {
    location.hash = loanAddress(this.loan.id);
  }

  static override styles = [controlStyles, loanStyles, packStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-pack-page': PackPage;
  }
}
