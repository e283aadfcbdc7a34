import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { LessonSummary } from '../../server/api/contract/endpoints.ts';
import type { ClassView } from '../../server/live/contract/live.ts';
import { dateLocale } from '../locales/locale.ts';
import { controlStyles } from '../ui/control-styles.ts';
import { lineIcon } from '../ui/line-icons.ts';

/** The classes that run now, each a way in. Fires `class-open`. */
@customElement('sb-running-classes')
@localized()
export class RunningClasses extends LitElement {
  @property({ attribute: false }) classes: readonly ClassView[] = [];
  @property({ attribute: false }) lessons: readonly LessonSummary[] = [];

  protected override render() {
    return html`<ul>
      ${this.classes.map((one) => html`<li>${this.renderClass(one)}</li>`)}
    </ul>`;
  }

  private renderClass(one: ClassView) {
    const lesson = this.lessons.find((candidate) => candidate.id === one.lessonId)?.title ?? '';
    return html`<button
      class="panel"
      type="button"
      data-test="running-class"
      data-class=${one.id}
      @click=${() => this.open(one.id)}
    >
      <span class="name">${one.name}</span>
      <span class="code">${one.code}</span>
      <span class="quiet-text">${lesson} · ${this.since(one.startedAt)}</span>
      <span class="go">${msg('Öffnen')} ${lineIcon('arrow-left')}</span>
    </button>`;
  }

  private since(startedAt: number): string {
    const start = new Date(startedAt);
    const time = start.toLocaleTimeString(dateLocale(), { hour: '2-digit', minute: '2-digit' });
    if (start.toDateString() === new Date().toDateString()) return msg(str`seit ${time}`);
    const day = start.toLocaleDateString(dateLocale(), { weekday: 'short', day: 'numeric', month: 'long' });
    return msg(str`seit ${day}, ${time}`);
  }

  private open(id: string): void {
    this.dispatchEvent(new CustomEvent('class-open', { detail: id, bubbles: true, composed: true }));
  }

  static override styles = [
    controlStyles,
    css`
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(20rem, 1fr));
        gap: var(--sb-space-3);
        margin: 0;
        padding: 0;
        list-style: none;
      }

      button.panel {
        display: grid;
        grid-template-columns: 1fr auto;
        gap: var(--sb-space-1) var(--sb-space-4);
        align-items: center;
        width: 100%;
        padding: var(--sb-space-4) var(--sb-space-4) var(--sb-space-4) var(--sb-space-6);
        border-left: 6px solid var(--sb-board);
        color: inherit;
        font: inherit;
        text-align: left;
        cursor: pointer;
      }

      button.panel:hover {
        border-color: var(--sb-board);
        background: var(--sb-good-soft);
      }

      .name {
        font-size: var(--sb-text-l);
        font-weight: 700;
        overflow-wrap: anywhere;
      }

      .code {
        font: 700 var(--sb-text-l) var(--sb-font-code);
      }

      .go {
        display: inline-flex;
        align-items: center;
        justify-self: end;
        gap: 0.3em;
        color: var(--sb-action);
        font-weight: 600;
      }

      .go svg {
        transform: scaleX(-1);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-running-classes': RunningClasses;
  }
}
