import { localized, msg } from '@lit/localize';
import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { language } from '../locales/locale.ts';
import { controlStyles } from '../ui/control-styles.ts';
import { lineIcon } from '../ui/line-icons.ts';

/** What there is of a lesson to read and to print: notes for teachers, worksheet, cards. Each opens beside this page. */
@customElement('sb-lesson-papers')
@localized()
export class LessonPapers extends LitElement {
  @property() lessonId = '';

  protected override render() {
    return html`<p class="quiet-text">${msg('Ansehen und drucken:')}</p>
      <ul>
        ${this.paper('teacher', msg('Blatt für Lehrkräfte'))} ${this.paper('worksheet', msg('Arbeitsblatt'))}
        ${this.paper('cards', msg('Karten zum Ausschneiden'))}
      </ul>`;
  }

  private paper(sheet: 'teacher' | 'worksheet' | 'cards', name: string) {
    const query = new URLSearchParams({ lesson: this.lessonId, sheet, language: language() });
    return html`<li>
      <a href="/print?${query}" target="_blank" data-test="paper-${sheet}">${lineIcon('printer')}${name}</a>
    </li>`;
  }

  static override styles = [
    controlStyles,
    css`
      :host {
        display: block;
      }

      p {
        margin: 0;
      }

      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }

      a {
        display: inline-flex;
        align-items: center;
        gap: var(--sb-space-2);
        min-height: var(--sb-touch);
        color: var(--sb-action);
        font-weight: 600;
      }

      svg.lucide {
        width: 1.2em;
        height: 1.2em;
        flex: none;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-lesson-papers': LessonPapers;
  }
}
