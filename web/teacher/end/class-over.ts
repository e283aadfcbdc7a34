import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../ui/dialog-frame.ts';
import '../../ui/problem-note.ts';
import type { Problem } from '../../../device/contract/problem.ts';
import type { ClassView } from '../../../server/live/contract/live.ts';
import { call } from '../../client/api.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { problemOf } from '../../ui/problem-text.ts';
import type { ClassWatch } from '../class-watch.ts';
import { Countdown } from './countdown.ts';
import './delete-class.ts';
import './keep-choice.ts';
import { dayAndTime, timeLeft } from './keep-words.ts';

/**
 * What there is of a class that has ended: for how long, its record, and deleting it now. Fires `class-close`, and
 * `record-open` with the class's id.
 */
@customElement('sb-class-over')
@localized()
export class ClassOver extends LitElement {
  @property({ attribute: false }) class!: ClassView;
  @property({ attribute: false }) watch: ClassWatch | null = null;

  @state() private deleted = false;
  /** When it is deleted, after the teacher has changed that here. */
  @state() private changed: ClassView | null = null;
  @state() private asking = false;
  @state() private wished: number | null = null;
  @state() private problem: Problem | null = null;
  /** The page shows this in the moment in which the class ends. */
  private readonly endedAt = Date.now();

  constructor() {
    super();
    new Countdown(this);
  }

  protected override render() {
    const now = this.changed ?? this.class;
    const left = (now.deletesAt ?? 0) - Date.now();
    const gone = this.deleted || left <= 0;
    return html`<section class="panel" data-test="class-over">
      <h2>${gone ? msg('Diese Klasse ist gelöscht.') : msg('Diese Klasse ist beendet.')}</h2>
      ${gone ? this.renderGone() : this.renderKept(now, left)}
    </section>`;
  }

  private renderGone() {
    return html`<p>${msg('Von ihr bleiben nur Zahlen: Lektion, Tag, wie viele dabei waren, wie viele Ziele erreicht wurden.')}</p>
      <div class="deeds">${this.renderBack()}</div>`;
  }

  private renderKept(now: ClassView, left: number) {
    const when = timeLeft(left);
    return html`<p>${msg('Alle Programme sind gestoppt, alle Plätze geschlossen.')}</p>
      <p class="left" data-test="deleted-in">
        ${lineIcon('clock')}<strong>${when === null ? msg('Namen und Arbeiten werden gerade gelöscht.') : msg(str`Namen und Arbeiten werden ${when} gelöscht`)}</strong>
        ${when === null ? nothing : html`<span class="quiet-text">${dayAndTime(now.deletesAt ?? 0)}</span>`}
      </p>
      <div class="deeds">
        <button class="button primary" type="button" data-test="over-record" @click=${this.openRecord}>
          ${lineIcon('download')}${msg('Bericht speichern')}
        </button>
        <button class="button" type="button" data-test="keep-other" @click=${this.ask}>
          ${lineIcon('clock')}${msg('Dauer ändern')}
        </button>
        <sb-delete-class
          .classId=${now.id}
          .name=${now.name}
          @class-deleted=${() => {
            this.deleted = true;
          }}
        ></sb-delete-class>
        ${this.renderBack()}
      </div>
      <sb-dialog-frame
        .open=${this.asking}
        .heading=${msg('Wie lange bleibt die Klasse?')}
        @close=${() => {
          this.asking = false;
        }}
      >
        <sb-keep-choice
          .days=${this.wished ?? now.keepDays}
          .endedAt=${this.endedAt}
          @choose=${(event: CustomEvent<number>) => {
            this.wished = event.detail;
          }}
        ></sb-keep-choice>
        <sb-problem-note .problem=${this.problem}></sb-problem-note>
        <div class="deeds last">
          <button
            class="button primary"
            type="button"
            data-test="keep-other-go"
            @click=${() => this.keep(this.wished ?? now.keepDays)}
          >
            ${msg('Übernehmen')}
          </button>
        </div>
      </sb-dialog-frame>`;
  }

  private renderBack() {
    return html`<button class="button" type="button" data-test="over-close" @click=${() => this.dispatchEvent(new Event('class-close'))}>
      ${lineIcon('arrow-left')}${msg('Zu meinen Klassen')}
    </button>`;
  }

  private openRecord(): void {
    this.dispatchEvent(
      new CustomEvent('record-open', { detail: this.class.id, bubbles: true, composed: true }),
    );
  }

  private ask(): void {
    this.problem = null;
    this.wished = null;
    this.asking = true;
  }

  private async keep(keepDays: number): Promise<void> {
    this.problem = null;
    try {
      this.changed = await call('classSettings', { classId: this.class.id }, { keepDays });
      this.asking = false;
    } catch (error) {
      this.problem = problemOf(error);
    }
  }

  static override styles = [
    controlStyles,
    css`
      :host {
        display: block;
      }

      section {
        display: grid;
        gap: var(--sb-space-4);
        justify-items: start;
        max-width: 46rem;
        margin: var(--sb-space-8) auto;
        padding: var(--sb-space-8);
        border-top: 6px solid var(--sb-board);
      }

      .left {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--sb-space-1) var(--sb-space-2);
        padding: var(--sb-space-3) var(--sb-space-4);
        border-radius: var(--sb-radius);
        background: var(--sb-waiting-soft);
        color: var(--sb-ink);
      }

      .deeds {
        display: flex;
        flex-wrap: wrap;
        gap: var(--sb-space-3);
      }

      .last {
        justify-content: flex-end;
        margin-top: var(--sb-space-6);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-class-over': ClassOver;
  }
}
