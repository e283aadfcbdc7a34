import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import './sign-in.ts';
import './waiting-page.ts';
import type { PersonView } from '../../../server/api/contract/endpoints.ts';
import type { Session } from './session.ts';

/** What a session shows: a moment's waiting, the sign-in, that the server is away, or the person's page. */
export function sessionGate(session: Session, page: (person: PersonView) => unknown): unknown {
  const now = session.current;
  switch (now.state) {
    case 'loading':
      return html`<sb-waiting-page></sb-waiting-page>`;
    case 'signed-out':
      return html`<sb-sign-in @signed-in=${() => session.load()}></sb-sign-in>`;
    case 'unreachable':
      return html`<sb-waiting-page .problem=${now.problem} @again=${() => session.load()}></sb-waiting-page>`;
    case 'signed-in':
      return page(now.person);
  }
}

/** A page for somebody whose role is another. */
export function wrongRole(): TemplateResult {
  return html`<sb-waiting-page
    .words=${msg('Diese Seite ist für die Mitarbeitenden des Vereins.')}
    link="/teacher"
    .linkWords=${msg('Zur Seite für Lehrkräfte')}
  ></sb-waiting-page>`;
}
