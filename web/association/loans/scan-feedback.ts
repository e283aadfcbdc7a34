import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Problem } from '../../../device/contract/problem.ts';
import { adultProblemText } from '../../ui/account/adult-problem.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lendingIcon } from '../../ui/lending-icons.ts';
import { lineIcon } from '../../ui/line-icons.ts';

/** What a scan did. */
export type ScanResult =
  | { kind: 'done'; code: string; words: string; itemId: string }
  | { kind: 'again'; code: string; words: string }
  | { kind: 'refused'; code: string; problem: Problem };

/** The last scan's result, seen from an arm's length: green with the code, yellow for twice, red with the reason. Fires `undo`. */
@customElement('sb-scan-feedback')
@localized()
export class ScanFeedback extends LitElement {
  @property({ attribute: false }) result: ScanResult | null = null;

  protected override render() {
    const { result } = this;
    if (!result)
      return html`<div class="idle">${lendingIcon('scan-line')}<p>${msg('Bereit: Etikett scannen')}</p></div>`;
    if (result.kind === 'refused')
      return html`<div class="refused" role="alert" data-test="scan-result" data-kind="refused" data-code=${result.code}>
        ${lineIcon('x')}
        <p><strong>${result.code}</strong><span>${adultProblemText(result.problem)}</span></p>
      </div>`;
    return html`<div
      class=${result.kind}
      role="status"
      data-test="scan-result"
      data-kind=${result.kind}
      data-code=${result.code}
    >
      ${lineIcon('check')}
      <p><strong>${result.code}</strong><span>${result.words}</span></p>
      ${
        result.kind === 'done'
          ? html`<button class="button" type="button" data-test="scan-undo" @click=${() => this.dispatchEvent(new Event('undo'))}>
              ${lendingIcon('undo-2')}${msg('Zurücknehmen')}
            </button>`
          : nothing
      }
    </div>`;
  }

  static override styles = [
    controlStyles,
    css`
      :host {
        display: block;
      }

      div {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--sb-space-3);
        min-height: 5rem;
        padding: var(--sb-space-3) var(--sb-space-4);
        border-radius: var(--sb-radius);
        border: 2px solid transparent;
      }

      div > svg.lucide {
        width: 2.5rem;
        height: 2.5rem;
      }

      p {
        display: grid;
        flex: 1 1 8rem;
        min-width: 0;
      }

      strong {
        font-family: var(--sb-font-code);
        font-size: var(--sb-text-xl);
        overflow-wrap: anywhere;
      }

      .idle {
        border: 2px dashed var(--sb-line);
        color: var(--sb-ink-quiet);
      }

      .done {
        border-color: var(--sb-good);
        background: var(--sb-good-soft);
      }

      .done > svg.lucide {
        color: var(--sb-good);
      }

      .again {
        background: var(--sb-waiting-soft);
      }

      .again > svg.lucide {
        color: var(--sb-waiting);
      }

      .refused {
        border-color: var(--sb-stop);
        background: var(--sb-stop-soft);
      }

      .refused > svg.lucide {
        color: var(--sb-stop);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-scan-feedback': ScanFeedback;
  }
}
