import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../../ui/problem-note.ts';
import type { PersonView } from '../../../server/api/contract/endpoints.ts';
import type { LoanLine } from '../../../server/api/contract/lending/loans.ts';
import type { Dashboard } from '../../../server/api/contract/lending/reports.ts';
import { call } from '../../client/api.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { tileStyles } from '../../ui/figure-tile.ts';
import { lendingIcon } from '../../ui/lending-icons.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { listStyles } from '../list-styles.ts';
import { Polling } from '../polling.ts';
import { dashboardStyles } from './dashboard-styles.ts';
import { findingWords, moment } from './dashboard-words.ts';

/** One list of what is to be done, with the way to where it is done. */
interface Section {
  readonly test: string;
  readonly name: string;
  readonly icon: TemplateResult | unknown;
  readonly urgent?: boolean;
  readonly rows: readonly TemplateResult[];
}

/** The association's page of what needs somebody today. */
@customElement('sb-dashboard-page')
@localized()
export class DashboardPage extends LitElement {
  @property({ attribute: false }) person: PersonView | null = null;
  /** What stands behind the page's name in the address: the id of one; empty: the list. */
  @property() item = '';
  private readonly board = new Polling(this, () => call('dashboard', {}, {}), 15_000);

  protected override render() {
    const board = this.board.answer;
    return html`<div class="head"><h1>${msg('Überblick')}</h1></div>
      <sb-problem-note .problem=${this.board.problem}></sb-problem-note>
      ${board ? this.renderBoard(board) : html`<p role="status">${msg('Wird geladen …')}</p>`}`;
  }

  private renderBoard(board: Dashboard) {
    const { association, kits, schools } = board.setUp;
    const sections = this.sections(board).filter(({ rows }) => rows.length > 0);
    const ready = association && kits && schools;
    return html`${ready ? nothing : this.renderBeginning(board)} ${this.renderTiles(board)}
      ${
        sections.length > 0
          ? html`<div class="sections">${sections.map((section) => this.renderSection(section))}</div>`
          : ready
            ? html`<div class="panel empty" data-test="nothing-due">
                ${lineIcon('check')}
                <p><strong>${msg('Heute steht nichts an.')}</strong></p>
                <p class="quiet-text">${msg('Alles ist verliehen, zurück oder im Regal.')}</p>
              </div>`
            : nothing
      }`;
  }

  private renderTiles({ counts, remindersDue }: Dashboard) {
    const tile = (href: string, figure: string | number, name: string) =>
      html`<a class="tile" href=${href}><span class="figure">${figure}</span><span class="what">${name}</span></a>`;
    return html`<div class="tiles">
      ${tile('#assets', `${counts.kitsOut} / ${counts.kits}`, msg('Kits verliehen'))}
      ${tile('#fleet', `${counts.devicesOut} / ${counts.devices}`, msg('Pis verliehen'))}
      ${tile('#schools', counts.schools, msg('Schulen mit Geräten'))}
      ${tile('#assets', counts.donated, msg('Pis gespendet'))}
      ${tile('#loans', remindersDue, msg('Erinnerungen fällig'))}
    </div>`;
  }

  private sections(board: Dashboard): Section[] {
    const starts = (loan: LoanLine) => msg(str`ab ${moment(loan.startsAt)}`);
    const ends = (loan: LoanLine) => msg(str`bis ${moment(loan.endsAt)}`);
    const loans = (list: readonly LoanLine[], when: (loan: LoanLine) => string) =>
      list.map((loan) => this.renderLoan(loan, when(loan)));
    return [
      {
        test: 'overdue',
        name: msg('Überfällig'),
        icon: lendingIcon('bell'),
        urgent: true,
        rows: loans(board.overdue, ends),
      },
      {
        test: 'requests',
        name: msg('Neue Anfragen'),
        icon: lendingIcon('mail'),
        rows: loans(board.requests, starts),
      },
      {
        test: 'to-pack',
        name: msg('Zu packen'),
        icon: lendingIcon('package-open'),
        rows: loans(board.toPack, starts),
      },
      {
        test: 'going-out',
        name: msg('Wird abgeholt'),
        icon: lendingIcon('truck'),
        rows: loans(board.goingOut, starts),
      },
      {
        test: 'coming-back',
        name: msg('Kommt zurück'),
        icon: lendingIcon('undo-2'),
        rows: loans(board.comingBack, ends),
      },
      {
        test: 'to-restock',
        name: msg('Einzuräumen'),
        icon: lendingIcon('package-check'),
        rows: loans(board.toRestock, (loan) => loan.codes.join(', ')),
      },
      {
        test: 'stray',
        name: msg('Pis, die auffallen'),
        icon: lineIcon('cpu'),
        rows: board.devices.map(
          (one) => html`<a class="row" href="#assets/${one.assetId}" data-test="stray-${one.finding}">
            <span class="code">${one.code}</span>
            <span class="words"><strong>${one.name}</strong><br />${findingWords(one, Date.now())}</span>
            ${lendingIcon('arrow-right')}
          </a>`,
        ),
      },
      {
        test: 'low-stock',
        name: msg('Nachzukaufen'),
        icon: lendingIcon('boxes'),
        rows: board.lowStock.map(
          ({ name, stock, minimum }) => html`<a class="row" href="#assets/consumables">
            <span class="words"><strong>${name}</strong><br />${msg(str`noch ${stock}, mindestens ${minimum}`)}</span>
            ${lendingIcon('arrow-right')}
          </a>`,
        ),
      },
    ];
  }

  private renderSection({ test, name, icon, urgent = false, rows }: Section) {
    return html`<section class="panel ${urgent ? 'urgent' : ''}" data-test="due-${test}">
      <h2>${icon}${name}<span class="count">${rows.length}</span></h2>
      <ul>
        ${rows.map((row) => html`<li>${row}</li>`)}
      </ul>
    </section>`;
  }

  private renderLoan({ id, number, school, codes, pupils, kind }: LoanLine, when: string) {
    const things = codes.length > 0 ? codes.join(', ') : msg(str`${pupils} Kinder`);
    return html`<a class="row" href="#loans/${id}">
      <span class="code">${number}</span>
      <span class="words">
        <strong>${school.name}</strong>${kind === 'donation' ? html` ${lendingIcon('gift')}` : nothing}<br />
        ${things} · ${when}
      </span>
      ${lendingIcon('arrow-right')}
    </a>`;
  }

  private renderBeginning({ setUp }: Dashboard) {
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

  static override styles = [controlStyles, listStyles, tileStyles, dashboardStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-dashboard-page': DashboardPage;
  }
}
