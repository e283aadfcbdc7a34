import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Problem } from '../../../device/contract/problem.ts';
import type { PersonView } from '../../../server/api/contract/endpoints.ts';
import { call } from '../../client/api.ts';
import { upload } from '../../client/files.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import '../../ui/copy-text.ts';
import '../../ui/notice.ts';
import { lendingIcon } from '../../ui/lending-icons.ts';
import { problemOf, problemText } from '../../ui/problem-text.ts';

/** The feed's secret address, and school holidays from a file. */
@customElement('sb-calendar-feed')
@localized()
export class CalendarFeed extends LitElement {
  @property({ attribute: false }) person: PersonView | null = null;
  @state() private url = '';
  @state() private said = '';
  @state() private problem: Problem | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  protected override render() {
    const { duty } = this.person ?? {};
    return html`<div class="panel">
      <p>${msg('Mit dieser Adresse zeigt jeder Kalender alle Leihen. Wer sie kennt, sieht Schulen und Kits, sonst nichts.')}</p>
      <sb-copy-text .text=${this.url} label=${msg('Adresse des Kalenders')}></sb-copy-text>
      <div class="choices">
        ${
          duty === 'admin' || duty === 'logistics'
            ? html`<label class="button">
                ${lendingIcon('upload')}${msg('Schulferien (.ics) einlesen')}
                <input class="visually-hidden" type="file" accept=".ics,text/calendar" @change=${this.take} />
              </label>`
            : nothing
        }
        ${duty === 'admin' ? html`<button class="button" type="button" @click=${this.renew}>${msg('Neue Adresse')}</button>` : nothing}
      </div>
      ${this.said ? html`<sb-notice tone="good">${this.said}</sb-notice>` : nothing}
      ${this.problem ? html`<sb-notice tone="problem">${problemText(this.problem)}</sb-notice>` : nothing}
    </div>`;
  }

  private async load(): Promise<void> {
    await this.attempt(async () => {
      this.url = (await call('feeds', {}, {})).url;
    });
  }

  private readonly renew = () =>
    this.attempt(async () => {
      await call('renewFeeds', {}, {});
      this.url = (await call('feeds', {}, {})).url;
      this.said = msg('Die alten Adressen gelten nicht mehr.');
    });

  private readonly take = (event: Event) =>
    this.attempt(async () => {
      const input = event.target as HTMLInputElement;
      const file = input.files?.[0];
      if (!file) return;
      const name = file.name.replace(/\.ics$/i, '').slice(0, 120) || msg('Schulferien');
      input.value = '';
      const { days } = await upload('importSchoolHolidays', {}, { name, land: null }, file);
      this.said = msg(str`${days} Ferienzeiten eingelesen.`);
    });

  private async attempt(work: () => Promise<void>): Promise<void> {
    this.problem = null;
    this.said = '';
    try {
      await work();
    } catch (error) {
      this.problem = problemOf(error);
    }
  }

  static override styles = [
    controlStyles,
    css`
      .panel {
        display: grid;
        gap: var(--sb-space-3);
        padding: var(--sb-space-4);
      }

      .choices {
        display: flex;
        flex-wrap: wrap;
        gap: var(--sb-space-3);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-calendar-feed': CalendarFeed;
  }
}
