import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import './class-page.ts';
import './collect/class-record.ts';
import './start-page.ts';
import '../ui/dialog-frame.ts';
import type { PersonView } from '../../server/api/contract/endpoints.ts';
import { Session } from '../ui/account/session.ts';
import { sessionGate } from '../ui/account/session-gate.ts';
import { controlStyles } from '../ui/control-styles.ts';

/** The teacher page: signed in, either the start page or one class (`?class=ID`, so that a reload stays there). */
@customElement('sb-teacher-app')
@localized()
export class TeacherApp extends LitElement {
  @state() private classId = classInAddress();
  @state() private loans = loansInAddress();
  /** Kits are borrowed seldom: what that takes comes when it is asked for. */
  @state() private loansLoaded = false;
  /** The class whose record is open. */
  @state() private record: string | null = null;
  private readonly session = new Session(this);

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('popstate', this.#onAddress);
    window.addEventListener('hashchange', this.#onAddress);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('popstate', this.#onAddress);
    window.removeEventListener('hashchange', this.#onAddress);
  }

  protected override render() {
    document.title = msg('Steckbrett für Lehrkräfte');
    return html`<div
      @record-open=${(event: CustomEvent<string>) => {
        this.record = event.detail;
      }}
      @open-record=${() => {
        this.record = this.classId;
      }}
    >
      ${sessionGate(this.session, (person) => this.renderPage(person))} ${this.renderRecord()}
    </div>`;
  }

  private renderPage(person: PersonView) {
    if (this.loans && !this.classId) return this.renderLoans(person);
    if (!this.classId)
      return html`<sb-start-page
        .person=${person}
        @sign-out=${() => this.session.end()}
        @class-open=${(event: CustomEvent<string>) => this.open(event.detail)}
      ></sb-start-page>`;
    return keyed(
      this.classId,
      html`<sb-class-page
        .person=${person}
        .classId=${this.classId}
        @sign-out=${() => this.session.end()}
        @session-doubt=${() => this.session.load()}
        @class-close=${() => this.open(null)}
      ></sb-class-page>`,
    );
  }

  private renderLoans(person: PersonView) {
    if (!this.loansLoaded) {
      void import('./loans/teacher-loans.ts').then(
        () => {
          this.loansLoaded = true;
        },
        // A page that can't be loaded now is loaded by the next press.
        () => location.assign('/teacher'),
      );
      return html`<p role="status">${msg('Wird geladen …')}</p>`;
    }
    return html`<sb-teacher-loans .person=${person} @sign-out=${() => this.session.end()}></sb-teacher-loans>`;
  }

  private renderRecord() {
    return html`<sb-dialog-frame
      .open=${this.record !== null}
      .heading=${msg('Für Ihre Unterlagen')}
      @close=${() => {
        this.record = null;
      }}
    >
      ${this.record ? html`<sb-class-record .classId=${this.record}></sb-class-record>` : nothing}
    </sb-dialog-frame>`;
  }

  private open(classId: string | null): void {
    history.pushState(null, '', classId ? `?class=${encodeURIComponent(classId)}` : location.pathname);
    this.classId = classId;
    scrollTo(0, 0);
  }

  readonly #onAddress = () => {
    this.classId = classInAddress();
    this.loans = loansInAddress();
  };

  static override styles = [
    controlStyles,
    css`
      :host {
        display: block;
      }
    `,
  ];
}

function classInAddress(): string | null {
  return new URLSearchParams(location.search).get('class');
}

function loansInAddress(): boolean {
  return location.hash === '#loans';
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-teacher-app': TeacherApp;
  }
}
