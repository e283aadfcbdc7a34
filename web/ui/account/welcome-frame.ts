import { localized, msg } from '@lit/localize';
import { css, html, LitElement } from 'lit';
import { customElement } from 'lit/decorators.js';
import '../logo.ts';
import '../language-switch.ts';
import { controlStyles } from '../control-styles.ts';
import { boardScene } from './board-scene.ts';

/** The frame of sign-in and set-up: a breadboard on the left, the form (slot) on the right. */
@customElement('sb-welcome-frame')
@localized()
export class WelcomeFrame extends LitElement {
  protected override render() {
    return html`<div class="board" aria-hidden="true">
        ${boardScene}
        <div class="poster">
          <sb-logo></sb-logo>
          <p class="claim">${msg('Programmieren zum Anfassen.')}</p>
        </div>
      </div>
      <main>
        <sb-language-switch></sb-language-switch>
        <div class="form"><slot></slot></div>
      </main>`;
  }

  static override styles = [
    controlStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(18rem, 5fr) 7fr;
        min-height: 100dvh;
      }

      .board {
        --hole: color-mix(in srgb, #ffffff 22%, transparent);
        position: relative;
        display: grid;
        align-items: end;
        padding: var(--sb-space-8);
        overflow: hidden;
        background:
          radial-gradient(circle at center, var(--hole) 0 3px, transparent 3.6px) 0 0 / 26px 26px,
          linear-gradient(160deg, #1b6b46, #124a30);
        color: #ffffff;
      }

      .board > svg {
        position: absolute;
        top: 0;
        left: 0;
        width: 650px;
      }

      .poster {
        position: relative;
        justify-self: start;
        padding: var(--sb-space-6);
        border-radius: var(--sb-radius);
        background: #124a30;
        box-shadow: 0 0 0 10px rgb(18 74 48 / 60%);
      }

      sb-logo {
        --sb-board: #3fa575;
        color: inherit;
        font-size: 2.5rem;
      }

      .claim {
        margin-top: var(--sb-space-3);
        font-size: var(--sb-text-l);
      }

      main {
        display: grid;
        grid-template-rows: auto 1fr;
        padding: var(--sb-space-4);
      }

      sb-language-switch {
        justify-self: end;
      }

      .form {
        width: min(26rem, 100%);
        margin: auto;
        padding-bottom: 10vh;
      }

      @media (max-width: 52rem) {
        :host {
          grid-template: auto 1fr / 1fr;
        }

        .board {
          padding: var(--sb-space-6);
        }

        .board > svg {
          display: none;
        }

        .poster {
          padding: var(--sb-space-4);
        }

        sb-logo {
          font-size: 1.75rem;
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-welcome-frame': WelcomeFrame;
  }
}
