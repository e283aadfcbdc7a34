import { localized, msg } from '@lit/localize';
import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { type Badge, badges } from '../../../server/live/contract/live.ts';
import { badgeWord } from '../../ui/badge-picture.ts';
import { controlStyles } from '../../ui/control-styles.ts';

/** One badge out of all, or none. Fires `change` when a person has chosen; `badge` is what they chose. */
@customElement('sb-badge-choice')
@localized()
export class SbBadgeChoice extends LitElement {
  @property() badge: Badge | null = null;
  @property({ type: Boolean }) disabled = false;

  override render() {
    return html`<fieldset ?disabled=${this.disabled}>
      <legend>${msg('Abzeichen')}</legend>
      <div class="choices">
        ${this.choice(null, msg('Ohne'))} ${badges.map((badge) => this.choice(badge, badgeWord(badge)))}
      </div>
    </fieldset>`;
  }

  private choice(badge: Badge | null, word: string) {
    return html`<label title=${word} data-test="badge-${badge ?? 'none'}">
      <input
        type="radio"
        name="badge"
        .checked=${this.badge === badge}
        @change=${() => {
          this.badge = badge;
          this.dispatchEvent(new Event('change'));
        }}
      />
      <span class="visually-hidden">${word}</span>
      ${
        badge
          ? html`<sb-badge-picture plain badge=${badge}></sb-badge-picture>`
          : html`<span class="none" aria-hidden="true">–</span>`
      }
    </label>`;
  }

  static override styles = [
    controlStyles,
    css`
      fieldset {
        margin: 0;
        padding: 0;
        border: none;
        min-width: 0;
      }

      legend {
        padding: 0;
        margin-bottom: var(--sb-space-1);
        font-weight: 600;
      }

      .choices {
        display: flex;
        flex-wrap: wrap;
        gap: var(--sb-space-1);
      }

      label {
        position: relative;
        display: grid;
        place-items: center;
        width: 2.85rem;
        height: 2.85rem;
        border: 2px solid transparent;
        border-radius: 50%;
        cursor: pointer;
      }

      label:hover {
        background: var(--sb-surface-sunk);
      }

      /* The radio lies over its picture, unseen: it takes the click and the focus. */
      input {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
        min-height: 0;
        margin: 0;
        opacity: 0;
        cursor: pointer;
      }

      label:has(:checked) {
        border-color: var(--sb-action);
        background: var(--sb-action-soft);
      }

      label:has(:focus-visible) {
        outline: 3px solid var(--sb-action);
        outline-offset: 2px;
      }

      fieldset:disabled label {
        opacity: 0.6;
        cursor: default;
      }

      sb-badge-picture {
        --sb-badge-size: 2.3rem;
      }

      .none {
        display: grid;
        place-items: center;
        width: 2.1rem;
        height: 2.1rem;
        border: 2px dashed var(--sb-line-strong);
        border-radius: 50%;
        color: var(--sb-ink-quiet);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-badge-choice': SbBadgeChoice;
  }
}
