import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import '../../ui/badge-picture.ts';
import '../../ui/problem-note.ts';
import './badge-choice.ts';
import type { SbWorkCard } from './work-card.ts';
import './work-card.ts';
import type { Problem } from '../../../device/contract/problem.ts';
import type { Badge, SeatView } from '../../../server/live/contract/live.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { problemOf } from '../../ui/problem-text.ts';
import type { ClassWatch } from '../class-watch.ts';
import type { SbBadgeChoice } from './badge-choice.ts';
import { ClassLessons } from './class-lessons.ts';
import { collectStyles } from './collect-styles.ts';
import { collectedSeats } from './collected-seats.ts';

/** What the class has handed in, to be looked at and given back, one by one or several at once with the same badge. */
@customElement('sb-collect')
@localized()
export class SbCollect extends LitElement {
  /** The same object, of which the host says by setting it again that it has changed. */
  @property({ attribute: false, hasChanged: () => true }) watch!: ClassWatch;

  @state() private picked: ReadonlySet<string> = new Set();
  @state() private badge: Badge | null = 'star';
  @state() private busy = false;
  @state() private problem: Problem | null = null;
  @state() private said = '';
  private readonly lessons = new ClassLessons(this);

  override render() {
    const now = this.watch.state;
    if (!now) return nothing;
    const { works, waiting, open } = collectedSeats(now.seats);
    this.lessons.want([now.class.lessonId, ...works.map(({ lessonId }) => lessonId)]);
    if (works.length === 0)
      return html`<p class="empty quiet-text" data-test="collect-empty">
        ${msg('Noch ist nichts abgegeben. Die Kinder geben oben auf ihrer Seite mit „Abgeben“ ab; hier sehen Sie es sofort.')}
      </p>`;
    return html`<p class="count" role="status" data-test="collect-count">${this.countText(waiting)}</p>
      ${this.renderSeveral(works)}
      <div class="works">
        ${repeat(
          works,
          ({ id }) => id,
          (seat) => html`<sb-work-card
            data-test="work-card"
            data-nickname=${seat.nickname}
            data-state=${seat.handIn.state}
            .seat=${seat}
            .watch=${this.watch}
            .wiring=${this.lessons.lessons.get(seat.lessonId)?.wiring ?? none}
            .lesson=${seat.lessonId === now.class.lessonId ? '' : (this.lessons.lessons.get(seat.lessonId)?.title ?? seat.lessonId)}
            .picked=${this.picked.has(seat.id)}
            @pick=${() => this.pick(seat.id)}
          ></sb-work-card>`,
        )}
      </div>
      ${open.length > 0 ? html`<p class="quiet-text" data-test="collect-open"><strong>${msg('Noch offen:')}</strong> ${open.map(({ nickname }) => nickname).join(', ')}</p>` : nothing}`;
  }

  private countText(waiting: number): string {
    if (waiting === 0) return msg('Alles Abgegebene ist zurückgegeben.');
    return waiting === 1
      ? msg('1 Arbeit wartet auf Ihre Rückmeldung.')
      : msg(str`${waiting} Arbeiten warten auf Ihre Rückmeldung.`);
  }

  private renderSeveral(works: readonly SeatView[]) {
    const chosen = works.filter(({ id }) => this.picked.has(id));
    const all = works.filter(({ handIn }) => handIn.state === 'handed-in');
    return html`<div class="several panel" role="group" aria-label=${msg('Mehrere auf einmal')}>
        <button
          class="button quiet"
          type="button"
          data-test="pick-all"
          ?disabled=${all.length === 0}
          @click=${() => {
            this.picked = new Set(all.map(({ id }) => id));
          }}
        >
          ${lineIcon('check')}${msg('Alle Wartenden auswählen')}
        </button>
        ${
          chosen.length === 0
            ? nothing
            : html`<sb-badge-choice
                  .badge=${this.badge}
                  @change=${(event: Event) => {
                    this.badge = (event.target as SbBadgeChoice).badge;
                  }}
                ></sb-badge-choice>
                <div class="deeds">
                  <button
                    class="button primary"
                    type="button"
                    data-test="return-all"
                    ?disabled=${this.busy}
                    @click=${() => this.giveBack(chosen)}
                  >
                    ${chosen.length === 1 ? msg('1 Arbeit zurückgeben') : msg(str`${chosen.length} Arbeiten zurückgeben`)}
                  </button>
                  <button
                    class="button quiet"
                    type="button"
                    @click=${() => {
                      this.picked = new Set();
                    }}
                  >
                    ${msg('Auswahl aufheben')}
                  </button>
                </div>`
        }
      </div>
      <p role="status" class="visually-hidden">${this.said}</p>
      <sb-problem-note .problem=${this.problem}></sb-problem-note>`;
  }

  private pick(seatId: string): void {
    const picked = new Set(this.picked);
    if (!picked.delete(seatId)) picked.add(seatId);
    this.picked = picked;
  }

  /** The same badge for all, and to each what is written on its card. What can't be returned stays picked. */
  private async giveBack(seats: readonly SeatView[]): Promise<void> {
    this.busy = true;
    this.problem = null;
    let returned = 0;
    const cards = [...this.renderRoot.querySelectorAll<SbWorkCard>('sb-work-card')];
    for (const { id } of seats) {
      const comment = cards.find(({ seat }) => seat.id === id)?.words ?? null;
      try {
        await this.watch.ask('work:return', { seatId: id, comment, badge: this.badge });
        returned += 1;
        const left = new Set(this.picked);
        left.delete(id);
        this.picked = left;
      } catch (thrown) {
        this.problem = problemOf(thrown);
        if (this.problem.code === 'no-connection') break;
      }
    }
    this.said =
      returned === 1
        ? msg('1 Arbeit ist zurückgegeben.')
        : msg(str`${returned} Arbeiten sind zurückgegeben.`);
    this.busy = false;
  }

  static override styles = [controlStyles, collectStyles];
}

/** Before a lesson has come. */
const none = { parts: [] };

declare global {
  interface HTMLElementTagNameMap {
    'sb-collect': SbCollect;
  }
}
