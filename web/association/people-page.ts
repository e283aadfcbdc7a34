import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import './school-select.ts';
import '../ui/copy-text.ts';
import '../ui/problem-note.ts';
import type { Problem } from '../../device/contract/problem.ts';
import type { PersonView } from '../../server/api/contract/endpoints.ts';
import { call } from '../client/api.ts';
import { dateLocale } from '../locales/locale.ts';
import { controlStyles } from '../ui/control-styles.ts';
import { lineIcon } from '../ui/line-icons.ts';
import { problemOf } from '../ui/problem-text.ts';
import { listStyles } from './list-styles.ts';

/** Invites an adult by a one-time link, which the person who invites passes on. */
@customElement('sb-people-page')
@localized()
export class PeoplePage extends LitElement {
  @property({ attribute: false }) person: PersonView | null = null;
  /** See `sb-loans-page`. */
  @property() item = '';
  @state() private invited: 'teacher' | 'staff' = 'teacher';
  @state() private link: { url: string; expiresAt: number } | null = null;
  @state() private busy = false;
  @state() private problem: Problem | null = null;

  protected override render() {
    return html`<div class="head"><h1>${msg('Personen einladen')}</h1></div>
      <section class="panel">
        <p>
          ${msg('Sie bekommen einen Link, der genau ein Mal gilt. Schicken Sie ihn der Person; sie legt damit selbst ihr Konto und ihr Passwort an.')}
        </p>
        <form @submit=${this.onSubmit}>
          <fieldset>
            <legend class="label">${msg('Wen laden Sie ein?')}</legend>
            ${this.renderRole('teacher', msg('Eine Lehrkraft'), msg('begleitet Klassen einer Schule'))}
            ${this.renderRole('staff', msg('Jemanden vom Verein'), msg('verwaltet Geräte, Schulen und Personen'))}
          </fieldset>
          <sb-school-select ?hidden=${this.invited !== 'teacher'}></sb-school-select>
          <sb-problem-note .problem=${this.problem}></sb-problem-note>
          <div>
            <button class="button primary" data-test="invite-go" ?disabled=${this.busy}>
              ${lineIcon('plus')}${msg('Einladungslink erstellen')}
            </button>
          </div>
        </form>
        ${this.link ? this.renderLink(this.link) : ''}
      </section>`;
  }

  private renderRole(role: 'teacher' | 'staff', name: string, words: string) {
    return html`<label class="role">
      <input
        type="radio"
        name="role"
        value=${role}
        data-test="invite-${role}"
        .checked=${this.invited === role}
        @change=${() => {
          this.invited = role;
          this.link = null;
        }}
      />
      <span><strong>${name}</strong><br /><span class="quiet-text">${words}</span></span>
    </label>`;
  }

  private renderLink(link: { url: string; expiresAt: number }) {
    const until = new Date(link.expiresAt).toLocaleString(dateLocale(), {
      dateStyle: 'long',
      timeStyle: 'short',
    });
    return html`<div class="link" role="status">
      <p><strong>${msg('Der Link ist fertig.')}</strong> ${msg(str`Er gilt bis ${until}.`)}</p>
      <sb-copy-text data-test="invite-link" data-url=${link.url} .text=${link.url} label=${msg('Einladungslink')}></sb-copy-text>
    </div>`;
  }

  private async onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this.busy) return;
    const school = (event.currentTarget as HTMLFormElement).querySelector('sb-school-select')!.value;
    this.busy = true;
    this.problem = null;
    this.link = null;
    try {
      this.link = await call(
        'invite',
        {},
        { role: this.invited, schoolId: this.invited === 'teacher' ? school : null },
      );
    } catch (error) {
      this.problem = problemOf(error);
    } finally {
      this.busy = false;
    }
  }

  static override styles = [
    controlStyles,
    listStyles,
    css`
      section {
        display: grid;
        gap: var(--sb-space-6);
        max-width: 44rem;
        padding: var(--sb-space-6);
      }

      fieldset {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(16rem, 1fr));
        gap: var(--sb-space-3);
        margin: 0;
        padding: 0;
        border: none;
      }

      legend {
        margin-bottom: var(--sb-space-2);
        padding: 0;
      }

      .role {
        display: flex;
        align-items: center;
        gap: var(--sb-space-3);
        padding: var(--sb-space-3);
        border: 1.5px solid var(--sb-line);
        border-radius: var(--sb-radius);
        cursor: pointer;
      }

      .role:has(:checked) {
        border-color: var(--sb-action);
        background: var(--sb-action-soft);
      }

      .role input {
        width: 1.4rem;
        min-height: 1.4rem;
        accent-color: var(--sb-action);
      }

      .link {
        display: grid;
        gap: var(--sb-space-3);
        padding: var(--sb-space-4);
        border-radius: var(--sb-radius);
        background: var(--sb-good-soft);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-people-page': PeoplePage;
  }
}
