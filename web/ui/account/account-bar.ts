import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../logo.ts';
import '../language-switch.ts';
import type { PersonView } from '../../../server/api/contract/endpoints.ts';
import { controlStyles } from '../control-styles.ts';
import { lineIcon } from '../line-icons.ts';

/**
 * The bar on top of the adults' pages: the mark, the page's title (slot `title`), language, account, and at the
 * far end the page's own action (slot `action`), which therefore never moves. Fires `sign-out`.
 */
@customElement('sb-account-bar')
@localized()
export class AccountBar extends LitElement {
  @property({ attribute: false }) person: PersonView | null = null;
  /** Where the mark leads. */
  @property() home = '/teacher';
  @state() private ownAccount = false;

  protected override render() {
    return html`<header>
      <a class="brand" href=${this.home}><sb-logo></sb-logo></a>
      <div class="title"><slot name="title"></slot></div>
      <sb-language-switch></sb-language-switch>
      ${this.person ? this.renderPerson(this.person) : nothing}
      <slot name="action" @slotchange=${this.onAction}></slot>
      ${
        this.ownAccount
          ? html`<sb-my-account
              .person=${this.person}
              @close=${() => {
                this.ownAccount = false;
              }}
              @gone=${() => {
                this.ownAccount = false;
                this.dispatchEvent(new Event('sign-out'));
              }}
            ></sb-my-account>`
          : nothing
      }
    </header>`;
  }

  private renderPerson(person: PersonView) {
    const place = person.school?.name ?? (person.role === 'staff' ? msg('Verein') : '');
    return html`<details @focusout=${this.onFocusout} @keydown=${this.onKeydown}>
      <summary class="button quiet" aria-label=${`${msg('Konto')}: ${person.name}`}>
        ${lineIcon('user')}<span class="name">${person.name}</span>
      </summary>
      <div class="menu panel">
        <p><strong>${person.name}</strong><br /><span class="quiet-text">${person.email}</span></p>
        ${place ? html`<p class="hint">${place}</p>` : nothing}
        ${
          person.role === 'staff'
            ? html`<a class="button" href="/association">${msg('Vereinsseite')}</a>
                <a class="button" href="/teacher">${msg('Lehrkraftseite')}</a>`
            : nothing
        }
        <a class="button" href="/parts">${msg('Bauteile')}</a>
        <a class="button" href="/privacy" data-test="privacy">${msg('Datenschutz')}</a>
        <button class="button" type="button" data-test="my-account" @click=${this.onAccount}>
          ${lineIcon('user')}${msg('Mein Konto')}
        </button>
        <button class="button" type="button" data-test="sign-out" @click=${() => this.dispatchEvent(new Event('sign-out'))}>
          ${lineIcon('log-out')}${msg('Abmelden')}
        </button>
      </div>
    </details>`;
  }

  private async onAccount(): Promise<void> {
    await import('./my-account.ts');
    this.ownAccount = true;
  }

  private onAction({ target }: Event): void {
    this.toggleAttribute('acting', (target as HTMLSlotElement).assignedElements().length > 0);
  }

  private onFocusout(event: FocusEvent): void {
    const menu = event.currentTarget as HTMLDetailsElement;
    if (!menu.contains(event.relatedTarget as Node | null)) menu.open = false;
  }

  private onKeydown(event: KeyboardEvent): void {
    const menu = event.currentTarget as HTMLDetailsElement;
    if (event.key !== 'Escape' || !menu.open) return;
    event.stopPropagation();
    menu.open = false;
    menu.querySelector('summary')?.focus();
  }

  static override styles = [
    controlStyles,
    css`
      :host {
        position: sticky;
        z-index: 10;
        top: 0;
        display: block;
      }

      header {
        display: flex;
        align-items: center;
        gap: var(--sb-space-2);
        min-height: 4.25rem;
        padding: var(--sb-space-2) var(--sb-space-6);
        border-bottom: 1px solid var(--sb-line);
        background: var(--sb-surface);
      }

      .brand {
        display: flex;
        align-items: center;
        min-height: var(--sb-touch);
        margin-right: var(--sb-space-3);
        border-radius: var(--sb-radius-s);
        color: inherit;
        font-size: 1.25rem;
        text-decoration: none;
      }

      .title {
        flex: 1;
        min-width: 0;
      }

      details {
        position: relative;
      }

      summary {
        list-style: none;
      }

      summary::-webkit-details-marker {
        display: none;
      }

      .name {
        max-width: 12rem;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }

      .menu {
        position: absolute;
        top: calc(100% + var(--sb-space-2));
        right: 0;
        display: grid;
        gap: var(--sb-space-3);
        min-width: 15rem;
        padding: var(--sb-space-4);
      }

      @media (max-width: 60rem) {
        header {
          padding-inline: var(--sb-space-3);
        }

        .brand {
          width: 2.4rem;
          margin-right: var(--sb-space-1);
          overflow: hidden;
        }

        .name {
          display: none;
        }
      }

      @media (max-width: 30rem) {
        /* Who can go back and act has no room for the mark. */
        :host([acting]) .brand {
          display: none;
        }

        header {
          flex-wrap: wrap;
          gap: var(--sb-space-1);
        }

        :host([acting]) header {
          justify-content: space-between;
        }

        :host([acting]) .title {
          flex-basis: 100%;
          order: 1;
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-account-bar': AccountBar;
  }
}
