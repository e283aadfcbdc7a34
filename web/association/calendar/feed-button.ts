import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../ui/copy-text.ts';
import '../../ui/dialog-frame.ts';
import '../../ui/notice.ts';
import '../../ui/problem-note.ts';
import '../../ui/qr-code.ts';
import type { PersonView } from '../../../server/api/contract/endpoints.ts';
import { call } from '../../client/api.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lendingIcon } from '../../ui/lending-icons.ts';
import { Sending } from '../../ui/sending.ts';

/**
 * A button that opens the secret address of a feed, for one's own calendar: all loans, those of a school (`schoolId`), of a
 * kit (`assetId`), or for teachers those of their own school.
 */
@customElement('sb-feed-button')
@localized()
export class FeedButton extends LitElement {
  @property({ attribute: false }) person: PersonView | null = null;
  @property() schoolId = '';
  @property() assetId = '';

  @state() private open = false;
  @state() private url = '';
  @state() private asking = false;
  @state() private renewed = false;
  private readonly sending = new Sending(this);

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has('schoolId') && !changed.has('assetId')) return;
    this.url = '';
    this.open = false;
  }

  protected override render() {
    return html`<button class="button" type="button" data-test="feed" @click=${this.show}>
        ${lendingIcon('calendar')}${msg('Abonnieren')}
      </button>
      <sb-dialog-frame .open=${this.open} heading=${msg('Leihen im eigenen Kalender')} @close=${this.hide}>
        ${this.open ? this.renderFeed() : nothing}
      </sb-dialog-frame>`;
  }

  private renderFeed() {
    return html`<div class="feed" data-test="feed-dialog">
      <p>${this.whatWords()} ${msg('Wer die Adresse kennt, sieht Schulen, Nummern und Kits, keine Personen.')}</p>
      <sb-problem-note .problem=${this.sending.problem}></sb-problem-note>
      ${
        this.url
          ? html`<div class="address">
                <sb-qr-code .text=${subscription(this.url)} label=${msg('Adresse des Kalenders als QR-Code')}></sb-qr-code>
                <div>
                  <sb-copy-text .text=${this.url} label=${msg('Adresse des Kalenders')}></sb-copy-text>
                  <a class="button" href=${subscription(this.url)}>
                    ${lendingIcon('calendar-days')}${msg('Hier im Kalender öffnen')}
                  </a>
                </div>
              </div>
              ${howTo()}
              ${this.person?.duty === 'admin' ? this.renderRenew() : nothing}`
          : nothing
      }
    </div>`;
  }

  private whatWords(): string {
    if (this.person?.role !== 'staff') return msg('Unter dieser Adresse stehen die Leihen Ihrer Schule.');
    if (this.schoolId) return msg('Unter dieser Adresse stehen die Leihen dieser Schule.');
    if (this.assetId) return msg('Unter dieser Adresse stehen die Leihen dieses Kits.');
    return msg('Unter dieser Adresse stehen alle Leihen.');
  }

  private renderRenew() {
    if (this.renewed) {
      return html`<sb-notice tone="good" data-test="feed-renewed">
        ${msg('Das ist die neue Adresse. Die alten gelten nicht mehr.')}
      </sb-notice>`;
    }
    if (!this.asking) {
      return html`<div class="row">
        <button
          class="button"
          type="button"
          data-test="feed-renew"
          @click=${() => {
            this.asking = true;
          }}
        >
          ${msg('Neue Adressen …')}
        </button>
      </div>`;
    }
    return html`<div class="ask" role="alertdialog" aria-labelledby="ask">
      <p id="ask">${msg('Alle Kalender enden, auch die der Schulen: Jeder muss danach neu abonnieren.')}</p>
      <div class="row">
        <button
          class="button"
          type="button"
          @click=${() => {
            this.asking = false;
          }}
        >
          ${msg('Behalten')}
        </button>
        <button class="button danger" type="button" data-test="feed-renew-go" ?disabled=${this.sending.busy} @click=${this.renew}>
          ${msg('Alle Adressen erneuern')}
        </button>
      </div>
    </div>`;
  }

  private readonly show = async () => {
    this.open = true;
    this.renewed = false;
    await this.sending.do(() => this.load());
  };

  private readonly hide = () => {
    this.open = false;
    this.asking = false;
  };

  private readonly renew = () =>
    this.sending.do(async () => {
      await call('renewFeeds', {}, {});
      await this.load();
      this.asking = false;
      this.renewed = true;
    });

  private async load(): Promise<void> {
    const { schoolId, assetId } = this;
    const { url } =
      this.person?.role === 'staff'
        ? await call('feeds', {}, { ...(schoolId ? { schoolId } : {}), ...(assetId ? { assetId } : {}) })
        : await call('myFeed', {}, {});
    if (schoolId === this.schoolId && assetId === this.assetId) this.url = url;
  }

  static override styles = [
    controlStyles,
    css`
      :host {
        display: inline-block;
      }

      .feed,
      .ask {
        display: grid;
        gap: var(--sb-space-4);
      }

      section {
        display: grid;
        gap: var(--sb-space-2);
      }

      .address {
        display: grid;
        grid-template-columns: 9rem minmax(0, 1fr);
        align-items: center;
        gap: var(--sb-space-4);
      }

      .address > div {
        display: grid;
        justify-items: start;
        gap: var(--sb-space-3);
      }

      sb-copy-text {
        width: 100%;
      }

      dl {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: var(--sb-space-2) var(--sb-space-3);
        margin: 0;
      }

      dt {
        font-weight: 650;
      }

      dd {
        margin: 0;
      }

      .row {
        display: flex;
        flex-wrap: wrap;
        justify-content: flex-end;
        gap: var(--sb-space-3);
      }

      .ask {
        padding: var(--sb-space-4);
        border-radius: var(--sb-radius-s);
        background: var(--sb-stop-soft);
      }

      @media (max-width: 30rem) {
        .address {
          grid-template-columns: minmax(0, 1fr);
        }

        sb-qr-code {
          width: 9rem;
        }
      }
    `,
  ];
}

/** An address that a calendar opens, and not the browser. */
function subscription(url: string): string {
  return url.replace(/^https?:/, 'webcal:');
}

/** How others take a feed; Google and Outlook fetch it from the Internet, Apple's calendar from the device itself. */
function howTo() {
  return html`<section>
    <h3>${msg('So abonnieren Sie')}</h3>
    <dl>
      <dt>Google</dt>
      <dd>${msg('Weitere Kalender › + › Per URL, am Computer')}</dd>
      <dt>Apple</dt>
      <dd>${msg('QR-Code scannen; am Mac: Ablage › Neues Kalenderabonnement')}</dd>
      <dt>Outlook</dt>
      <dd>${msg('Kalender hinzufügen › Aus dem Internet abonnieren')}</dd>
    </dl>
    <p class="hint">${msg('Google und Outlook holen ihn aus dem Internet: Dort muss Steckbrett erreichbar sein.')}</p>
  </section>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-feed-button': FeedButton;
  }
}
