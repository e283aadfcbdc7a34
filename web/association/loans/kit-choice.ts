import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Candidate } from '../../../server/api/contract/lending/loans.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { kindIcon } from './kind-icon.ts';
import { loanStyles } from './loan-styles.ts';

/** A kit that may be reserved, as a card with one little board for each Pi: pressed, it is chosen; what is not free can't be. Fires `choose`. */
@customElement('sb-kit-choice')
@localized()
export class KitChoice extends LitElement {
  @property({ attribute: false }) candidate!: Candidate;
  @property({ type: Boolean }) chosen = false;

  protected override render() {
    const { asset, devices, free, tight, lacks } = this.candidate;
    const { chosen } = this;
    const usable = free || tight || chosen;
    return html`<button
      class="panel kit"
      type="button"
      aria-pressed=${chosen}
      data-test="candidate"
      data-code=${asset.code}
      ?disabled=${!usable}
      @click=${() => this.dispatchEvent(new Event('choose'))}
    >
      <span class="picture">${kindIcon(asset.kind)}<span class="pis" aria-hidden="true">${Array.from({ length: Math.min(devices, 30) }, () => html`<i></i>`)}</span></span>
      <span class="row spread"><strong class="code">${asset.code}</strong>${renderFree(free, tight)}</span>
      <span class="name">${asset.name}</span>
      <span class="quiet-text">
        ${devices === 0 ? msg('ohne Pi') : devices === 1 ? msg('1 Pi') : msg(str`${devices} Pis`)}${asset.place ? html` · ${asset.place}` : nothing}
      </span>
      ${lacks.length > 0 ? html`<span class="lacks">${lineIcon('triangle-alert')}${msg(str`Es fehlt: ${lacks.join(', ')}`)}</span>` : nothing}
      <span class="mark" aria-hidden="true">${chosen ? lineIcon('check') : nothing}</span>
    </button>`;
  }

  static override styles = [
    controlStyles,
    loanStyles,
    css`
      :host {
        display: block;
        height: 100%;
      }

      .kit {
        position: relative;
        display: grid;
        gap: var(--sb-space-1);
        align-content: start;
        width: 100%;
        height: 100%;
        padding: 0 var(--sb-space-4) var(--sb-space-4);
        color: inherit;
        font: inherit;
        text-align: left;
        cursor: pointer;
        overflow: hidden;
      }

      .kit:disabled {
        background: var(--sb-surface-sunk);
        cursor: default;
      }

      .kit[aria-pressed='true'] {
        border-color: var(--sb-board);
      }

      .kit[aria-pressed='true']::after {
        position: absolute;
        inset: 0;
        border: 2px solid var(--sb-board);
        border-radius: inherit;
        content: '';
        pointer-events: none;
      }

      .picture {
        display: flex;
        align-items: center;
        gap: var(--sb-space-3);
        height: 5rem;
        margin-inline: calc(-1 * var(--sb-space-4));
        margin-bottom: var(--sb-space-2);
        padding-inline: var(--sb-space-4);
        background:
          radial-gradient(circle at center, rgb(31 42 36 / 13%) 0 2px, transparent 2.6px) 0 0 / 20px 20px,
          var(--sb-surface-sunk);
        color: var(--sb-copper);
      }

      .picture svg.lucide {
        width: 2.75rem;
        height: 2.75rem;
      }

      /* One little board for each Pi. */
      .pis {
        display: flex;
        flex-wrap: wrap;
        gap: 4px;
      }

      .pis i {
        width: 0.9rem;
        height: 0.6rem;
        border-radius: 2px;
        background: var(--sb-board);
      }

      .kit .code {
        font-size: var(--sb-text-l);
      }

      .name {
        font-weight: 600;
      }

      .lacks {
        display: flex;
        gap: var(--sb-space-2);
        color: var(--sb-waiting);
        font-size: var(--sb-text-s);
        font-weight: 600;
      }

      .mark {
        position: absolute;
        top: var(--sb-space-2);
        right: var(--sb-space-2);
        display: grid;
        place-items: center;
        width: 2rem;
        height: 2rem;
        border: 2px solid var(--sb-line-strong);
        border-radius: 50%;
        background: var(--sb-surface);
      }

      [aria-pressed='true'] .mark {
        border-color: var(--sb-board);
        background: var(--sb-board);
        color: var(--sb-on-board);
      }
    `,
  ];
}

function renderFree(free: boolean, tight: boolean) {
  if (free) return html`<span class="chip" data-state="good">${msg('frei')}</span>`;
  if (tight) return html`<span class="chip" data-state="out">${msg('knapp: kaum Tage dazwischen')}</span>`;
  return html`<span class="chip" data-state="missing">${msg('in dieser Zeit verliehen')}</span>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-kit-choice': KitChoice;
  }
}
