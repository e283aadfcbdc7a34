import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../ui/problem-note.ts';
import type { Problem } from '../../../device/contract/problem.ts';
import type { PersonView } from '../../../server/api/contract/endpoints.ts';
import type { StocktakeLine } from '../../../server/api/contract/lending/stocktake.ts';
import { call } from '../../client/api.ts';
import { dateLocale } from '../../locales/locale.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lendingIcon } from '../../ui/lending-icons.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { personName } from '../../ui/person-name.ts';
import { problemOf } from '../../ui/problem-text.ts';
import { Sending } from '../../ui/sending.ts';
import { listStyles } from '../list-styles.ts';
import { AssociationLive } from '../live/association-live.ts';

/** The places that can be counted, and the stocktakes that were and are. */
@customElement('sb-stocktake-list')
@localized()
export class StocktakeList extends LitElement {
  @property({ attribute: false }) person: PersonView | null = null;

  @state() private stocktakes: readonly StocktakeLine[] | null = null;
  @state() private places: readonly { place: string; assets: number }[] = [];
  @state() private problem: Problem | null = null;
  private readonly starting = new Sending(this);

  constructor() {
    super();
    new AssociationLive(this, {
      onChange: (what) => {
        if (what === 'stocktake') void this.load();
      },
      onScanned: () => void this.load(),
      onReturn: () => void this.load(),
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  protected override render() {
    return html`<div class="head"><h1>${msg('Inventur')}</h1></div>
      <sb-problem-note .problem=${this.starting.problem ?? this.problem}></sb-problem-note>
      ${this.stocktakes ? this.renderAll(this.stocktakes) : this.problem ? nothing : html`<p role="status">${msg('Wird geladen …')}</p>`}`;
  }

  private renderAll(stocktakes: readonly StocktakeLine[]) {
    const running = new Set(stocktakes.filter((one) => one.finishedAt === null).map(({ place }) => place));
    const places = this.places.filter(({ place }) => !running.has(place));
    const may = this.person?.duty && this.person.duty !== 'read-only';
    return html`${
      stocktakes.some((one) => one.finishedAt === null)
        ? this.renderLines(
            msg('Läuft gerade'),
            stocktakes.filter((one) => one.finishedAt === null),
          )
        : nothing
    }
      ${
        may
          ? html`<section>
              <h2>${msg('Wo zählen Sie?')}</h2>
              ${
                places.length === 0 && running.size === 0
                  ? html`<p class="quiet-text">${msg('Noch hat kein Ding einen Ort. Tragen Sie ihn bei Kits und Geräten ein.')}</p>`
                  : html`<ul class="places">
                      ${places.map(
                        ({ place, assets }) => html`<li>
                          <button class="panel" type="button" ?disabled=${this.starting.busy} data-test="place" @click=${() => this.start(place)}>
                            ${lendingIcon('map-pin')}<strong>${place}</strong>
                            <span class="quiet-text">${assets === 1 ? msg('1 Ding') : msg(str`${assets} Dinge`)}</span>
                          </button>
                        </li>`,
                      )}
                    </ul>`
              }
            </section>`
          : nothing
      }
      ${
        stocktakes.some((one) => one.finishedAt !== null)
          ? this.renderLines(
              msg('Abgeschlossen'),
              stocktakes.filter((one) => one.finishedAt !== null),
            )
          : nothing
      }`;
  }

  private renderLines(heading: string, lines: readonly StocktakeLine[]) {
    const day = new Intl.DateTimeFormat(dateLocale(), { dateStyle: 'medium' });
    return html`<section>
      <h2>${heading}</h2>
      <ul class="lines">
        ${lines.map(
          (line) => html`<li>
            <a class="panel" href="#stocktake/${line.id}" data-test="stocktake">
              <span><strong>${line.place}</strong><br /><span class="hint">${day.format(line.startedAt)}${line.startedBy ? ` · ${personName(line.startedBy)}` : ''}</span></span>
              <span class="figures">
                ${msg(str`${line.found} von ${line.expected}`)}
                ${line.found === line.expected ? html`<span class="good">${lineIcon('circle-check')}</span>` : nothing}
                ${line.unexpected > 0 ? html`<br /><span class="hint">${msg(str`${line.unexpected} nicht erwartet`)}</span>` : nothing}
              </span>
              ${lineIcon('chevron-right')}
            </a>
          </li>`,
        )}
      </ul>
    </section>`;
  }

  private async load(): Promise<void> {
    try {
      const { stocktakes, places } = await call('stocktakes', {}, {});
      this.stocktakes = stocktakes;
      this.places = places;
      this.problem = null;
    } catch (error) {
      this.problem = problemOf(error);
    }
  }

  private async start(place: string): Promise<void> {
    await this.starting.do(async () => {
      const { id } = await call('startStocktake', {}, { place });
      location.hash = `stocktake/${id}`;
    });
  }

  static override styles = [
    controlStyles,
    listStyles,
    css`
      section {
        display: grid;
        gap: var(--sb-space-3);
      }

      ul {
        display: grid;
        gap: var(--sb-space-3);
        margin: 0;
        padding: 0;
        list-style: none;
      }

      .places {
        grid-template-columns: repeat(auto-fill, minmax(min(15rem, 100%), 1fr));
      }

      .places button {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        align-items: center;
        gap: var(--sb-space-3);
        width: 100%;
        min-height: 4rem;
        padding: var(--sb-space-3) var(--sb-space-4);
        color: inherit;
        font: inherit;
        text-align: left;
        overflow-wrap: anywhere;
        cursor: pointer;
      }

      .places svg {
        color: var(--sb-good);
      }

      .lines a {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto auto;
        align-items: center;
        gap: var(--sb-space-4);
        min-height: 4rem;
        padding: var(--sb-space-3) var(--sb-space-4);
        color: inherit;
        text-decoration: none;
      }

      .places button:hover,
      .lines a:hover {
        background: var(--sb-surface-sunk);
      }

      .figures {
        text-align: right;
        font-variant-numeric: tabular-nums;
      }

      .good {
        color: var(--sb-good);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-stocktake-list': StocktakeList;
  }
}
