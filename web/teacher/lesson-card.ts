import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { LessonSummary } from '../../server/api/contract/endpoints.ts';
import { controlStyles } from '../ui/control-styles.ts';
import { lineIcon } from '../ui/line-icons.ts';

/** A lesson to choose: title, minutes, what it is about, what it needs. Fires `choose`. */
@localized()
@customElement('sb-lesson-card')
export class LessonCard extends LitElement {
  @property({ attribute: false }) lesson!: LessonSummary;
  @property({ type: Boolean }) chosen = false;

  protected override render() {
    const { id, title, summary, minutes, stepCount, wiring } = this.lesson;
    return html`<button
      class="panel"
      type="button"
      aria-pressed=${this.chosen}
      data-test="lesson-${id}"
      @click=${() => this.dispatchEvent(new Event('choose'))}
    >
      <span class="picture" aria-hidden="true">
        ${wiring.parts.map((part) => html`<i class="part-${part.type} ${part.color ?? ''}"></i>`)}
      </span>
      <span class="title">${title}</span>
      <span class="summary">${summary}</span>
      <span class="facts quiet-text">
        <span>${lineIcon('clock')}${msg(str`${minutes} Minuten`)}</span>
        <span>${lineIcon('flag')}${stepCount === 1 ? msg('1 Schritt') : msg(str`${stepCount} Schritte`)}</span>
      </span>
      <span class="mark" aria-hidden="true">${this.chosen ? lineIcon('check') : nothing}</span>
    </button>`;
  }

  static override styles = [
    controlStyles,
    css`
      :host,
      button.panel {
        display: grid;
        height: 100%;
      }

      button.panel {
        gap: var(--sb-space-2);
        width: 100%;
        padding: 0 0 var(--sb-space-4);
        position: relative;
        overflow: hidden;
        color: inherit;
        font: inherit;
        text-align: left;
        cursor: pointer;
        transition: border-color var(--sb-motion);
      }

      button.panel:hover {
        border-color: var(--sb-board);
      }

      button.panel > :not(.picture, .mark) {
        margin-inline: var(--sb-space-4);
      }

      .picture {
        display: flex;
        align-items: center;
        justify-content: center;
        gap: clamp(1rem, 8%, 3rem);
        height: 8rem;
        background:
          radial-gradient(circle at center, rgb(255 255 255 / 13%) 0 2px, transparent 2.6px) 0 0 / 20px 20px,
          #124a30;
      }

      i {
        --tone: #d9d0bd;
        width: 2rem;
        height: 2.4rem;
        border-radius: 1rem 1rem 0.3rem 0.3rem;
        background: var(--tone);
      }

      .part-led {
        box-shadow: 0 0 18px 2px color-mix(in srgb, var(--tone) 70%, transparent);
      }

      .part-button,
      .part-buzzer {
        border: 5px solid #d9d0bd;
        border-radius: 50%;
        min-width: 2.4rem;
        min-height: 2.4rem;
        height: 2.4rem;
        padding: 0;
        background: #3a3a36;
      }

      .part-buzzer {
        border: 12px solid #26312b;
        background: #8c8268;
      }

      .red {
        --tone: #ff6a5c;
      }

      .amber,
      .yellow {
        --tone: #ffb52e;
      }

      .green {
        --tone: #53d98f;
      }

      .blue {
        --tone: #7fb0ff;
      }

      .white {
        --tone: #ffffff;
      }

      .title {
        margin-top: var(--sb-space-2);
        font-size: var(--sb-text-xl);
        font-weight: 700;
      }

      .facts {
        display: flex;
        flex-wrap: wrap;
        gap: var(--sb-space-1) var(--sb-space-4);
        margin-bottom: var(--sb-space-2);
        font-size: var(--sb-text-s);
      }

      .facts span {
        display: inline-flex;
        align-items: center;
        gap: 0.4em;
      }

      .mark {
        position: absolute;
        top: var(--sb-space-3);
        right: var(--sb-space-3);
        display: grid;
        place-items: center;
        width: 2rem;
        height: 2rem;
        margin: 0;
        border: 2px solid #ffffff;
        border-radius: 50%;
        color: #ffffff;
      }

      button[aria-pressed='true'] {
        border-color: var(--sb-action);
        box-shadow: 0 0 0 2px var(--sb-action);
      }

      [aria-pressed='true'] .mark {
        border-color: var(--sb-action);
        background: var(--sb-action);
        color: var(--sb-on-action);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-lesson-card': LessonCard;
  }
}
