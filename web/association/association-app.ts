import { localized, msg } from '@lit/localize';
import { html, LitElement, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import './class-counts.ts';
import './fleet-page.ts';
import './people-page.ts';
import './schools-page.ts';
import '../ui/account/account-bar.ts';
import type { PersonView } from '../../server/api/contract/endpoints.ts';
import { Session } from '../ui/account/session.ts';
import { sessionGate, wrongRole } from '../ui/account/session-gate.ts';
import { controlStyles } from '../ui/control-styles.ts';
import { type LineIcon, lineIcon } from '../ui/line-icons.ts';
import { associationStyles } from './association-styles.ts';

const pages = ['fleet', 'schools', 'people', 'figures'] as const;
type Page = (typeof pages)[number];
const icons: Record<Page, LineIcon> = { fleet: 'cpu', schools: 'school', people: 'users', figures: 'flag' };

/** The association's page: navigation at the side, one list at a time (`#fleet`, `#schools`, `#people`, `#figures`). */
@customElement('sb-association-app')
@localized()
export class AssociationApp extends LitElement {
  @state() private page = pageInAddress();
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
            ${pages.map(
              (page) => html`<li>
                <a href="#${page}" data-test="nav-${page}" aria-current=${page === this.page ? 'page' : nothing}>
                  ${lineIcon(icons[page])}${this.nameOf(page)}
                </a>
              </li>`,
            )}
          </ul>
        </nav>
        <main>${this.renderPage()}</main>
      </div>`;
  }

  private renderPage() {
    switch (this.page) {
      case 'fleet':
        return html`<sb-fleet-page></sb-fleet-page>`;
      case 'schools':
        return html`<sb-schools-page></sb-schools-page>`;
      case 'people':
        return html`<sb-people-page></sb-people-page>`;
      case 'figures':
        return html`<sb-class-counts></sb-class-counts>`;
    }
  }

  private nameOf(page: Page): string {
    switch (page) {
      case 'fleet':
        return msg('Flotte');
      case 'schools':
        return msg('Schulen');
      case 'people':
        return msg('Personen');
      case 'figures':
        return msg('Zahlen');
    }
  }

  readonly #onAddress = () => {
    this.page = pageInAddress();
  };

  static override styles = [controlStyles, associationStyles];
}

function pageInAddress(): Page {
  return pages.find((page) => `#${page}` === location.hash) ?? 'fleet';
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-association-app': AssociationApp;
  }
}
