import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { controlStyles } from '../ui/control-styles.ts';
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
      <div class="levels" role="group" aria-label=${msg('Nach Stufe')}>
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
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        gap: var(--sb-space-3);
      }

      .search {
        position: relative;
        flex: 1 1 16rem;
      }

      .search svg.lucide {
        position: absolute;
        top: 50%;
        left: var(--sb-space-3);
        color: var(--sb-ink-quiet);
        translate: 0 -50%;
      }

      .search input {
        padding-left: 2.5rem;
      }

      .levels {
        display: flex;
        flex-wrap: wrap;
        gap: var(--sb-space-2);
      }

      .levels .button {
        padding-inline: var(--sb-space-3);
        border-color: var(--sb-line);
        font-weight: 500;
      }

      .levels [aria-pressed='true'] {
        border-color: var(--sb-board);
        background: var(--sb-good-soft);
        font-weight: 650;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-start-filter': StartFilter;
  }
}
