import { localized, msg } from '@lit/localize';
import { css, html, LitElement } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import '../ui/problem-note.ts';
import type { Problem } from '../../device/contract/problem.ts';
import type { SchoolView } from '../../server/api/contract/endpoints.ts';
import { call } from '../client/api.ts';
import { controlStyles } from '../ui/control-styles.ts';
import { problemOf } from '../ui/problem-text.ts';

/** Chooses a school, or none where `empty` has words for it. Read it by `value`. */
@customElement('sb-school-select')
@localized()
export class SchoolSelect extends LitElement {
  @property() empty = '';

  @state() private schools: readonly SchoolView[] = [];
  @state() private problem: Problem | null = null;
  @query('select') private picker!: HTMLSelectElement;

  /** The school's id, or null for none. */
  get value(): string | null {
    return this.picker.value || null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  protected override render() {
    return html`<div class="field">
      <label for="school">${msg('Schule')}</label>
      <select id="school" data-test="school-select">
        ${this.empty ? html`<option value="">${this.empty}</option>` : ''}
        ${this.schools.map((school) => html`<option value=${school.id}>${nameAndCity(school)}</option>`)}
      </select>
      <sb-problem-note .problem=${this.problem}></sb-problem-note>
    </div>`;
  }

  private async load(): Promise<void> {
    try {
      this.schools = (await call('schools', {}, {})).schools;
    } catch (error) {
      this.problem = problemOf(error);
    }
  }

  static override styles = [
    controlStyles,
    css`
      :host {
        display: block;
      }
    `,
  ];
}

function nameAndCity(school: SchoolView): string {
  return school.city ? `${school.name}, ${school.city}` : school.name;
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-school-select': SchoolSelect;
  }
}
