import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import './school-select.ts';
import '../ui/account/leaving-list.ts';
import '../ui/copy-text.ts';
import '../ui/dialog-frame.ts';
import '../ui/problem-note.ts';
import type { Problem } from '../../device/contract/problem.ts';
import type { UnderWay } from '../../server/api/contract/account-endpoints.ts';
import type { Duty, PersonView } from '../../server/api/contract/endpoints.ts';
import { call } from '../client/api.ts';
import { dateLocale } from '../locales/locale.ts';
import { leavingWords } from '../ui/account/leaving-words.ts';
import { controlStyles } from '../ui/control-styles.ts';
import { lendingIcon } from '../ui/lending-icons.ts';
import { lineIcon } from '../ui/line-icons.ts';
import { problemOf } from '../ui/problem-text.ts';
import { Sending } from '../ui/sending.ts';
import { listStyles } from './list-styles.ts';

/** Who has an account, with the duties of the team; invites adults by a one-time link, which who invites passes on. */
@customElement('sb-people-page')
@localized()
export class PeoplePage extends LitElement {
  @property({ attribute: false }) person: PersonView | null = null;
  /** See `sb-loans-page`. */
  @property() item = '';
  @state() private invited: 'teacher' | 'staff' = 'teacher';
  @state() private duty: Duty = 'logistics';
  @state() private people: readonly PersonView[] = [];
  @state() private listProblem: Problem | null = null;
  @state() private link: { url: string; expiresAt: number } | null = null;
  /** Whose account is about to be deleted. */
  @state() private leaving: { person: PersonView; underWay: UnderWay } | null = null;
  private readonly inviting = new Sending(this);
  private readonly removing = new Sending(this);

  private get isAdmin(): boolean {
    return this.person?.duty === 'admin';
  }

  protected override firstUpdated(): void {
    if (this.isAdmin) void this.load();
  }

  protected override render() {
    return html`<div class="head"><h1>${msg('Personen')}</h1></div>
      ${this.isAdmin ? this.renderPeople() : ''}
      ${this.person?.duty === 'read-only' ? html`<p class="quiet-text">${msg('Einladen darf hier, wer Geräte verwaltet oder die Leitung hat.')}</p>` : this.renderInvite()}`;
  }

  private renderPeople() {
    return html`<sb-problem-note .problem=${this.listProblem}></sb-problem-note>
      <div class="wrap panel">
        <table>
          <thead>
            <tr>
              <th scope="col">${msg('Name')}</th>
              <th scope="col">${msg('E-Mail')}</th>
              <th scope="col">${msg('Darf')}</th>
              <th scope="col"><span class="visually-hidden">${msg('Löschen')}</span></th>
            </tr>
          </thead>
          <tbody>
            ${this.people.map(
              (one) => html`<tr data-test="person">
                <th scope="row">${one.name}</th>
                <td>${one.email}</td>
                <td>${one.duty ? this.renderDuty(one, one.duty) : (one.school?.name ?? msg('Lehrkraft'))}</td>
                <td>${this.renderRemove(one)}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
      ${this.leaving ? this.renderLeaving(this.leaving) : nothing}`;
  }

  private renderRemove(one: PersonView) {
    // One's own account is deleted with the password, in the menu of the account.
    if (one.id === this.person?.id) return nothing;
    return html`<button
      class="button quiet"
      type="button"
      data-test="remove-person"
      aria-label=${msg(str`Konto von ${one.name} löschen`)}
      title=${msg('Konto löschen')}
      ?disabled=${this.removing.busy}
      @click=${() => this.onAsk(one)}
    >
      ${lendingIcon('trash-2')}
    </button>`;
  }

  private renderLeaving({ person, underWay }: { person: PersonView; underWay: UnderWay }) {
    const blocked = leavingWords(underWay).before.length > 0;
    return html`<sb-dialog-frame
      open
      .heading=${msg(str`Konto von ${person.name} löschen?`)}
      @close=${() => this.onKeep()}
    >
      <div class="leaving">
        <sb-leaving-list .underWay=${underWay}></sb-leaving-list>
        ${blocked ? nothing : html`<p><strong>${msg('Das lässt sich nicht zurücknehmen.')}</strong></p>`}
        <sb-problem-note .problem=${this.removing.problem}></sb-problem-note>
        <div class="choices">
          <button class="button" type="button" @click=${() => this.onKeep()}>${msg('Behalten')}</button>
          ${
            blocked
              ? nothing
              : html`<button
                  class="button danger"
                  type="button"
                  data-test="remove-person-go"
                  ?disabled=${this.removing.busy}
                  @click=${() => this.onRemove(person)}
                >
                  ${lendingIcon('trash-2')}${msg('Endgültig löschen')}
                </button>`
          }
        </div>
      </div>
    </sb-dialog-frame>`;
  }

  private onKeep(): void {
    this.leaving = null;
    this.removing.forget();
  }

  private async onAsk(person: PersonView): Promise<void> {
    this.listProblem = null;
    const asked = await this.removing.do(async () => {
      this.leaving = { person, underWay: await call('personLeaving', { personId: person.id }, {}) };
    });
    if (!asked) this.listProblem = this.removing.problem;
  }

  private async onRemove({ id: personId }: PersonView): Promise<void> {
    if (!(await this.removing.do(() => call('removePerson', { personId }, {})))) return;
    this.leaving = null;
    await this.load();
  }

  private renderDuty(one: PersonView, duty: Duty) {
    return html`<select
      data-test="duty"
      aria-label=${msg(str`Was ${one.name} darf`)}
      .value=${duty}
      @change=${(event: Event) => this.onDuty(one, (event.currentTarget as HTMLSelectElement).value as Duty)}
    >
      ${duties.map((each) => html`<option value=${each} ?selected=${each === duty}>${dutyName(each)}</option>`)}
    </select>`;
  }

  private renderInvite() {
    return html`<h2>${msg('Personen einladen')}</h2>
      <section class="panel">
        <p>
          ${msg('Sie bekommen einen Link, der genau ein Mal gilt. Schicken Sie ihn der Person; sie legt damit selbst ihr Konto und ihr Passwort an.')}
        </p>
        <form @submit=${this.onSubmit}>
          <fieldset>
            <legend class="label">${msg('Wen laden Sie ein?')}</legend>
            ${this.renderRole('teacher', msg('Eine Lehrkraft'), msg('begleitet Klassen einer Schule'))}
            ${this.isAdmin ? this.renderRole('staff', msg('Jemanden vom Verein'), dutyWords(this.duty)) : ''}
          </fieldset>
          <label class="field" ?hidden=${this.invited !== 'staff'}>
            <span class="label">${msg('Was darf die Person?')}</span>
            <select
              data-test="invite-duty"
              @change=${(event: Event) => {
                this.duty = (event.currentTarget as HTMLSelectElement).value as Duty;
                this.link = null;
              }}
            >
              ${duties.map((each) => html`<option value=${each} ?selected=${each === this.duty}>${dutyName(each)}</option>`)}
            </select>
          </label>
          <sb-school-select ?hidden=${this.invited !== 'teacher'}></sb-school-select>
          <sb-problem-note .problem=${this.inviting.problem}></sb-problem-note>
          <div>
            <button class="button primary" data-test="invite-go" ?disabled=${this.inviting.busy}>
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

  private async load(): Promise<void> {
    try {
      this.people = (await call('people', {}, {})).people;
    } catch (error) {
      this.listProblem = problemOf(error);
    }
  }

  private async onDuty({ id: personId }: PersonView, duty: Duty): Promise<void> {
    this.listProblem = null;
    try {
      await call('changeDuty', { personId }, { duty });
    } catch (error) {
      this.listProblem = problemOf(error);
    }
    await this.load();
    // Where it was refused, what is chosen is again what is so.
    for (const picker of this.renderRoot.querySelectorAll<HTMLSelectElement>('td select')) {
      picker.value = picker.querySelector<HTMLOptionElement>('option[selected]')?.value ?? picker.value;
    }
  }

  private async onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const school = (event.currentTarget as HTMLFormElement).querySelector('sb-school-select')!.value;
    await this.inviting.do(async () => {
      this.link = null;
      this.link = await call(
        'invite',
        {},
        this.invited === 'teacher'
          ? { role: 'teacher', schoolId: school }
          : { role: 'staff', schoolId: null, duty: this.duty },
      );
    });
  }

  static override styles = [
    controlStyles,
    listStyles,
    css`
      .leaving {
        display: grid;
        gap: var(--sb-space-4);
      }

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

const duties: readonly Duty[] = ['admin', 'logistics', 'read-only'];

function dutyName(duty: Duty): string {
  return { admin: msg('Leitung'), logistics: msg('Logistik'), 'read-only': msg('Nur ansehen') }[duty];
}

function dutyWords(duty: Duty): string {
  return {
    admin: msg('darf alles, auch entscheiden, wer was darf'),
    logistics: msg('verwaltet Geräte, Leihen und Schulen'),
    'read-only': msg('sieht alles und ändert nichts'),
  }[duty];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-people-page': PeoplePage;
  }
}
