import { localized } from '@lit/localize';
import { html, LitElement } from 'lit';
import { customElement } from 'lit/decorators.js';
import { controlStyles } from '../ui/control-styles.ts';

/** A sponsor’s page with thanks, `/sponsors/TOKEN`. */
@customElement('sb-sponsor-app')
@localized()
export class SponsorApp extends LitElement {
  protected override render() {
    return html`<main></main>`;
  }

  static override styles = [controlStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-sponsor-app': SponsorApp;
  }
}
