import { localized } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Problem } from '../../device/contract/problem.ts';
import { adultProblemText } from './account/adult-problem.ts';
import { controlStyles } from './control-styles.ts';
import { lineIcon } from './line-icons.ts';

/** One problem as a sentence in a red-edged note, read out when it appears; nothing without a problem. */
@customElement('sb-problem-note')
@localized()
export class ProblemNote extends LitElement {
  @property({ attribute: false }) problem: Problem | null = null;

  protected override willUpdate(): void {
    // An empty note takes no gap in its parent's grid.
    this.hidden = !this.problem;
  }

  protected override render() {
    return html`<div role="alert">
      ${this.problem ? html`<p>${lineIcon('circle-alert')}<span>${adultProblemText(this.problem)}</span></p>` : nothing}
    </div>`;
  }

  static override styles = [
    controlStyles,
    css`
      :host {
        display: block;
      }

      :host([hidden]) {
        display: none;
      }

      p {
        display: flex;
        gap: var(--sb-space-2);
        padding: var(--sb-space-3);
        border-left: 4px solid var(--sb-stop);
        border-radius: var(--sb-radius-s);
        background: var(--sb-stop-soft);
      }

      svg.lucide {
        margin-top: 0.15em;
        color: var(--sb-stop);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-problem-note': ProblemNote;
  }
}
