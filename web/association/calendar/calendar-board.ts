import { localized, msg } from '@lit/localize';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { repeat } from 'lit/directives/repeat.js';
import { styleMap } from 'lit/directives/style-map.js';
import type { CalendarBar, CalendarRow } from '../../../server/api/contract/lending/calendar.ts';
import type { DayNote } from '../../../server/api/contract/lending/loans.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { BarDrag, type DragHost, type Grabbed } from './bar-drag.ts';
import { onBarKey } from './bar-keys.ts';
import { barStyles } from './bar-styles.ts';
import { boardStyles } from './board-styles.ts';
import { behindDays, dayHeads } from './day-heads.ts';
import { DayScale } from './day-scale.ts';
import { barButton, ghostBar } from './loan-bar.ts';
import { changes, type Draft, movable, obstacle, takes } from './moving.ts';
import { type BoardLine, boardLines, type Grouping, linesInSight } from './row-window.ts';

/** A finger takes a bar's end on its last so many CSS pixels; a mouse at its grip. */
const fingerEnd = 28;

/**
 * Kits as rows, days as columns, loans as bars that can be moved. Only what is in sight is in the page. Fires `draft` while
 * one is moved (null: dropped), `settle` with a draft that is let go of, `open` with a loan's id.
 */
@customElement('sb-calendar-board')
@localized()
export class CalendarBoard extends LitElement implements DragHost {
  @property({ attribute: false }) rows: readonly CalendarRow[] = [];
  @property({ attribute: false }) days: readonly DayNote[] = [];
  @property({ attribute: false }) scale = new DayScale(new Date(), 1, 1);
  @property({ attribute: false }) draft: Draft | null = null;
  @property() grouping: Grouping = 'none';
  /** Kits that are free in the time that was asked for; null: nobody asked. */
  @property({ attribute: false }) free: ReadonlySet<string> | null = null;
  /** Whether loans can be moved. */
  @property({ type: Boolean }) movable = false;
  @query('.board') board!: HTMLElement | null;

  @state() private sight = { top: 0, height: 1200 };
  private readonly drag = new BarDrag(this);
  private readonly sizes = new ResizeObserver(() => this.look());

  get dayWidth(): number {
    return this.scale.width;
  }

  /** Scrolls so that a moment stands about a week from the left, and less on a phone. */
  seek(at: number): void {
    const { board } = this;
    if (!board) return;
    const names = board.querySelector<HTMLElement>('.name')?.offsetWidth ?? 0;
    const before = Math.min(7 * this.scale.width, (board.clientWidth - names) / 3);
    board.scrollTo({ left: this.scale.x(at) - before });
  }

  /** The moment in the middle of what is seen. */
  get middle(): number {
    const { board, scale } = this;
    const x = board ? board.scrollLeft + board.clientWidth / 2 : 0;
    return scale.dayAt(Math.floor(x / scale.width)).getTime();
  }

  protected override firstUpdated(): void {
    if (this.board) this.sizes.observe(this.board);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sizes.disconnect();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.board) this.sizes.observe(this.board);
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    // Esc, or the page, took the draft away from under the pointer.
    if (changed.has('draft') && !this.draft && this.drag.lifted) this.drag.end();
  }

  protected override render() {
    const { lines, height } = this.laidOut();
    const kept = new Set([this.draft?.assetId, this.draft?.toAssetId].filter((id) => id != null));
    const wide = styleMap({ width: `${this.scale.days * this.scale.width}px` });
    return html`<div
      class=${classMap({ board: true, panel: true, lifted: this.drag.lifted })}
      tabindex="0"
      role="region"
      aria-label=${msg('Kits und ihre Leihen')}
      data-test="board"
      @scroll=${this.look}
    >
      <div class="sheet">
        ${dayHeads(this.scale, this.days)}
        <div class="rows" style=${styleMap({ height: `${height}px` })}>
          ${behindDays(this.scale, this.days)}
          ${repeat(
            linesInSight(lines, this.sight, kept),
            ({ key }) => key,
            (line) => ('row' in line ? this.renderRow(line, wide) : this.renderGroup(line)),
          )}
        </div>
      </div>
    </div>`;
  }

  private renderGroup({ top, group }: Extract<BoardLine, { group: string }>) {
    return html`<div class="group" style=${styleMap({ top: `${top}px` })}><h2 class="name">${group}</h2></div>`;
  }

  private renderRow({ top, row }: Extract<BoardLine, { row: CalendarRow }>, wide: unknown) {
    const { asset, bars } = row;
    const { draft } = this;
    const goal = draft?.toAssetId === asset.id;
    return html`<div
      class=${classMap({ row: true, goal, lent: this.free !== null && !this.free.has(asset.id) })}
      style=${styleMap({ top: `${top}px` })}
      data-asset=${asset.id}
    >
      <a class="name" href="#assets/${asset.id}" title=${asset.name}><b>${asset.code}</b><small>${asset.name}</small></a>
      <div class="line" style=${wide}>
        ${repeat(
          bars,
          ({ loanId }) => loanId,
          (bar) =>
            barButton(bar, asset.code, {
              scale: this.scale,
              how: this.movable ? movable(bar) : 'no',
              draft: draft?.bar.loanId === bar.loanId ? draft : null,
              leaves:
                draft?.toAssetId != null && draft.assetId === asset.id && draft.bar.loanId === bar.loanId,
              blocked: draft?.bar.loanId === bar.loanId && obstacle(this.rows, draft) !== undefined,
              open: () => this.open(bar),
              key: (event) => this.onKey(event, bar, asset.id),
            }),
        )}
        ${goal && draft ? ghostBar(draft, this.scale, obstacle(this.rows, draft) !== undefined) : nothing}
      </div>
    </div>`;
  }

  private laidOut() {
    return boardLines(
      this.rows,
      this.grouping,
      this.grouping === 'place' ? msg('Ohne Lagerort') : msg('Ohne Vorlage'),
    );
  }

  /** Draws anew when the sight has moved by some rows. */
  private readonly look = () => {
    const { board, sight } = this;
    if (!board) return;
    const { scrollTop: top, clientHeight: height } = board;
    if (Math.abs(top - sight.top) > 100 || Math.abs(height - sight.height) > 100)
      this.sight = { top, height };
  };

  private open(bar: CalendarBar): void {
    if (this.draft) return;
    this.dispatchEvent(new CustomEvent<string>('open', { detail: bar.loanId }));
  }

  grabbed(event: PointerEvent): Grabbed | null {
    if (!this.movable) return null;
    const path = event.composedPath().filter((one) => one instanceof HTMLElement);
    const button = path.find((one) => one.dataset.loan !== undefined);
    const assetId = path.find((one) => one.dataset.asset !== undefined)?.dataset.asset;
    const row = this.rows.find(({ asset }) => asset.id === assetId);
    const bar = row?.bars.find(({ loanId }) => loanId === button?.dataset.loan);
    if (!button || !bar || assetId === undefined) return null;
    const { right, width } = button.getBoundingClientRect();
    const grip = event.pointerType === 'touch' ? fingerEnd : 14;
    return { bar, assetId, endFrom: right - Math.min(grip, width / 3) };
  }

  kitAt(y: number, draft: Draft): string | null {
    const rows = this.board?.querySelector('.rows');
    if (!rows) return null;
    const at = y - rows.getBoundingClientRect().top;
    const line = this.laidOut().lines.findLast(({ top }) => top <= at);
    return line && 'row' in line && takes(line.row, draft, this.rows) ? line.row.asset.id : null;
  }

  drafted(draft: Draft | null): void {
    this.dispatchEvent(new CustomEvent<Draft | null>('draft', { detail: draft }));
  }

  dropped(draft: Draft): void {
    this.dispatchEvent(new CustomEvent<Draft>('settle', { detail: draft }));
  }

  private onKey(event: KeyboardEvent, bar: CalendarBar, assetId: string): void {
    if (!this.movable) return;
    const { lines } = this.laidOut();
    const rows = lines.flatMap((line) => ('row' in line ? [line.row] : []));
    const outcome = onBarKey(event, { bar, assetId }, { draft: this.draft, rows });
    if (!outcome) return;
    event.preventDefault();
    event.stopPropagation();
    if ('save' in outcome) {
      if (changes(outcome.save)) this.dropped(outcome.save);
      else this.drafted(null);
      return;
    }
    this.drafted(outcome.draft);
    this.reveal(lines, outcome.draft?.toAssetId ?? assetId);
  }

  /** Scrolls a row into sight. */
  private reveal(lines: readonly BoardLine[], assetId: string): void {
    const { board } = this;
    const top = lines.find(({ key }) => key === assetId)?.top;
    if (!board || top === undefined) return;
    const room = board.clientHeight - 140;
    if (top < board.scrollTop) board.scrollTo({ top: top - 8 });
    else if (top > board.scrollTop + room) board.scrollTo({ top: top - room });
  }

  static override styles = [controlStyles, barStyles, boardStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-calendar-board': CalendarBoard;
  }
}
