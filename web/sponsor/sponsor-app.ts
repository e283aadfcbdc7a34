import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '../ui/language-switch.ts';
import '../ui/month-chart.ts';
import '../ui/problem-note.ts';
import type { Problem } from '../../device/contract/problem.ts';
import { reportEndpoints, type SponsorPage } from '../../server/api/contract/lending/reports.ts';
import { callEndpoint } from '../client/call-endpoint.ts';
import { dateLocale } from '../locales/locale.ts';
import { controlStyles } from '../ui/control-styles.ts';
import { figureTile, tileStyles } from '../ui/figure-tile.ts';
import { lendingIcon } from '../ui/lending-icons.ts';
import { problemOf } from '../ui/problem-text.ts';

/** A sponsor’s page with thanks, `/sponsors/TOKEN`: counts only, for who has the address. */
@customElement('sb-sponsor-app')
@localized()
export class SponsorApp extends LitElement {
  @state() private page: SponsorPage | null = null;
  @state() private problem: Problem | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  protected override render() {
    if (this.page) document.title = this.page.name;
    return html`<main>
      <div class="top"><sb-language-switch></sb-language-switch></div>
      <sb-problem-note .problem=${this.problem}></sb-problem-note>
      ${this.page ? this.renderPage(this.page) : this.problem ? nothing : html`<p role="status">${msg('Wird geladen …')}</p>`}
    </main>`;
  }

  private renderPage(page: SponsorPage) {
    const number = (value: number) => value.toLocaleString(dateLocale());
    const since = page.since
      ? new Date(`${page.since}T12:00:00Z`).toLocaleDateString(dateLocale(), {
          year: 'numeric',
          month: 'long',
        })
      : null;
    return html`<header>
        <span class="heart">${lendingIcon('heart')}</span>
        <p class="quiet-text">${page.association ? msg(str`${page.association} sagt Danke`) : msg('Danke')}</p>
        <h1 data-test="sponsor-title">${page.name}</h1>
        ${since ? html`<p class="quiet-text">${msg(str`Das ist seit ${since} daraus geworden:`)}</p>` : nothing}
      </header>
      <div class="tiles" data-test="sponsor-figures">
        ${figureTile(number(page.pupils), msg('Kinder'))}
        ${figureTile(number(page.classes), msg('Klassen'))}
        ${figureTile(number(page.schools), msg('Schulen'))}
        ${figureTile(number(page.goals), msg('erreichte Ziele'))}
        ${figureTile(number(page.kits), msg('Kits'))}
        ${figureTile(number(page.devices), msg('Raspberry Pis'))}
      </div>
      ${page.thanks ? html`<blockquote class="panel">${page.thanks}</blockquote>` : nothing}
      <section class="panel">
        <h2>${msg('Monat für Monat')}</h2>
        <sb-month-chart .months=${page.months}></sb-month-chart>
      </section>
      <footer class="quiet-text">
        <p>${msg('Nur Zahlen: Kein Kind und keine Schule wird genannt.')}</p>
        ${/^https?:\/\//.test(page.website) ? html`<a href=${page.website} rel="noopener">${page.website.replace(/^https?:\/\//, '')}</a>` : nothing}
      </footer>`;
  }

  private async load(): Promise<void> {
    const token = decodeURIComponent(location.pathname.split('/').at(-1) ?? '');
    try {
      this.page = await callEndpoint(reportEndpoints.sponsorPage, { token }, {});
    } catch (error) {
      this.problem = problemOf(error);
    }
  }

  static override styles = [
    controlStyles,
    tileStyles,
    css`
      main {
        display: grid;
        gap: var(--sb-space-6);
        max-width: 56rem;
        margin-inline: auto;
        padding: var(--sb-space-6);
      }

      .top {
        display: flex;
        justify-content: flex-end;
      }

      header {
        display: grid;
        justify-items: center;
        gap: var(--sb-space-2);
        text-align: center;
      }

      h1 {
        color: var(--sb-good);
        font-size: var(--sb-text-xxl);
      }

      .heart {
        display: grid;
        place-items: center;
        width: 4rem;
        height: 4rem;
        border-radius: 50%;
        background: var(--sb-copper-soft);
        color: var(--sb-copper);
        font-size: 1.6rem;
      }

      .tiles {
        grid-template-columns: repeat(3, minmax(0, 1fr));
      }

      .tile {
        justify-items: center;
        text-align: center;
      }

      blockquote.panel {
        margin: 0;
        padding: var(--sb-space-6);
        border-inline-start: 5px solid var(--sb-copper);
        font-size: var(--sb-text-l);
        line-height: 1.5;
        white-space: pre-line;
      }

      section {
        display: grid;
        gap: var(--sb-space-4);
        padding: var(--sb-space-6);
      }

      footer {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        gap: var(--sb-space-3);
        font-size: var(--sb-text-s);
      }

      footer a {
        color: var(--sb-action);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-sponsor-app': SponsorApp;
  }
}
