import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import '../seat-grid.ts';
import type { ClassState, DeviceView, SeatView } from '../../../server/live/contract/live.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { freeDevices, keepSame } from '../class-summary.ts';
import type { ClassWatch } from '../class-watch.ts';
import type { CardSources } from '../seat-card.ts';
import { emptyClass, type SeatEvent, type SeatGrid } from '../seat-grid.ts';
import { needsHelp, seatCondition } from '../seat-order.ts';
import { LessonViews } from './lesson-views.ts';
import { LivePictures } from './live-pictures.ts';
import { SeatWorks } from './seat-works.ts';

/** How often it is looked whether somebody may be stuck, ms. */
const stuckPause = 20_000;
/** Where this browser keeps the cards' size. */
const sizeKey = 'steckbrett.cards';
const loadFollow = () => import('./seat-follow.ts');

/**
 * The live class: a card for each seat with its blocks as they change, who needs help first; what is shown and how
 * large is the teacher's choice. Fires `selection` with the ids of the chosen seats in `detail`. Its host draws anew
 * when the watch has news, and with it this.
 */
@customElement('sb-live-class')
@localized()
export class LiveClass extends LitElement {
  @property({ attribute: false, hasChanged: () => true }) watch!: ClassWatch;

  @state() private search = '';
  @state() private needyOnly = false;
  @state() private small = keptSize() === 'small';
  @state() private choosing = false;
  @state() private chosen: ReadonlySet<string> = new Set();
  /** The seat that is followed closely. */
  @state() private followed: string | null = null;
  @query('sb-seat-grid') private grid!: SeatGrid | null;

  private readonly works = new SeatWorks();
  private readonly lessons = new LessonViews(() => {
    // Cards that nothing else changes are drawn anew for a new object only.
    if (this.sources) this.sources = { ...this.sources };
    this.requestUpdate();
  });
  private pictures: LivePictures | undefined;
  private sources: CardSources | undefined;
  private free: readonly DeviceView[] = [];
  private filtered: readonly SeatView[] = [];
  private inView: readonly string[] = [];
  private wasLive = false;
  private end: (() => void) | undefined;
  private ticking: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.ticking = setInterval(() => this.requestUpdate(), stuckPause);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.ticking);
    this.end?.();
    this.end = undefined;
    this.wasLive = false;
    this.pictures?.dispose();
    this.pictures = undefined;
    this.sources = undefined;
  }

  protected override willUpdate(): void {
    this.end ??= this.watch.hear('seat:work', ({ seatId, version, blocks }) =>
      this.works.put(seatId, { version, blocks }),
    );
    const live = this.watch.connection === 'live' && this.watch.state !== null;
    if (live && !this.wasLive) {
      this.works.restart();
      this.askForWork();
    }
    this.wasLive = live;
    const now = this.watch.state;
    if (!now) return;
    this.pictures ??= new LivePictures();
    if (this.sources?.lessonId !== now.class.lessonId)
      this.sources = {
        works: this.works,
        pictures: this.pictures.store,
        lesson: (lessonId) => this.lessons.get(lessonId),
        lessonId: now.class.lessonId,
      };
    this.free = keepSame(this.free, freeDevices(now));
    this.filtered = keepSame(this.filtered, this.seatsShown(now));
  }

  protected override render() {
    const now = this.watch.state;
    if (!now || !this.sources) return nothing;
    if (now.seats.length === 0) return emptyClass();
    return html`${this.renderToolbar(now)}
      ${
        this.filtered.length === 0
          ? html`<p class="none" role="status">${this.search ? msg('Niemand mit diesem Namen.') : msg('Gerade braucht niemand Hilfe.')}</p>`
          : nothing
      }
      <sb-seat-grid
        .seats=${this.filtered}
        .devices=${now.devices}
        .free=${this.free}
        .sources=${this.sources}
        .still=${this.still}
        .small=${this.small}
        .choosing=${this.choosing}
        .chosen=${this.chosen}
        .extra=${this.extra}
        @cards-in-view=${(event: CustomEvent<readonly string[]>) => {
          this.inView = event.detail;
          this.askForWork();
        }}
        @seat-look=${(event: SeatEvent) => this.follow(event.detail.seatId)}
        @seat-choose=${(event: SeatEvent) => this.toggle(event.detail.seatId)}
        @seat-hand-down=${(event: SeatEvent) => void this.lowerHand(event.detail.seatId)}
      ></sb-seat-grid>
      ${
        this.followed === null
          ? nothing
          : html`<sb-seat-follow
              .watch=${this.watch}
              .seatId=${this.followed}
              .sources=${this.sources}
              .order=${this.grid?.order ?? []}
              @seat=${(event: SeatEvent) => {
                this.followed = event.detail.seatId;
              }}
              @close=${() => {
                this.followed = null;
              }}
            ></sb-seat-follow>`
      }`;
  }

  private renderToolbar(now: ClassState) {
    const needy = now.seats.filter((seat) => this.needs(seat, now)).length;
    return html`<div class="toolbar" role="group" aria-label=${msg('Karten')}>
      <label class="search">
        ${lineIcon('search')}
        <input
          type="search"
          data-test="live-search"
          placeholder=${msg('Name suchen')}
          aria-label=${msg('Name suchen')}
          .value=${this.search}
          @input=${(event: InputEvent) => {
            this.search = (event.target as HTMLInputElement).value;
          }}
        />
      </label>
      ${this.renderSwitch('live-needy', this.needyOnly, msg(str`Braucht Hilfe (${needy})`), () => {
        this.needyOnly = !this.needyOnly;
      })}
      ${this.renderSwitch('live-small', this.small, msg('Kleine Karten'), () => this.resize())}
      ${this.renderSwitch('live-choose', this.choosing, msg('Auswählen'), () => {
        this.choosing = !this.choosing;
        if (!this.choosing) this.choose(new Set());
      })}
      ${
        this.choosing || this.chosen.size > 0
          ? html`<span class="count" role="status">${this.chosen.size === 1 ? msg('1 ausgewählt') : msg(str`${this.chosen.size} ausgewählt`)}</span>
              <button
                class="button quiet"
                type="button"
                data-test="live-choose-all"
                @click=${() => this.choose(new Set(this.filtered.map(({ id }) => id)))}
              >
                ${msg('Alle')}
              </button>
              <button class="button quiet" type="button" ?disabled=${this.chosen.size === 0} @click=${() => this.choose(new Set())}>
                ${msg('Keine')}
              </button>`
          : nothing
      }
    </div>`;
  }

  private renderSwitch(test: string, on: boolean, words: string, act: () => void) {
    return html`<button class="button switch" type="button" data-test=${test} aria-pressed=${on} @click=${act}>
      ${on ? lineIcon('check') : nothing}${words}
    </button>`;
  }

  private readonly still = (seatId: string) => this.watch.stillness.minutes(seatId, performance.now());

  /** Steer's menu, where the class page has loaded it. */
  private readonly extra = (seat: SeatView): unknown =>
    customElements.get('sb-send-menu')
      ? html`<sb-send-menu .watch=${this.watch} .seats=${[seat.id]}></sb-send-menu>`
      : nothing;

  private needs(seat: SeatView, now: ClassState): boolean {
    const device = now.devices.find(({ id }) => id === seat.deviceId);
    return needsHelp(seatCondition(seat, device, this.still(seat.id)));
  }

  private seatsShown(now: ClassState): readonly SeatView[] {
    const wanted = this.search.trim().toLocaleLowerCase();
    return now.seats.filter(
      (seat) =>
        seat.nickname.toLocaleLowerCase().includes(wanted) && (!this.needyOnly || this.needs(seat, now)),
    );
  }

  /** The pictures need no more than the cards that can be seen. After a lost connection the server is asked anew. */
  private askForWork(): void {
    if (!this.watch.state) return;
    this.watch.ask('class:work', { seatIds: [...this.inView] }).catch(() => undefined);
  }

  private async lowerHand(seatId: string): Promise<void> {
    // What went wrong shows: the hand is still up.
    await this.watch.ask('hand:lower', { seatId }).catch(() => undefined);
  }

  /** Follows one seat closely, with its pupils' yes. */
  async follow(seatId: string): Promise<void> {
    await loadFollow().catch(() => undefined);
    this.followed = seatId;
  }

  private toggle(seatId: string): void {
    const chosen = new Set(this.chosen);
    if (!chosen.delete(seatId)) chosen.add(seatId);
    this.choosing = true;
    this.choose(chosen);
  }

  private choose(chosen: ReadonlySet<string>): void {
    this.chosen = chosen;
    this.dispatchEvent(new CustomEvent('selection', { detail: [...chosen] }));
  }

  private resize(): void {
    this.small = !this.small;
    try {
      localStorage.setItem(sizeKey, this.small ? 'small' : 'large');
    } catch {
      // Then it holds for this page.
    }
  }

  static override styles = [
    controlStyles,
    css`
      :host {
        display: grid;
        gap: var(--sb-space-3);
      }

      .toolbar {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--sb-space-2);
      }

      .search {
        position: relative;
        flex: 0 1 16rem;
      }

      .search svg.lucide {
        position: absolute;
        top: 50%;
        left: 0.75rem;
        translate: 0 -50%;
        color: var(--sb-ink-quiet);
        pointer-events: none;
      }

      .search input {
        padding-left: 2.5rem;
      }

      .switch[aria-pressed='true'] {
        border-color: var(--sb-action);
        background: var(--sb-action-soft);
      }

      .count {
        margin-left: var(--sb-space-2);
        font-weight: 650;
      }

      .none {
        padding: var(--sb-space-6);
        color: var(--sb-ink-quiet);
        text-align: center;
      }

      .empty {
        display: grid;
        justify-items: center;
        gap: var(--sb-space-1);
        padding: var(--sb-space-8) var(--sb-space-4);
        border: 2px dashed var(--sb-line);
        border-radius: var(--sb-radius);
        text-align: center;
      }

      .empty svg.lucide {
        width: 2.5rem;
        height: 2.5rem;
        color: var(--sb-copper);
      }
    `,
  ];
}

function keptSize(): string | null {
  try {
    return localStorage.getItem(sizeKey);
  } catch {
    return null;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-live-class': LiveClass;
  }
}
