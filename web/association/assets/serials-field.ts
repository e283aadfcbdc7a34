import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { controlStyles } from '../../ui/control-styles.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { assetStyles } from './asset-styles.ts';

/**
 * Serial numbers, one a line: scanned one after the other (a scanner types and ends with Enter), or pasted as a list or a
 * column of a table. Fires `serials` (`CustomEvent<string[]>`) with each change.
 */
@customElement('sb-serials-field')
@localized()
export class SerialsField extends LitElement {
  /** So many there are to be. */
  @property({ type: Number }) expected = 0;
  /** Of the devices in the kits, not of the things themselves. */
  @property({ type: Boolean }) ofDevices = false;
  @state() private serials: readonly string[] = [];

  protected override render() {
    const { serials, expected } = this;
    const twice = serials.find((one, index) => serials.indexOf(one) !== index);
    return html`<details>
      <summary>${lineIcon('chevron-right')}${this.ofDevices ? msg('Seriennummern der Geräte darin') : msg('Seriennummern')}</summary>
      <textarea
        rows="4"
        spellcheck="false"
        autocomplete="off"
        data-test="add-serials"
        aria-label=${msg('Seriennummern, eine je Zeile')}
        placeholder=${msg('Eine je Zeile: scannen oder einfügen')}
        @input=${this.onInput}
      ></textarea>
      <p class="hint" role="status">
        ${msg(str`${serials.length} von ${expected}`)}${twice ? ` · ${msg(str`doppelt: ${twice}`)}` : ''}
      </p>
    </details>`;
  }

  private onInput(event: InputEvent): void {
    const text = (event.target as HTMLTextAreaElement).value;
    this.serials = text
      .split(/[\n\r\t;,]+/)
      .map((one) => one.trim())
      .filter((one) => one !== '');
    this.dispatchEvent(new CustomEvent('serials', { detail: [...this.serials] }));
  }

  static override styles = [
    controlStyles,
    assetStyles,
    css`
      summary {
        display: flex;
        align-items: center;
        gap: var(--sb-space-2);
        min-height: var(--sb-touch);
        font-weight: 600;
        cursor: pointer;
      }

      [open] summary svg.lucide {
        rotate: 90deg;
      }

      textarea {
        font-family: var(--sb-font-code);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-serials-field': SerialsField;
  }
}
