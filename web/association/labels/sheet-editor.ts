import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import './sheet-preview.ts';
import '../../ui/dialog-frame.ts';
import '../../ui/problem-note.ts';
import type { LabelSheet, SheetGeometry } from '../../../server/api/contract/lending/labels.ts';
import { call } from '../../client/api.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { Sending } from '../../ui/sending.ts';
import { listStyles } from '../list-styles.ts';

/** A label sheet of one's own, beginning as a copy or to be changed. Fires `saved` (`CustomEvent<LabelSheet>`), `removed` and `close`. */
@customElement('sb-sheet-editor')
@localized()
export class SheetEditor extends LitElement {
  @property({ type: Boolean }) open = false;
  /** A preset is copied, an own sheet is changed. */
  @property({ attribute: false }) sheet!: LabelSheet;

  @state() private geometry!: SheetGeometry;
  @state() private name = '';
  private readonly sending = new Sending(this);

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('open') || !this.open) return;
    this.sending.forget();
    this.geometry = this.sheet.geometry;
    this.name = this.sheet.preset ? '' : this.sheet.name;
  }

  protected override render() {
    return html`<sb-dialog-frame
      wide
      .open=${this.open}
      .heading=${this.sheet.preset ? msg('Eigener Bogen') : this.sheet.name}
      @close=${() => this.dispatchEvent(new Event('close'))}
    >
      ${this.open ? this.renderForm() : nothing}
    </sb-dialog-frame>`;
  }

  private renderForm() {
    return html`<form @submit=${this.onSubmit}>
      <div class="halves">
        <div class="fields">
          <div class="field full">
            <label for="name">${msg('Name')}</label>
            <input
              id="name"
              required
              maxlength="120"
              autocomplete="off"
              data-test="sheet-name"
              .value=${this.name}
              @input=${(event: InputEvent) => {
                this.name = (event.target as HTMLInputElement).value;
              }}
            />
          </div>
          ${this.renderNumber('columns', msg('Spalten'), 1)} ${this.renderNumber('rows', msg('Zeilen'), 1)}
          ${this.renderNumber('width', msg('Breite in mm'))} ${this.renderNumber('height', msg('Höhe in mm'))}
          ${this.renderNumber('gutterX', msg('Abstand quer in mm'))}
          ${this.renderNumber('gutterY', msg('Abstand hoch in mm'))}
          ${this.renderNumber('marginLeft', msg('Rand links in mm'))}
          ${this.renderNumber('marginTop', msg('Rand oben in mm'))}
        </div>
        <sb-sheet-preview .geometry=${this.geometry} .codes=${['K1', 'K2', 'K3']}></sb-sheet-preview>
      </div>
      <sb-problem-note .problem=${this.sending.problem}></sb-problem-note>
      <div class="choices">
        ${
          this.sheet.preset
            ? nothing
            : html`<button class="button" type="button" ?disabled=${this.sending.busy} @click=${this.forget}>
                ${msg('Entfernen')}
              </button>`
        }
        <button class="button primary" data-test="sheet-go" ?disabled=${this.sending.busy}>${msg('Speichern')}</button>
      </div>
    </form>`;
  }

  private renderNumber(key: keyof SheetGeometry, label: string, whole?: number) {
    return html`<div class="field">
      <label for=${key}>${label}</label>
      <input
        id=${key}
        type="number"
        required
        min=${whole ?? 0}
        max=${key === 'columns' ? 20 : key === 'rows' ? 50 : 297}
        step=${whole ?? 'any'}
        .value=${String(this.geometry[key])}
        @input=${(event: InputEvent) => {
          const value = Number((event.target as HTMLInputElement).value);
          // What is half typed is not drawn.
          if (value >= (whole ?? 0) && value <= 297) this.geometry = { ...this.geometry, [key]: value };
        }}
      />
    </div>`;
  }

  private async onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    await this.sending.do(async () => {
      const { id, preset, offsetX, offsetY } = this.sheet;
      const saved = await call(
        'saveLabelSheet',
        {},
        { ...(preset ? {} : { id }), name: this.name.trim(), geometry: this.geometry, offsetX, offsetY },
      );
      this.dispatchEvent(new CustomEvent('saved', { detail: saved }));
    });
  }

  private forget(): Promise<boolean> {
    return this.sending.do(async () => {
      await call('removeLabelSheet', { sheetId: this.sheet.id }, {});
      this.dispatchEvent(new Event('removed'));
    });
  }

  static override styles = [
    controlStyles,
    listStyles,
    css`
      .halves {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(0, 16rem);
        align-items: start;
        gap: var(--sb-space-6);
      }

      .fields {
        display: grid;
        grid-template-columns: repeat(2, minmax(0, 1fr));
        gap: var(--sb-space-3);
      }

      .full {
        grid-column: 1 / -1;
      }

      @media (max-width: 44rem) {
        .halves {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-sheet-editor': SheetEditor;
  }
}
