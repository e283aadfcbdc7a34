import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../ui/dialog-frame.ts';
import '../../ui/problem-note.ts';
import type { Problem } from '../../../device/contract/problem.ts';
import type { ClassView } from '../../../server/live/contract/live.ts';
import { call } from '../../client/api.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { problemOf } from '../../ui/problem-text.ts';
import './keep-choice.ts';

/**
 * Ends the class, after saying what that means and asking how long it is kept. Fires `open-record` (bubbling) when the
 * teacher wants to save the class's record before.
 */
@customElement('sb-end-class')
@localized()
export class EndClass extends LitElement {
  @property({ attribute: false }) class!: ClassView;

  @state() private asking = false;
  @state() private busy = false;
  @state() private problem: Problem | null = null;
  @state() private days = 7;

  protected override render() {
    return html`<button class="button" type="button" data-test="end-class" @click=${this.ask}>
        ${lineIcon('flag')}${msg('Klasse beenden')}
      </button>
      <sb-dialog-frame
        .open=${this.asking}
        .heading=${msg(str`${this.class.name} beenden?`)}
        @close=${() => {
          this.asking = false;
        }}
      >
        ${this.asking ? this.renderQuestion() : ''}
      </sb-dialog-frame>`;
  }

  private renderQuestion() {
    return html`<p>${msg('Alle Programme stoppen, der Klassencode gilt nicht mehr, alle Plätze schließen.')}</p>
      <sb-keep-choice
        .days=${this.days}
        @choose=${(event: CustomEvent<number>) => {
          this.days = event.detail;
        }}
      ></sb-keep-choice>
      <p class="hint">${msg('Danach bleiben nur Zahlen: Lektion, Tag, wie viele dabei waren, wie viele Ziele erreicht wurden.')}</p>
      <div class="record">
        <p>${msg('Möchten Sie etwas aufheben? Speichern Sie vorher den Bericht der Klasse.')}</p>
        <button class="button" type="button" data-test="end-record" @click=${this.openRecord}>
          ${lineIcon('download')}${msg('Bericht')}
        </button>
      </div>
      <sb-problem-note .problem=${this.problem}></sb-problem-note>
      <div class="choices">
        <button
          class="button"
          type="button"
          @click=${() => {
            this.asking = false;
          }}
        >
          ${msg('Weiter unterrichten')}
        </button>
        <button
          class="button danger"
          type="button"
          data-test="end-class-confirm"
          ?disabled=${this.busy}
          @click=${this.end}
        >
          ${this.words()}
        </button>
      </div>`;
  }

  private words(): string {
    if (this.busy) return msg('Wird beendet …');
    return this.days === 0 ? msg('Beenden und löschen') : msg('Klasse beenden');
  }

  private ask(): void {
    this.problem = null;
    this.days = this.class.keepDays;
    this.asking = true;
  }

  private openRecord(): void {
    this.asking = false;
    this.dispatchEvent(new Event('open-record', { bubbles: true, composed: true }));
  }

  private async end(): Promise<void> {
    this.busy = true;
    this.problem = null;
    try {
      await call('endClass', { classId: this.class.id }, { keepDays: this.days });
      // The page itself changes when the server says that the class is over.
      this.asking = false;
    } catch (error) {
      this.problem = problemOf(error);
    } finally {
      this.busy = false;
    }
  }

  static override styles = [
    controlStyles,
    css`
      sb-keep-choice {
        margin-block: var(--sb-space-4) var(--sb-space-2);
      }

      .record {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: var(--sb-space-2) var(--sb-space-4);
        margin-top: var(--sb-space-4);
        padding: var(--sb-space-3) var(--sb-space-4);
        border-radius: var(--sb-radius);
        background: var(--sb-copper-soft);
      }

      .record p {
        flex: 1 1 14rem;
      }

      .choices {
        display: flex;
        flex-wrap: wrap;
        justify-content: flex-end;
        gap: var(--sb-space-3);
        margin-top: var(--sb-space-6);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-end-class': EndClass;
  }
}
