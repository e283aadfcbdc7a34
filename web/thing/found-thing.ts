import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { FoundThing } from '../../server/api/contract/lending/labels.ts';
import { controlStyles } from '../ui/control-styles.ts';
import { lendingIcon } from '../ui/lending-icons.ts';
import { lineIcon } from '../ui/line-icons.ts';

/** Whose a thing is, for who found it: large, to be called or written to with a tap. */
@customElement('sb-found-thing')
@localized()
export class FoundThingView extends LitElement {
  @property({ attribute: false }) thing: FoundThing | null = null;

  protected override render() {
    const { thing } = this;
    if (!thing) return nothing;
    const [owner = '', ...address] = thing.owner;
    return html`<p class="quiet-text what"><span class="code">${thing.code}</span> ${thing.name}</p>
      <h1>${owner ? msg(str`Gehört zu ${owner}`) : msg('Gehört einem Verein, der Technik an Schulen verleiht')}</h1>
      ${address.length > 0 ? html`<address>${address.map((line) => html`${line}<br />`)}</address>` : nothing}
      <p>${msg('Gefunden? Danke! Bitte melden Sie sich:')}</p>
      <div class="ways">
        ${
          thing.phone
            ? html`<a class="button primary" href="tel:${thing.phone.replace(/[^\d+]/g, '')}" data-test="call">${lendingIcon('phone')}${thing.phone}</a>`
            : nothing
        }
        ${
          thing.email
            ? html`<a class="button ${thing.phone ? '' : 'primary'}" href="mailto:${thing.email}?subject=${encodeURIComponent(`${thing.code} ${thing.name}`)}" data-test="mail">${lendingIcon('mail')}${thing.email}</a>`
            : nothing
        }
        ${!thing.phone && !thing.email ? html`<p class="quiet-text">${msg('Der Verein hat hier noch nicht gesagt, wie man ihn erreicht. Geben Sie das Ding bitte an der nächsten Schule ab.')}</p>` : nothing}
      </div>
      ${thing.kind === 'device' ? this.renderPupils(Number(thing.code.slice(1))) : nothing}`;
  }

  /** The same label is what pupils scan at their desk. */
  private renderPupils(number: number) {
    return html`<div class="pupils panel">
      <p><strong>${msg('Du bist in einer Stunde?')}</strong> ${msg(str`Das ist Pi ${number}.`)}</p>
      <a class="button" href="/?pi=${number}" data-test="to-class">${msg('Zur Klasse')}${lineIcon('chevron-right')}</a>
    </div>`;
  }

  static override styles = [
    controlStyles,
    css`
      :host {
        display: grid;
        gap: var(--sb-space-4);
      }

      h1 {
        font-size: var(--sb-text-xl);
        overflow-wrap: anywhere;
      }

      .code {
        padding: 0.1em 0.5em;
        border-radius: var(--sb-radius-s);
        background: var(--sb-surface-sunk);
        color: var(--sb-ink);
        font-family: var(--sb-font-code);
        font-weight: 700;
      }

      address {
        font-size: var(--sb-text-l);
        font-style: normal;
      }

      .ways {
        display: grid;
        gap: var(--sb-space-3);
      }

      .ways .button {
        min-height: 3.5rem;
        font-size: var(--sb-text-l);
        overflow-wrap: anywhere;
      }

      .pupils {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: var(--sb-space-3);
        padding: var(--sb-space-4);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-found-thing': FoundThingView;
  }
}
