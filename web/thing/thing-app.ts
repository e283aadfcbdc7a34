import { localized } from '@lit/localize';
import { html, LitElement } from 'lit';
import { customElement } from 'lit/decorators.js';
import { controlStyles } from '../ui/control-styles.ts';

/** What scanning a label opens, `/t/K12`: whose the thing is, and for adults what they can do with it now. */
@customElement('sb-thing-app')
@localized()
export class ThingApp extends LitElement {
  protected override render() {
    return html`<main></main>`;
  }

  static override styles = [controlStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-thing-app': ThingApp;
  }
}
