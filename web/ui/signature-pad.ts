import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing, svg } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { Signature } from '../../server/api/contract/lending/signatures.ts';
import { controlStyles } from './control-styles.ts';
import { lendingIcon } from './lending-icons.ts';
import { lineIcon } from './line-icons.ts';
import {
  fieldHeight,
  fieldWidth,
  isSigned,
  mostStrokes,
  pointAt,
  type Stroke,
  strokePath,
  withPoint,
} from './signature-strokes.ts';

/** What the pad knows: a drawn signature with the name in type, or that it was signed on paper. */
export interface SignatureDraft {
  readonly name: string;
  readonly strokes: readonly Stroke[];
  /** The way for whoever can't draw on a screen. */
  readonly onPaper: boolean;
}

export const emptyDraft: SignatureDraft = { name: '', strokes: [], onPaper: false };

/** Whether nothing is left to ask for. */
export function isComplete(draft: SignatureDraft): boolean {
  return draft.onPaper || (draft.name.trim() !== '' && isSigned(draft.strokes));
}

/** As the server takes it; null: on paper. */
export function signatureOf(draft: SignatureDraft): Signature | null {
  if (draft.onPaper) return null;
  return { name: draft.name.trim(), strokes: draft.strokes.map((stroke) => stroke.map(([x, y]) => [x, y])) };
}

/** A field to sign in with pen, finger or mouse; smooth ink that fits any size. Fires `draft` with each change. */
@customElement('sb-signature-pad')
@localized()
export class SignaturePad extends LitElement {
  /** Whose signature: `Für die Schule`. */
  @property() label = '';
  @property({ attribute: false }) draft: SignatureDraft = emptyDraft;

  @state() private stroke: Stroke = [];
  @query('svg.ink') private field!: SVGSVGElement;

  protected override render() {
    const { name, strokes, onPaper } = this.draft;
    return html`<fieldset>
      <legend>${this.label}</legend>
      <div class="field">
        <label for="name">${msg('Name in Druckschrift')}</label>
        <input
          id="name"
          maxlength="120"
          autocomplete="off"
          data-test="signature-name"
          .value=${name}
          @input=${(event: InputEvent) => this.change({ name: (event.target as HTMLInputElement).value })}
        />
      </div>
      ${onPaper ? html`<p class="paper">${lendingIcon('file-text')}${msg('Die Unterschrift steht auf dem ausgedruckten Blatt.')}</p>` : this.renderField(strokes)}
      <div class="below">
        <label class="check">
          <input
            type="checkbox"
            data-test="signature-paper"
            .checked=${onPaper}
            @change=${(event: Event) => this.change({ onPaper: (event.target as HTMLInputElement).checked })}
          />
          <span>${msg('auf Papier unterschrieben')}</span>
        </label>
        ${
          onPaper
            ? nothing
            : html`<button
                class="button quiet"
                type="button"
                data-test="signature-clear"
                ?disabled=${strokes.length === 0}
                @click=${() => this.change({ strokes: [] })}
              >
                ${lendingIcon('undo-2')}${msg('Neu zeichnen')}
              </button>`
        }
      </div>
    </fieldset>`;
  }

  private renderField(strokes: readonly Stroke[]) {
    const signed = isSigned(strokes);
    return html`<div class="pad" data-signed=${signed ? 'yes' : 'no'}>
      <svg
        class="ink"
        viewBox="0 0 ${fieldWidth} ${fieldHeight}"
        role="img"
        aria-label=${signed ? msg(str`${this.label}: unterschrieben`) : msg(str`${this.label}: hier mit Finger, Stift oder Maus unterschreiben`)}
        data-test="signature-field"
        @pointerdown=${this.onDown}
        @pointermove=${this.onMove}
        @pointerup=${this.onUp}
        @pointercancel=${this.onUp}
      >
        <line x1="60" y1="235" x2="940" y2="235" />
        ${[...strokes, this.stroke].map((stroke) => svg`<path d=${strokePath(stroke)} />`)}
      </svg>
      ${strokes.length === 0 && this.stroke.length === 0 ? html`<span class="invitation" aria-hidden="true">${lendingIcon('signature')}${msg('Hier unterschreiben')}</span>` : nothing}
      ${signed ? html`<span class="done" aria-hidden="true">${lineIcon('check')}</span>` : nothing}
    </div>`;
  }

  private onDown(event: PointerEvent): void {
    if (!event.isPrimary || event.button !== 0 || this.draft.strokes.length >= mostStrokes) return;
    event.preventDefault();
    this.field.setPointerCapture(event.pointerId);
    this.stroke = [pointAt(event, this.field.getBoundingClientRect())];
  }

  private onMove(event: PointerEvent): void {
    if (this.stroke.length === 0 || !event.isPrimary) return;
    const box = this.field.getBoundingClientRect();
    // A pen moves more often than the screen draws.
    const moves = event.getCoalescedEvents?.() ?? [];
    for (const move of moves.length > 0 ? moves : [event])
      this.stroke = withPoint(this.stroke, pointAt(move, box));
  }

  private onUp(event: PointerEvent): void {
    if (this.stroke.length === 0 || !event.isPrimary) return;
    const stroke = this.stroke;
    this.stroke = [];
    this.change({ strokes: [...this.draft.strokes, stroke] });
  }

  private change(part: Partial<SignatureDraft>): void {
    this.draft = { ...this.draft, ...part };
    this.dispatchEvent(new CustomEvent<SignatureDraft>('draft', { detail: this.draft }));
  }

  static override styles = [
    controlStyles,
    css`
      :host {
        display: block;
        min-width: 0;
      }

      fieldset {
        display: grid;
        gap: var(--sb-space-3);
        min-width: 0;
        margin: 0;
        padding: 0;
        border: none;
      }

      legend {
        margin-bottom: var(--sb-space-2);
        padding: 0;
        font-size: var(--sb-text-l);
        font-weight: 700;
      }

      .pad {
        position: relative;
        border: 1.5px dashed var(--sb-line-strong);
        border-radius: var(--sb-radius);
        /* Ink is dark and paper white, whatever the page's colours. */
        background: #ffffff;
        overflow: hidden;
      }

      .pad[data-signed='yes'] {
        border-style: solid;
        border-color: var(--sb-good);
      }

      .ink {
        display: block;
        width: 100%;
        aspect-ratio: 1000 / 300;
        cursor: crosshair;
        touch-action: none;
      }

      .ink path {
        fill: none;
        stroke: #14213d;
        stroke-width: 6;
        stroke-linecap: round;
        stroke-linejoin: round;
      }

      .ink line {
        stroke: #b9b3a3;
        stroke-width: 2;
      }

      .invitation {
        position: absolute;
        inset: 0;
        display: flex;
        align-items: center;
        justify-content: center;
        gap: var(--sb-space-2);
        color: #55605a;
        pointer-events: none;
      }

      .done {
        position: absolute;
        top: var(--sb-space-2);
        right: var(--sb-space-2);
        display: grid;
        place-items: center;
        width: 1.75rem;
        height: 1.75rem;
        border-radius: 50%;
        background: #1b6b46;
        color: #ffffff;
        pointer-events: none;
      }

      .paper {
        display: flex;
        align-items: center;
        gap: var(--sb-space-2);
        padding: var(--sb-space-4);
        border-radius: var(--sb-radius);
        background: var(--sb-surface-sunk);
      }

      .below {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: var(--sb-space-2);
      }

      .check {
        display: flex;
        align-items: center;
        gap: var(--sb-space-2);
        min-height: var(--sb-touch);
        cursor: pointer;
      }

      .check input {
        width: 1.4rem;
        min-height: 1.4rem;
        accent-color: var(--sb-action);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-signature-pad': SignaturePad;
  }
}
