import { localized, msg } from '@lit/localize';
import { html, LitElement } from 'lit';
import { customElement } from 'lit/decorators.js';
import './projector-view.ts';
import '../ui/account/waiting-page.ts';
import { Session } from '../ui/account/session.ts';
import { sessionGate } from '../ui/account/session-gate.ts';

/** The page `/projector?class=ID`, for a second window on the projector. */
@customElement('sb-projector-app')
@localized()
export class ProjectorApp extends LitElement {
  private readonly session = new Session(this);

  protected override render() {
    document.title = msg('Steckbrett: Projektoransicht');
    const classId = new URLSearchParams(location.search).get('class');
    return sessionGate(this.session, () =>
      classId
        ? html`<sb-projector-view
            .classId=${classId}
            @session-doubt=${() => this.session.load()}
          ></sb-projector-view>`
        : html`<sb-waiting-page
            .words=${msg('Öffnen Sie die Projektoransicht bitte aus einer Klasse heraus.')}
            link="/teacher"
            .linkWords=${msg('Zu meinen Klassen')}
          ></sb-waiting-page>`,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-projector-app': ProjectorApp;
  }
}
