import { localized, msg } from '@lit/localize';
import { html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../ui/dialog-frame.ts';
import '../ui/problem-note.ts';
import type { Problem } from '../../device/contract/problem.ts';
import type { PersonView, SchoolView } from '../../server/api/contract/endpoints.ts';
import { call } from '../client/api.ts';
import { controlStyles } from '../ui/control-styles.ts';
import { lineIcon } from '../ui/line-icons.ts';
import { problemOf } from '../ui/problem-text.ts';
import { listStyles } from './list-styles.ts';
import { Polling } from './polling.ts';

/** Every school, and a dialog that adds one. */
@customElement('sb-schools-page')
@localized()
export class SchoolsPage extends LitElement {
  @property({ attribute: false }) person: PersonView | null = null;
  /** See `sb-loans-page`. */
  @property() item = '';
  @state() private adding = false;
  @state() private busy = false;
  @state() private problem: Problem | null = null;
  private readonly schools = new Polling(this, async () => (await call('schools', {}, {})).schools);

  protected override render() {
    const schools = this.schools.answer;
    return html`<div class="head">
        <h1>${msg('Schulen')}</h1>
        <button class="button primary" type="button" data-test="add-school" @click=${this.ask}>
          ${lineIcon('plus')}${msg('Schule hinzufügen')}
        </button>
      </div>
      <sb-problem-note .problem=${this.schools.problem}></sb-problem-note>
      ${schools ? this.renderList(schools) : html`<p role="status">${msg('Schulen werden geladen …')}</p>`}
      <sb-dialog-frame
        .open=${this.adding}
        .heading=${msg('Schule hinzufügen')}
        @close=${() => {
          this.adding = false;
        }}
      >
        ${this.adding ? this.renderForm() : ''}
      </sb-dialog-frame>`;
  }

  private renderList(schools: readonly SchoolView[]) {
    if (schools.length === 0)
      return html`<div class="panel empty">
        <p><strong>${msg('Noch keine Schule.')}</strong></p>
        <p>${msg('Fügen Sie die erste hinzu; danach können Sie ihre Lehrkräfte einladen.')}</p>
      </div>`;
    return html`<div class="wrap panel">
      <table>
        <thead>
          <tr>
            <th scope="col">${msg('Schule')}</th>
            <th scope="col">${msg('Ort')}</th>
          </tr>
        </thead>
        <tbody>
          ${schools.map(
            (school) => html`<tr data-test="school-row" data-school=${school.id}>
              <th scope="row">${school.name}</th>
              <td data-head=${msg('Ort')}>${school.city || '–'}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  private renderForm() {
    return html`<form @submit=${this.onSubmit}>
      <div class="field">
        <label for="name">${msg('Name der Schule')}</label>
        <input id="name" required maxlength="120" autocomplete="off" data-test="add-school-name" />
      </div>
      <div class="field">
        <label for="city">${msg('Ort')}</label>
        <input id="city" maxlength="80" autocomplete="off" data-test="add-school-city" />
      </div>
      <sb-problem-note .problem=${this.problem}></sb-problem-note>
      <div class="choices">
        <button class="button primary" data-test="add-school-go" ?disabled=${this.busy}>${msg('Hinzufügen')}</button>
      </div>
    </form>`;
  }

  private ask(): void {
    this.problem = null;
    this.adding = true;
  }

  private async onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this.busy) return;
    const form = event.currentTarget as HTMLFormElement;
    const name = form.querySelector<HTMLInputElement>('#name')!.value.trim();
    const city = form.querySelector<HTMLInputElement>('#city')!.value.trim();
    this.busy = true;
    this.problem = null;
    try {
      await call('addSchool', {}, { name, city });
      this.adding = false;
      await this.schools.now();
    } catch (error) {
      this.problem = problemOf(error);
    } finally {
      this.busy = false;
    }
  }

  static override styles = [controlStyles, listStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-schools-page': SchoolsPage;
  }
}
