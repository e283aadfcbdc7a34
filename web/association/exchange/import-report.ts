import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ImportReport } from '../../../server/api/contract/lending/schools.ts';
import { language } from '../../locales/locale.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lineIcon } from '../../ui/line-icons.ts';

/** What an import did or would do: numbers, what is wrong row by row, and what happens to which row. */
@customElement('sb-import-report')
@localized()
export class ImportReportView extends LitElement {
  @property({ attribute: false }) report: ImportReport | null = null;
  /** Numbers and errors alone. */
  @property({ type: Boolean }) brief = false;

  protected override render() {
    const { report } = this;
    if (!report) return nothing;
    return html`<div class="report" role="status" data-test="import-report" data-done=${report.done}>
      <ul class="counts">
        ${this.renderCount(report.added, report.done ? msg('neu') : msg('kommen dazu'), 'good')}
        ${this.renderCount(report.changed, report.done ? msg('geändert') : msg('ändern sich'), 'change')}
        ${this.renderCount(report.unchanged, msg('bleiben gleich'), 'same')}
        ${this.renderCount(report.refused, msg('mit Fehler'), 'wrong')}
      </ul>
      ${report.ignored.length ? html`<p class="hint">${msg(str`Nicht übernommene Spalten: ${report.ignored.join(', ')}`)}</p>` : nothing}
      ${report.errors.length ? this.renderErrors(report) : nothing}
      ${report.preview.length && !this.brief ? this.renderPreview(report) : nothing}
    </div>`;
  }

  private renderCount(count: number, word: string, tone: string) {
    return html`<li class="${tone} ${count === 0 ? 'nothing' : ''}">
      <strong>${count.toLocaleString(language())}</strong> ${word}
    </li>`;
  }

  private renderErrors({ errors, refused, done }: ImportReport) {
    return html`<div>
      <h3>${lineIcon('circle-alert')}${done ? msg('Was nicht passt') : msg('Das passt noch nicht')}</h3>
      <div class="scroll" tabindex="0" role="region" aria-label=${msg('Fehler in Zeilen')}>
        <table>
          <thead>
            <tr>
              <th scope="col">${msg('Zeile')}</th>
              <th scope="col">${msg('Spalte')}</th>
              <th scope="col">${msg('Was nicht passt')}</th>
            </tr>
          </thead>
          <tbody>
            ${errors.map(
              (error) => html`<tr data-test="import-error">
                <td>${error.row}</td>
                <td>${error.column || '–'}</td>
                <td>${error[language()]}</td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
      ${refused > errors.length ? html`<p class="hint">${msg(str`Gezeigt werden die ersten ${errors.length}.`)}</p>` : nothing}
    </div>`;
  }

  private renderPreview({ preview, added, changed }: ImportReport) {
    return html`<details ?open=${preview.length <= 30}>
      <summary>${msg('Zeile für Zeile')}</summary>
      <div class="scroll" tabindex="0" role="region" aria-label=${msg('Was mit den Zeilen geschieht')}>
        <table>
          <thead>
            <tr>
              <th scope="col">${msg('Zeile')}</th>
              <th scope="col">${msg('Name')}</th>
              <th scope="col">${msg('Was geschieht')}</th>
            </tr>
          </thead>
          <tbody>
            ${preview.map(
              ({ row, does, name, columns }) => html`<tr>
                <td>${row}</td>
                <td>${name}</td>
                <td>
                  ${does === 'add' ? html`<span class="does add">${lineIcon('plus')}${msg('neu')}</span>` : html`<span class="does">${lineIcon('pencil')}${columns.join(', ')}</span>`}
                </td>
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
      ${added + changed > preview.length ? html`<p class="hint">${msg(str`Gezeigt werden die ersten ${preview.length}.`)}</p>` : nothing}
    </details>`;
  }

  static override styles = [
    controlStyles,
    css`
      .report {
        display: grid;
        gap: var(--sb-space-3);
      }

      .counts {
        display: flex;
        flex-wrap: wrap;
        gap: var(--sb-space-2);
        margin: 0;
        padding: 0;
        list-style: none;
      }

      .counts li {
        padding: var(--sb-space-2) var(--sb-space-3);
        border-radius: var(--sb-radius-s);
        background: var(--sb-surface-sunk);
      }

      .counts strong {
        font-size: var(--sb-text-l);
      }

      .good:not(.nothing) {
        background: var(--sb-good-soft);
        color: var(--sb-good);
      }

      .change:not(.nothing) {
        background: var(--sb-action-soft);
      }

      .wrong:not(.nothing) {
        background: var(--sb-stop-soft);
        color: var(--sb-stop);
      }

      h3 {
        display: flex;
        align-items: center;
        gap: var(--sb-space-2);
        margin-bottom: var(--sb-space-2);
        color: var(--sb-stop);
        font-size: var(--sb-text-m);
      }

      .scroll {
        max-height: 16rem;
        border: 1px solid var(--sb-line);
        border-radius: var(--sb-radius-s);
        overflow: auto;
      }

      table {
        width: 100%;
        border-collapse: collapse;
      }

      th,
      td {
        padding: var(--sb-space-2) var(--sb-space-3);
        border-bottom: 1px solid var(--sb-line);
        text-align: left;
        vertical-align: top;
      }

      thead th {
        position: sticky;
        top: 0;
        background: var(--sb-surface-sunk);
        color: var(--sb-ink-quiet);
        font-size: var(--sb-text-s);
      }

      summary {
        min-height: var(--sb-touch);
        padding-block: var(--sb-space-3);
        font-weight: 600;
        cursor: pointer;
      }

      .does {
        display: inline-flex;
        align-items: center;
        gap: var(--sb-space-1);
      }

      .does.add {
        color: var(--sb-good);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-import-report': ImportReportView;
  }
}
