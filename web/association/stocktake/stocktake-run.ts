import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../ui/notice.ts';
import '../../ui/problem-note.ts';
import '../loans/full-screen.ts';
import '../loans/progress-ring.ts';
import '../scan/code-scanner.ts';
import './finish-dialog.ts';
import './stocktake-items.ts';
import type { Problem } from '../../../device/contract/problem.ts';
import type { PersonView } from '../../../server/api/contract/endpoints.ts';
import type { Stocktake } from '../../../server/api/contract/lending/stocktake.ts';
import { call } from '../../client/api.ts';
import { fileAddress } from '../../client/files.ts';
import { dateLocale } from '../../locales/locale.ts';
import { adultProblemText } from '../../ui/account/adult-problem.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { personName } from '../../ui/person-name.ts';
import { problemOf } from '../../ui/problem-text.ts';
import { AssociationLive } from '../live/association-live.ts';
import { shortCode, whyUnexpected } from './item-words.ts';
import { runStyles } from './run-styles.ts';
import { ScanQueue } from './scan-queue.ts';
import { type StocktakeView, viewOf, withScanned } from './stocktake-view.ts';

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
  /** Somebody else has ended it while it was open here. */
  @state() private endedElsewhere = false;
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
    const scanning = this.mayScan(stocktake);
    const content = html`${this.renderHead(stocktake, view)}
      <sb-problem-note .problem=${this.problem}></sb-problem-note>
      ${this.endedElsewhere ? html`<sb-notice data-test="ended">${msg('Die Inventur wurde gerade abgeschlossen. Das hier ist ihr Ergebnis.')}</sb-notice>` : nothing}
      ${waiting.length > 0 ? this.renderWaiting(waiting.length) : nothing}
      ${scanning ? this.renderScanner(view) : nothing}
      <sb-stocktake-items
        list="missing"
        heading=${stocktake.finishedAt === null ? msg('Fehlt noch') : msg('Fehlt')}
        .items=${view.missing}
      ></sb-stocktake-items>
      <sb-stocktake-items list="unexpected" heading=${msg('Nicht erwartet')} .items=${view.unexpected}></sb-stocktake-items>
      <sb-stocktake-items list="found" heading=${msg('Gefunden')} .items=${view.foundItems}></sb-stocktake-items>`;
    return html`${
      scanning
        ? html`<sb-full-screen label=${msg(str`Inventur: ${stocktake.place}`)} @leave=${this.leave}>${content}</sb-full-screen>`
        : content
    }
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
            ${msg(str`Begonnen ${time.format(stocktake.startedAt)}`)}${stocktake.startedBy ? ` · ${personName(stocktake.startedBy)}` : ''}${done ? html` · ${msg(str`abgeschlossen ${time.format(done)}`)}` : nothing}
          </p>
        </div>
        <div class="tools">
          <a class="button" download href=${fileAddress('stocktakeReport', { stocktakeId: stocktake.id }, {})} data-test="report">
            ${lineIcon('download')}CSV
          </a>
          ${this.mayScan(stocktake) ? nothing : html`<button class="button" type="button" @click=${() => window.print()}>${lineIcon('printer')}${msg('Drucken')}</button>`}
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
        <sb-progress-ring .done=${view.found} .of=${view.expected}></sb-progress-ring>
        <p>
          <strong class=${view.missing.length === 0 ? 'left good' : 'left'}>${leftWords(view, stocktake.finishedAt !== null)}</strong><br />
          <span class="rest"><span data-test="progress">${msg(str`${view.found} von ${view.expected} gefunden`)}</span>${view.unexpected.length > 0 ? html` · ${msg(str`${view.unexpected.length} nicht erwartet`)}` : nothing}</span>
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
        <strong>${shortCode(item.code)}</strong> ${item.asset?.name ?? ''}<br />
        ${again ? msg('Schon gescannt.') : good ? msg('Gefunden.') : whyUnexpected(item)}
      </p>
    </div>`;
  }

  private onCode(event: CustomEvent<string>): void {
    if (!this.stocktake) return;
    const code = event.detail;
    const view = viewOf(this.stocktake, this.#queue?.waiting ?? []);
    const again = [...view.foundItems, ...view.unexpected].some((item) => item.code === code);
    this.last = { code, again };
    // Without looking one hears that this is not what was missing.
    if (!view.missing.some((item) => item.code === code)) event.preventDefault();
    if (!again) this.#queue?.add(code);
  }

  private leave(): void {
    location.hash = 'stocktake';
  }

  private mayScan({ finishedAt }: Stocktake): boolean {
    return finishedAt === null && this.person?.duty !== null && this.person?.duty !== 'read-only';
  }

  private async load(): Promise<void> {
    try {
      const before = this.stocktake;
      this.stocktake = await call('stocktake', { stocktakeId: this.stocktakeId }, {});
      this.problem = null;
      if (before?.finishedAt === null && this.stocktake.finishedAt !== null) {
        this.endedElsewhere = true;
        this.finishing = false;
      }
    } catch (error) {
      const problem = problemOf(error);
      // Without a network the page goes on with what it knows; that scans wait is said beside them.
      if (!this.stocktake || problem.code !== 'no-connection') this.problem = problem;
    }
  }

  static override styles = [controlStyles, runStyles];
}

/** What is left to do, or was at the end, in large letters. */
function leftWords({ missing: { length } }: StocktakeView, ended: boolean): string {
  if (length === 0) return msg('Alles da');
  if (ended) return length === 1 ? msg('1 fehlt') : msg(str`${length} fehlen`);
  return length === 1 ? msg('1 fehlt noch') : msg(str`${length} fehlen noch`);
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-stocktake-run': StocktakeRun;
  }
}
