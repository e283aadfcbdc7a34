import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../ui/notice.ts';
import '../../ui/problem-note.ts';
import '../scan/code-scanner.ts';
import './finish-dialog.ts';
import type { Problem } from '../../../device/contract/problem.ts';
import type { PersonView } from '../../../server/api/contract/endpoints.ts';
import type { Stocktake } from '../../../server/api/contract/lending/stocktake.ts';
import { call } from '../../client/api.ts';
import { fileAddress } from '../../client/files.ts';
import { dateLocale } from '../../locales/locale.ts';
import { adultProblemText } from '../../ui/account/adult-problem.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { problemOf } from '../../ui/problem-text.ts';
import { AssociationLive } from '../live/association-live.ts';
import { whyUnexpected } from './item-words.ts';
import { runStyles } from './run-styles.ts';
import { ScanQueue } from './scan-queue.ts';
import { type ShownItem, type StocktakeView, viewOf, withScanned } from './stocktake-view.ts';

/** One stocktake: scanning, how far everybody is, and what is missing; afterwards its report. */
@customElement('sb-stocktake-run')
@localized()
export class StocktakeRun extends LitElement {
  @property() stocktakeId = '';
  @property({ attribute: false }) person: PersonView | null = null;

  @state() private stocktake: Stocktake | null = null;
  @state() private problem: Problem | null = null;
  @state() private finishing = false;
  /** The label that was scanned last here; `again`: it had been before. */
  @state() private last: { readonly code: string; readonly again: boolean } | null = null;
  #queue: ScanQueue | null = null;

  constructor() {
    super();
    new AssociationLive(this, {
      onScanned: ({ stocktakeId, items }) => {
        if (stocktakeId === this.stocktakeId && this.stocktake)
          this.stocktake = withScanned(this.stocktake, items);
      },
      onChange: (what, id) => {
        if (what === 'stocktake' && id === this.stocktakeId) void this.load();
      },
      onReturn: () => {
        this.#queue?.flush();
        void this.load();
      },
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#queue = new ScanQueue(
      this.stocktakeId,
      async (scans) => {
        const { items } = await call(
          'scanStocktake',
          { stocktakeId: this.stocktakeId },
          { scans: [...scans] },
        );
        if (this.stocktake) this.stocktake = withScanned(this.stocktake, items);
      },
      () => this.requestUpdate(),
    );
    this.#queue.start();
    void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#queue?.stop();
  }

  protected override render() {
    const { stocktake } = this;
    if (!stocktake) {
      return html`<sb-problem-note .problem=${this.problem}></sb-problem-note>
        ${this.problem ? html`<button class="button" type="button" @click=${() => this.load()}>${msg('Noch einmal')}</button>` : html`<p role="status">${msg('Wird geladen …')}</p>`}`;
    }
    const waiting = this.#queue?.waiting ?? [];
    const view = viewOf(stocktake, waiting);
    return html`${this.renderHead(stocktake, view)}
      <sb-problem-note .problem=${this.problem}></sb-problem-note>
      ${waiting.length > 0 ? this.renderWaiting(waiting.length) : nothing}
      ${this.mayScan(stocktake) ? this.renderScanner(view) : nothing}
      ${this.renderList('missing', msg('Fehlt noch'), view.missing)}
      ${this.renderList('unexpected', msg('Nicht erwartet'), view.unexpected)}
      ${this.renderList('found', msg('Gefunden'), view.foundItems)}
      <sb-finish-stocktake
        .open=${this.finishing}
        .stocktakeId=${stocktake.id}
        .place=${stocktake.place}
        .view=${view}
        @close=${() => {
          this.finishing = false;
        }}
        @finished=${({ detail }: CustomEvent<Stocktake>) => {
          this.finishing = false;
          this.stocktake = detail;
        }}
      ></sb-finish-stocktake>`;
  }

  private renderHead(stocktake: Stocktake, view: StocktakeView) {
    const time = new Intl.DateTimeFormat(dateLocale(), { dateStyle: 'medium', timeStyle: 'short' });
    const done = stocktake.finishedAt;
    return html`<a class="back" href="#stocktake">${lineIcon('arrow-left')}${msg('Alle Inventuren')}</a>
      <div class="head">
        <div>
          <h1>${stocktake.place}</h1>
          <p class="quiet-text">
            ${msg(str`Begonnen ${time.format(stocktake.startedAt)}`)}${stocktake.startedBy ? ` · ${stocktake.startedBy.name}` : ''}${done ? html` · ${msg(str`abgeschlossen ${time.format(done)}`)}` : nothing}
          </p>
        </div>
        <div class="tools">
          <a class="button" download href=${fileAddress('stocktakeReport', { stocktakeId: stocktake.id }, {})} data-test="report">
            ${lineIcon('download')}CSV
          </a>
          <button class="button" type="button" @click=${() => window.print()}>${lineIcon('printer')}${msg('Drucken')}</button>
          ${
            this.mayScan(stocktake)
              ? html`<button class="button primary" type="button" data-test="finish" @click=${() => {
                  this.finishing = true;
                }}>${lineIcon('check')}${msg('Abschließen')}</button>`
              : nothing
          }
        </div>
      </div>
      <div class="progress panel">
        <p class="figure" data-test="progress"><strong>${view.found}</strong> ${msg(str`von ${view.expected}`)}</p>
        <progress max=${Math.max(view.expected, 1)} .value=${view.found} aria-label=${msg('Gefunden')}></progress>
        <p class="rest">
          ${view.missing.length === 0 ? html`<span class="good">${lineIcon('circle-check')}${msg('Alles da')}</span>` : msg(str`${view.missing.length} fehlen`)}${view.unexpected.length > 0 ? html` · ${msg(str`${view.unexpected.length} nicht erwartet`)}` : nothing}
        </p>
      </div>`;
  }

  private renderWaiting(count: number) {
    const refused = this.#queue?.refused;
    if (!refused) {
      return html`<sb-notice tone="waiting" data-test="waiting">
        ${count === 1 ? msg('1 Scan wartet hier auf die Verbindung zum Server.') : msg(str`${count} Scans warten hier auf die Verbindung zum Server.`)}
      </sb-notice>`;
    }
    return html`<sb-notice tone="problem" data-test="refused">
      ${adultProblemText(refused)} (${this.#queue?.waiting.map(({ code }) => code).join(', ')})
      <button slot="action" class="button" type="button" @click=${() => this.#queue?.clear()}>${msg('Verwerfen')}</button>
    </sb-notice>`;
  }

  private renderScanner(view: StocktakeView) {
    return html`<div class="scan panel">
      <sb-code-scanner @code=${this.onCode}></sb-code-scanner>
      ${this.last ? this.renderLast(view, this.last) : nothing}
    </div>`;
  }

  /** Says at once what was scanned, readable at arm's length. */
  private renderLast(view: StocktakeView, { code, again }: { code: string; again: boolean }) {
    const item = [...view.foundItems, ...view.unexpected].find((one) => one.code === code);
    if (!item) return nothing;
    const good = item.state === 'found';
    return html`<div class="last ${good ? 'good' : 'odd'}" role="status" data-test="last-scan">
      ${lineIcon(good ? 'circle-check' : 'circle-alert')}
      <p>
        <strong>${short(item.code)}</strong> ${item.asset?.name ?? ''}<br />
        ${again ? msg('Schon gescannt.') : good ? msg('Gefunden.') : whyUnexpected(item)}
      </p>
    </div>`;
  }

  private renderList(name: string, heading: string, items: readonly ShownItem[]) {
    if (items.length === 0) return nothing;
    const time = new Intl.DateTimeFormat(dateLocale(), { timeStyle: 'short' });
    return html`<section class="panel" data-test=${`list-${name}`}>
      <h2>${heading} <span class="count">${items.length}</span></h2>
      <ul>
        ${items.map(
          (item) => html`<li data-code=${item.code}>
            ${item.asset ? html`<a class="code" href="#assets/${item.asset.id}">${item.code}</a>` : html`<span class="code" aria-hidden="true">?</span>`}
            <span class="name">
              ${item.asset?.name ?? short(item.code)}
              ${item.asset?.parent && name === 'missing' ? html`<span class="hint">${msg(str`in ${item.asset.parent.code}`)}</span>` : nothing}
              ${name === 'unexpected' ? html`<span class="hint">${whyUnexpected(item)}</span>` : nothing}
            </span>
            <span class="hint">
              ${item.waiting ? html`<span title=${msg('Wartet auf die Verbindung')}>${lineIcon('cloud-off')}</span>` : nothing}
              ${item.at === null ? nothing : html`${item.by?.name ?? ''} ${time.format(item.at)}`}
            </span>
          </li>`,
        )}
      </ul>
    </section>`;
  }

  private onCode({ detail: code }: CustomEvent<string>): void {
    if (!this.stocktake) return;
    const view = viewOf(this.stocktake, this.#queue?.waiting ?? []);
    const again = [...view.foundItems, ...view.unexpected].some((item) => item.code === code);
    this.last = { code, again };
    if (!again) this.#queue?.add(code);
  }

  private mayScan({ finishedAt }: Stocktake): boolean {
    return finishedAt === null && this.person?.duty !== null && this.person?.duty !== 'read-only';
  }

  private async load(): Promise<void> {
    try {
      this.stocktake = await call('stocktake', { stocktakeId: this.stocktakeId }, {});
      this.problem = null;
    } catch (error) {
      const problem = problemOf(error);
      // Without a network the page goes on with what it knows; that scans wait is said beside them.
      if (!this.stocktake || problem.code !== 'no-connection') this.problem = problem;
    }
  }

  static override styles = [controlStyles, runStyles];
}

/** Labels of others are whole addresses. */
function short(code: string): string {
  const plain = code.replace(/^https?:\/\//, '');
  return plain.length > 40 ? `${plain.slice(0, 39)}…` : plain;
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-stocktake-run': StocktakeRun;
  }
}
