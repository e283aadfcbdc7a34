import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, type PropertyValues } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { lineIcon } from '../ui/line-icons.ts';
import { printNote } from './print-note.ts';

/** The code with which a pupil comes back, large enough for a photo, to be copied or printed. */
@customElement('sb-come-back')
@localized()
export class SbComeBack extends LitElement {
  @property() code = '';
  @property() nickname = '';

  @state() private outcome: 'none' | 'copied' | 'selected' = 'none';
  @query('.code') private sign!: HTMLElement;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('code')) this.outcome = 'none';
  }

  protected override render() {
    return html`<figure>
        <figcaption>${msg(str`Code von ${this.nickname}`)}</figcaption>
        <p class="code" data-test="come-back-code">${this.code}</p>
      </figure>
      <p>${this.explanation}</p>
      <div class="actions">
        <button type="button" data-test="come-back-copy" @click=${this.copy}>
          ${lineIcon(this.outcome === 'copied' ? 'check' : 'copy')}${msg('Kopieren')}
        </button>
        <button type="button" data-test="come-back-print" @click=${this.print}>
          ${lineIcon('printer')}${msg('Drucken')}
        </button>
      </div>
      <p class="outcome" role="status">${this.outcomeText()}</p>`;
  }

  private get explanation(): string {
    return msg('Schreib dir diesen Code auf oder mach ein Foto. Damit kommst du an jedem Computer weiter.');
  }

  private outcomeText(): string {
    if (this.outcome === 'copied') return msg('Kopiert.');
    if (this.outcome === 'selected') return msg('Der Code ist markiert: Kopiere ihn mit Strg+C.');
    return '';
  }

  private async copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.code);
      this.outcome = 'copied';
    } catch {
      // Plain HTTP has no clipboard: what is marked can still be copied, by the old command or by hand.
      const range = document.createRange();
      range.selectNodeContents(this.sign);
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
      this.outcome = document.execCommand('copy') ? 'copied' : 'selected';
      if (this.outcome === 'copied') getSelection()?.removeAllRanges();
    }
  }

  private print(): void {
    printNote({ heading: this.nickname, sign: this.code, text: this.explanation, address: location.origin });
  }

  static override styles = css`
    :host {
      display: grid;
      gap: var(--sb-space-3);
    }

    p {
      margin: 0;
    }

    figure {
      margin: 0;
      padding: var(--sb-space-4);
      border: 2px dashed var(--sb-copper);
      border-radius: var(--sb-radius);
      background: var(--sb-copper-soft);
      text-align: center;
    }

    figcaption {
      overflow-wrap: anywhere;
      font-weight: 600;
    }

    .code {
      font: 700 clamp(2rem, 9vw, 3.4rem) / 1.2 var(--sb-font-code);
      white-space: nowrap;
      user-select: all;
    }

    .actions {
      display: flex;
      flex-wrap: wrap;
      gap: var(--sb-space-3);
    }

    button {
      display: inline-flex;
      align-items: center;
      gap: var(--sb-space-2);
      min-height: var(--sb-touch);
      padding: 0 var(--sb-space-4);
      border: 1.5px solid var(--sb-line-strong);
      border-radius: var(--sb-radius);
      background: var(--sb-surface);
      color: var(--sb-ink);
      font: 600 1rem/1 var(--sb-font);
      cursor: pointer;
    }

    button:hover {
      background: var(--sb-surface-sunk);
    }

    button:focus-visible {
      outline: 3px solid var(--sb-action);
      outline-offset: 2px;
    }

    svg.lucide {
      width: 1.25em;
      height: 1.25em;
    }

    .outcome:empty {
      display: none;
    }
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-come-back': SbComeBack;
  }
}
