import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import type { LessonView } from '../../server/api/contract/endpoints.ts';
import { lineIcon } from '../ui/line-icons.ts';

/** The lesson's steps, one at a time, with a hint on request. Fires `fold` when the pupil folds it away. */
@localized()
@customElement('sb-steps')
export class SbSteps extends LitElement {
  @property({ attribute: false }) lesson: LessonView | null = null;
  /** Which step is open, from 0. */
  @property({ type: Number }) step = 0;

  @state() private hintOpen = false;

  override render() {
    const steps = this.lesson?.steps ?? [];
    const step = steps[this.step];
    if (!step) return nothing;
    const last = this.step === steps.length - 1;
    return html`<header>
        <p>${msg(str`Schritt ${this.step + 1} von ${steps.length}`)}</p>
        <button type="button" class="plain" title=${msg('Schritte einklappen')} aria-label=${msg('Schritte einklappen')} @click=${() => this.dispatchEvent(new Event('fold'))}>
          ${lineIcon('panel-left-close')}
        </button>
      </header>
      <nav aria-label=${msg('Schritte')}>
        ${steps.map(
          ({ title }, index) => html`<button
            type="button"
            class=${index < this.step ? 'done' : ''}
            aria-current=${index === this.step ? 'step' : nothing}
            aria-label=${msg(str`Schritt ${index + 1}: ${title}`)}
            title=${title}
            @click=${() => this.go(index)}
          ><i></i></button>`,
        )}
      </nav>
      <article tabindex="-1">
        <h2>${step.title}</h2>
        <div class="caption">${unsafeHTML(step.captionHtml)}</div>
        ${
          step.hintHtml === null
            ? nothing
            : html`<button
                  type="button"
                  class="hint-button"
                  aria-expanded=${this.hintOpen}
                  @click=${() => {
                    this.hintOpen = !this.hintOpen;
                  }}
                >
                  ${lineIcon('lightbulb')} ${this.hintOpen ? msg('Tipp ausblenden') : msg('Tipp zeigen')}
                </button>
                ${this.hintOpen ? html`<div class="hint">${unsafeHTML(step.hintHtml)}</div>` : nothing}`
        }
      </article>
      <footer>
        <button type="button" class="move" ?disabled=${this.step === 0} @click=${() => this.go(this.step - 1)}>
          ${lineIcon('chevron-left')} ${msg('Zurück')}
        </button>
        <button type="button" class="move next" ?disabled=${last} @click=${() => this.go(this.step + 1)}>
          ${msg('Weiter')} ${lineIcon('chevron-right')}
        </button>
      </footer>`;
  }

  private go(step: number): void {
    this.hintOpen = false;
    this.dispatchEvent(new CustomEvent('step-chosen', { detail: step }));
    this.renderRoot.querySelector('article')?.scrollTo({ top: 0 });
  }

  static override styles = css`
    :host {
      display: flex;
      flex-direction: column;
      min-height: 0;
      background: var(--sb-surface);
    }
    * {
      box-sizing: border-box;
    }
    header {
      display: flex;
      align-items: center;
      justify-content: space-between;
      padding: var(--sb-space-1) var(--sb-space-1) 0 var(--sb-space-4);
      color: var(--sb-ink-quiet);
      font-size: var(--sb-text-s);
      font-weight: 600;
    }
    header p {
      margin: 0;
    }
    svg.lucide {
      width: 1.35em;
      height: 1.35em;
      flex: none;
    }
    button {
      font: inherit;
      color: inherit;
      cursor: pointer;
    }
    button:focus-visible {
      outline: 3px solid var(--sb-action);
      outline-offset: -2px;
    }
    .plain {
      display: grid;
      place-items: center;
      width: var(--sb-touch);
      height: var(--sb-touch);
      border: 0;
      border-radius: var(--sb-radius);
      background: none;
    }
    .plain:hover {
      background: var(--sb-surface-sunk);
    }
    nav {
      display: flex;
      padding: 0 var(--sb-space-3);
    }
    nav button {
      flex: 1;
      display: grid;
      place-items: center;
      height: 32px;
      padding: 0 3px;
      border: 0;
      border-radius: var(--sb-radius-s);
      background: none;
    }
    nav i {
      width: 100%;
      height: 7px;
      border-radius: 4px;
      background: var(--sb-line);
      transition: background var(--sb-motion);
    }
    nav .done i {
      background: color-mix(in srgb, var(--sb-board) 45%, var(--sb-surface));
    }
    nav [aria-current] i {
      background: var(--sb-board);
      height: 9px;
    }
    article {
      flex: 1;
      min-height: 0;
      padding: var(--sb-space-2) var(--sb-space-4) var(--sb-space-4);
      overflow: auto;
      overflow-wrap: break-word;
    }
    h2 {
      margin: var(--sb-space-1) 0 var(--sb-space-2);
      font-size: 1.45rem;
      line-height: 1.2;
      text-wrap: balance;
    }
    .caption {
      font-size: 1.06rem;
    }
    .caption p,
    .hint p {
      margin: 0 0 var(--sb-space-3);
    }
    .caption strong {
      padding: 0.05em 0.3em;
      border-radius: 5px;
      background: var(--sb-copper-soft);
      font-weight: 650;
      box-decoration-break: clone;
      -webkit-box-decoration-break: clone;
    }
    .caption ul,
    .caption ol {
      margin: 0 0 var(--sb-space-3);
      padding-left: 1.3em;
    }
    code {
      font: 500 0.95em var(--sb-font-code);
    }
    .hint-button {
      display: inline-flex;
      align-items: center;
      gap: var(--sb-space-2);
      min-height: var(--sb-touch);
      padding: 0 var(--sb-space-4) 0 var(--sb-space-3);
      border: 1.5px solid var(--sb-copper);
      border-radius: 999px;
      background: none;
      color: var(--sb-copper);
      font-weight: 600;
    }
    .hint-button:hover,
    .hint-button[aria-expanded="true"] {
      background: var(--sb-copper-soft);
    }
    .hint {
      margin-top: var(--sb-space-3);
      padding: var(--sb-space-3) var(--sb-space-4) 1px;
      border-left: 4px solid var(--sb-copper);
      border-radius: var(--sb-radius-s);
      background: var(--sb-copper-soft);
    }
    footer {
      display: grid;
      grid-template-columns: 1fr 1.4fr;
      gap: var(--sb-space-2);
      padding: var(--sb-space-3);
      border-top: 1px solid var(--sb-line);
    }
    .move {
      display: flex;
      align-items: center;
      justify-content: center;
      gap: var(--sb-space-1);
      min-height: var(--sb-touch);
      border: 1.5px solid var(--sb-line-strong);
      border-radius: var(--sb-radius);
      background: var(--sb-surface);
      font-weight: 600;
    }
    .move:hover:not(:disabled) {
      background: var(--sb-surface-sunk);
    }
    .move.next:not(:disabled) {
      border-color: var(--sb-board);
      background: var(--sb-board);
      color: var(--sb-on-board);
    }
    .move:disabled {
      opacity: 0.45;
      cursor: default;
    }
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-steps': SbSteps;
  }
}
