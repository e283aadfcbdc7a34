import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
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

/** A dialog that reads the open school data in, so that schools can be looked up. @fires close */
@customElement('sb-open-data-dialog')
@localized()
export class OpenDataDialog extends LitElement {
  @property({ type: Boolean }) open = false;

  @state() private known: { total: number; importedAt: number } | null = null;
  @state() private file: File | null = null;
  /** null: nothing is on its way. */
  @state() private progress: number | null = null;
  @state() private report: ImportReport | null = null;
  @state() private problem: Problem | null = null;

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('open') || !this.open) return;
    if (this.progress === null) {
      this.file = null;
      this.report = null;
      this.problem = null;
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
    return html`<div class="body">
      <p>
        ${msg('Laden Sie die CSV-Datei aller Schulen von jedeschule.codefor.de herunter und wählen Sie sie hier aus. Danach finden Sie Schulen über Name oder PLZ. Namen von Schulleitungen werden nie übernommen.')}
      </p>
      ${this.known ? html`<p class="hint" data-test="open-data-known">${this.renderKnown(this.known)}</p>` : nothing}
      <form @submit=${this.onSubmit}>
        <div class="field">
          <label for="file">${msg('CSV-Datei')}</label>
          <input
            id="file"
            type="file"
            accept=".csv,.txt,.tsv,text/csv"
            data-test="open-data-file"
            ?disabled=${this.progress !== null}
            @change=${(event: Event) => {
              this.file = (event.target as HTMLInputElement).files?.[0] ?? null;
              this.report = null;
              this.problem = null;
            }}
          />
        </div>
        ${this.progress === null ? nothing : html`<sb-upload-progress .sent=${this.progress}></sb-upload-progress>`}
        <sb-problem-note .problem=${this.problem}></sb-problem-note>
        ${
          this.report
            ? html`<p role="status"><strong>${msg('Fertig. Sie können jetzt Schulen suchen.')}</strong></p>
                <sb-import-report brief .report=${this.report}></sb-import-report>`
            : html`<div class="choices">
                <button
                  class="button primary"
                  data-test="open-data-go"
                  ?disabled=${!this.file || this.progress !== null}
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

  private async load(): Promise<void> {
    try {
      const { total, importedAt } = await call('openSchools', {}, { limit: 1 });
      this.known = importedAt === null ? null : { total, importedAt };
    } catch (error) {
      this.problem = problemOf(error);
    }
  }

  private async onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const { file } = this;
    if (!file || this.progress !== null) return;
    this.progress = 0;
    this.problem = null;
    try {
      this.report = await upload('importOpenSchools', {}, { dry: false }, file, (part) => {
        this.progress = part;
      });
    } catch (error) {
      this.problem = problemOf(error);
    } finally {
      this.progress = null;
    }
    if (this.report) await this.load();
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
