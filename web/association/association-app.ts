import { localized, msg } from '@lit/localize';
import { html, LitElement } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import './association-nav.ts';
import '../ui/account/account-bar.ts';
import type { PersonView } from '../../server/api/contract/endpoints.ts';
import { Session } from '../ui/account/session.ts';
import { sessionGate, wrongRole } from '../ui/account/session-gate.ts';
import { controlStyles } from '../ui/control-styles.ts';
import { type PartName, partNames, parts } from './association-parts.ts';
import { associationStyles } from './association-styles.ts';

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
        <sb-association-nav .at=${this.at.part}></sb-association-nav>
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
