import { localized, msg } from '@lit/localize';
import { html, LitElement } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { partGuides } from '../../lessons/parts/index.ts';
import { language } from '../locales/locale.ts';
import { lineIcon } from '../ui/line-icons.ts';
import '../ui/language-switch.ts';
import '../ui/logo.ts';
import './part-card.ts';
import './part-page.ts';

/**
 * The parts of the kit: a gallery, and one page for each (`?part=TYPE`) with its wiring, its blocks and a virtual Pi
 * to try it on. Without a shadow root, because Blockly needs the document.
 */
@customElement('sb-parts-app')
@localized()
export class SbPartsApp extends LitElement {
  @state() private type = typeInAddress();

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('popstate', this.onAddress);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('popstate', this.onAddress);
  }

  protected override createRenderRoot() {
    return this;
  }

  override render() {
    const guide = partGuides.get(this.type ?? '');
    document.title = `${guide ? guide.title[language()] : msg('Bauteile')} · Steckbrett`;
    return html`<header class="top">
        <a class="brand" href="/" title=${msg('Zur Startseite')}><sb-logo></sb-logo></a>
        ${
          guide
            ? html`<a class="back" href="/parts" @click=${this.open}>${lineIcon('arrow-left')}${msg('Alle Bauteile')}</a>`
            : ''
        }
        <sb-language-switch></sb-language-switch>
      </header>
      ${
        guide
          ? keyed(guide.type, html`<sb-part-page .guide=${guide} .speaks=${language()}></sb-part-page>`)
          : this.gallery()
      }`;
  }

  private gallery() {
    return html`<main class="gallery">
      <h1 tabindex="-1">${msg('Bauteile')}</h1>
      <p class="lead-in">${msg('Such dir ein Teil aus: So steckst du es, so programmierst du es – und du kannst es gleich hier ausprobieren.')}</p>
      <ul @click=${this.open}>
        ${[...partGuides.values()].map(
          (guide) => html`<li><sb-part-card .guide=${guide} .speaks=${language()}></sb-part-card></li>`,
        )}
      </ul>
    </main>`;
  }

  /** Follows a link within the page without a reload; with a modifier key the browser does what it always does. */
  private open(event: MouseEvent): void {
    const link = event.composedPath().find((one) => one instanceof HTMLAnchorElement);
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    history.pushState(null, '', link.href);
    this.type = typeInAddress();
    scrollTo(0, 0);
    void this.enter();
  }

  /** Who listens hears the new page's name, and Tab goes on from there. */
  private async enter(): Promise<void> {
    await this.updateComplete;
    await this.querySelector('sb-part-page')?.updateComplete;
    this.querySelector('h1')?.focus();
  }

  private readonly onAddress = () => {
    this.type = typeInAddress();
  };
}

function typeInAddress(): string | null {
  return new URLSearchParams(location.search).get('part');
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-parts-app': SbPartsApp;
  }
}
