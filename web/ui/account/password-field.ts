import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { controlStyles } from '../control-styles.ts';
import { lineIcon } from '../line-icons.ts';

/** A password with a switch that shows it. Read it by `value`. */
@customElement('sb-password-field')
@localized()
export class PasswordField extends LitElement {
  static override shadowRootOptions: ShadowRootInit = {
    ...LitElement.shadowRootOptions,
    delegatesFocus: true,
  };

  /** For the browser's password manager. */
  @property() purpose: 'current-password' | 'new-password' = 'current-password';
  /** Fewest characters, said under the field; 0 says nothing. */
  @property({ type: Number }) least = 0;
  /** `data-test` of the input itself. */
  @property() test = '';

  @state() private shown = false;
  @query('input') private field!: HTMLInputElement;

  get value(): string {
    return this.field.value;
  }

  protected override render() {
    return html`<div class="field">
      <label for="password">${msg('Passwort')}</label>
      <div class="row">
        <input
          id="password"
          name="password"
          required
          maxlength="128"
          minlength=${ifDefined(this.least || undefined)}
          type=${this.shown ? 'text' : 'password'}
          autocomplete=${this.purpose}
          autocapitalize="none"
          spellcheck="false"
          aria-describedby=${ifDefined(this.least ? 'rule' : undefined)}
          data-test=${ifDefined(this.test || undefined)}
          @keydown=${this.onKeydown}
        />
        <button
          class="button quiet"
          type="button"
          aria-pressed=${this.shown}
          aria-label=${msg('Passwort anzeigen')}
          @click=${() => {
            this.shown = !this.shown;
          }}
        >
          ${lineIcon(this.shown ? 'eye-off' : 'eye')}
        </button>
      </div>
      ${
        this.least
          ? html`<p class="hint" id="rule">${msg('Mindestens 10 Zeichen; ein kurzer Satz merkt sich gut.')}</p>`
          : nothing
      }
    </div>`;
  }

  /** Says whether the browser's own checks pass; shows its hint if not. */
  reportValidity(): boolean {
    return this.field.reportValidity();
  }

  private onKeydown(event: KeyboardEvent): void {
    // A field in a shadow root belongs to no form, so Enter has to be passed on.
    if (event.key === 'Enter') this.closest('form')?.requestSubmit();
  }

  static override styles = [
    controlStyles,
    css`
      :host {
        display: block;
      }

      .row {
        position: relative;
      }

      input {
        padding-right: 3.25rem;
      }

      .button {
        position: absolute;
        inset: 0 0 0 auto;
        padding: 0;
        color: var(--sb-ink-quiet);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-password-field': PasswordField;
  }
}
