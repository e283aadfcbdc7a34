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
  /** The class whose record is open. */
  @state() private record: string | null = null;
  private readonly session = new Session(this);

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('popstate', this.#onAddress);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('popstate', this.#onAddress);
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

declare global {
  interface HTMLElementTagNameMap {
    'sb-teacher-app': TeacherApp;
  }
}
