import { localized, msg } from '@lit/localize';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../ui/problem-note.ts';
import type { PersonView } from '../../../server/api/contract/endpoints.ts';
import type { Dashboard } from '../../../server/api/contract/lending/reports.ts';
import { call } from '../../client/api.ts';
import { dateLocale } from '../../locales/locale.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lendingIcon } from '../../ui/lending-icons.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { listStyles } from '../list-styles.ts';
import { AssociationLive } from '../live/association-live.ts';
import { mayLend } from '../loans/loan-rights.ts';
import { Polling } from '../polling.ts';
import { beginning } from './beginning.ts';
import { dashboardStyles } from './dashboard-styles.ts';
import { dueSections, type Section, type SectionName } from './due-sections.ts';
import { type DueTile, dueTiles } from './due-tiles.ts';

/** Rows of a list that are seen at once. */
const shown = 6;

/** The association's page of what needs somebody today: figures on top, each leading to its list; each row to where it is done. */
@customElement('sb-dashboard-page')
@localized()
export class DashboardPage extends LitElement {
  @property({ attribute: false }) person: PersonView | null = null;
  /** What stands behind the page's name in the address: the id of one; empty: the list. */
  @property() item = '';
  /** Lists of which all rows are shown. */
  @state() private unfolded: readonly SectionName[] = [];
  private readonly board = new Polling(this, () => call('dashboard', {}, {}), 15_000);

  constructor() {
    super();
    new AssociationLive(this, {
      onChange: () => void this.board.now(),
      onReturn: () => void this.board.now(),
    });
  }

  protected override render() {
    const board = this.board.answer;
    const today = new Date().toLocaleDateString(dateLocale(), {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
    });
    return html`<div class="head">
        <h1>${msg('Überblick')}</h1>
        <p class="quiet-text">${today}</p>
      </div>
      <sb-problem-note .problem=${this.board.problem}></sb-problem-note>
      ${board ? this.renderBoard(board) : html`<p role="status">${msg('Wird geladen …')}</p>`}`;
  }

  private renderBoard(board: Dashboard) {
    const { association, kits, schools } = board.setUp;
    const sections = dueSections(board, mayLend(this.person)).filter(({ total }) => total > 0);
    const ready = association && kits && schools;
    const used = kits || board.totals.lowStock > 0;
    return html`${ready ? nothing : beginning(board)}
      ${used ? html`<div class="due">${dueTiles(board).map((tile) => this.renderTile(tile))}</div>` : nothing}
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
      }
      ${used ? this.renderStock(board) : nothing}`;
  }

  private renderTile({ test, figure, name, icon, urgent = false, to }: DueTile) {
    const inside = html`${icon}<span class="figure">${figure}</span><span class="what">${name}</span>`;
    if (figure === 0) return html`<div class="tile none" data-test="tile-${test}">${inside}</div>`;
    const look = `tile ${urgent ? 'urgent' : ''}`;
    return 'href' in to
      ? html`<a class=${look} data-test="tile-${test}" href=${to.href}>${inside}</a>`
      : html`<button class=${look} type="button" data-test="tile-${test}" @click=${() => this.show(to.section)}>${inside}</button>`;
  }

  private renderSection({ name, title, icon, urgent = false, total, rows }: Section) {
    const all = this.unfolded.includes(name);
    const more = rows.length - shown;
    return html`<section class="panel ${urgent ? 'urgent' : ''}" data-test="due-${name}" id=${name} tabindex="-1" aria-labelledby="${name}-title">
      <h2 id="${name}-title">${icon}${title}<span class="count">${total}</span></h2>
      <ul>
        ${(all ? rows : rows.slice(0, shown)).map((row) => html`<li>${row}</li>`)}
      </ul>
      ${
        more > 0
          ? html`<button
              class="fold"
              type="button"
              aria-expanded=${all ? 'true' : 'false'}
              aria-controls=${name}
              data-test="unfold"
              @click=${() => this.fold(name)}
            >
              ${all ? msg('Weniger zeigen') : msg('Alle zeigen')}${lineIcon('chevron-down')}
            </button>`
          : nothing
      }
    </section>`;
  }

  /** How much there is and where, for who asks beside the day's work. */
  private renderStock({ counts }: Dashboard) {
    const figure = (href: string, value: string | number, name: string) =>
      html`<a href=${href}><strong>${value}</strong> ${name}</a>`;
    return html`<p class="stock" data-test="stock">
      ${lendingIcon('boxes')}
      ${figure('#assets/kits', `${counts.kitsOut} / ${counts.kits}`, msg('Kits verliehen'))}
      ${figure('#fleet', `${counts.devicesOut} / ${counts.devices}`, msg('Pis verliehen'))}
      ${counts.donated > 0 ? figure('#assets/devices', counts.donated, msg('Pis gespendet')) : nothing}
      ${figure('#schools', counts.schools, msg('Schulen mit Geräten'))}
    </p>`;
  }

  private fold(name: SectionName): void {
    this.unfolded = this.unfolded.includes(name)
      ? this.unfolded.filter((one) => one !== name)
      : [...this.unfolded, name];
  }

  private show(name: SectionName): void {
    const section = this.renderRoot.querySelector<HTMLElement>(`#${name}`);
    section?.focus({ preventScroll: true });
    section?.scrollIntoView({ block: 'start' });
  }

  static override styles = [controlStyles, listStyles, dashboardStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-dashboard-page': DashboardPage;
  }
}
