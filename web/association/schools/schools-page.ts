import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import './add-school.ts';
import './map/school-map.ts';
import './open-data-dialog.ts';
import './school-detail.ts';
import '../../ui/problem-note.ts';
import type { PersonView } from '../../../server/api/contract/endpoints.ts';
import type { SchoolProfile } from '../../../server/api/contract/lending/schools.ts';
import { call } from '../../client/api.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lendingIcon } from '../../ui/lending-icons.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { listStyles } from '../list-styles.ts';
import { Polling } from '../polling.ts';
import { laender, schoolState, schoolStateName, schoolTypeName, schoolTypes } from './school-words.ts';
import { schoolsStyles } from './schools-styles.ts';

/** Schools that are asked for at once. */
const pageSize = 500;
/** After the last key the search waits so long, in ms. */
const pause = 200;

/** The association's schools: a list to search, the same on a map, and what is known of the one that is chosen. */
@customElement('sb-schools-page')
@localized()
export class SchoolsPage extends LitElement {
  @property({ attribute: false }) person: PersonView | null = null;
  /** What stands behind the page's name in the address: the id of one; empty: the list. */
  @property() item = '';

  @state() private open: 'add' | 'open-data' | null = null;
  @state() private words = '';
  @state() private land = '';
  @state() private type = '';
  @query('.chosen-row') private chosenRow!: HTMLElement | null;
  private readonly found = new Polling(this, () => allSchools(this.search), 15_000);
  #typing: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#typing);
  }

  protected override updated(changed: Map<string, unknown>): void {
    if (changed.has('item')) this.chosenRow?.scrollIntoView({ block: 'nearest' });
  }

  protected override render() {
    const schools = this.found.answer;
    return html`<div class="head">
        <h1>${msg('Schulen')}</h1>
        ${this.mayChange ? this.renderActions() : nothing}
      </div>
      <sb-problem-note .problem=${this.found.problem}></sb-problem-note>
      ${schools ? this.renderSchools(schools) : this.found.problem ? nothing : html`<p role="status">${msg('Schulen werden geladen …')}</p>`}
      ${
        this.mayChange
          ? html`<sb-add-school
                .open=${this.open === 'add'}
                @added=${this.onAdded}
                @close=${this.onClose}
                @import-open-data=${() => {
                  this.open = 'open-data';
                }}
              ></sb-add-school>
              <sb-open-data-dialog .open=${this.open === 'open-data'} @close=${this.onClose}></sb-open-data-dialog>`
          : nothing
      }`;
  }

  private renderActions() {
    return html`<div class="choices">
      <button
        class="button"
        type="button"
        data-test="open-data"
        @click=${() => {
          this.open = 'open-data';
        }}
      >
        ${lendingIcon('upload')}${msg('Schuldaten einlesen')}
      </button>
      <button
        class="button primary"
        type="button"
        data-test="add-school"
        @click=${() => {
          this.open = 'add';
        }}
      >
        ${lineIcon('plus')}${msg('Schule hinzufügen')}
      </button>
    </div>`;
  }

  private renderSchools(schools: readonly SchoolProfile[]) {
    if (schools.length === 0 && this.search === '' && !this.item) {
      return html`<div class="panel empty">
        <p><strong>${msg('Noch keine Schule.')}</strong></p>
        <p>${msg('Fügen Sie die erste hinzu; danach können Sie ihre Lehrkräfte einladen.')}</p>
      </div>`;
    }
    return html`<div class="split ${this.item ? 'has-chosen' : ''}">
      <section class="left" aria-label=${msg('Liste der Schulen')}>
        ${this.renderTools()}
        ${
          schools.length === 0
            ? html`<p class="panel empty" role="status">${msg('Keine Schule passt dazu.')}</p>`
            : html`<p class="hint" role="status">
                  ${schools.length === 1 ? msg('1 Schule') : msg(str`${schools.length} Schulen`)}
                </p>
                <ul class="list panel">
                  ${schools.map((school) => this.renderRow(school))}
                </ul>`
        }
      </section>
      <section class="right">
        ${
          this.item
            ? html`<a class="button quiet back" href="#schools">${lineIcon('arrow-left')}${msg('Alle Schulen')}</a>`
            : nothing
        }
        <sb-school-map
          .schools=${schools}
          .chosen=${this.item}
          @choose=${(event: CustomEvent<string>) => choose(event.detail)}
        ></sb-school-map>
        ${
          this.item
            ? html`<sb-school-detail
                .schoolId=${this.item}
                .person=${this.person}
                @changed=${() => this.found.now()}
              ></sb-school-detail>`
            : nothing
        }
      </section>
    </div>`;
  }

  private renderTools() {
    return html`<div class="tools">
      <div class="search">
        ${lineIcon('search')}
        <input
          type="search"
          placeholder=${msg('Name, Ort, PLZ …')}
          aria-label=${msg('Schulen suchen')}
          data-test="school-search"
          @input=${(event: InputEvent) => this.#later((event.target as HTMLInputElement).value)}
        />
      </div>
      <select
        aria-label=${msg('Art der Schule')}
        @change=${(event: Event) => {
          this.type = (event.target as HTMLSelectElement).value;
          void this.found.now();
        }}
      >
        <option value="">${msg('Alle Arten')}</option>
        ${schoolTypes().map(({ type, name }) => html`<option value=${type}>${name}</option>`)}
      </select>
      <select
        aria-label=${msg('Bundesland')}
        @change=${(event: Event) => {
          this.land = (event.target as HTMLSelectElement).value;
          void this.found.now();
        }}
      >
        <option value="">${msg('Alle Länder')}</option>
        ${laender.map(({ land, name }) => html`<option value=${land}>${name}</option>`)}
      </select>
    </div>`;
  }

  private renderRow(school: SchoolProfile) {
    const chosen = school.id === this.item;
    const state = schoolState(school);
    const kind = schoolTypeName(school.type);
    return html`<li>
      <a
        class=${chosen ? 'chosen-row' : ''}
        href="#schools/${school.id}"
        aria-current=${chosen ? 'true' : nothing}
        data-test="school-row"
        data-school=${school.id}
      >
        <strong>${school.name}</strong>
        <span class="quiet-text">${[school.city, kind].filter((word) => word !== '').join(' · ') || '–'}</span>
        ${state === 'none' ? nothing : html`<span class="state ${state}">${schoolStateName(state)}</span>`}
      </a>
    </li>`;
  }

  private get mayChange(): boolean {
    return this.person?.duty !== 'read-only';
  }

  private get search(): string {
    return [this.words.trim(), this.land && `land:${this.land}`, this.type && `type:${this.type}`]
      .filter((word) => word !== '')
      .join(' ');
  }

  #later(words: string): void {
    this.words = words;
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => void this.found.now(), pause);
  }

  private onClose(): void {
    this.open = null;
  }

  private async onAdded(event: CustomEvent<string>): Promise<void> {
    this.open = null;
    await this.found.now();
    choose(event.detail);
  }

  static override styles = [controlStyles, listStyles, schoolsStyles];
}

function choose(id: string): void {
  location.hash = `schools/${encodeURIComponent(id)}`;
}

/** All schools that fit, since the map shows all of them. */
async function allSchools(text: string): Promise<readonly SchoolProfile[]> {
  const schools: SchoolProfile[] = [];
  for (;;) {
    const page = await call('schoolProfiles', {}, { text, offset: schools.length, limit: pageSize });
    schools.push(...page.schools);
    if (page.schools.length === 0 || schools.length >= page.total) return schools;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-schools-page': SchoolsPage;
  }
}
