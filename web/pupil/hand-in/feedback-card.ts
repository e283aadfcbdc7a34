import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { HandInView } from '../../../server/live/contract/live.ts';
import { badgeWord } from '../../ui/badge-picture.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import '../celebration.ts';

/**
 * What the teacher said to returned work. It lies over a corner of the page and takes nothing away: the pupil may be
 * building. Fires `go-on` and `hand-in-again`.
 */
@customElement('sb-feedback-card')
@localized()
export class SbFeedbackCard extends LitElement {
  @property({ attribute: false }) handIn!: HandInView;

  @query('section') private card!: HTMLElement;

  protected override firstUpdated(): void {
    // In the browser's top layer, so that nothing of the page lies over it; without that it stands in its place.
    if ('showPopover' in this.card) this.card.showPopover();
  }

  override render() {
    const { badge, comment } = this.handIn;
    return html`<section class="panel" popover="manual" aria-labelledby="heading" data-test="feedback">
      ${badge ? html`<sb-celebration></sb-celebration>` : nothing}
      <h2 id="heading">${badge ? msg('Ein Abzeichen für dich!') : msg('Deine Arbeit ist zurück')}</h2>
      ${
        badge
          ? html`<p class="badge" data-test="feedback-badge" data-badge=${badge}>
              <sb-badge-picture plain badge=${badge}></sb-badge-picture><strong>${badgeWord(badge)}</strong>
            </p>`
          : nothing
      }
      ${
        comment
          ? html`<blockquote data-test="feedback-comment">${comment}</blockquote>`
          : badge
            ? nothing
            : html`<p>${msg('Deine Lehrkraft hat sie angesehen.')}</p>`
      }
      <div class="choices">
        <button class="button quiet" type="button" data-test="feedback-again" @click=${() => this.dispatchEvent(new Event('hand-in-again'))}>
          ${msg('Neu abgeben')}
        </button>
        <button class="button primary" type="button" data-test="feedback-go-on" @click=${() => this.dispatchEvent(new Event('go-on'))}>
          ${lineIcon('puzzle')}${msg('Weiter daran arbeiten')}
        </button>
      </div>
    </section>`;
  }

  static override styles = [
    controlStyles,
    css`
      section {
        position: fixed;
        inset: auto;
        right: var(--sb-space-4);
        bottom: var(--sb-space-4);
        margin: 0;
        z-index: 30;
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--sb-space-3);
        width: min(27rem, calc(100vw - 2 * var(--sb-space-4)));
        max-height: calc(100dvh - 2 * var(--sb-space-4));
        padding: var(--sb-space-6);
        overflow: auto;
        border-top: 5px solid var(--sb-copper);
        box-shadow: 0 12px 40px rgb(15 25 20 / 30%);
        color: var(--sb-ink);
        animation: arrive var(--sb-motion) ease-out;
      }

      h2 {
        text-align: center;
      }

      .badge {
        display: flex;
        align-items: center;
        justify-content: center;
        gap: var(--sb-space-4);
        font-size: var(--sb-text-xl);
        line-height: 1.15;
      }

      sb-badge-picture {
        --sb-badge-size: 7rem;
        flex: none;
        animation: pop calc(3 * var(--sb-motion)) cubic-bezier(0.2, 1.6, 0.4, 1) both;
      }

      blockquote {
        position: relative;
        margin: 0;
        padding: var(--sb-space-3) var(--sb-space-4);
        border-radius: var(--sb-radius);
        background: var(--sb-copper-soft);
        white-space: pre-line;
        overflow-wrap: anywhere;
      }

      .choices {
        display: flex;
        flex-wrap: wrap;
        justify-content: flex-end;
        gap: var(--sb-space-2);
      }

      @keyframes arrive {
        from {
          transform: translateY(1.5rem);
          opacity: 0;
        }
      }

      @keyframes pop {
        from {
          transform: scale(0.3) rotate(-20deg);
        }
      }

      @media (prefers-reduced-motion: reduce) {
        section,
        sb-badge-picture {
          animation: none;
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-feedback-card': SbFeedbackCard;
  }
}
