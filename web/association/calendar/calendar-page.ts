import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { repeat } from 'lit/directives/repeat.js';
import { styleMap } from 'lit/directives/style-map.js';
import type { Problem } from '../../../device/contract/problem.ts';
import type { PersonView } from '../../../server/api/contract/endpoints.ts';
import type { CalendarBar } from '../../../server/api/contract/lending/calendar.ts';
import { call } from '../../client/api.ts';
import { dateLocale } from '../../locales/locale.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lendingIcon } from '../../ui/lending-icons.ts';
import '../../ui/notice.ts';
import { problemOf, problemText } from '../../ui/problem-text.ts';
import { listStyles } from '../list-styles.ts';
import { Polling } from '../polling.ts';
import './calendar-feed.ts';
import { calendarStyles } from './calendar-styles.ts';
import { DayScale, dayText, mondayOf } from './day-scale.ts';
import { barState } from './loan-bar-words.ts';
import { type Draft, draftSpan, movable, obstacle, shifted } from './moving.ts';

const zooms = { weeks: { width: 32, days: 98 }, months: { width: 11, days: 280 } } as const;

/** The association's page of kits by weeks: loans are moved and extended by dragging, or with the arrow keys. */
@customElement('sb-calendar-page')
@localized()
export class CalendarPage extends LitElement {
  @property({ attribute: false }) person: PersonView | null = null;
  /** What stands behind the page's name in the address: the id of one; empty: the list. */
  @property() item = '';

  @state() private zoom: keyof typeof zooms = 'weeks';
  @state() private first = mondayOf(Date.now() - 7 * 86_400_000);
  @state() private draft: Draft | null = null;
  @state() private moved: { said: string; undo: Draft } | null = null;
  @state() private problem: Problem | null = null;
  @state() private freeFrom = '';
  @state() private freeTo = '';
  /** Kits that are free in the time that was asked for; null: nobody asked. */
  @state() private free: ReadonlyMap<string, 'free' | 'tight'> | null = null;
  @state() private feeding = false;
  @query('.board') private board!: HTMLElement | null;

  private grabbed: { x: number; what: 'whole' | 'end'; moved: boolean } | null = null;
  private saving = false;
  /** Whether the board is yet to be scrolled so that today is seen. */
  private seekToday = true;

  private readonly calendar = new Polling(
    this,
    () => call('calendar', {}, { from: this.scale.from, to: this.scale.to }),
    15_000,
  );

  private get scale(): DayScale {
    const { days, width } = zooms[this.zoom];
    return new DayScale(this.first, days, width);
  }

  private get mayMove(): boolean {
    return this.person?.duty === 'admin' || this.person?.duty === 'logistics';
  }

  protected override updated(): void {
    const { board } = this;
    if (!this.seekToday || !board) return;
    this.seekToday = false;
    // About a week before today where there is room for it, and less on a phone.
    const names = board.querySelector<HTMLElement>('.name')?.offsetWidth ?? 0;
    const before = Math.min(7 * this.scale.width, (board.clientWidth - names) / 3);
    board.scrollTo({ left: this.scale.x(Date.now()) - before });
  }

  protected override render() {
    const { answer } = this.calendar;
    const problem = this.problem ?? this.calendar.problem;
    return html`<div class="head">
        <h1>${msg('Kalender')}</h1>
        <button class="button" type="button" data-test="feed" @click=${() => (this.feeding = !this.feeding)}>
          ${lendingIcon('calendar')}${msg('Abonnieren')}
        </button>
      </div>
      ${this.feeding ? html`<sb-calendar-feed .person=${this.person}></sb-calendar-feed>` : nothing}
      ${this.renderTools()}
      ${problem ? html`<sb-notice tone="problem">${problemText(problem)}</sb-notice>` : nothing}
      ${this.renderDraft()}
      ${
        answer
          ? answer.rows.length === 0
            ? html`<p class="panel empty">${msg('Noch keine Kits. Legen Sie welche unter „Kits und Geräte“ an.')}</p>`
            : this.renderBoard()
          : html`<p role="status">${msg('Wird geladen …')}</p>`
      }
      ${this.renderLegend()}`;
  }

  private renderTools() {
    const free = this.free && [...this.free.values()].filter((one) => one === 'free').length;
    return html`<form class="tools" @submit=${this.search}>
      <button class="button" type="button" aria-label=${msg('Früher')} @click=${() => this.turn(-28)}>‹</button>
      <button class="button" type="button" @click=${this.today}>${msg('Heute')}</button>
      <button class="button" type="button" aria-label=${msg('Später')} @click=${() => this.turn(28)}>›</button>
      <button class="button" type="button" data-test="zoom" @click=${this.turnZoom}>
        ${this.zoom === 'weeks' ? msg('Monate') : msg('Wochen')}
      </button>
      <div class="field">
        <label for="from">${msg('Frei vom')}</label>
        <input id="from" type="date" required .value=${this.freeFrom} @input=${(event: Event) => (this.freeFrom = textOf(event))} />
      </div>
      <div class="field">
        <label for="to">${msg('bis')}</label>
        <input id="to" type="date" required min=${this.freeFrom} .value=${this.freeTo} @input=${(event: Event) => (this.freeTo = textOf(event))} />
      </div>
      <button class="button" type="submit" data-test="search-free">${msg('Zeigen')}</button>
      ${
        this.free
          ? html`<button class="button quiet" type="button" @click=${() => (this.free = null)}>${msg('Alle')}</button>
              <p role="status" data-test="free-count">${msg(str`${free} frei`)}</p>`
          : nothing
      }
    </form>`;
  }

  private renderDraft() {
    if (this.draft) {
      const inTheWay = obstacle(this.calendar.answer?.rows ?? [], this.draft);
      return html`<div class="panel drafted" role="status" data-test="draft">
        <p>
          <b>${this.draft.bar.number}</b> ${spanText(draftSpan(this.draft))}
          ${inTheWay ? html`<br />${msg(str`Nicht frei: Leihe ${inTheWay.number} an ${inTheWay.schoolName}`)}` : nothing}
        </p>
        <button class="button" type="button" @click=${this.drop}>${msg('Zurück')}</button>
        ${
          inTheWay
            ? nothing
            : html`<button class="button primary" type="button" @click=${this.save}>${msg('Speichern')}</button>`
        }
      </div>`;
    }
    if (!this.moved) return nothing;
    const { said, undo } = this.moved;
    return html`<sb-notice tone="good" data-test="moved">
      ${said}
      <button slot="action" class="button" type="button" @click=${() => this.undo(undo)}>
        ${lendingIcon('undo-2')}${msg('Rückgängig')}
      </button>
    </sb-notice>`;
  }

  private renderBoard() {
    const { scale } = this;
    const { rows = [], days = [] } = this.calendar.answer ?? {};
    const wide = styleMap({ width: `${scale.days * scale.width}px` });
    const named = days.filter(({ kind }) => kind !== 'weekend');
    const place = (from: string, to: string) => {
      const left = scale.x(Date.parse(`${from}T00:00`));
      return styleMap({
        left: `${Math.max(0, left)}px`,
        width: `${scale.x(Date.parse(`${to}T00:00`)) + scale.width - Math.max(0, left)}px`,
      });
    };
    return html`<div class="board panel" tabindex="0" role="region" aria-label=${msg('Kits und ihre Leihen')}>
      <div class="sheet">
        <div class="behind" aria-hidden="true">
          ${weekends(scale).map(([from, to]) => html`<i class="weekend" style=${place(from, to)}></i>`)}
          ${named.map((one) => html`<i class="holiday" style=${place(one.startsOn, one.endsOn)}></i>`)}
          <i class="today" style=${styleMap({ left: `${scale.x(Date.now())}px` })}></i>
        </div>
        <div class="head-row">
          <div class="name"></div>
          <div class="line" style=${wide}>
            ${this.weeks().map(
              ({ x, width, text }) =>
                html`<div class="week" style=${styleMap({ left: `${x}px`, width: `${width}px` })}>${text}</div>`,
            )}
            ${named.map(
              (one) =>
                html`<div class="special" title=${one.name} style=${place(one.startsOn, one.endsOn)}>${one.name}</div>`,
            )}
          </div>
        </div>
        ${repeat(
          rows,
          ({ asset }) => asset.id,
          ({
            asset,
            bars,
          }) => html`<div class=${classMap({ row: true, lent: this.free !== null && !this.free.has(asset.id) })}>
            <a class="name" href="#assets/${asset.id}" title=${asset.name}><b>${asset.code}</b><small>${asset.name}</small></a>
            <div class="line" style=${wide}>${bars.map((bar) => this.renderBar(bar, asset.code))}</div>
          </div>`,
        )}
      </div>
    </div>`;
  }

  private renderBar(bar: CalendarBar, code: string) {
    const { scale } = this;
    const drafted = this.draft?.bar.loanId === bar.loanId ? this.draft : null;
    const span = drafted ? draftSpan({ ...drafted, bar }) : bar;
    const left = Math.max(0, scale.x(span.startsAt));
    const right = Math.min(scale.days * scale.width, scale.x(Math.min(span.endsAt, scale.to)));
    if (right <= left) return nothing;
    const { name, icon, look } = barState(bar);
    const how = this.mayMove ? movable(bar) : 'no';
    const blocked = drafted !== null && obstacle(this.calendar.answer?.rows ?? [], drafted) !== undefined;
    return html`<button
      type="button"
      class=${classMap({ bar: true, [look]: true, whole: how === 'whole', moving: drafted !== null, blocked })}
      style=${styleMap({ left: `${left}px`, width: `${Math.max(14, right - left)}px` })}
      title="${bar.number} · ${bar.schoolName} · ${spanText(span)}"
      aria-label="${code}: ${bar.schoolName}, ${bar.number}, ${name}, ${spanText(span)}"
      data-test="bar-${code}-${bar.number}"
      @click=${() => this.open(bar)}
      @keydown=${(event: KeyboardEvent) => this.onKey(event, bar)}
      @pointerdown=${(event: PointerEvent) => how !== 'no' && this.grab(event, bar, how)}
      @pointermove=${this.drag}
      @pointerup=${this.release}
      @pointercancel=${this.release}
    >
      ${lendingIcon(icon)}<span>${bar.schoolName}</span>
      ${how === 'no' ? nothing : html`<span class="grip" data-grip></span>`}
    </button>`;
  }

  private renderLegend() {
    const states = [
      { state: 'reserved', overdue: false },
      { state: 'packed', overdue: false },
      { state: 'out', overdue: false },
      { state: 'out', overdue: true },
      { state: 'closed', overdue: false },
    ] as const;
    return html`<div class="legend">
      ${states
        .map(barState)
        .map(
          ({ name, icon, look }) =>
            html`<span><span class="bar swatch ${look}" aria-hidden="true">${lendingIcon(icon)}</span>${name}</span>`,
        )}
      ${this.mayMove ? html`<span class="hint">${msg('Ziehen, oder auswählen und mit ← → verschieben (mit Umschalt nur das Ende), Enter speichert.')}</span>` : nothing}
    </div>`;
  }

  /** Weeks, or months where weeks would be too narrow to name. */
  private weeks(): { x: number; width: number; text: string }[] {
    const { scale } = this;
    const format = new Intl.DateTimeFormat(
      dateLocale(),
      this.zoom === 'weeks' ? { day: 'numeric', month: 'short' } : { month: 'long', year: 'numeric' },
    );
    const starts: number[] = [];
    for (let index = 0; index < scale.days; index += 1) {
      const day = scale.dayAt(index);
      if (this.zoom === 'weeks' ? day.getDay() === 1 : day.getDate() === 1 || index === 0) starts.push(index);
    }
    return starts.map((index, at) => ({
      x: index * scale.width,
      width: ((starts[at + 1] ?? scale.days) - index) * scale.width,
      text: format.format(scale.dayAt(index)),
    }));
  }

  private open(bar: CalendarBar): void {
    if (this.grabbed?.moved || this.draft) return;
    location.hash = `#loans/${bar.loanId}`;
  }

  private grab(event: PointerEvent, bar: CalendarBar, how: 'whole' | 'end'): void {
    if (event.button !== 0 || this.saving) return;
    const atEnd = event.composedPath().some((one) => one instanceof HTMLElement && 'grip' in one.dataset);
    if (how === 'end' && !atEnd) return;
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    this.grabbed = { x: event.clientX, what: atEnd ? 'end' : 'whole', moved: false };
    this.moved = null;
    this.base = this.draft?.bar.loanId === bar.loanId ? this.draft : { bar, startDays: 0, endDays: 0 };
  }

  private base: Draft | null = null;

  private readonly drag = (event: PointerEvent) => {
    if (!this.grabbed || !this.base) return;
    const days = Math.round((event.clientX - this.grabbed.x) / this.scale.width);
    if (days === 0 && !this.grabbed.moved) return;
    this.grabbed.moved = true;
    this.draft = shifted(this.base, days, this.grabbed.what);
  };

  private readonly release = (event: PointerEvent) => {
    const dragged = this.grabbed?.moved === true;
    this.base = null;
    // The click that follows must not open the loan.
    if (dragged) setTimeout(() => (this.grabbed = null));
    else this.grabbed = null;
    if (!dragged || !this.draft) return;
    const { startDays, endDays } = this.draft;
    if (event.type === 'pointercancel' || (startDays === 0 && endDays === 0)) this.drop();
    else if (!obstacle(this.calendar.answer?.rows ?? [], this.draft)) void this.save();
  };

  private onKey(event: KeyboardEvent, bar: CalendarBar): void {
    const own = this.draft?.bar.loanId === bar.loanId ? this.draft : null;
    const how = this.mayMove ? movable(bar) : 'no';
    if ((event.key === 'ArrowLeft' || event.key === 'ArrowRight') && how !== 'no') {
      event.preventDefault();
      this.moved = null;
      const days = event.key === 'ArrowLeft' ? -1 : 1;
      const what = event.shiftKey || how === 'end' ? 'end' : 'whole';
      this.draft = shifted(own ?? { bar, startDays: 0, endDays: 0 }, days, what);
    } else if (event.key === 'Enter' && own) {
      event.preventDefault();
      if (!obstacle(this.calendar.answer?.rows ?? [], own)) void this.save();
    } else if (event.key === 'Escape' && own) {
      event.preventDefault();
      this.drop();
    }
  }

  private readonly drop = () => {
    this.draft = null;
  };

  private readonly save = async () => {
    const { draft } = this;
    if (!draft || this.saving) return;
    await this.put(draft, (now) => {
      this.moved = {
        said: `${now.number}: ${spanText(now)}`,
        undo: { bar: now, startDays: -draft.startDays, endDays: -draft.endDays },
      };
    });
  };

  private async undo(draft: Draft): Promise<void> {
    await this.put(draft, () => {
      this.moved = null;
    });
  }

  private async put(draft: Draft, then: (now: CalendarBar) => void): Promise<void> {
    this.saving = true;
    this.problem = null;
    const span = draftSpan(draft);
    const whole = movable(draft.bar) === 'whole';
    try {
      const loan = await call(
        'extendLoan',
        { loanId: draft.bar.loanId },
        {
          version: draft.bar.version,
          endsAt: span.endsAt,
          ...(whole ? { startsAt: span.startsAt } : {}),
        },
      );
      const { version, startsAt, endsAt, overdue } = loan;
      then({ ...draft.bar, version, startsAt, endsAt, overdue });
    } catch (error) {
      this.problem = problemOf(error);
    } finally {
      await this.calendar.now();
      this.draft = null;
      this.saving = false;
    }
  }

  private readonly search = async (event: Event) => {
    event.preventDefault();
    this.problem = null;
    try {
      const { candidates } = await call(
        'availability',
        {},
        {
          startsAt: new Date(`${this.freeFrom}T08:00`).getTime(),
          endsAt: new Date(`${this.freeTo}T16:00`).getTime(),
        },
      );
      this.free = new Map(
        candidates
          .filter(({ free, tight }) => free || tight)
          .map(({ asset, free }) => [asset.id, free ? ('free' as const) : ('tight' as const)]),
      );
      this.first = mondayOf(new Date(`${this.freeFrom}T00:00`).getTime() - 7 * 86_400_000);
      await this.calendar.now();
    } catch (error) {
      this.problem = problemOf(error);
    }
  };

  private turn(days: number): void {
    this.first = new Date(this.first.getFullYear(), this.first.getMonth(), this.first.getDate() + days);
    void this.calendar.now();
  }

  private readonly today = () => {
    this.first = mondayOf(Date.now() - 7 * 86_400_000);
    this.seekToday = true;
    void this.calendar.now();
  };

  private readonly turnZoom = () => {
    this.zoom = this.zoom === 'weeks' ? 'months' : 'weeks';
    this.seekToday = true;
    void this.calendar.now();
  };

  static override styles = [controlStyles, listStyles, calendarStyles];
}

function textOf(event: Event): string {
  return (event.target as HTMLInputElement).value;
}

/** `Mo., 4. Mai – Mi., 13. Mai` */
function spanText({ startsAt, endsAt }: { startsAt: number; endsAt: number }): string {
  const format = new Intl.DateTimeFormat(dateLocale(), { weekday: 'short', day: 'numeric', month: 'short' });
  const forGood = endsAt > Date.UTC(9000, 0);
  return `${format.format(startsAt)} – ${forGood ? '∞' : format.format(endsAt)}`;
}

/** Saturday to Sunday, as far as the scale goes. */
function weekends(scale: DayScale): [string, string][] {
  const found: [string, string][] = [];
  for (let index = 0; index < scale.days; index += 1) {
    const day = scale.dayAt(index);
    if (day.getDay() === 6)
      found.push([dayText(day), dayText(scale.dayAt(Math.min(index + 1, scale.days - 1)))]);
  }
  return found;
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-calendar-page': CalendarPage;
  }
}
