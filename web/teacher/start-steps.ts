import { localized, msg } from '@lit/localize';
import { css, html, LitElement } from 'lit';
import { customElement } from 'lit/decorators.js';
import { controlStyles } from '../ui/control-styles.ts';
import { type LineIcon, lineIcon } from '../ui/line-icons.ts';

/** How a lesson begins, in three pictures: for who has never done it. */
@customElement('sb-start-steps')
@localized()
export class StartSteps extends LitElement {
  protected override render() {
    return html`<ol aria-label=${msg('So beginnt die Stunde')}>
      ${this.step('layers', msg('Lektion wählen'), msg('Eine Karte, dann „Klasse beginnen“.'))}
      ${this.step('presentation', msg('Code zeigen'), msg('Auf den Beamer: Code, QR-Code und Adresse.'))}
      ${this.step('users', msg('Alle machen mit'), msg('Code eintippen, Nummer des Pis nennen, los.'))}
    </ol>`;
  }

  private step(icon: LineIcon, title: string, words: string) {
    return html`<li>
      <span class="icon">${lineIcon(icon)}</span>
      <span class="title">${title}</span>
      <span class="quiet-text">${words}</span>
    </li>`;
  }

  static override styles = [
    controlStyles,
    css`
      :host {
        display: block;
        container-type: inline-size;
      }

      ol {
        display: grid;
        grid-template-columns: repeat(3, minmax(0, 1fr));
        margin: 0;
        padding: var(--sb-space-4) 0;
        border: 1px solid var(--sb-line);
        border-radius: var(--sb-radius);
        background: var(--sb-surface);
        counter-reset: step;
        list-style: none;
      }

      li {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        align-content: center;
        gap: 0 var(--sb-space-3);
        padding-inline: var(--sb-space-6);
        counter-increment: step;
      }

      li + li {
        border-left: 1px solid var(--sb-line);
      }

      .icon {
        display: grid;
        grid-row: 1 / 3;
        place-items: center;
        width: 3rem;
        height: 3rem;
        border-radius: 50%;
        background: var(--sb-good-soft);
        color: var(--sb-board);
      }

      .icon svg.lucide {
        width: 1.5rem;
        height: 1.5rem;
      }

      .title {
        align-self: end;
        font-weight: 700;
      }

      .title::before {
        content: counter(step) '. ';
      }

      .quiet-text {
        font-size: var(--sb-text-s);
      }

      @container (width < 44rem) {
        ol {
          grid-template-columns: 1fr;
          padding-block: 0;
        }

        li {
          padding: var(--sb-space-3) var(--sb-space-4);
        }

        li + li {
          border-top: 1px solid var(--sb-line);
          border-left: 0;
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-start-steps': StartSteps;
  }
}
