import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../exchange/file-drop.ts';
import '../exchange/import-report.ts';
import '../exchange/upload-progress.ts';
import '../../ui/dialog-frame.ts';
import '../../ui/problem-note.ts';
import type { Problem } from '../../../device/contract/problem.ts';
import type { ImportReport } from '../../../server/api/contract/lending/schools.ts';
import { call } from '../../client/api.ts';
import { upload } from '../../client/files.ts';
import { dateLocale } from '../../locales/locale.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { problemOf } from '../../ui/problem-text.ts';
import { Sending } from '../../ui/sending.ts';

/** While an import runs it is asked how far it is, so often in ms. */
const pause = 1000;

/** A dialog that reads the open school data in, so that schools can be looked up. @fires close */
@customElement('sb-open-data-dialog')
@localized()
export class OpenDataDialog extends LitElement {
  @property({ type: Boolean }) open = false;

  @state() private known: { total: number; importedAt: number } | null = null;
  @state() private file: File | null = null;
  /** How much of the file has gone, 0 to 1. */
  @state() private sent = 0;
  /** How far the import is that runs, be it another's; null: none does. */
  @state() private importing: { part: number; rows: number } | null = null;
  private readonly sending = new Sending(this);
  #next: ReturnType<typeof setTimeout> | undefined;
  @state() private report: ImportReport | null = null;
  @state() private problem: Problem | null = null;

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('open') || !this.open) return;
    if (!this.sending.busy) {
      this.file = null;
      this.report = null;
      this.problem = null;
      this.sending.forget();
    }
    void this.load();
  }

  protected override render() {
    return html`<sb-dialog-frame
      wide
      .open=${this.open}
      .heading=${msg('Schuldaten einlesen')}
      @close=${() => this.dispatchEvent(new Event('close'))}
    >
      ${this.open ? this.renderBody() : nothing}
    </sb-dialog-frame>`;
  }

  private renderBody() {
    const running = this.sending.busy || this.importing !== null;
    return html`<div class="body">
      <p>
        ${msg('Laden Sie die CSV-Datei aller Schulen von jedeschule.codefor.de herunter und wählen Sie sie hier aus. Danach finden Sie Schulen über Name oder PLZ. Namen von Schulleitungen werden nie übernommen.')}
      </p>
      ${this.known ? html`<p class="hint" data-test="open-data-known">${this.renderKnown(this.known)}</p>` : nothing}
      <form @submit=${this.onSubmit}>
        <sb-file-drop
          mark="open-data-file"
          .file=${this.file}
          ?disabled=${running}
          @file=${(event: CustomEvent<File | null>) => {
            this.file = event.detail;
            this.report = null;
            this.sending.forget();
          }}
        ></sb-file-drop>
        ${
          running
            ? html`<sb-upload-progress
                .sent=${this.sending.busy ? this.sent : 1}
                .size=${this.file?.size ?? 0}
                .read=${this.importing}
              ></sb-upload-progress>`
            : nothing
        }
        <sb-problem-note .problem=${this.sending.problem ?? this.problem}></sb-problem-note>
        ${
          this.report
            ? html`<p role="status"><strong>${msg('Fertig. Sie können jetzt Schulen suchen.')}</strong></p>
                <sb-import-report brief .report=${this.report}></sb-import-report>`
            : html`<div class="choices">
                <button
                  class="button primary"
                  data-test="open-data-go"
                  ?disabled=${!this.file || running}
                >
                  ${msg('Einlesen')}
                </button>
              </div>`
        }
      </form>
    </div>`;
  }

  private renderKnown({ total, importedAt }: { total: number; importedAt: number }) {
    const count = total.toLocaleString(dateLocale());
    const day = new Date(importedAt).toLocaleDateString(dateLocale());
    return msg(str`Jetzt sind ${count} Schulen bekannt, eingelesen am ${day}.`);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#next);
  }

  /** Looks what is known, and again and again as long as an import runs. */
  private async load(): Promise<void> {
    clearTimeout(this.#next);
    try {
      const { total, importedAt, importing } = await call('openSchools', {}, { limit: 1 });
      this.known = importedAt === null ? null : { total, importedAt };
      this.importing = importing;
      this.problem = null;
    } catch (error) {
      this.problem = problemOf(error);
    }
    const running = this.sending.busy || this.importing !== null;
    if (running && this.open && this.isConnected) {
      clearTimeout(this.#next);
      this.#next = setTimeout(() => void this.load(), pause);
    }
  }

  private async onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const { file } = this;
    if (!file) return;
    this.sent = 0;
    const sending = this.sending.do(async () => {
      this.report = await upload('importOpenSchools', {}, { dry: false }, file, (part) => {
        this.sent = part;
      });
    });
    void this.load();
    await sending;
    await this.load();
  }

  static override styles = [
    controlStyles,
    css`
      .body,
      form {
        display: grid;
        gap: var(--sb-space-4);
      }

      .choices {
        display: flex;
        justify-content: flex-end;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-open-data-dialog': OpenDataDialog;
  }
}
