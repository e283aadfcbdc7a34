import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { SchoolLife } from '../../../server/api/contract/lending/schools.ts';
import { dateLocale, language } from '../../locales/locale.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { timeAgo } from '../relative-time.ts';
import { detailStyles } from './detail-styles.ts';

/** What has become of a school: lessons in numbers, and the Pis that the fleet has there. */
@customElement('sb-school-life')
@localized()
export class SchoolLifeView extends LitElement {
  @property({ attribute: false }) life: SchoolLife | null = null;

  protected override render() {
    return this.life ? html`${this.renderNumbers(this.life)} ${this.renderDevices(this.life)}` : nothing;
  }

  private renderNumbers({ loans, donations, classes, pupils, goals }: SchoolLife) {
    const numbers: [number, string][] = [
      [loans, loans === 1 ? msg('Leihe') : msg('Leihen')],
      [donations, donations === 1 ? msg('Spende') : msg('Spenden')],
      [classes, classes === 1 ? msg('Unterrichtsstunde') : msg('Unterrichtsstunden')],
      [pupils, msg('Kinder und Jugendliche')],
      [goals, goals === 1 ? msg('erreichtes Ziel') : msg('erreichte Ziele')],
    ];
    const some = numbers.filter(([count]) => count > 0);
    if (some.length === 0) return nothing;
    return html`<section>
      <h3>${msg('Bisher')}</h3>
      <ul class="numbers" data-test="school-numbers">
        ${some.map(([count, word]) => html`<li><strong>${count.toLocaleString(dateLocale())}</strong> ${word}</li>`)}
      </ul>
    </section>`;
  }

  private renderDevices({ devices }: SchoolLife) {
    if (devices.length === 0) return nothing;
    return html`<section>
      <h3>${msg(str`Pis dort (${devices.length})`)}</h3>
      <ul class="devices">
        ${devices.map((device) => this.renderDevice(device))}
      </ul>
    </section>`;
  }

  private renderDevice({ number, name, online, lastSeenAt, assetId }: SchoolLife['devices'][number]) {
    const seen = online
      ? msg('verbunden')
      : lastSeenAt === null
        ? msg('noch nie gesehen')
        : msg(str`zuletzt ${timeAgo(lastSeenAt, Date.now(), language()) ?? msg('gerade eben')}`);
    const words = html`${lineIcon(online ? 'wifi' : 'wifi-off')}<strong>P${number}</strong> <span>${name}</span>
      <span class="quiet-text">${seen}</span>`;
    return html`<li data-test="school-device" class=${online ? 'online' : ''}>
      ${assetId ? html`<a href="#assets/${assetId}">${words}</a>` : html`<a href="#fleet">${words}</a>`}
    </li>`;
  }

  static override styles = [
    controlStyles,
    detailStyles,
    css`
      :host {
        display: grid;
        gap: var(--sb-space-4);
      }

      .numbers {
        display: flex;
        flex-wrap: wrap;
      }

      .numbers li {
        padding: var(--sb-space-2) var(--sb-space-3);
        border-radius: var(--sb-radius-s);
        background: var(--sb-surface-sunk);
      }

      .numbers strong {
        font-size: var(--sb-text-l);
      }

      .devices {
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr));
        gap: 0 var(--sb-space-4);
        max-height: 20rem;
        overflow-y: auto;
      }

      .devices a {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--sb-space-1) var(--sb-space-2);
        min-height: var(--sb-touch);
        color: var(--sb-ink);
        text-decoration: none;
      }

      .devices svg.lucide {
        color: var(--sb-ink-quiet);
      }

      .online svg.lucide {
        color: var(--sb-good);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-school-life': SchoolLifeView;
  }
}
