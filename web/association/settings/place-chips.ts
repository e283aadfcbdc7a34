import { localized, msg } from '@lit/localize';
import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { language } from '../../locales/locale.ts';
import { controlStyles } from '../../ui/control-styles.ts';

export interface ShownPlace {
  readonly name: string;
  readonly de: string;
  readonly en: string;
}

/** Places that a text may have, as buttons; fires `place` with what to insert. */
@customElement('sb-place-chips')
@localized()
export class PlaceChips extends LitElement {
  @property({ attribute: false }) places: readonly ShownPlace[] = [];

  protected override render() {
    return html`<details>
      <summary>${msg('Platzhalter einfügen')}</summary>
      <ul>
        ${this.places.map(
          (place) => html`<li>
            <button class="button" type="button" title="{{${place.name}}}" @click=${() => this.choose(place.name)}>
              ${place[language()]}
            </button>
          </li>`,
        )}
      </ul>
    </details>`;
  }

  private choose(name: string): void {
    const text = name.startsWith('#') ? `{{${name}}} … {{/${name.slice(1)}}}` : `{{${name}}}`;
    this.dispatchEvent(new CustomEvent('place', { detail: text }));
  }

  static override styles = [
    controlStyles,
    css`
      summary {
        min-height: var(--sb-touch);
        align-content: center;
        font-weight: 600;
        cursor: pointer;
      }

      ul {
        display: flex;
        flex-wrap: wrap;
        gap: var(--sb-space-2);
        margin: 0;
        padding: 0;
        list-style: none;
      }

      .button {
        padding: var(--sb-space-1) var(--sb-space-3);
        font-size: var(--sb-text-s);
        font-weight: 400;
        text-align: left;
      }
    `,
  ];
}

/** Puts a text where the cursor stands in a field, and tells its listeners as typing does. */
export function insertAtCursor(field: HTMLTextAreaElement | HTMLInputElement, text: string): void {
  const start = field.selectionStart ?? field.value.length;
  field.setRangeText(text, start, field.selectionEnd ?? start, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.focus();
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-place-chips': PlaceChips;
  }
}
