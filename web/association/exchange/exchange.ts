import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import './file-drop.ts';
import './import-report.ts';
import './upload-progress.ts';
import '../../ui/problem-note.ts';
import type { PersonView } from '../../../server/api/contract/endpoints.ts';
import type { ImportReport, TableName } from '../../../server/api/contract/lending/schools.ts';
import { fileAddress, upload } from '../../client/files.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { Sending } from '../../ui/sending.ts';

const importable = ['schools', 'assets', 'consumables'] as const;
type Importable = (typeof importable)[number];

/** Import of tables from CSV, tried out before anything changes, and export of everything. */
@customElement('sb-exchange')
@localized()
export class Exchange extends LitElement {
  @property({ attribute: false }) person: PersonView | null = null;

  @state() private table: Importable = 'schools';
  @state() private file: File | null = null;
  /** How much of the file has gone, 0 to 1. */
  @state() private sent = 0;
  @state() private report: ImportReport | null = null;
  private readonly sending = new Sending(this);

  protected override render() {
    return html`${this.person?.duty === 'read-only' ? nothing : this.renderImport()} ${this.renderExport()}`;
  }

  private renderImport() {
    const { busy } = this.sending;
    return html`<section class="panel">
      <h2>${msg('Tabelle einlesen')}</h2>
      <p>
        ${msg('Zuerst sehen Sie, was geschehen würde. Erst danach wird etwas geändert: alle Zeilen oder, wenn eine nicht passt, keine.')}
      </p>
      <form @submit=${this.onTry}>
        <div class="fields">
          <div class="field">
            <label for="table">${msg('Was steht in der Tabelle?')}</label>
            <select
              id="table"
              data-test="import-table"
              ?disabled=${busy}
              @change=${(event: Event) => {
                this.table = (event.target as HTMLSelectElement).value as Importable;
                this.forget();
              }}
            >
              ${importable.map(
                (table) =>
                  html`<option value=${table} ?selected=${table === this.table}>${tableName(table)}</option>`,
              )}
            </select>
          </div>
          <sb-file-drop
            mark="import-file"
            .file=${this.file}
            ?disabled=${busy}
            @file=${(event: CustomEvent<File | null>) => {
              this.file = event.detail;
              this.forget();
            }}
          ></sb-file-drop>
        </div>
        <p class="hint">
          <a href=${fileAddress('importExample', { table: this.table }, {})} download>
            ${msg('Beispieldatei mit allen Spalten')}
          </a>
        </p>
        ${busy ? html`<sb-upload-progress .sent=${this.sent} .size=${this.file?.size ?? 0}></sb-upload-progress>` : nothing}
        <sb-problem-note .problem=${this.sending.problem}></sb-problem-note>
        ${this.renderReport(busy)}
      </form>
    </section>`;
  }

  private renderReport(busy: boolean) {
    const { report } = this;
    const fits = report !== null && !report.done && report.refused === 0 && report.added + report.changed > 0;
    return html`${
      report?.done
        ? html`<p class="done" role="status">${lineIcon('circle-check')}${msg('Eingelesen.')}</p>
            <p>${msg('Jede Änderung steht im Verlauf. Als Ganzes zurücknehmen lässt sich der Import nicht; was nicht stimmt, berichtigen Sie in der Tabelle und lesen sie noch einmal ein.')}</p>`
        : nothing
    }
      ${report ? html`<sb-import-report .report=${report}></sb-import-report>` : nothing}
      ${report && !report.done ? html`<p role="status">${adviceOf(report)}</p>` : nothing}
      <div class="choices">
        ${
          report?.done
            ? nothing
            : html`<button
                class="button ${fits ? '' : 'primary'}"
                data-test="import-try"
                ?disabled=${!this.file || busy}
              >
                ${report ? msg('Noch einmal prüfen') : msg('Prüfen')}
              </button>`
        }
        ${
          fits
            ? html`<button
                class="button primary"
                type="button"
                data-test="import-go"
                ?disabled=${busy}
                @click=${() => this.send(false)}
              >
                ${msg('Jetzt einlesen')}
              </button>`
            : nothing
        }
      </div>`;
  }

  private renderExport() {
    return html`<section class="panel">
      <h2>${msg('Alles mitnehmen')}</h2>
      <p>${msg('Jede Tabelle als CSV. Namen von Schülerinnen und Schülern stehen in keiner.')}</p>
      <ul>
        ${exported.map(
          (table) => html`<li>
            <span>${tableName(table)}</span>
            <a
              class="button"
              data-test="export-${table}"
              href=${fileAddress('exportTable', { table }, { separator: ';' })}
              download
            >
              ${lineIcon('download')}${msg('für Excel')}<span class="visually-hidden">: ${tableName(table)}</span>
            </a>
            <a
              class="button"
              data-test="export-comma-${table}"
              href=${fileAddress('exportTable', { table }, { separator: ',' })}
              download
            >
              ${lineIcon('download')}${msg('mit Komma')}<span class="visually-hidden">: ${tableName(table)}</span>
            </a>
          </li>`,
        )}
      </ul>
    </section>`;
  }

  private forget(): void {
    this.report = null;
    this.sending.forget();
  }

  private onTry(event: SubmitEvent): void {
    event.preventDefault();
    void this.send(true);
  }

  private async send(dry: boolean): Promise<void> {
    const { file, table } = this;
    if (!file) return;
    this.sent = 0;
    const done = await this.sending.do(async () => {
      this.report = await upload('importTable', { table }, { dry }, file, (part) => {
        this.sent = part;
      });
    });
    if (!done) this.report = null;
  }

  static override styles = [
    controlStyles,
    css`
      :host {
        display: grid;
        gap: var(--sb-space-4);
      }

      section,
      form {
        display: grid;
        gap: var(--sb-space-4);
      }

      section {
        padding: var(--sb-space-6);
      }

      .fields {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 1fr));
        align-items: end;
        gap: var(--sb-space-4);
      }

      .hint a {
        color: var(--sb-action);
      }

      .choices {
        display: flex;
        flex-wrap: wrap;
        justify-content: flex-end;
        gap: var(--sb-space-3);
      }

      .done {
        display: flex;
        align-items: center;
        gap: var(--sb-space-2);
        color: var(--sb-good);
        font-weight: 650;
      }

      ul {
        display: grid;
        margin: 0;
        padding: 0;
        list-style: none;
      }

      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--sb-space-2);
        padding-block: var(--sb-space-2);
        border-bottom: 1px solid var(--sb-line);
      }

      li:last-child {
        border-bottom: none;
      }

      li > span:first-child {
        flex: 1 1 12rem;
        font-weight: 600;
      }
    `,
  ];
}

const exported: readonly TableName[] = [
  'schools',
  'assets',
  'contents',
  'consumables',
  'loans',
  'loan-items',
  'sponsors',
  'class-counts',
  'history',
];

function tableName(table: TableName): string {
  switch (table) {
    case 'schools':
      return msg('Schulen');
    case 'assets':
      return msg('Kits und Geräte');
    case 'contents':
      return msg('Inhalte der Kits');
    case 'consumables':
      return msg('Verbrauchsteile');
    case 'loans':
      return msg('Leihen');
    case 'loan-items':
      return msg('Leihen, jedes Ding einzeln');
    case 'sponsors':
      return msg('Förderer');
    case 'class-counts':
      return msg('Unterricht in Zahlen');
    case 'history':
      return msg('Verlauf');
  }
}

function adviceOf({ refused, added, changed }: ImportReport): string {
  if (refused > 0)
    return msg(
      'Es wurde nichts geändert. Berichtigen Sie die Zeilen in Ihrer Tabelle und prüfen Sie noch einmal.',
    );
  if (added + changed === 0) return msg('Alles ist schon so; es gibt nichts zu tun.');
  return msg(
    'Es wurde noch nichts geändert. Zurücknehmen lässt sich der Import nicht als Ganzes: Laden Sie die Tabelle unten herunter, wenn Sie den jetzigen Stand behalten wollen.',
  );
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-exchange': Exchange;
  }
}
