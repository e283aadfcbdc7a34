import { localized } from '@lit/localize';
import { css, html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { call } from '../../client/api.ts';
import { type Language, language } from '../../locales/locale.ts';

/** Lessons by their titles; by their ids until those are known. */
@customElement('sb-loan-lessons')
@localized()
export class LoanLessons extends LitElement {
  @property({ attribute: false }) ids: readonly string[] = [];

  @state() private titles: ReadonlyMap<string, string> = new Map();
  private titlesIn: Language | null = null;

  protected override updated(): void {
    if (this.titlesIn !== language()) void this.load();
  }

  protected override render() {
    return html`<ul>
      ${this.ids.map((id) => html`<li>${this.titles.get(id) ?? id}</li>`)}
    </ul>`;
  }

  private async load(): Promise<void> {
    const asked = language();
    this.titlesIn = asked;
    try {
      const { lessons } = await call('lessons', { language: asked }, {});
      if (asked === language()) this.titles = new Map(lessons.map(({ id, title }) => [id, title]));
    } catch {
      // Their ids say nearly the same.
    }
  }

  static override styles = css`
    ul {
      margin: 0;
      padding: 0;
      list-style: none;
    }
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-loan-lessons': LoanLessons;
  }
}
