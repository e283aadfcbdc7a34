import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import '../lesson-card.ts';
import { LessonCatalogue } from '../../client/lesson-catalogue.ts';
import { controlStyles } from '../../ui/control-styles.ts';

/** Some lessons of the catalogue, as cards with pictures. Fires `chosen` with their ids. */
@customElement('sb-lesson-choice')
@localized()
export class LessonChoice extends LitElement {
  @property({ attribute: false }) chosen: readonly string[] = [];

  private readonly catalogue = new LessonCatalogue(this);

  protected override render() {
    const { lessons } = this.catalogue;
    if (lessons.length === 0) return nothing;
    return html`<ul tabindex="0" aria-label=${msg('Lektionen')}>
      ${repeat(
        lessons,
        ({ id }) => id,
        (lesson) => html`<li>
          <sb-lesson-card
            .lesson=${lesson}
            .chosen=${this.chosen.includes(lesson.id)}
            @choose=${() => this.toggle(lesson.id)}
          ></sb-lesson-card>
        </li>`,
      )}
    </ul>`;
  }

  private toggle(id: string): void {
    const chosen = this.chosen.includes(id)
      ? this.chosen.filter((one) => one !== id)
      : [...this.chosen, id].slice(0, 30);
    this.dispatchEvent(new CustomEvent<readonly string[]>('chosen', { detail: chosen }));
  }

  static override styles = [
    controlStyles,
    css`
      :host {
        display: block;
      }

      /* One row to push along: thirty lessons would bury the rest of the form. */
      ul {
        display: grid;
        grid-auto-columns: min(16rem, 75vw);
        grid-auto-flow: column;
        gap: var(--sb-space-3);
        margin: 0;
        padding: var(--sb-space-1) var(--sb-space-1) var(--sb-space-3);
        overflow-x: auto;
        list-style: none;
        scroll-snap-type: x proximity;
      }

      li {
        scroll-snap-align: start;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-lesson-choice': LessonChoice;
  }
}
