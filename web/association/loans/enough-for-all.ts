import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { controlStyles } from '../../ui/control-styles.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { loanStyles } from './loan-styles.ts';

/** Whether the chosen Pis are enough for the children, by how many sit at one. Fires `share` with another number of them. */
@customElement('sb-enough-for-all')
@localized()
export class EnoughForAll extends LitElement {
  @property({ type: Number }) pupils = 0;
  @property({ type: Number }) devices = 0;
  /** Children at one Pi. */
  @property({ type: Number }) share = 2;

  protected override render() {
    const { pupils, devices } = this;
    const children = pupils === 1 ? msg('1 Kind') : msg(str`${pupils} Kinder`);
    const enough = devices * this.share >= pupils;
    return html`<section class="panel block sum" data-enough=${enough ? 'yes' : 'no'} aria-label=${msg('Reicht es?')}>
      <p class="figure" role="status" data-test="reserve-sum">
        ${enough ? lineIcon('circle-check') : lineIcon('circle-alert')}
        <span>
          <strong>${devices === 1 ? msg(str`1 Pi für ${children}`) : msg(str`${devices} Pis für ${children}`)}</strong>:
          ${devices === 0 ? msg('noch nichts gewählt') : sharing(pupils / devices)}
        </span>
      </p>
      <div class="row" role="group" aria-label=${msg('Kinder an einem Pi')}>
        ${[1, 2, 3].map(
          (share) => html`<button
            class="button"
            type="button"
            aria-pressed=${this.share === share}
            data-test="share-${share}"
            @click=${() => this.dispatchEvent(new CustomEvent<number>('share', { detail: share }))}
          >
            ${sharing(share)}
          </button>`,
        )}
      </div>
    </section>`;
  }

  static override styles = [
    controlStyles,
    loanStyles,
    css`
      :host {
        display: block;
      }

      .sum {
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: center;
        border-left: 6px solid var(--sb-waiting);
      }

      .sum[data-enough='yes'] {
        border-left-color: var(--sb-good);
      }

      .figure {
        display: flex;
        align-items: center;
        gap: var(--sb-space-3);
        font-size: var(--sb-text-l);
      }

      .figure svg.lucide {
        width: 2rem;
        height: 2rem;
        color: var(--sb-waiting);
      }

      [data-enough='yes'] .figure svg.lucide {
        color: var(--sb-good);
      }

      [aria-pressed='true'].button {
        border-color: var(--sb-board);
        background: var(--sb-good-soft);
      }

      @media (max-width: 48rem) {
        .sum {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];
}

/** How many children sit at one Pi, in words. */
function sharing(pupils: number): string {
  if (pupils <= 1) return msg('jedes Kind für sich');
  if (pupils <= 2) return msg('zu zweit');
  return pupils <= 3 ? msg('zu dritt') : msg('mehr als drei an einem Pi');
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-enough-for-all': EnoughForAll;
  }
}
