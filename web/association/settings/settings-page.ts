import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import * as z from 'zod/mini';
import './association-form.ts';
import './due-reminders.ts';
import './holidays-tab.ts';
import './papers-tab.ts';
import './reminder-form.ts';
import './retention-tab.ts';
import '../exchange/exchange.ts';
import '../../ui/problem-note.ts';
import type { PersonView } from '../../../server/api/contract/endpoints.ts';
import {
  type Settings,
  type SettingsView,
  settingsSchema,
} from '../../../server/api/contract/lending/papers.ts';
import { call } from '../../client/api.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { Sending } from '../../ui/sending.ts';
import { tabStyles } from '../../ui/tab-styles.ts';
import { listStyles } from '../list-styles.ts';
import { KeptDraft } from './kept-draft.ts';
import { settingsStyles } from './settings-styles.ts';

const tabs = ['association', 'reminders', 'papers', 'holidays', 'retention', 'exchange'] as const;
type Tab = (typeof tabs)[number];

const draft = new KeptDraft('settings', z.object({ settings: settingsSchema, version: z.int() }));

/** The association's page of settings, papers, holidays, import and export; tabs by the address: `#settings/papers`. */
@customElement('sb-settings-page')
@localized()
export class SettingsPage extends LitElement {
  @property({ attribute: false }) person: PersonView | null = null;
  /** Which tab; empty: the first. */
  @property() item = '';
  /** As the server has them. */
  @state() private saved: SettingsView | null = null;
  /** What was changed and not saved. */
  @state() private draft = draft.read();
  private readonly sending = new Sending(this);
  @state() private justSaved = false;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  private get tab(): Tab {
    return tabs.find((one) => one === this.item) ?? 'association';
  }

  private get locked(): boolean {
    return this.person?.duty !== 'admin';
  }

  protected override render() {
    return html`<div class="head"><h1>${msg('Einstellungen')}</h1></div>
      <div class="tabs" role="tablist" aria-label=${msg('Einstellungen')} @keydown=${this.onKey}>
        ${tabs.map(
          (tab) => html`<button
            type="button"
            role="tab"
            id="tab-${tab}"
            data-test="settings-tab-${tab}"
            aria-selected=${tab === this.tab ? 'true' : 'false'}
            aria-controls="panel"
            tabindex=${tab === this.tab ? 0 : -1}
            @click=${() => this.go(tab)}
          >
            ${tabName(tab)}
          </button>`,
        )}
      </div>
      <div id="panel" role="tabpanel" aria-labelledby="tab-${this.tab}">
        ${this.locked ? html`<p class="quiet-text">${msg('Ändern darf hier nur die Leitung.')}</p>` : nothing}
        ${this.renderTab()}
      </div>`;
  }

  private renderTab() {
    const { person } = this;
    if (this.tab === 'papers') return html`<sb-papers-tab .person=${person}></sb-papers-tab>`;
    if (this.tab === 'holidays') return html`<sb-holidays-tab .person=${person}></sb-holidays-tab>`;
    if (this.tab === 'retention') return html`<sb-retention-tab .person=${person}></sb-retention-tab>`;
    if (this.tab === 'exchange') return html`<sb-exchange .person=${person}></sb-exchange>`;
    return html`${
      this.tab === 'reminders'
        ? html`<sb-due-reminders ?locked=${person?.duty === 'read-only'}></sb-due-reminders>`
        : nothing
    }${this.renderForm()}`;
  }

  private renderForm() {
    if (!this.saved) {
      return this.sending.problem
        ? html`<sb-problem-note .problem=${this.sending.problem}></sb-problem-note>
            <div><button class="button" type="button" @click=${this.load}>${msg('Noch einmal')}</button></div>`
        : html`<p role="status">${msg('Einstellungen werden geladen …')}</p>`;
    }
    const settings = this.draft?.settings ?? this.saved;
    const change = (event: CustomEvent<Partial<Settings>>) => this.change(event.detail);
    return html`<form @submit=${this.save} novalidate>
      ${
        this.tab === 'reminders'
          ? html`<sb-reminder-form
            .settings=${settings}
            .places=${this.saved.places}
            ?locked=${this.locked}
            @change-settings=${change}
          ></sb-reminder-form>`
          : html`<sb-association-form
            .settings=${settings}
            ?locked=${this.locked}
            @change-settings=${change}
          ></sb-association-form>`
      }
      <sb-problem-note .problem=${this.sending.problem}></sb-problem-note>
      ${this.locked ? nothing : this.renderActions()}
    </form>`;
  }

  private renderActions() {
    const changed = this.draft !== null;
    return html`<div class="row save">
      <button class="button primary" data-test="settings-save" ?disabled=${this.sending.busy || !changed}>
        ${msg('Speichern')}
      </button>
      <button class="button" type="button" data-test="settings-drop" ?disabled=${this.sending.busy || !changed} @click=${this.drop}>
        ${lineIcon('rotate-ccw')}${msg('Verwerfen')}
      </button>
      <span role="status" data-test="settings-state">
        ${changed ? msg('Noch nicht gespeichert') : this.justSaved ? msg('Gespeichert') : ''}
      </span>
    </div>`;
  }

  private change(change: Partial<Settings>): void {
    if (!this.saved || this.locked) return;
    const { settings, version } = this.draft ?? { settings: plain(this.saved), version: this.saved.version };
    this.draft = { settings: { ...settings, ...change }, version };
    this.justSaved = false;
    this.sending.forget();
    draft.write(this.draft);
  }

  private async drop(): Promise<void> {
    this.draft = null;
    draft.write(null);
    await this.load();
  }

  private async save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const sent = this.draft;
    if (!sent) return;
    await this.sending.do(async () => {
      this.saved = await call('saveSettings', {}, { ...sent.settings, version: sent.version });
      // What was typed while it was on its way is still to be saved.
      this.draft = this.draft === sent ? null : this.draft && { ...this.draft, version: this.saved.version };
      this.justSaved = this.draft === null;
      draft.write(this.draft);
    });
  }

  private async load(): Promise<void> {
    await this.sending.do(async () => {
      this.saved = await call('settings', {}, {});
    });
  }

  private go(tab: Tab): void {
    location.hash = `settings/${tab}`;
  }

  private async onKey(event: KeyboardEvent): Promise<void> {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const next = tabs[(tabs.indexOf(this.tab) + step + tabs.length) % tabs.length] ?? 'association';
    this.item = next;
    this.go(next);
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  }

  static override styles = [
    controlStyles,
    listStyles,
    tabStyles,
    settingsStyles,
    css`
      [role='tabpanel'] {
        display: grid;
        gap: var(--sb-space-4);
        max-width: 76rem;
      }

      .save {
        position: sticky;
        bottom: var(--sb-bar-below, 0px);
        padding-block: var(--sb-space-3);
        background: var(--sb-paper);
      }
    `,
  ];
}

function plain({ association, bufferDays, lifetimeYears, reminders }: SettingsView): Settings {
  return { association, bufferDays, lifetimeYears, reminders };
}

function tabName(tab: Tab): string {
  return {
    association: msg('Verein und Leihe'),
    reminders: msg('Erinnerungen'),
    papers: msg('Papiere'),
    holidays: msg('Ferien'),
    retention: msg('Löschfristen'),
    exchange: msg('Import und Export'),
  }[tab];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-settings-page': SettingsPage;
  }
}
