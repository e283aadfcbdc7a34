import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { WiredPart } from '../../device/contract/wiring.ts';
import type { LessonSummary } from '../../server/api/contract/endpoints.ts';
import '../parts/part-picture.ts';
import { controlStyles } from '../ui/control-styles.ts';
import { lineIcon } from '../ui/line-icons.ts';

/** Parts that have room on a card. */
const mostParts = 5;
const mostLevels = [1, 2, 3, 4, 5];

/** A lesson to choose: title, minutes, level, what it is about, a picture of its parts. Fires `choose`. */
@customElement('sb-lesson-card')
@localized()
export class LessonCard extends LitElement {
  @property({ attribute: false }) lesson!: LessonSummary;
  @property({ type: Boolean }) chosen = false;

  protected override render() {
    const { id, title, summary, minutes, stepCount, level, age } = this.lesson;
    return html`<button
      class="panel"
      type="button"
      aria-pressed=${this.chosen}
      data-test="lesson-${id}"
      @click=${() => this.dispatchEvent(new Event('choose'))}
    >
      <span class="picture" aria-hidden="true">
        ${this.parts().map((part) => html`<sb-part-picture .wired=${part}></sb-part-picture>`)}
      </span>
      <span class="title">${title}</span>
      <span class="summary">${summary}</span>
      <span class="facts quiet-text">
        <span>${lineIcon('clock')}${msg(str`${minutes} Minuten`)}</span>
        <span
          >${msg(str`Stufe ${level}`)}
          <span class="level" aria-hidden="true">${mostLevels.map((one) => html`<i class=${one <= level ? 'on' : ''}></i>`)}</span></span
        >
        <span>${msg(str`${age.from} bis ${age.to} Jahre`)}</span>
        <span>${lineIcon('flag')}${stepCount === 1 ? msg('1 Schritt') : msg(str`${stepCount} Schritte`)}</span>
      </span>
      <span class="mark" aria-hidden="true">${this.chosen ? lineIcon('check') : nothing}</span>
    </button>`;
  }

  /** What the lesson needs, one of each kind first. */
  private parts(): readonly WiredPart[] {
    const { kit, wiring } = this.lesson;
    const needed = wiring.parts.filter(({ type }) => kit.includes(type));
    const first = kit.flatMap((type) => needed.find((part) => part.type === type) ?? []);
    return [...first, ...needed.filter((part) => !first.includes(part))].slice(0, mostParts);
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
        /* Neighbours in a row are of one height: what is left over goes between summary and facts. */
        grid-template-rows: auto auto 1fr auto;
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
        align-items: stretch;
        justify-content: center;
        gap: var(--sb-space-4);
        height: 8rem;
        padding: var(--sb-space-4) var(--sb-space-6);
        background:
          radial-gradient(circle at center, rgb(31 42 36 / 13%) 0 2px, transparent 2.6px) 0 0 / 20px 20px,
          var(--sb-surface-sunk);
      }

      sb-part-picture {
        flex: 1 1 0;
        max-width: 9rem;
      }

      .level {
        display: inline-flex;
        gap: 3px;
      }

      .level i {
        width: 0.55rem;
        height: 0.55rem;
        border-radius: 50%;
        background: var(--sb-line);
      }

      .level .on {
        background: var(--sb-copper);
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
        border: 2px solid var(--sb-line-strong);
        border-radius: 50%;
        background: var(--sb-surface);
        color: var(--sb-line-strong);
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
