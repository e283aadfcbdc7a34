import { localized, msg } from '@lit/localize';
import { css, html, LitElement } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import './password-field.ts';
import './welcome-frame.ts';
import '../problem-note.ts';
import type { Problem } from '../../../device/contract/problem.ts';
import { controlStyles } from '../control-styles.ts';
import { problemOf } from '../problem-text.ts';
import type { PasswordField } from './password-field.ts';
import { signIn } from './session-client.ts';

/** Sign-in by e-mail and password. Fires `signed-in` when the session stands. */
@customElement('sb-sign-in')
@localized()
export class SignIn extends LitElement {
  /** Why the page asks, over the form; empty for the usual words. */
  @property() reason = '';

  @state() private problem: Problem | null = null;
  @state() private busy = false;
  @query('#email') private email!: HTMLInputElement;
  @query('sb-password-field') private password!: PasswordField;

  protected override render() {
    return html`<sb-welcome-frame>
      <form @submit=${this.onSubmit} novalidate>
        <h1>${msg('Guten Tag!')}</h1>
        <p class="quiet-text">
          ${this.reason || msg('Melden Sie sich an, um Klassen zu begleiten oder Geräte zu verwalten.')}
        </p>
        <div class="field">
          <label for="email">${msg('E-Mail-Adresse')}</label>
          <input
            id="email"
            name="email"
            type="email"
            required
            autocomplete="username"
            autocapitalize="none"
            spellcheck="false"
            data-test="signin-email"
          />
        </div>
        <sb-password-field test="signin-password"></sb-password-field>
        <sb-problem-note .problem=${this.problem}></sb-problem-note>
        <button class="button primary" ?disabled=${this.busy} data-test="signin-go">
          ${this.busy ? msg('Anmeldung läuft …') : msg('Anmelden')}
        </button>
        <p class="hint">
          ${msg('Noch kein Konto oder Passwort vergessen? Ihr Verein schickt Ihnen einen Einladungslink.')}
        </p>
        <p class="hint">${msg('Schülerinnen und Schüler brauchen kein Konto:')} <a href="/">${msg('zur Klasse')}</a></p>
      </form>
    </sb-welcome-frame>`;
  }

  private async onSubmit(event: Event): Promise<void> {
    event.preventDefault();
    if (this.busy || !this.email.reportValidity() || !this.password.reportValidity()) return;
    this.busy = true;
    this.problem = null;
    try {
      await signIn(this.email.value.trim(), this.password.value);
      this.dispatchEvent(new Event('signed-in'));
    } catch (error) {
      this.problem = problemOf(error);
      this.password.focus();
    } finally {
      this.busy = false;
    }
  }

  static override styles = [
    controlStyles,
    css`
      form {
        display: grid;
        gap: var(--sb-space-4);
      }

      h1 {
        font-size: var(--sb-text-xxl);
      }

      a {
        display: inline-block;
        padding: 0.6rem 0;
        margin: -0.6rem 0;
        color: var(--sb-action);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-sign-in': SignIn;
  }
}
