import { localized, msg } from '@lit/localize';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import '../ui/account/account-bar.ts';
import type { PersonView } from '../../server/api/contract/endpoints.ts';
import { Session } from '../ui/account/session.ts';
import { sessionGate, wrongRole } from '../ui/account/session-gate.ts';
import { controlStyles } from '../ui/control-styles.ts';
import { lendingIcon } from '../ui/lending-icons.ts';
import { lineIcon } from '../ui/line-icons.ts';
import { associationStyles } from './association-styles.ts';

/** One part of the page: how it is called, what stands before it, and how it is drawn, loaded when it is opened. */
interface Part {
  readonly name: () => string;
  readonly icon: () => unknown;
  readonly load: () => Promise<unknown>;
  readonly render: (person: PersonView, item: string) => TemplateResult;
}

const parts = {
  dashboard: {
    name: () => msg('Überblick'),
    icon: () => lendingIcon('layout-dashboard'),
    load: () => import('./dashboard/dashboard-page.ts'),
    render: (person, item) => html`<sb-dashboard-page .person=${person} .item=${item}></sb-dashboard-page>`,
  },
  loans: {
    name: () => msg('Leihen'),
    icon: () => lendingIcon('handshake'),
    load: () => import('./loans/loans-page.ts'),
    render: (person, item) => html`<sb-loans-page .person=${person} .item=${item}></sb-loans-page>`,
  },
  calendar: {
    name: () => msg('Kalender'),
    icon: () => lendingIcon('calendar-days'),
    load: () => import('./calendar/calendar-page.ts'),
    render: (person, item) => html`<sb-calendar-page .person=${person} .item=${item}></sb-calendar-page>`,
  },
  assets: {
    name: () => msg('Kits und Geräte'),
    icon: () => lendingIcon('boxes'),
    load: () => import('./assets/assets-page.ts'),
    render: (person, item) => html`<sb-assets-page .person=${person} .item=${item}></sb-assets-page>`,
  },
  labels: {
    name: () => msg('Etiketten'),
    icon: () => lendingIcon('qr-code'),
    load: () => import('./labels/labels-page.ts'),
    render: (person, item) => html`<sb-labels-page .person=${person} .item=${item}></sb-labels-page>`,
  },
  stocktake: {
    name: () => msg('Inventur'),
    icon: () => lendingIcon('clipboard-check'),
    load: () => import('./stocktake/stocktake-page.ts'),
    render: (person, item) => html`<sb-stocktake-page .person=${person} .item=${item}></sb-stocktake-page>`,
  },
  schools: {
    name: () => msg('Schulen'),
    icon: () => lineIcon('school'),
    load: () => import('./schools/schools-page.ts'),
    render: (person, item) => html`<sb-schools-page .person=${person} .item=${item}></sb-schools-page>`,
  },
  fleet: {
    name: () => msg('Flotte'),
    icon: () => lineIcon('cpu'),
    load: () => import('./fleet-page.ts'),
    render: () => html`<sb-fleet-page></sb-fleet-page>`,
  },
  reports: {
    name: () => msg('Wirkung'),
    icon: () => lendingIcon('chart-column'),
    load: () => import('./reports/reports-page.ts'),
    render: (person, item) => html`<sb-reports-page .person=${person} .item=${item}></sb-reports-page>`,
  },
  people: {
    name: () => msg('Personen'),
    icon: () => lineIcon('users'),
    load: () => import('./people-page.ts'),
    render: (person, item) => html`<sb-people-page .person=${person} .item=${item}></sb-people-page>`,
  },
  settings: {
    name: () => msg('Einstellungen'),
    icon: () => lendingIcon('settings'),
    load: () => import('./settings/settings-page.ts'),
    render: (person, item) => html`<sb-settings-page .person=${person} .item=${item}></sb-settings-page>`,
  },
} as const satisfies Record<string, Part>;
type PartName = keyof typeof parts;

/** The association's page: navigation at the side, one part at a time by the address: `#loans`, or `#loans/ID` for one of them. */
@customElement('sb-association-app')
@localized()
export class AssociationApp extends LitElement {
  @state() private at = placeInAddress();
  @state() private loaded: PartName | null = null;
  @state() private unloadable = false;
  private readonly session = new Session(this);

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('hashchange', this.#onAddress);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.#onAddress);
  }

  protected override render() {
    document.title = msg('Steckbrett für den Verein');
    return sessionGate(this.session, (person) =>
      person.role === 'staff' ? this.renderPages(person) : wrongRole(),
    );
  }

  private renderPages(person: PersonView) {
    return html`<sb-account-bar .person=${person} home="/association" @sign-out=${() => this.session.end()}>
        <p slot="title" class="quiet-text">${msg('Verein')}</p>
      </sb-account-bar>
      <div class="columns">
        <nav aria-label=${msg('Bereiche')}>
          <ul>
            ${partNames.map(
              (name) => html`<li>
                <a href="#${name}" data-test="nav-${name}" aria-current=${name === this.at.part ? 'page' : nothing}>
                  ${parts[name].icon()}${parts[name].name()}
                </a>
              </li>`,
            )}
          </ul>
        </nav>
        <main>${this.renderPart(person)}</main>
      </div>`;
  }

  private renderPart(person: PersonView) {
    const { part, item } = this.at;
    if (this.loaded === part) return keyed(part, parts[part].render(person, item));
    if (this.unloadable) {
      return html`<div class="panel notice" role="alert">
        <p>${msg('Dieser Teil der Seite konnte nicht geladen werden. Prüfen Sie das Netz.')}</p>
        <button class="button" type="button" @click=${() => this.load()}>${msg('Noch einmal')}</button>
      </div>`;
    }
    void this.load();
    return html`<p role="status">${msg('Wird geladen …')}</p>`;
  }

  protected override updated(): void {
    // On narrow screens the parts are one line that scrolls.
    this.renderRoot
      .querySelector('nav [aria-current]')
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  private async load(): Promise<void> {
    const { part } = this.at;
    this.unloadable = false;
    try {
      await parts[part].load();
      if (this.at.part === part) this.loaded = part;
    } catch {
      if (this.at.part === part) this.unloadable = true;
    }
  }

  readonly #onAddress = () => {
    this.at = placeInAddress();
    this.unloadable = false;
  };

  static override styles = [controlStyles, associationStyles];
}

const partNames = Object.keys(parts) as PartName[];

function placeInAddress(): { part: PartName; item: string } {
  const [name = '', ...rest] = location.hash.slice(1).split('/');
  return {
    part: partNames.find((one) => one === name) ?? 'dashboard',
    item: decodeURIComponent(rest.join('/')),
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-association-app': AssociationApp;
  }
}
