import { localized, msg } from '@lit/localize';
import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../../ui/problem-note.ts';
import type { LabelSheet } from '../../../server/api/contract/lending/labels.ts';
import { call } from '../../client/api.ts';
import { fileAddress } from '../../client/files.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { Sending } from '../../ui/sending.ts';

/** How far this printer prints off, kept for a sheet, with the page that shows it. Fires `saved` (`CustomEvent<LabelSheet>`). */
@customElement('sb-printer-offset')
@localized()
export class PrinterOffset extends LitElement {
  @property({ attribute: false }) sheet!: LabelSheet;
  @property({ type: Boolean }) mayChange = false;

  private readonly sending = new Sending(this);

  protected override render() {
    const { id, offsetX, offsetY } = this.sheet;
    return html`<details>
      <summary>${lineIcon('chevron-right')}${msg('Druckt Ihr Drucker versetzt?')}</summary>
      <p class="hint">
        ${msg('Drucken Sie die Testseite auf Papier, halten Sie sie hinter einen Bogen gegen das Licht und tragen Sie ein, wie weit alles wandern soll.')}
      </p>
      <form @submit=${this.onSubmit}>
        ${this.renderNumber('x', msg('Nach rechts in mm'), offsetX)}
        ${this.renderNumber('y', msg('Nach unten in mm'), offsetY)}
        ${this.mayChange ? html`<button class="button" data-test="offset-go" ?disabled=${this.sending.busy}>${msg('Speichern')}</button>` : ''}
      </form>
      <sb-problem-note .problem=${this.sending.problem}></sb-problem-note>
      <a class="button" target="_blank" href=${fileAddress('labelTestPage', {}, { sheetId: id })}
        >${lineIcon('printer')}${msg('Testseite öffnen')}</a
      >
    </details>`;
  }

  private renderNumber(id: string, label: string, value: number) {
    return html`<div class="field">
      <label for=${id}>${label}</label>
      <input
        id=${id}
        type="number"
        min="-20"
        max="20"
        step="0.1"
        required
        ?readonly=${!this.mayChange}
        .value=${String(value)}
      />
    </div>`;
  }

  private async onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const value = (id: string) => Number(this.renderRoot.querySelector<HTMLInputElement>(`#${id}`)!.value);
    const { id, name, geometry } = this.sheet;
    await this.sending.do(async () => {
      const saved = await call(
        'saveLabelSheet',
        {},
        { id, name, geometry, offsetX: value('x'), offsetY: value('y') },
      );
      this.dispatchEvent(new CustomEvent('saved', { detail: saved }));
    });
  }

  static override styles = [
    controlStyles,
    css`
      summary {
        display: flex;
        align-items: center;
        gap: var(--sb-space-2);
        min-height: var(--sb-touch);
        font-weight: 600;
        cursor: pointer;
      }

      summary svg.lucide {
        transition: rotate var(--sb-motion);
      }

      [open] summary svg.lucide {
        rotate: 90deg;
      }

      form {
        display: grid;
        grid-template-columns: 1fr 1fr auto;
        align-items: end;
        gap: var(--sb-space-3);
        margin-block: var(--sb-space-3);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-printer-offset': PrinterOffset;
  }
}
