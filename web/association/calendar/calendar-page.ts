import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import './calendar-board.ts';
import './calendar-toolbar.ts';
import './feed-button.ts';
import '../../ui/notice.ts';
import '../../ui/problem-note.ts';
import type { PersonView } from '../../../server/api/contract/endpoints.ts';
import type { CalendarRow } from '../../../server/api/contract/lending/calendar.ts';
import { call } from '../../client/api.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lendingIcon } from '../../ui/lending-icons.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { listStyles } from '../list-styles.ts';
import { Polling } from '../polling.ts';
import { barStyles } from './bar-styles.ts';
import type { CalendarBoard } from './calendar-board.ts';
import { calendarStyles } from './calendar-styles.ts';
import type { FreeSpan } from './calendar-toolbar.ts';
import { type CalendarView, firstBefore, zooms } from './calendar-view.ts';
import { DayScale } from './day-scale.ts';
import { FreeSearch } from './free-search.ts';
import { barState } from './loan-bar-words.ts';
import { draftText, LoanMoves } from './loan-moves.ts';
import { type Draft, obstacle } from './moving.ts';
import { paperSize, printSheet, printStyles, wholeMonthIn } from './print-sheet.ts';
import { matches } from './row-window.ts';

/** The association's page of kits by weeks: loans are moved, extended, and given another kit. */
@customElement('sb-calendar-page')
@localized()
export class CalendarPage extends LitElement {
  @property({ attribute: false }) person: PersonView | null = null;
  /** What stands behind the page's name in the address; the calendar has nothing there. */
  @property() item = '';

  @state() private view: CalendarView = {
    ...{ zoom: 'weeks', first: firstBefore(Date.now()), text: '', grouping: 'none', onlyFree: false },
  };
  @state() private draft: Draft | null = null;
  /** The month that goes on paper, while it does. */
  @state() private printed: DayScale | null = null;
  @query('sb-calendar-board') private board!: CalendarBoard | null;

  private readonly moves = new LoanMoves(this);
  private readonly free = new FreeSearch(this);
  private readonly calendar = new Polling(
    this,
    () => call('calendar', {}, { from: this.scale.from, to: this.scale.to }),
    15_000,
  );
  /** What the board is yet to be scrolled to. */
  private sought: number | null = Date.now();
  private takePaperBack = () => {};

  private get scale(): DayScale {
    const { days, width } = zooms[this.view.zoom];
    return new DayScale(this.view.first, days, width);
  }

  private get mayMove(): boolean {
    return this.person?.duty === 'admin' || this.person?.duty === 'logistics';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('keydown', this.onKey);
    window.addEventListener('beforeprint', this.onPrint);
    window.addEventListener('afterprint', this.onPrinted);
    this.takePaperBack = paperSize();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('keydown', this.onKey);
    window.removeEventListener('beforeprint', this.onPrint);
    window.removeEventListener('afterprint', this.onPrinted);
    this.takePaperBack();
  }

  protected override updated(): void {
    const { board, sought } = this;
    if (sought === null || !board) return;
    this.sought = null;
    void board.updateComplete.then(() => board.seek(sought));
  }

  protected override render() {
    const { answer, problem } = this.calendar;
    return html`<div class="head screen">
        <h1>${msg('Kalender')}</h1>
        <div class="row">
          <button class="button" type="button" data-test="print-month" @click=${() => window.print()}>
            ${lineIcon('printer')}${msg('Monat drucken')}
          </button>
          <sb-feed-button .person=${this.person}></sb-feed-button>
        </div>
      </div>
      <sb-calendar-toolbar
        class="screen"
        .view=${this.view}
        .free=${this.free.found && this.free.count}
        @view=${this.onView}
        @seek=${this.onSeek}
        @free=${this.onFree}
      ></sb-calendar-toolbar>
      <sb-problem-note class="screen" .problem=${this.moves.sending.problem ?? this.free.sending.problem ?? problem}></sb-problem-note>
      ${answer ? this.renderBoard(answer) : problem ? nothing : html`<p role="status">${msg('Wird geladen …')}</p>`}
      ${this.renderLegend()}`;
  }

  private renderBoard({ rows, days }: { rows: CalendarRow[]; days: Parameters<typeof printSheet>[1] }) {
    if (rows.length === 0) {
      return html`<p class="panel empty">${msg('Noch keine Kits. Legen Sie welche unter „Kits und Geräte“ an.')}</p>`;
    }
    const shown = this.shown(rows);
    const { found } = this.free;
    return html`${
      shown.length === 0
        ? html`<p class="panel empty" role="status" data-test="no-kits">
            ${this.view.onlyFree && found ? msg('In dieser Zeit ist nichts frei.') : msg('Kein Kit passt dazu.')}
          </p>`
        : html`<div class="stage screen">
            <sb-calendar-board
            .rows=${shown}
            .days=${days}
            .scale=${this.scale}
            .draft=${this.draft}
            .grouping=${this.view.grouping}
            .free=${found}
            ?movable=${this.mayMove}
            @draft=${({ detail }: CustomEvent<Draft | null>) => this.showDraft(detail)}
            @settle=${this.onSettle}
            @open=${({ detail }: CustomEvent<string>) => {
              location.hash = `#loans/${detail}`;
            }}
          ></sb-calendar-board>
            ${this.renderMoves(rows)}
          </div>`
    }
    ${this.printed ? printSheet(shown, days, this.printed) : nothing}`;
  }

  private shown(rows: readonly CalendarRow[]): readonly CalendarRow[] {
    const { text, onlyFree } = this.view;
    const { found } = this.free;
    return rows.filter(
      (row) => matches(row, text) && (!onlyFree || found === null || found.has(row.asset.id)),
    );
  }

  private renderMoves(rows: readonly CalendarRow[]) {
    const { draft } = this;
    if (draft) {
      const inTheWay = obstacle(rows, draft);
      return html`<div class="panel drafted said" role="status" data-test="draft">
        <p>
          <b>${draft.bar.number}</b> ${draftText(draft, this.codeOf)}
          ${inTheWay ? html`<br /><span class="hinders">${msg(str`Nicht frei: Leihe ${inTheWay.number} an ${inTheWay.schoolName}`)}</span>` : nothing}
        </p>
        <button class="button" type="button" @click=${() => this.showDraft(null)}>${msg('Zurück')}</button>
        ${
          inTheWay
            ? nothing
            : html`<button
                class="button primary"
                type="button"
                data-test="save-draft"
                ?disabled=${this.moves.sending.busy}
                @click=${() => this.save(draft)}
              >
                ${draft.toAssetId === null ? msg('Speichern') : msg('Kit tauschen')}
              </button>`
        }
      </div>`;
    }
    const { last } = this.moves;
    if (!last) return nothing;
    return html`<sb-notice class="said" tone="good" data-test="moved">
      ${last.said}
      <button
        slot="action"
        class="button"
        type="button"
        data-test="undo"
        aria-keyshortcuts="Control+Z"
        ?disabled=${this.moves.sending.busy}
        @click=${this.undo}
      >
        ${lendingIcon('undo-2')}${last.steps === 1 ? msg('Rückgängig') : msg(str`Rückgängig (${last.steps})`)}
      </button>
    </sb-notice>`;
  }

  private renderLegend() {
    const states = [
      { state: 'reserved', overdue: false },
      { state: 'packed', overdue: false },
      { state: 'out', overdue: false },
      { state: 'out', overdue: true },
      { state: 'closed', overdue: false },
    ] as const;
    const touch = matchMedia('(pointer: coarse)').matches;
    const how = touch
      ? msg(
          'Leihe kurz festhalten, dann ziehen: zur Seite, am rechten Ende nur das Ende, auf eine andere Zeile ein anderes Kit.',
        )
      : msg(
          'Leihe ziehen: zur Seite, am rechten Ende nur das Ende, auf eine andere Zeile ein anderes Kit. Mit Tasten: ← →, mit Umschalt das Ende, ↑ ↓ anderes Kit, Enter, Esc.',
        );
    return html`<div class="legend screen">
      ${states
        .map(barState)
        .map(
          ({ name, icon, look }) =>
            html`<span><span class="bar swatch ${look}" aria-hidden="true">${lendingIcon(icon)}</span>${name}</span>`,
        )}
      ${this.mayMove ? html`<p class="hint">${how}</p>` : nothing}
    </div>`;
  }

  private readonly codeOf = (assetId: string): string =>
    this.calendar.answer?.rows.find(({ asset }) => asset.id === assetId)?.asset.code ?? '';

  private showDraft(draft: Draft | null): void {
    // What is being saved stays as it was let go of.
    if (!this.moves.sending.busy) this.draft = draft;
  }

  private readonly onSettle = ({ detail: draft }: CustomEvent<Draft>) => {
    const free = !obstacle(this.calendar.answer?.rows ?? [], draft);
    this.draft = draft;
    // Time goes at once; another kit is asked for, unless Enter says it a second time.
    if (free && draft.toAssetId === null) void this.save(draft);
    else if (free) this.renderRoot.querySelector<HTMLElement>('[data-test="save-draft"]')?.focus();
  };

  private async save(draft: Draft): Promise<void> {
    await this.moves.save(draft, this.codeOf);
    await this.calendar.now();
    this.draft = null;
  }

  private readonly undo = async () => {
    await this.moves.undo();
    await this.calendar.now();
  };

  private readonly onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && this.draft) this.showDraft(null);
    const typing = event.composedPath()[0] instanceof HTMLInputElement;
    if (event.key === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !typing) {
      if (!this.moves.last) return;
      event.preventDefault();
      void this.undo();
    }
  };

  private readonly onView = ({ detail }: CustomEvent<CalendarView>) => {
    const { zoom, first } = this.view;
    if (detail.zoom !== zoom) this.sought = this.board?.middle ?? Date.now();
    this.view = detail;
    if (detail.zoom !== zoom || detail.first !== first) void this.calendar.now();
  };

  private readonly onSeek = ({ detail }: CustomEvent<number>) => {
    this.sought = detail;
    this.requestUpdate();
  };

  private readonly onFree = async ({ detail }: CustomEvent<FreeSpan | null>) => {
    if (!detail) {
      this.free.forget();
      this.view = { ...this.view, onlyFree: false };
      return;
    }
    if (!(await this.free.ask(detail.from, detail.to))) return;
    const from = new Date(`${detail.from}T00:00`).getTime();
    this.view = { ...this.view, first: firstBefore(from) };
    this.sought = from;
    await this.calendar.now();
  };

  private readonly onPrint = () => {
    this.printed = wholeMonthIn(this.scale, this.board?.middle ?? Date.now());
  };

  private readonly onPrinted = () => {
    this.printed = null;
  };

  static override styles = [controlStyles, listStyles, barStyles, calendarStyles, printStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-calendar-page': CalendarPage;
  }
}
