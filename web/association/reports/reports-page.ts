import { localized, msg } from '@lit/localize';
import { html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import './class-counts.ts';
import './impact-report.ts';
import './sponsor-list.ts';
import type { PersonView } from '../../../server/api/contract/endpoints.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { listStyles } from '../list-styles.ts';
import { reportTabStyles } from './report-tab-styles.ts';

const tabs = {
  impact: { name: () => msg('Wirkungsbericht') },
  sponsors: { name: () => msg('Förderer') },
  classes: { name: () => msg('Gelöschte Klassen') },
} as const;
type Tab = keyof typeof tabs;

/** The association's page of the yearly impact, sponsors, what is left of classes: `#reports/sponsors`. */
@customElement('sb-reports-page')
@localized()
export class ReportsPage extends LitElement {
  @property({ attribute: false }) person: PersonView | null = null;
  /** The tab's name; empty: the first. */
  @property() item = '';

  protected override render() {
    const open: Tab = this.item in tabs ? (this.item as Tab) : 'impact';
    return html`<div class="head"><h1>${msg('Wirkung')}</h1></div>
      <nav class="tabs" aria-label=${msg('Berichte')}>
        ${(Object.keys(tabs) as Tab[]).map(
          (
            tab,
          ) => html`<a href="#reports/${tab}" data-test="tab-${tab}" aria-current=${tab === open ? 'page' : 'false'}>
            ${tabs[tab].name()}
          </a>`,
        )}
      </nav>
      ${
        open === 'impact'
          ? html`<sb-impact-report></sb-impact-report>`
          : open === 'sponsors'
            ? html`<sb-sponsor-list .person=${this.person}></sb-sponsor-list>`
            : html`<sb-class-counts></sb-class-counts>`
      }`;
  }

  static override styles = [controlStyles, listStyles, reportTabStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-reports-page': ReportsPage;
  }
}
