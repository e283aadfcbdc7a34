import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import '../ui/account/password-field.ts';
import '../ui/account/waiting-page.ts';
import '../ui/account/welcome-frame.ts';
import '../ui/problem-note.ts';
import type { Problem } from '../../device/contract/problem.ts';
import { call } from '../client/api.ts';
import type { PasswordField } from '../ui/account/password-field.ts';
import { signIn } from '../ui/account/session-client.ts';
import { controlStyles } from '../ui/control-styles.ts';
import { problemOf } from '../ui/problem-text.ts';

type Invitation = Awaited<ReturnType<typeof call<'invitation'>>>;

/** Makes an account with a one-time link (`/setup/:token`, `/invitation/:token`), signs in and goes to the right page. */
@customElement('sb-invitation-page')
@localized()
export class InvitationPage extends LitElement {
  @property({ attribute: false }) token = '';

  @state() private invitation: Invitation | null = null;
  /** Why the link is of no use. */
  @state() private refusal: Problem | null = null;
  @state() private problem: Problem | null = null;
  @state() private busy = false;
  @query('#name') private name!: HTMLInputElement;
  @query('#email') private email!: HTMLInputElement;
  @query('sb-password-field') private password!: PasswordField;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  protected override render() {
    document.title = msg('Steckbrett: Konto anlegen');
    if (!this.invitation)
      return html`<sb-waiting-page
        .problem=${this.refusal}
        .link=${this.refusal ? '/teacher' : ''}
        .linkWords=${msg('Zur Anmeldung')}
        @again=${this.load}
      ></sb-waiting-page>`;
    return html`<sb-welcome-frame>
      <form @submit=${this.onSubmit} novalidate>
        <h1>${msg('Willkommen!')}</h1>
        <p>${this.purpose(this.invitation)}</p>
        <div class="field">
          <label for="name">${msg('Ihr Name')}</label>
          <input id="name" name="name" required maxlength="100" autocomplete="name" data-test="account-name" />
        </div>
        <div class="field">
          <label for="email">${msg('E-Mail-Adresse')}</label>
          <input
            id="email"
            name="email"
            type="email"
            required
            maxlength="200"
            autocomplete="username"
            autocapitalize="none"
            spellcheck="false"
            data-test="account-email"
          />
        </div>
        <sb-password-field purpose="new-password" least="10" test="account-password"></sb-password-field>
        <sb-problem-note .problem=${this.problem}></sb-problem-note>
        <button class="button primary" data-test="account-go" ?disabled=${this.busy}>
          ${this.busy ? msg('Wird angelegt …') : msg('Konto anlegen')}
        </button>
      </form>
    </sb-welcome-frame>`;
  }

  private purpose(invitation: Invitation): string {
    if (invitation.role === 'staff')
      return msg('Mit diesem Konto verwalten Sie für den Verein Geräte, Schulen und Personen.');
    if (invitation.school)
      return msg(str`Mit diesem Konto begleiten Sie Klassen der Schule ${invitation.school.name}.`);
    return msg('Mit diesem Konto begleiten Sie Ihre Klassen.');
  }

  private async load(): Promise<void> {
    this.refusal = null;
    try {
      this.invitation = await call('invitation', { token: this.token }, {});
    } catch (error) {
      this.refusal = problemOf(error);
    }
  }

  private async onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this.busy || !this.invitation) return;
    if (!this.name.reportValidity() || !this.email.reportValidity() || !this.password.reportValidity())
      return;
    const password = this.password.value;
    this.busy = true;
    this.problem = null;
    try {
      const account = { name: this.name.value.trim(), email: this.email.value.trim(), password };
      const { email } = await call('acceptInvitation', { token: this.token }, account);
      // Should this fail, the account stands all the same, and the next page asks for the sign-in.
      await signIn(email, password).catch(() => undefined);
      // The link is used up: the way back should not lead to it.
      location.replace(this.invitation.role === 'staff' ? '/association' : '/teacher');
    } catch (error) {
      this.problem = problemOf(error);
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
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-invitation-page': InvitationPage;
  }
}
