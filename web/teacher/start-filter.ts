import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { controlStyles } from '../ui/control-styles.ts';
import { formStyles } from '../ui/form-styles.ts';
import { lineIcon } from '../ui/line-icons.ts';
import { everyLesson, type LessonFilter } from './lesson-filter.ts';

/** Words and a level, to find a lesson among many. Fires `filter` with a `CustomEvent<LessonFilter>`. */
@customElement('sb-start-filter')
@localized()
export class StartFilter extends LitElement {
  @property({ attribute: false }) filter: LessonFilter = everyLesson;
  /** The levels that there are. */
  @property({ attribute: false }) levels: readonly number[] = [];

  protected override render() {
    return html`<div class="search">
        ${lineIcon('search')}
        <input
          type="search"
          placeholder=${msg('LED, Taster, Temperatur …')}
          aria-label=${msg('Lektionen suchen')}
          data-test="lesson-search"
          .value=${this.filter.words}
          @input=${(event: InputEvent) => this.tell({ words: (event.target as HTMLInputElement).value })}
        />
      </div>
      <div class="filters" role="group" aria-label=${msg('Nach Stufe')}>
        ${this.level(null, msg('Alle'))} ${this.levels.map((level) => this.level(level, msg(str`Stufe ${level}`)))}
      </div>`;
  }

  private level(level: number | null, words: string) {
    return html`<button
      class="button"
      type="button"
      aria-pressed=${this.filter.level === level}
      data-test="lesson-level-${level ?? 'all'}"
      @click=${() => this.tell({ level })}
    >
      ${words}
    </button>`;
  }

  private tell(change: Partial<LessonFilter>): void {
    this.dispatchEvent(new CustomEvent('filter', { detail: { ...this.filter, ...change } }));
  }

  static override styles = [
    controlStyles,
    formStyles,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        gap: var(--sb-space-3);
      }

      .search {
        flex: 1 1 16rem;
      }

    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-start-filter': StartFilter;
  }
}
