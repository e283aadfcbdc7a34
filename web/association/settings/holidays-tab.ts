import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import '../../ui/problem-note.ts';
import type { PersonView } from '../../../server/api/contract/endpoints.ts';
import { type Land, landSchema } from '../../../server/api/contract/lending/schools.ts';
import { call } from '../../client/api.ts';
import { upload } from '../../client/files.ts';
import { dateLocale } from '../../locales/locale.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lendingIcon } from '../../ui/lending-icons.ts';
import { Sending } from '../../ui/sending.ts';
import { listStyles } from '../list-styles.ts';
import { settingsStyles } from './settings-styles.ts';

type Calendars = Awaited<ReturnType<typeof holidays>>;
const holidays = async () => (await call('schoolHolidays', {}, {})).calendars;

/** School holidays, imported as iCal; public holidays are known without. */
@customElement('sb-holidays-tab')
@localized()
export class HolidaysTab extends LitElement {
  @property({ attribute: false }) person: PersonView | null = null;
  @state() private calendars: Calendars | null = null;
  private readonly sending = new Sending(this);
  @state() private imported: number | null = null;
  @query('form') private form!: HTMLFormElement;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  protected override render() {
    const mayChange = this.person?.duty === 'admin' || this.person?.duty === 'logistics';
    return html`<section class="panel">
      <h2>${msg('Schulferien')}</h2>
      <p class="hint">${msg('Gesetzliche Feiertage jedes Landes sind schon bekannt. Ferien lesen Sie aus einer iCal-Datei (.ics) ein.')}</p>
      <sb-problem-note .problem=${this.sending.problem}></sb-problem-note>
      ${this.calendars ? this.renderList(this.calendars, mayChange) : this.sending.problem ? nothing : html`<p role="status">${msg('Ferien werden geladen …')}</p>`}
      ${mayChange ? this.renderForm() : nothing}
    </section>`;
  }

  private renderList(calendars: Calendars, mayChange: boolean) {
    if (calendars.length === 0) {
      return html`<p class="empty quiet-text" data-test="no-holidays">${msg('Es sind noch keine Ferien eingelesen.')}</p>`;
    }
    return html`<ul>
      ${calendars.map(
        ({ id, name, land, days }) => html`<li data-test="holiday-calendar">
          <details>
            <summary>${name}${land ? ` (${land})` : ''} · ${msg(str`${days.length} Zeiten`)}</summary>
            <ul>
              ${days.map((one) => html`<li>${one.name}: ${dayText(one.startsOn)} – ${dayText(one.endsOn)}</li>`)}
            </ul>
          </details>
          ${
            mayChange
              ? html`<button
                class="button"
                type="button"
                aria-label=${msg(str`${name} entfernen`)}
                ?disabled=${this.sending.busy}
                @click=${() => this.change(() => call('removeSchoolHolidays', { calendarId: id }, {}))}
              >
                ${lendingIcon('trash-2')}${msg('Entfernen')}
              </button>`
              : nothing
          }
        </li>`,
      )}
    </ul>`;
  }

  private renderForm() {
    return html`<form @submit=${this.onSubmit}>
      <div class="fields">
        <div class="field">
          <label for="name">${msg('Name')}</label>
          <input id="name" name="name" required maxlength="120" autocomplete="off" data-test="holidays-name" />
        </div>
        <div class="field">
          <label for="land">${msg('Land')}</label>
          <select id="land" name="land">
            <option value="">${msg('alle')}</option>
            ${landSchema.options.map((land) => html`<option>${land}</option>`)}
          </select>
        </div>
        <div class="field">
          <label for="file">${msg('iCal-Datei')}</label>
          <input id="file" name="file" type="file" accept=".ics,text/calendar" required data-test="holidays-file" />
        </div>
      </div>
      <div class="row">
        <button class="button primary" data-test="holidays-go" ?disabled=${this.sending.busy}>
          ${lendingIcon('upload')}${msg('Einlesen')}
        </button>
        <span role="status">${this.imported === null ? '' : msg(str`${this.imported} Zeiten eingelesen`)}</span>
      </div>
    </form>`;
  }

  private async onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const fields = new FormData(this.form);
    const file = fields.get('file');
    if (!(file instanceof File)) return;
    const land = String(fields.get('land') ?? '');
    const query = { name: String(fields.get('name') ?? ''), land: land === '' ? null : (land as Land) };
    await this.change(async () => {
      this.imported = (await upload('importSchoolHolidays', {}, query, file)).days;
      this.form.reset();
    });
  }

  private async change(work: () => Promise<unknown>): Promise<void> {
    if (this.sending.busy) return;
    this.imported = null;
    await this.sending.do(async () => {
      await work();
      this.calendars = await holidays();
    });
  }

  private async load(): Promise<void> {
    await this.sending.do(async () => {
      this.calendars = await holidays();
    });
  }

  static override styles = [
    controlStyles,
    listStyles,
    settingsStyles,
    css`
      ul {
        display: grid;
        gap: var(--sb-space-2);
        margin: 0;
        padding: 0;
        list-style: none;
      }

      ul > li:has(button) {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        gap: var(--sb-space-3);
      }
    `,
  ];
}

function dayText(day: string): string {
  return new Date(`${day}T12:00:00`).toLocaleDateString(dateLocale());
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-holidays-tab': HolidaysTab;
  }
}
