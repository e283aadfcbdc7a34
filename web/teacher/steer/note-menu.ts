import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import '../../ui/dialog-frame.ts';
import '../../ui/problem-note.ts';
import type { Problem } from '../../../device/contract/problem.ts';
import type { ClassState } from '../../../server/live/contract/live.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { formStyles } from '../../ui/form-styles.ts';
import { problemOf } from '../../ui/problem-text.ts';
import { steeringIcon } from '../../ui/steering-icons.ts';
import type { ClassWatch } from '../class-watch.ts';
import { notesNow, receiversOf, receiversText } from './receivers.ts';

/** The longest that a note may be. */
const longestNote = 280;

/** A few words to all, or to the chosen seats: proposals, own words, and what stands now with a way to take it back. */
@customElement('sb-note-menu')
@localized()
export class NoteMenu extends LitElement {
  @property({ attribute: false, hasChanged: () => true }) watch!: ClassWatch;
  /** Ids of the chosen seats; none: all. */
  @property({ attribute: false }) seats: readonly string[] = [];

  @state() private open = false;
  @state() private busy = false;
  @state() private problem: Problem | null = null;
  @query('textarea') private text!: HTMLTextAreaElement | null;

  protected override render() {
    const now = this.watch.state;
    if (!now) return nothing;
    const standing = notesNow(now).length;
    return html`<button
        class="button big"
        type="button"
        aria-haspopup="dialog"
        data-test="note"
        @click=${() => {
          this.problem = null;
          this.open = true;
        }}
      >
        ${steeringIcon('megaphone')}<span>${msg('Nachricht')}</span>
        ${standing > 0 ? html`<span class="dot"><span class="visually-hidden">${msg('eine steht gerade da')}</span></span>` : nothing}
      </button>
      <sb-dialog-frame
        .open=${this.open}
        .heading=${msg('Nachricht an die Klasse')}
        data-test="note-dialog"
        @close=${() => {
          this.open = false;
        }}
        >${this.open ? this.renderForm(now) : nothing}</sb-dialog-frame
      >`;
  }

  private renderForm(now: ClassState) {
    const to = receiversText(now, receiversOf(now, this.seats));
    const proposals = [
      msg('Noch 5 Minuten'),
      msg('Bitte speichern und aufräumen'),
      msg('Bitte hört kurz zu'),
      msg('Schaut auf die Tafel'),
    ];
    return html`${this.renderStanding(now)}
      <form @submit=${this.onSubmit}>
        <div class="proposals" role="group" aria-label=${msg('Vorschläge')}>
          ${proposals.map(
            (one) =>
              html`<button class="button" type="button" data-test="note-proposal" @click=${() => this.propose(one)}>${one}</button>`,
          )}
        </div>
        <div class="field">
          <label for="text">${msg(str`Ihre Worte an: ${to}`)}</label>
          <textarea id="text" rows="3" required maxlength=${longestNote} data-test="note-text" aria-describedby="hint"></textarea>
          <p class="hint" id="hint">${msg('Sie steht auf den Seiten, bis jedes Kind sie wegklickt oder Sie sie zurücknehmen.')}</p>
        </div>
        <sb-problem-note .problem=${this.problem}></sb-problem-note>
        <button class="button primary" data-test="note-send" ?disabled=${this.busy}>
          ${steeringIcon('send')}${msg('Nachricht zeigen')}
        </button>
      </form>`;
  }

  private renderStanding(now: ClassState) {
    const notes = notesNow(now);
    if (notes.length === 0) return nothing;
    return html`<ul class="standing" aria-label=${msg('Steht gerade da')}>
      ${notes.map(
        ({ text, seats }) => html`<li>
          <p><strong>${text}</strong><span class="quiet-text">${msg(str`bei ${seats.length} von ${now.seats.length}`)}</span></p>
          <button
            class="button"
            type="button"
            data-test="note-withdraw"
            ?disabled=${this.busy}
            @click=${() => this.say(null, seats.length === now.seats.length ? 'all' : seats.map(({ id }) => id))}
          >
            ${msg('Zurücknehmen')}
          </button>
        </li>`,
      )}
    </ul>`;
  }

  private propose(words: string): void {
    if (!this.text) return;
    this.text.value = words;
    this.text.focus();
  }

  private onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    const now = this.watch.state;
    const text = this.text?.value.trim();
    if (now && text) void this.say(text, receiversOf(now, this.seats));
  }

  private async say(text: string | null, to: 'all' | string[]): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.problem = null;
    try {
      await this.watch.ask('class:note', { to, text });
      // Who takes one back may want to say something else.
      if (text !== null) this.open = false;
    } catch (thrown) {
      this.problem = problemOf(thrown);
    } finally {
      this.busy = false;
    }
  }

  static override styles = [
    controlStyles,
    formStyles,
    css`
      .big {
        position: relative;
        min-height: 3.25rem;
        white-space: nowrap;
      }

      .dot {
        position: absolute;
        top: -5px;
        right: -5px;
        width: 14px;
        height: 14px;
        border: 2px solid var(--sb-surface);
        border-radius: 50%;
        background: var(--sb-copper);
      }

      form {
        display: grid;
        gap: var(--sb-space-4);
      }

      .proposals {
        display: flex;
        flex-wrap: wrap;
        gap: var(--sb-space-2);
      }

      textarea {
        font-size: var(--sb-text-l);
      }

      .standing {
        display: grid;
        gap: var(--sb-space-2);
        margin: 0 0 var(--sb-space-4);
        padding: 0;
        list-style: none;
      }

      li {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: var(--sb-space-3);
        padding: var(--sb-space-2) var(--sb-space-3);
        border-left: 5px solid var(--sb-copper);
        border-radius: var(--sb-radius-s);
        background: var(--sb-copper-soft);
      }

      li p {
        display: grid;
        overflow-wrap: anywhere;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-note-menu': NoteMenu;
  }
}
