import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import './found-thing.ts';
import './thing-actions.ts';
import '../ui/account/account-bar.ts';
import '../ui/account/sign-in.ts';
import '../ui/problem-note.ts';
import type { Problem } from '../../device/contract/problem.ts';
import type { FoundThing } from '../../server/api/contract/lending/labels.ts';
import { call } from '../client/api.ts';
import { Session } from '../ui/account/session.ts';
import { controlStyles } from '../ui/control-styles.ts';
import { lineIcon } from '../ui/line-icons.ts';
import { problemOf } from '../ui/problem-text.ts';
import { codeInAddress } from './thing-code.ts';

/** What scanning a label opens, `/t/K12`: whose the thing is, and for adults what they can do with it now. */
@customElement('sb-thing-app')
@localized()
export class ThingApp extends LitElement {
  @state() private found: FoundThing | null = null;
  @state() private problem: Problem | null = null;
  @state() private signingIn = false;
  /** A signed-in teacher whose school does not have it sees what everybody sees. */
  @state() private notMine = false;
  private readonly session = new Session(this);
  readonly #code = codeInAddress(location.pathname);

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  protected override render() {
    document.title = this.found ? `${this.found.code} ${this.found.name}` : 'Steckbrett';
    const now = this.session.current;
    if (now.state === 'signed-out' && this.signingIn) {
      return html`<sb-sign-in @signed-in=${() => this.session.load()}></sb-sign-in>`;
    }
    const person = now.state === 'signed-in' ? now.person : null;
    return html`<sb-account-bar
        .person=${person}
        home=${person ? (person.role === 'staff' ? '/association' : '/teacher') : '/'}
        @sign-out=${() => this.session.end()}
      ></sb-account-bar>
      <main>${this.renderThing(now.state === 'loading', person !== null, person?.role === 'staff')}</main>`;
  }

  private renderThing(asking: boolean, signedIn: boolean, staff: boolean) {
    if (this.problem) {
      const unknown = this.problem.code === 'thing-unknown';
      return html`${unknown ? html`<h1>${this.#code}</h1>` : nothing}
        <sb-problem-note .problem=${this.problem}></sb-problem-note>
        ${unknown ? nothing : html`<button class="button" type="button" @click=${() => this.load()}>${msg('Noch einmal')}</button>`}`;
    }
    if (!this.found || asking) return html`<p role="status">${msg('Wird geladen …')}</p>`;
    if (signedIn && !this.notMine) {
      return html`<sb-thing-actions
        .code=${this.found.code}
        ?ofSchool=${!staff}
        @not-mine=${() => {
          this.notMine = true;
        }}
      ></sb-thing-actions>`;
    }
    return html`<sb-found-thing .thing=${this.found}></sb-found-thing>
      ${
        signedIn
          ? html`<p class="quiet-text">${msg('Ihre Schule hat dieses Ding gerade nicht.')}</p>`
          : html`<button
              class="button quiet sign-in"
              type="button"
              data-test="sign-in"
              @click=${() => {
                this.signingIn = true;
              }}
            >
              ${lineIcon('user')}${msg('Anmelden: Verein und Lehrkräfte')}
            </button>`
      }`;
  }

  private async load(): Promise<void> {
    try {
      this.found = await call('foundThing', { code: this.#code }, {});
      this.problem = null;
    } catch (error) {
      this.problem = problemOf(error);
    }
  }

  static override styles = [
    controlStyles,
    css`
      :host {
        display: block;
        min-height: 100dvh;
      }

      main {
        display: grid;
        gap: var(--sb-space-6);
        max-width: 32rem;
        margin: 0 auto;
        padding: var(--sb-space-6) var(--sb-space-4);
      }

      .sign-in {
        justify-self: start;
        margin-left: calc(-1 * var(--sb-space-4));
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-thing-app': ThingApp;
  }
}
