import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import type { Dashboard } from '../../../server/api/contract/lending/reports.ts';
import { lendingIcon } from '../../ui/lending-icons.ts';
import { lineIcon } from '../../ui/line-icons.ts';

/** What a new association does first, and what of it is done. */
export function beginning({ setUp }: Pick<Dashboard, 'setUp'>) {
  const step = (done: boolean | null, href: string, name: string, words: string) =>
    html`<li>
      <a class="row" href=${href}>
        <span class="tick ${done ? 'done' : ''}">${done ? lineIcon('check') : nothing}</span>
        <span class="words"><strong>${name}</strong><br />${words}</span>
        ${done ? html`<span class="quiet-text">${msg('erledigt')}</span>` : lendingIcon('arrow-right')}
      </a>
    </li>`;
  return html`<section class="panel" data-test="beginning">
    <h2>${lendingIcon('list-checks')}${msg('So fangen Sie an')}</h2>
    <ul>
      ${step(setUp.association, '#settings', msg('Name und Anschrift eintragen'), msg('Sie stehen auf Etiketten und Verträgen.'))}
      ${step(setUp.kits, '#assets', msg('Kits anlegen'), msg('Mit Vorlage: Inhalt und Pis kommen mit.'))}
      ${step(setUp.schools, '#schools', msg('Schulen aufnehmen'), msg('Aus den offenen Schuldaten oder von Hand.'))}
      ${step(null, '#labels', msg('Etiketten drucken'), msg('Dann öffnet jedes Handy das richtige Ding.'))}
    </ul>
  </section>`;
}
