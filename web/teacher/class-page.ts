import { localized, msg } from '@lit/localize';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import './all-blocks.ts';
import './class-code.ts';
import './class-figures.ts';
import './collect/class-record.ts';
import './collect/collect.ts';
import './collect/progress-matrix.ts';
import './end/class-over.ts';
import './end/end-class.ts';
import './lesson-papers.ts';
import type { LiveClass } from './live/live-class.ts';
import './live/live-class.ts';
import './steer/class-actions.ts';
import './steer/hands-queue.ts';
import './pi-list.ts';
import './stop-all.ts';
import './stop-result.ts';
import '../ui/account/account-bar.ts';
import '../ui/notice.ts';
import '../ui/problem-note.ts';
import type { PersonView } from '../../server/api/contract/endpoints.ts';
import type { ClassState } from '../../server/live/contract/live.ts';
import { controlStyles } from '../ui/control-styles.ts';
import { lineIcon } from '../ui/line-icons.ts';
import { classPageStyles } from './class-page-styles.ts';
import { summarise } from './class-summary.ts';
import { type ClassRoom, classRooms } from './class-tabs.ts';
import { ClassWatch } from './class-watch.ts';
import type { StopOutcome } from './stop-all.ts';

/**
 * One class, live: its code, how it goes, every seat, the Pis without seat, and "stop all" always in the same
 * corner. Fires `class-close`, `session-doubt` and `sign-out`.
 */
@customElement('sb-class-page')
@localized()
export class ClassPage extends LitElement {
  @property({ attribute: false }) person!: PersonView;
  @property({ attribute: false }) classId = '';

  @state() private room: ClassRoom = roomInAddress();
  /** Seats that were chosen for what is sent; none: all. */
  @state() private selected: readonly string[] = [];
  @state() private outcome: StopOutcome | null = null;
  @query('sb-live-class') private live!: LiveClass | null;
  private readonly watch = new ClassWatch(this, () => this.dispatchEvent(new Event('session-doubt')));

  protected override render() {
    const now = this.watch.state;
    const active = now?.class.state === 'active';
    return html`<sb-account-bar .person=${this.person} @sign-out=${() => this.dispatchEvent(new Event('sign-out'))}>
        <div slot="title" class="title">
          <button class="button quiet" type="button" aria-label=${msg('Zurück zu meinen Klassen')} @click=${this.close}>
            ${lineIcon('arrow-left')}
          </button>
          <h1>${now?.class.name ?? msg('Klasse')}</h1>
        </div>
        ${
          active
            ? html`<sb-stop-all
                slot="action"
                .stop=${() => this.watch.stopAll()}
                @stopped=${(event: CustomEvent<StopOutcome>) => {
                  this.outcome = event.detail;
                }}
              ></sb-stop-all>`
            : nothing
        }
      </sb-account-bar>
      <div class="notes">
        ${this.watch.connection === 'lost' ? this.renderLost() : nothing}
        <sb-stop-result
          .outcome=${this.outcome}
          @dismiss=${() => {
            this.outcome = null;
          }}
        ></sb-stop-result>
      </div>
      <main aria-busy=${!now}>${this.renderMain(now)}</main>`;
  }

  private renderLost() {
    return html`<sb-notice tone="waiting" data-test="connection-lost">
      ${msg('Verbindung zum Server verloren; sie wird von selbst wieder aufgebaut. Bis dahin sehen Sie den letzten Stand. Programme auf den Pis laufen weiter.')}
    </sb-notice>`;
  }

  private renderMain(now: ClassState | null) {
    if (this.watch.problem && !now)
      return html`<sb-problem-note .problem=${this.watch.problem}></sb-problem-note>
        <button class="button" type="button" @click=${this.close}>
          ${lineIcon('arrow-left')}${msg('Zurück zu meinen Klassen')}
        </button>`;
    if (!now) return this.renderLoading();
    return now.class.state === 'ended' ? this.renderEnded(now) : this.renderClass(now);
  }

  private renderLoading() {
    return html`<p role="status" class="visually-hidden">${msg('Die Klasse wird geladen …')}</p>
      <div class="top" aria-hidden="true"><div class="ghost tall"></div><div class="ghost tall"></div></div>
      <div class="ghosts" aria-hidden="true">${Array.from({ length: 6 }, () => html`<div class="ghost"></div>`)}</div>`;
  }

  private renderEnded({ class: ended }: ClassState) {
    return html`<sb-class-over .class=${ended} .watch=${this.watch} @class-close=${this.close}></sb-class-over>`;
  }

  private renderClass(now: ClassState) {
    return html`<sb-class-actions .watch=${this.watch} .selected=${this.selected}></sb-class-actions>
      <sb-class-tabs
        .room=${this.room}
        .now=${now}
        @choose=${(event: CustomEvent<ClassRoom>) => this.enter(event.detail)}
      ></sb-class-tabs>
      ${this.renderRoom(now)}`;
  }

  private renderRoom(now: ClassState) {
    switch (this.room) {
      case 'live':
        return this.renderLive(now);
      case 'collect':
        return html`<section aria-labelledby="collect">
            <h2 id="collect">${msg('Abgegebene Arbeiten')}</h2>
            <sb-collect .watch=${this.watch}></sb-collect>
          </section>
          <section aria-labelledby="record">
            <h2 id="record">${msg('Die Stunde als Datei')}</h2>
            <sb-class-record .classId=${this.classId}></sb-class-record>
          </section>`;
      case 'goals':
        return html`<section aria-labelledby="goals">
          <h2 id="goals">${msg('Wer hat welches Ziel erreicht?')}</h2>
          <sb-progress-matrix .watch=${this.watch}></sb-progress-matrix>
        </section>`;
      case 'pis':
        return html`<section aria-labelledby="pis">
          <h2 id="pis">${msg('Die Pis der Schule')}</h2>
          <sb-pi-list .devices=${now.devices} .seats=${now.seats}></sb-pi-list>
        </section>`;
      case 'papers':
        return html`<section aria-labelledby="papers">
          <h2 id="papers">${msg('Unterlagen zur Stunde')}</h2>
          <sb-lesson-papers .lessonId=${now.class.lessonId}></sb-lesson-papers>
        </section>`;
    }
  }

  private renderLive(now: ClassState) {
    // With pupils in it the class itself is what counts; the code is large on the projector.
    const busy = now.seats.length > 0;
    return html`<div class="top ${busy ? 'busy' : ''}">
        <sb-class-code .class=${now.class} ?compact=${busy}></sb-class-code>
        <section class="overview panel" aria-label=${msg('Überblick')}>
          <sb-class-figures .summary=${summarise(now)} ?compact=${busy}></sb-class-figures>
          <div class="settings">
            <sb-all-blocks .class=${now.class}></sb-all-blocks>
            <sb-end-class .class=${now.class}></sb-end-class>
          </div>
        </section>
      </div>
      <sb-hands-queue
        .watch=${this.watch}
        @seat-open=${(event: CustomEvent<{ seatId: string }>) => this.live?.follow(event.detail.seatId)}
      ></sb-hands-queue>
      <section aria-labelledby="seats">
        <h2 id="seats" class=${busy ? 'visually-hidden' : ''}>${msg('Schülerinnen und Schüler')}</h2>
        <sb-live-class
          .watch=${this.watch}
          @selection=${(event: CustomEvent<readonly string[]>) => {
            this.selected = event.detail;
          }}
        ></sb-live-class>
      </section>`;
  }

  /** The room stands in the address, so that a reload stays there. */
  private enter(room: ClassRoom): void {
    const address = new URL(location.href);
    if (room === 'live') address.searchParams.delete('room');
    else address.searchParams.set('room', room);
    history.replaceState(null, '', address);
    this.room = room;
  }

  private close(): void {
    this.dispatchEvent(new Event('class-close'));
  }

  static override styles = [controlStyles, classPageStyles];
}

function roomInAddress(): ClassRoom {
  const asked = new URLSearchParams(location.search).get('room');
  return classRooms.find((one) => one === asked) ?? 'live';
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-class-page': ClassPage;
  }
}
