import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../ui/dialog-frame.ts';
import '../../ui/problem-note.ts';
import type { Problem } from '../../../device/contract/problem.ts';
import { call } from '../../client/api.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { problemOf } from '../../ui/problem-text.ts';

/** Deletes an ended class now, after asking. Fires `class-deleted`. */
@customElement('sb-delete-class')
@localized()
export class DeleteClass extends LitElement {
  @property({ attribute: false }) classId = '';
  @property() name = '';

  @state() private asking = false;
  @state() private busy = false;
  @state() private problem: Problem | null = null;

  protected override render() {
    return html`<button
        class="button"
        type="button"
        data-test="delete-class"
        aria-label=${msg(str`${this.name} jetzt löschen`)}
        @click=${this.ask}
      >
        ${lineIcon('x')}${msg('Jetzt löschen')}
      </button>
      <sb-dialog-frame
        .open=${this.asking}
        .heading=${msg(str`${this.name} jetzt löschen?`)}
        @close=${() => {
          this.asking = false;
        }}
      >
        <p>${msg('Namen, Arbeiten, Abgaben und Rückmeldungen sind dann weg, für immer und für alle.')}</p>
        <sb-problem-note .problem=${this.problem}></sb-problem-note>
        <div class="choices">
          <button
            class="button"
            type="button"
            @click=${() => {
              this.asking = false;
            }}
          >
            ${msg('Behalten')}
          </button>
          <button
            class="button danger"
            type="button"
            data-test="delete-class-confirm"
            ?disabled=${this.busy}
            @click=${this.delete}
          >
            ${this.busy ? msg('Wird gelöscht …') : msg('Endgültig löschen')}
          </button>
        </div>
      </sb-dialog-frame>`;
  }

  private ask(): void {
    this.problem = null;
    this.asking = true;
  }

  private async delete(): Promise<void> {
    this.busy = true;
    this.problem = null;
    try {
      await call('deleteClass', { classId: this.classId }, {});
      this.done();
    } catch (error) {
      const problem = problemOf(error);
      // Its time may have come meanwhile, or another window was faster: it is gone, as was wished.
      if (problem.code === 'class-unknown') this.done();
      else this.problem = problem;
    } finally {
      this.busy = false;
    }
  }

  private done(): void {
    this.asking = false;
    this.dispatchEvent(new Event('class-deleted'));
  }

  static override styles = [
    controlStyles,
    css`
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
    'sb-delete-class': DeleteClass;
  }
}
