import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { language } from '../locales/locale.ts';
import { controlStyles } from '../ui/control-styles.ts';
import '../ui/language-switch.ts';
import { lineIcon } from '../ui/line-icons.ts';
import '../ui/logo.ts';
import './check-row.ts';
import './it-paragraph.ts';
import { itNote } from './it-note.ts';
import { measureClock, measureSpeed, tryLive, tryMqtt } from './probes.ts';
import { checks, type Findings, overall } from './verdicts.ts';
import { summary } from './words.ts';

/** Whether lessons work over the network at hand, thing by thing, and what the school's IT can do. */
@customElement('sb-network-app')
@localized()
export class SbNetworkApp extends LitElement {
  @state() private found: Findings = {};
  /** Counts the rounds; what an older one finds is late. */
  private round = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.test();
  }

  override render() {
    document.title = `${msg('Netzwerk prüfen')} · Steckbrett`;
    const verdict = overall(this.found);
    const { hostname, port, protocol } = location;
    return html`<header>
        <a href="/teacher" title=${msg('Zur Lehrkraftseite')}><sb-logo></sb-logo></a>
        <sb-language-switch></sb-language-switch>
      </header>
      <main>
        <h1>${msg('Netzwerk prüfen')}</h1>
        <div class="result">
          <p class="summary" role="status" data-test="network-summary" data-verdict=${verdict ?? 'testing'}>
            ${verdict ? summary(verdict) : msg('Einen Augenblick …')}
          </p>
          ${
            verdict
              ? html`<button class="button" type="button" data-test="network-again" @click=${this.test}>
                  ${lineIcon('rotate-ccw')}${msg('Noch einmal prüfen')}
                </button>`
              : nothing
          }
        </div>
        <section class="panel" aria-label=${msg('Ergebnisse')}>
          ${checks.map(
            (check) =>
              html`<sb-check-row .check=${check} .found=${this.found} .speaks=${language()}></sb-check-row>`,
          )}
        </section>
        <sb-it-paragraph .text=${itNote({ hostname, port, https: protocol === 'https:' }, this.found)}></sb-it-paragraph>
      </main>`;
  }

  private async test(): Promise<void> {
    this.round += 1;
    const own = this.round;
    const tell = (news: Findings) => {
      if (own === this.round) this.found = { ...this.found, ...news };
    };
    this.found = { https: location.protocol === 'https:' };
    // The download goes first and alone, so that nothing shares the line with it.
    tell({ speed: await measureSpeed().catch(() => null) });
    await Promise.all([
      tryLive('websocket').then((websocket) => tell({ websocket })),
      tryLive('polling').then((polling) => tell({ polling })),
      tryMqtt().then((mqtt) => tell({ mqtt })),
      measureClock().then(
        (clock) => tell({ clock }),
        () => tell({ clock: null }),
      ),
    ]);
  }

  static override styles = [
    controlStyles,
    css`
      header {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: var(--sb-space-4);
        padding: var(--sb-space-2) var(--sb-space-6);
        border-bottom: 1px solid var(--sb-line);
        background: var(--sb-surface);
      }

      header a {
        display: inline-flex;
        align-items: center;
        min-height: var(--sb-touch);
        text-decoration: none;
      }

      main {
        display: grid;
        gap: var(--sb-space-4);
        max-width: 52rem;
        margin-inline: auto;
        padding: var(--sb-space-6) var(--sb-space-4) var(--sb-space-8);
      }

      .result {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: var(--sb-space-3);
        min-height: var(--sb-touch);
      }

      .summary {
        font-size: var(--sb-text-l);
        font-weight: 600;
      }

      .panel {
        display: grid;
        padding: var(--sb-space-2) var(--sb-space-4);
      }

      sb-check-row + sb-check-row {
        border-top: 1px solid var(--sb-line);
      }

      @media (max-width: 30rem) {
        header {
          padding-inline: var(--sb-space-3);
        }
      }

      @media print {
        header,
        button {
          display: none;
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-network-app': SbNetworkApp;
  }
}
