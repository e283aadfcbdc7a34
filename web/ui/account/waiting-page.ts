import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../language-switch.ts';
import '../logo.ts';
import '../problem-note.ts';
import type { Problem } from '../../../device/contract/problem.ts';
import { controlStyles } from '../control-styles.ts';

/** A page with little to say: that it loads, what is wrong (with a button that fires `again`), or where to go instead. */
@customElement('sb-waiting-page')
@localized()
export class WaitingPage extends LitElement {
  @property({ attribute: false }) problem: Problem | null = null;
  /** A sentence instead of "loading". */
  @property() words = '';
  @property() link = '';
  @property() linkWords = '';

  protected override render() {
    return html`<main>
      ${this.problem || this.words ? html`<sb-language-switch></sb-language-switch>` : nothing}
      <h1><sb-logo></sb-logo></h1>
      ${
        this.problem
          ? html`<sb-problem-note .problem=${this.problem}></sb-problem-note>
              <button class="button ${this.link ? '' : 'primary'}" type="button" @click=${() => this.dispatchEvent(new Event('again'))}>
                ${msg('Noch einmal versuchen')}
              </button>`
          : html`<p role="status">${this.words || msg('Einen Moment bitte …')}</p>`
      }
      ${this.link ? html`<a class="button primary" href=${this.link}>${this.linkWords}</a>` : nothing}
    </main>`;
  }

  static override styles = [
    controlStyles,
    css`
      main {
        display: grid;
        align-content: center;
        justify-items: center;
        gap: var(--sb-space-6);
        min-height: 100dvh;
        padding: var(--sb-space-6);
        text-align: center;
      }

      h1 {
        margin: 0;
      }

      sb-language-switch {
        position: fixed;
        top: var(--sb-space-4);
        right: var(--sb-space-4);
      }

      sb-problem-note {
        max-width: 34rem;
        text-align: left;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-waiting-page': WaitingPage;
  }
}
