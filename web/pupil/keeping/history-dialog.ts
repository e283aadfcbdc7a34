import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Problem } from '../../../device/contract/problem.ts';
import type { Wiring } from '../../../device/contract/wiring.ts';
import type { Blocks } from '../../../server/live/contract/live.ts';
import { dateLocale } from '../../locales/locale.ts';
import '../../ui/block-picture.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import '../../ui/notice.ts';
import { problemOf, problemText } from '../../ui/problem-text.ts';
import type { PupilConnection } from '../connection.ts';
import { agoWords } from './difference-words.ts';
import './version-card.ts';
import { type Version, VersionBlocks } from './version-list.ts';

/** The earlier versions of the work, in small pictures. Fires `version-chosen` with the blocks of the one that is wanted. */
@customElement('sb-history')
@localized()
export class SbHistory extends LitElement {
  /** Asks the server, as `SeatSession.ask` does. */
  @property({ attribute: false }) ask!: PupilConnection['ask'];
  @property({ attribute: false }) wiring: Wiring = { parts: [] };

  /** `null` while they are fetched. */
  @state() private versions: readonly Version[] | null = null;
  @state() private problem: Problem | null = null;
  @state() private seen: { version: Version; blocks: Blocks } | null = null;

  private source!: VersionBlocks;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.fetch();
  }

  override render() {
    if (this.problem) {
      return html`<sb-notice tone="waiting" data-test="history-problem"
        >${problemText(this.problem)}
        <button slot="action" type="button" class="button" @click=${this.fetch}>${msg('Noch einmal')}</button>
      </sb-notice>`;
    }
    const { versions, seen } = this;
    if (!versions) return html`<p role="status" class="hint">${msg('Versionen werden geholt …')}</p>`;
    if (versions.length === 0) {
      return html`<p data-test="history-empty">${msg('Noch keine Versionen. Sie entstehen von selbst, wenn du baust.')}</p>`;
    }
    return html`${seen ? this.preview(seen) : nothing}
      <div class="cards" ?hidden=${seen !== null} data-test="history">
        ${versions.map(
          (version) =>
            html`<sb-version-card
              .version=${version}
              .source=${this.source}
              .wiring=${this.wiring}
              @version-seen=${({ detail }: CustomEvent<Blocks>) => this.look({ version, blocks: detail })}
            ></sb-version-card>`,
        )}
      </div>`;
  }

  private preview({ version, blocks }: { version: Version; blocks: Blocks }) {
    return html`<section>
      <h3>${agoWords(version.savedAgoMs, dateLocale())}</h3>
      <div class="large"><sb-block-picture .blocks=${blocks} .wiring=${this.wiring}></sb-block-picture></div>
      <div class="actions">
        <button type="button" class="button" @click=${() => this.look(null)}>${msg('Alle Versionen')}</button>
        ${
          version.current
            ? nothing
            : html`<button type="button" class="button primary" data-test="version-take" @click=${() => this.take(blocks)}>
                ${msg('Diese Version holen')}
              </button>`
        }
      </div>
    </section>`;
  }

  private look(seen: typeof this.seen): void {
    this.seen = seen;
  }

  private take(blocks: Blocks): void {
    this.dispatchEvent(new CustomEvent('version-chosen', { detail: blocks }));
  }

  private readonly fetch = async () => {
    this.problem = null;
    this.versions = null;
    this.source = new VersionBlocks(this.ask);
    try {
      this.versions = (await this.ask('history:list', {})).versions;
    } catch (thrown) {
      this.problem = problemOf(thrown);
    }
  };

  static override styles = [
    controlStyles,
    css`
      .cards {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 14rem), 1fr));
        gap: var(--sb-space-3);
      }

      section {
        display: grid;
        gap: var(--sb-space-3);
      }

      .large {
        max-height: 50dvh;
        padding: var(--sb-space-3);
        overflow: auto;
        border: 1px solid var(--sb-line);
        border-radius: var(--sb-radius);
        background: var(--sb-paper);
      }

      .actions {
        display: flex;
        flex-wrap: wrap;
        justify-content: flex-end;
        gap: var(--sb-space-2);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-history': SbHistory;
  }
}
