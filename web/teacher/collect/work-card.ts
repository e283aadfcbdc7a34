import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../ui/problem-note.ts';
import './badge-choice.ts';
import type { Problem } from '../../../device/contract/problem.ts';
import type { Wiring } from '../../../device/contract/wiring.ts';
import type { Badge, Blocks, SeatView } from '../../../server/live/contract/live.ts';
import { dateLocale } from '../../locales/locale.ts';
import { badgeWord } from '../../ui/badge-picture.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { problemOf } from '../../ui/problem-text.ts';
import type { ClassWatch } from '../class-watch.ts';
import type { SbBadgeChoice } from './badge-choice.ts';
import { workCardStyles } from './work-card-styles.ts';

/** Most characters of a comment. */
const longest = 500;

/**
 * What one seat has handed in: its picture, drawn when it comes into sight, and what the teacher says to it. Fires
 * `pick` when it is ticked or unticked.
 */
@customElement('sb-work-card')
@localized()
export class SbWorkCard extends LitElement {
  @property({ attribute: false }) seat!: SeatView;
  @property({ attribute: false }) watch!: Pick<ClassWatch, 'ask'>;
  @property({ attribute: false }) wiring: Wiring = { parts: [] };
  /** Another lesson than the class's; empty: the class's. */
  @property() lesson = '';
  @property({ type: Boolean }) picked = false;

  @state() private blocks: Blocks | null = null;
  @state() private comment = '';
  @state() private badge: Badge | null = null;
  @state() private busy = false;
  @state() private problem: Problem | null = null;

  private seen = false;
  /** The hand-in of which the picture is shown or was asked for. */
  private shown: number | undefined;
  private readonly sight = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    this.seen = true;
    this.sight.disconnect();
    void this.fetch();
  });

  /** What the teacher has written so far; null: nothing. */
  get words(): string | null {
    return this.comment.trim() || null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.seen) this.sight.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sight.disconnect();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('seat')) return;
    const before = changed.get('seat');
    // What the teacher is writing just now is not taken from them; what was returned stands there to be changed.
    if (before && before.handIn.state === this.seat.handIn.state) return;
    if (before && this.seat.handIn.state === 'handed-in' && this.comment !== (before.handIn.comment ?? ''))
      return;
    this.comment = this.seat.handIn.comment ?? '';
    this.badge = this.seat.handIn.badge;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('seat') && this.seen) void this.fetch();
  }

  override render() {
    const { nickname, handIn } = this.seat;
    const waits = handIn.state === 'handed-in';
    return html`<article class="panel ${waits ? 'waits' : ''}" aria-labelledby="name">
      <header>
        <h3 id="name">
          <label>
            <input
              type="checkbox"
              .checked=${this.picked}
              data-test="work-pick"
              aria-label=${msg(str`${nickname} auswählen`)}
              @change=${() => this.dispatchEvent(new Event('pick'))}
            /><span>${nickname}</span>
          </label>
        </h3>
        <p class="state">
          ${
            waits
              ? html`${lineIcon('inbox')}${this.when()}`
              : html`${lineIcon('circle-check')}${msg('zurückgegeben')}`
          }
        </p>
      </header>
      ${this.lesson ? html`<p class="quiet-text">${this.lesson}</p>` : nothing}
      <div class="picture" tabindex="0" role="group" aria-label=${msg(str`Arbeit von ${nickname}`)}>
        <sb-block-picture .blocks=${this.blocks} .wiring=${this.wiring} .scale=${0.7}></sb-block-picture>
      </div>
      <div class="field">
        <label for="comment">${msg('Rückmeldung')}</label>
        <textarea
          id="comment"
          rows="2"
          maxlength=${longest}
          data-test="work-comment"
          .value=${this.comment}
          @input=${(event: InputEvent) => {
            this.comment = (event.target as HTMLTextAreaElement).value;
          }}
        ></textarea>
      </div>
      <sb-badge-choice
        .badge=${this.badge}
        ?disabled=${this.busy}
        @change=${(event: Event) => {
          this.badge = (event.target as SbBadgeChoice).badge;
        }}
      ></sb-badge-choice>
      <p class="quiet-text word" aria-hidden="true">${this.badge ? badgeWord(this.badge) : msg('Ohne Abzeichen')}</p>
      <div class="deeds">
        <button class="button" type="button" data-test="work-reopen" ?disabled=${this.busy} @click=${this.reopen}>
          ${lineIcon('rotate-ccw')}${msg('Wieder öffnen')}
        </button>
        <button
          class="button ${waits ? 'primary' : ''}"
          type="button"
          data-test="work-return"
          ?disabled=${this.busy}
          @click=${this.giveBack}
        >
          ${lineIcon('check')}${waits ? msg('Zurückgeben') : msg('Ändern')}
        </button>
      </div>
      <sb-problem-note .problem=${this.problem}></sb-problem-note>
    </article>`;
  }

  private when(): string {
    const at = this.seat.handIn.handedInAt;
    if (at === undefined) return msg('abgegeben');
    const time = new Date(at).toLocaleTimeString(dateLocale(), { hour: '2-digit', minute: '2-digit' });
    return msg(str`abgegeben um ${time}`);
  }

  private async fetch(): Promise<void> {
    const at = this.seat.handIn.handedInAt;
    if (at === undefined || at === this.shown) return;
    this.shown = at;
    try {
      // Blockly comes with the first picture that is seen, not with the page.
      const [work] = await Promise.all([
        this.watch.ask('work:handed-in', { seatId: this.seat.id }),
        import('../../ui/block-picture.ts'),
      ]);
      if (this.shown === at) this.blocks = work.blocks;
    } catch (thrown) {
      this.shown = undefined;
      this.problem = problemOf(thrown);
    }
  }

  private giveBack(): void {
    void this.ask(() =>
      this.watch.ask('work:return', {
        seatId: this.seat.id,
        comment: this.words,
        badge: this.badge,
      }),
    );
  }

  private reopen(): void {
    void this.ask(() => this.watch.ask('work:reopen', { seatId: this.seat.id }));
  }

  private async ask(asking: () => Promise<unknown>): Promise<void> {
    this.busy = true;
    this.problem = null;
    try {
      await asking();
    } catch (thrown) {
      this.problem = problemOf(thrown);
    } finally {
      this.busy = false;
    }
  }

  static override styles = [controlStyles, workCardStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-work-card': SbWorkCard;
  }
}
