import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import './label-language.ts';
import './labels-things.ts';
import './printer-offset.ts';
import './sheet-editor.ts';
import './sheet-preview.ts';
import '../../ui/notice.ts';
import '../../ui/problem-note.ts';
import type { PersonView } from '../../../server/api/contract/endpoints.ts';
import type { AssetLine } from '../../../server/api/contract/lending/assets.ts';
import { runsOfCodes } from '../../../server/api/contract/lending/code-runs.ts';
import {
  type LabelLanguage,
  type LabelSheet,
  labelsPerSheet,
} from '../../../server/api/contract/lending/labels.ts';
import { call } from '../../client/api.ts';
import { fileAddress } from '../../client/files.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { Sending } from '../../ui/sending.ts';
import { listStyles } from '../list-styles.ts';
import { mayLend } from '../loans/loan-rights.ts';

const sheetKey = 'steckbrett.label-sheet';

/** The association's page of label sheets: which things, which sheet, from which label on; then a PDF. */
@customElement('sb-labels-page')
@localized()
export class LabelsPage extends LitElement {
  @property({ attribute: false }) person: PersonView | null = null;
  /** What stands behind the page's name in the address: the things, see `sb-labels-things`; empty: none yet. */
  @property() item = '';

  @state() private things: readonly AssetLine[] = [];
  @state() private sheets: readonly LabelSheet[] | null = null;
  @state() private sheetId = '';
  @state() private start = 1;
  @state() private lasting = true;
  @state() private origin = '';
  @state() private language: LabelLanguage = 'de';
  @state() private editing = false;
  /** They were opened as PDF and nobody has said yet that they are printed. */
  @state() private opened = false;
  private readonly sending = new Sending(this);

  protected override willUpdate(): void {
    if (!this.hasUpdated) void this.loadSheets();
  }

  protected override render() {
    const sheet = this.sheets?.find(({ id }) => id === this.sheetId) ?? this.sheets?.[0];
    return html`<div class="head"><h1>${msg('Etiketten')}</h1></div>
      <sb-problem-note .problem=${this.sending.problem}></sb-problem-note>
      ${
        this.lasting
          ? nothing
          : html`<sb-notice tone="waiting" data-test="labels-address">
              ${msg(str`Die QR-Codes führen zu ${this.origin}. Das ist die Adresse dieses Rechners im Netz: Ändert sie sich, führen gedruckte Etiketten ins Leere. Setzen Sie zuerst PUBLIC_URL auf eine Adresse, die bleibt.`)}
            </sb-notice>`
      }
      ${sheet ? this.renderWork(sheet) : this.sending.problem ? nothing : html`<p role="status">${msg('Wird geladen …')}</p>`}`;
  }

  private renderWork(sheet: LabelSheet) {
    const sheets = Math.ceil((this.things.length + this.start - 1) / labelsPerSheet(sheet.geometry));
    return html`<div class="halves">
      <div class="panel side">
        <h2>${msg('1. Was?')}</h2>
        <sb-labels-things
          .things=${this.things}
          .named=${this.item}
          @things=${({ detail }: CustomEvent<AssetLine[]>) => {
            this.things = detail;
            this.opened = false;
          }}
        ></sb-labels-things>
        <h2>${msg('2. Auf welchen Bogen?')}</h2>
        ${this.renderSheets(sheet)}
        <h2>${msg('3. Drucken')}</h2>
        <p data-test="labels-sum">
          ${
            this.things.length > 0
              ? msg(
                  str`${this.things.length} Etiketten auf ${sheets} Bogen, ab Etikett ${this.start}. In Originalgröße drucken (100 %).`,
                )
              : msg('Wählen Sie zuerst, was ein Etikett braucht.')
          }
        </p>
        ${this.renderPrint(sheet)}
      </div>
      <div class="paper">
        <sb-sheet-preview
          .geometry=${sheet.geometry}
          .offsetX=${sheet.offsetX}
          .offsetY=${sheet.offsetY}
          .codes=${this.things.map(({ code }) => code)}
          .start=${this.start}
          @start=${({ detail }: CustomEvent<number>) => {
            this.start = detail;
          }}
        ></sb-sheet-preview>
        <p class="hint">${msg('Bogen schon angebrochen? Klicken Sie auf das erste freie Etikett.')}</p>
      </div>
    </div>`;
  }

  private renderSheets(sheet: LabelSheet) {
    const mayChange = mayLend(this.person);
    return html`<div class="sheet">
        <div class="field">
          <label for="sheet">${msg('Bogen')}</label>
          <select
            id="sheet"
            data-test="labels-sheet"
            @change=${(event: Event) => this.choose((event.target as HTMLSelectElement).value)}
          >
            ${this.sheets?.map(
              ({ id, name, geometry }) => html`<option value=${id} ?selected=${id === sheet.id}>
                ${name} (${geometry.columns} × ${geometry.rows})
              </option>`,
            )}
          </select>
        </div>
        ${
          mayChange
            ? html`<button
                class="button"
                type="button"
                data-test="sheet-edit"
                @click=${() => {
                  this.editing = true;
                }}
              >
                ${lineIcon(sheet.preset ? 'copy' : 'pencil')}${sheet.preset ? msg('Eigener Bogen') : msg('Ändern')}
              </button>`
            : nothing
        }
      </div>
      <sb-label-language
        .language=${this.language}
        .mayChange=${mayChange}
        @saved=${() => this.loadSheets(sheet.id)}
      ></sb-label-language>
      <sb-printer-offset
        .sheet=${sheet}
        .mayChange=${mayChange}
        @saved=${({ detail }: CustomEvent<LabelSheet>) => this.loadSheets(detail.id)}
      ></sb-printer-offset>
      <sb-sheet-editor
        .open=${this.editing}
        .sheet=${sheet}
        @saved=${({ detail }: CustomEvent<LabelSheet>) => {
          this.editing = false;
          void this.loadSheets(detail.id);
        }}
        @removed=${() => {
          this.editing = false;
          void this.loadSheets();
        }}
        @close=${() => {
          this.editing = false;
        }}
      ></sb-sheet-editor>`;
  }

  private renderPrint(sheet: LabelSheet) {
    if (this.things.length === 0) return nothing;
    const codes = this.things.map(({ code }) => code);
    return html`<a
        class="button primary"
        target="_blank"
        data-test="labels-pdf"
        href=${fileAddress('labels', {}, { sheetId: sheet.id, codes: runsOfCodes(codes), start: this.start })}
        @click=${() => {
          this.opened = true;
        }}
        >${lineIcon('printer')}${msg('PDF öffnen')}</a
      >
      ${
        this.opened && mayLend(this.person)
          ? html`<sb-notice tone="info">
              ${msg('Alles gut gedruckt? Dann merken wir uns, dass diese Dinge ein Etikett haben.')}
              <button slot="action" class="button" type="button" data-test="labels-printed" @click=${this.printed}>
                ${msg('Ja, gedruckt')}
              </button>
            </sb-notice>`
          : nothing
      }`;
  }

  private choose(id: string): void {
    this.sheetId = id;
    this.start = 1;
    try {
      localStorage.setItem(sheetKey, id);
    } catch {
      // A browser that forbids storage begins with the first sheet next time.
    }
  }

  private async printed(): Promise<void> {
    await this.sending.do(async () => {
      await call('notePrinted', {}, { assetIds: this.things.map(({ id }) => id) });
      this.opened = false;
      this.things = [];
      this.start = 1;
      location.hash = '#labels';
    });
  }

  private async loadSheets(wanted?: string): Promise<void> {
    await this.sending.do(async () => {
      const { sheets, lasting, origin, language } = await call('labelSheets', {}, {});
      this.sheets = sheets;
      this.lasting = lasting;
      this.origin = origin;
      this.language = language;
      const kept = wanted ?? (this.sheetId || keptSheet());
      this.sheetId = sheets.find(({ id }) => id === kept)?.id ?? sheets[0]?.id ?? '';
      const sheet = sheets.find(({ id }) => id === this.sheetId);
      if (sheet) this.start = Math.min(this.start, labelsPerSheet(sheet.geometry));
    });
  }

  static override styles = [
    controlStyles,
    listStyles,
    css`
      .halves {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(16rem, 30rem);
        align-items: start;
        gap: var(--sb-space-6);
      }

      .side {
        display: grid;
        gap: var(--sb-space-3);
        padding: var(--sb-space-4) var(--sb-space-6) var(--sb-space-6);
      }

      .side h2 {
        margin-top: var(--sb-space-2);
      }

      .paper {
        position: sticky;
        top: 5.75rem;
        display: grid;
        gap: var(--sb-space-2);
        text-align: center;
      }

      .paper sb-sheet-preview {
        justify-self: center;
        width: min(100%, calc((100dvh - 9rem) * 0.707));
        min-width: 14rem;
      }

      .sheet {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: end;
        gap: var(--sb-space-3);
      }

      @media (max-width: 62rem) {
        .halves {
          grid-template-columns: minmax(0, 1fr);
        }

        .paper {
          position: static;
        }
      }
    `,
  ];
}

function keptSheet(): string | null {
  try {
    return localStorage.getItem(sheetKey);
  } catch {
    return null;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-labels-page': LabelsPage;
  }
}
