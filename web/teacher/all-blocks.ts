import { localized, msg } from '@lit/localize';
import { css, html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../ui/problem-note.ts';
import type { Problem } from '../../device/contract/problem.ts';
import type { ClassView } from '../../server/live/contract/live.ts';
import { call } from '../client/api.ts';
import { controlStyles } from '../ui/control-styles.ts';
import { problemOf } from '../ui/problem-text.ts';

/** The switch by which pupils may take every block, not only those of the lesson's step. */
@customElement('sb-all-blocks')
@localized()
export class AllBlocks extends LitElement {
  @property({ attribute: false }) class!: ClassView;

  @state() private busy = false;
  @state() private problem: Problem | null = null;

  protected override render() {
    return html`<label>
        <input
          type="checkbox"
          role="switch"
          data-test="all-blocks"
          .checked=${this.class.allBlocks}
          aria-disabled=${this.busy}
          @change=${this.set}
        />
        ${msg('Alle Blöcke erlauben')}
      </label>
      <sb-problem-note .problem=${this.problem}></sb-problem-note>`;
  }

  private async set(event: Event): Promise<void> {
    const field = event.target as HTMLInputElement;
    if (this.busy) {
      field.checked = this.class.allBlocks;
      return;
    }
    this.busy = true;
    this.problem = null;
    try {
      await call('classSettings', { classId: this.class.id }, { allBlocks: field.checked });
    } catch (error) {
      this.problem = problemOf(error);
      field.checked = this.class.allBlocks;
    } finally {
      this.busy = false;
    }
  }

  static override styles = [
    controlStyles,
    css`
      :host {
        display: block;
      }

      label {
        display: inline-flex;
        align-items: center;
        gap: var(--sb-space-3);
        min-height: var(--sb-touch);
        font-weight: 600;
        cursor: pointer;
      }

      input {
        appearance: none;
        position: relative;
        flex: none;
        width: 3.25rem;
        min-width: 0;
        height: 1.9rem;
        min-height: 0;
        margin: 0;
        padding: 0;
        border: 2px solid var(--sb-line-strong);
        border-radius: 99px;
        background: var(--sb-surface-sunk);
        cursor: pointer;
        transition: background-color var(--sb-motion);
      }

      input::before {
        position: absolute;
        top: 0.2rem;
        left: 0.2rem;
        width: 1.25rem;
        height: 1.25rem;
        border-radius: 50%;
        background: var(--sb-line-strong);
        content: '';
        transition: translate var(--sb-motion);
      }

      input:checked {
        border-color: var(--sb-board);
        background: var(--sb-board);
      }

      input:checked::before {
        background: var(--sb-surface);
        translate: 1.35rem 0;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-all-blocks': AllBlocks;
  }
}
