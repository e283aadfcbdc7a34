import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../ui/dialog-frame.ts';
import '../ui/problem-note.ts';
import type { Problem } from '../../device/contract/problem.ts';
import type { ClassView } from '../../server/live/contract/live.ts';
import { call } from '../client/api.ts';
import { controlStyles } from '../ui/control-styles.ts';
import { lineIcon } from '../ui/line-icons.ts';
import { problemOf } from '../ui/problem-text.ts';

/** Ends the class, after saying what that means. */
@localized()
@customElement('sb-end-class')
export class EndClass extends LitElement {
  @property({ attribute: false }) class!: ClassView;

  @state() private asking = false;
  @state() private busy = false;
  @state() private problem: Problem | null = null;

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
        <ul>
          <li>${msg('Alle Programme werden gestoppt.')}</li>
          <li>${msg('Der Klassencode gilt nicht mehr, alle Plätze schließen.')}</li>
          <li>${msg('Namen und Arbeiten der Klasse werden nach 7 Tagen endgültig gelöscht.')}</li>
        </ul>
        <p>${msg('Das lässt sich nicht zurücknehmen.')}</p>
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
            ${this.busy ? msg('Wird beendet …') : msg('Klasse beenden')}
          </button>
        </div>
      </sb-dialog-frame>`;
  }

  private ask(): void {
    this.problem = null;
    this.asking = true;
  }

  private async end(): Promise<void> {
    this.busy = true;
    this.problem = null;
    try {
      await call('endClass', { classId: this.class.id }, {});
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
      ul {
        display: grid;
        gap: var(--sb-space-2);
        margin: 0 0 var(--sb-space-4);
        padding-left: 1.2em;
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
