import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import '../ui/problem-note.ts';
import type { Problem } from '../../device/contract/problem.ts';
import type { PupilView } from '../../server/live/contract/live.ts';
import { call } from '../client/api.ts';
import { controlStyles } from '../ui/control-styles.ts';
import { lineIcon } from '../ui/line-icons.ts';
import { problemOf } from '../ui/problem-text.ts';

/** One pupil of a seat: their name, a new code to come back with, and the way out of the class. */
@customElement('sb-pupil-row')
@localized()
export class PupilRow extends LitElement {
  @property({ attribute: false }) pupil!: PupilView;
  /** Nobody else sits at the seat: with the pupil, their work goes. */
  @property({ type: Boolean }) alone = true;

  @state() private nickname = '';
  @state() private resumeCode = '';
  @state() private asking = false;
  @state() private busy = false;
  @state() private problem: Problem | null = null;
  @query('.keep') private keepButton!: HTMLButtonElement;
  @query('[data-test="pupil-remove"]') private removeButton!: HTMLButtonElement;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('pupil') && changed.get('pupil')?.nickname !== this.pupil.nickname) {
      this.nickname = this.pupil.nickname;
    }
  }

  protected override render() {
    const wanted = this.nickname.trim();
    return html`<form @submit=${this.rename}>
        <label for="nickname">${msg('Spitzname')}</label>
        <div class="row">
          <input
            id="nickname"
            data-test="pupil-nickname"
            maxlength="24"
            autocomplete="off"
            spellcheck="false"
            .value=${this.nickname}
            @input=${(event: InputEvent) => {
              this.nickname = (event.target as HTMLInputElement).value;
              this.problem = null;
            }}
          />
          <button
            class="button primary"
            data-test="pupil-rename"
            ?disabled=${this.busy || wanted === '' || wanted === this.pupil.nickname}
          >
            ${msg('Umbenennen')}
          </button>
        </div>
      </form>
      <div role="status">${this.resumeCode ? this.renderCode() : nothing}</div>
      ${this.asking ? this.renderQuestion() : this.renderActions()}
      <sb-problem-note .problem=${this.problem}></sb-problem-note>`;
  }

  private renderActions() {
    return html`<div class="row actions">
      <button class="button" type="button" data-test="pupil-code" ?disabled=${this.busy} @click=${this.renewCode}>
        ${lineIcon('rotate-ccw')}${msg('Neuer Code zum Wiederkommen')}
      </button>
      <button class="button danger-quiet" type="button" data-test="pupil-remove" ?disabled=${this.busy} @click=${this.ask}>
        ${lineIcon('log-out')}${msg('Aus der Klasse nehmen')}
      </button>
    </div>`;
  }

  private renderCode() {
    return html`<div class="code">
      <strong data-test="pupil-new-code">${this.resumeCode}</strong>
      <p>${msg(str`Damit kommt ${this.pupil.nickname} an jedem Computer zurück. Der Code erscheint nur jetzt; der alte gilt nicht mehr.`)}</p>
    </div>`;
  }

  private renderQuestion() {
    const { nickname } = this.pupil;
    return html`<div class="question" role="alertdialog" aria-labelledby="question">
      <p id="question">
        <strong>${msg(str`${nickname} aus der Klasse nehmen?`)}</strong>
        ${this.alone ? msg(str`Was ${nickname} gebaut hat, wird gelöscht.`) : msg('Die gemeinsame Arbeit bleibt.')}
      </p>
      <div class="row">
        <button class="button keep" type="button" @click=${this.keep}>${msg('Abbrechen')}</button>
        <button class="button danger" type="button" data-test="pupil-remove-confirm" ?disabled=${this.busy} @click=${this.removeNow}>
          ${msg('Aus der Klasse nehmen')}
        </button>
      </div>
    </div>`;
  }

  private async ask(): Promise<void> {
    this.problem = null;
    this.asking = true;
    await this.updateComplete;
    this.keepButton.focus();
  }

  private async keep(): Promise<void> {
    this.asking = false;
    await this.updateComplete;
    this.removeButton.focus();
  }

  private async rename(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const nickname = this.nickname.trim();
    await this.attempt(async () => {
      const renamed = await call('renamePupil', { pupilId: this.pupil.id }, { nickname });
      this.nickname = renamed.nickname;
    });
  }

  private async renewCode(): Promise<void> {
    await this.attempt(async () => {
      this.resumeCode = (await call('renewResumeCode', { pupilId: this.pupil.id }, {})).resumeCode;
    });
  }

  private async removeNow(): Promise<void> {
    await this.attempt(async () => {
      await call('removePupil', { pupilId: this.pupil.id }, {});
    });
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.problem = null;
    try {
      await work();
    } catch (error) {
      this.problem = problemOf(error);
    } finally {
      this.busy = false;
    }
  }

  static override styles = [
    controlStyles,
    css`
      :host {
        display: grid;
        gap: var(--sb-space-4);
      }

      form {
        display: grid;
        gap: var(--sb-space-1);
      }

      label {
        font-weight: 600;
      }

      .row {
        display: flex;
        flex-wrap: wrap;
        gap: var(--sb-space-2);
      }

      input {
        flex: 1;
        min-width: 10rem;
      }

      .actions .button {
        flex: 1 1 auto;
      }

      .danger-quiet {
        color: var(--sb-stop);
      }

      [role='status']:empty {
        display: none;
      }

      .code {
        padding: var(--sb-space-4);
        border: 2px dashed var(--sb-copper);
        border-radius: var(--sb-radius);
        background: var(--sb-copper-soft);
        text-align: center;
      }

      .code strong {
        font: 700 clamp(1.9rem, 8vw, 3rem) / 1.2 var(--sb-font-code);
        white-space: nowrap;
        user-select: all;
      }

      .question {
        display: grid;
        gap: var(--sb-space-3);
        padding: var(--sb-space-4);
        border-radius: var(--sb-radius);
        background: var(--sb-stop-soft);
      }

      .question strong {
        display: block;
      }

      .question .row {
        justify-content: flex-end;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-pupil-row': PupilRow;
  }
}
