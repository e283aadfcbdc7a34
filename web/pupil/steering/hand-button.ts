import { localized, msg, str } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import '../../ui/problem-note.ts';
import type { Problem } from '../../../device/contract/problem.ts';
import type { PupilState } from '../../../server/live/contract/live.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { problemOf } from '../../ui/problem-text.ts';
import type { SeatSession } from '../seat-session.ts';

/**
 * Raises the hand and takes it down. Before it is raised for the first time it says that the teacher may look closely
 * then; raised, it shows whose turn it is.
 */
@customElement('sb-hand-button')
@localized()
export class SbHandButton extends LitElement {
  @property({ attribute: false, hasChanged: () => true }) session!: SeatSession;
  @property({ attribute: false }) pupil: PupilState | null = null;

  @state() private open = false;
  @state() private busy = false;
  @state() private problem: Problem | null = null;
  @query('.hand') private button!: HTMLButtonElement | null;

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('pointerdown', this.onOutside);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('pointerdown', this.onOutside);
  }

  override render() {
    const place = this.pupil?.hand.place ?? null;
    if (!this.pupil) return nothing;
    return html`<button
        class="button hand ${place ? 'raised' : ''}"
        type="button"
        aria-expanded=${this.open}
        aria-controls="about"
        data-test="hand"
        data-place=${place ?? nothing}
        @click=${() => this.onClick(place)}
        @keydown=${this.onKey}
      >
        ${lineIcon('hand')}<span class="words">${place ? msg('Gemeldet') : msg('Melden')}</span>
        ${place ? html`<span class="place" aria-hidden="true">${place}</span>` : nothing}
      </button>
      <p class="visually-hidden" role="status" data-test="hand-news">${place ? placeText(place) : ''}</p>
      ${this.open ? this.panel(place) : nothing}`;
  }

  private panel(place: number | null) {
    return html`<div class="panel" id="about" role="group" aria-label=${msg('Hand heben')} @keydown=${this.onKey}>
      <p>
        ${
          place
            ? html`<strong>${placeText(place)}</strong> ${msg('Arbeite so lange weiter.')}`
            : msg('Brauchst du Hilfe? Dann darf deine Lehrkraft deine Arbeit genau ansehen.')
        }
      </p>
      <sb-problem-note .problem=${this.problem}></sb-problem-note>
      <button
        type="button"
        class="button ${place ? '' : 'primary'}"
        data-test=${place ? 'hand-lower' : 'hand-raise'}
        ?disabled=${this.busy}
        @click=${() => this.raise(!place)}
      >
        ${place ? msg('Nicht mehr nötig') : msg('Hand heben')}
      </button>
    </div>`;
  }

  /** Who has said yes before needs not be told again. */
  private onClick(place: number | null): void {
    this.problem = null;
    if (!place && !this.open && this.pupil?.looking.consent === 'given') void this.raise(true);
    else this.open = !this.open;
  }

  private readonly onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !this.open) return;
    this.open = false;
    this.button?.focus();
  };

  private readonly onOutside = (event: Event) => {
    if (this.open && !event.composedPath().includes(this)) this.open = false;
  };

  private async raise(raised: boolean): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.problem = null;
    try {
      await this.session.ask('hand:raise', { raised });
      this.open = false;
      this.button?.focus();
    } catch (thrown) {
      this.problem = problemOf(thrown);
      this.open = true;
    } finally {
      this.busy = false;
    }
  }

  static override styles = [
    controlStyles,
    css`
      :host {
        position: relative;
        display: inline-flex;
      }

      .hand {
        white-space: nowrap;
      }

      .hand.raised {
        border-color: var(--sb-copper);
        background: var(--sb-copper-soft);
        color: var(--sb-ink);
      }

      .place {
        display: grid;
        place-items: center;
        min-width: 1.6em;
        height: 1.6em;
        border-radius: 1em;
        background: var(--sb-copper);
        color: var(--sb-surface);
        font-size: var(--sb-text-s);
        font-weight: 700;
        font-variant-numeric: tabular-nums;
      }

      .panel {
        position: absolute;
        top: calc(100% + var(--sb-space-2));
        right: 0;
        z-index: 40;
        display: grid;
        gap: var(--sb-space-3);
        width: min(18rem, calc(100vw - 2 * var(--sb-space-4)));
        padding: var(--sb-space-4);
        color: var(--sb-ink);
        text-align: left;
        white-space: normal;
      }

      @media (max-width: 599px) {
        .panel {
          position: fixed;
          inset: auto var(--sb-space-4) var(--sb-space-4);
          width: auto;
        }
      }

      @media (max-width: 599px) {
        .hand {
          gap: var(--sb-space-1);
          margin-inline-end: 3px;
          padding-inline: var(--sb-space-2);
        }
      }

      /* On a small tablet, and in the bar's one row while it is full, the sign and the place must do. */
      @media (max-width: 767px) {
        .words {
          position: absolute;
          width: 1px;
          height: 1px;
          overflow: hidden;
          clip-path: inset(50%);
        }
      }

      @media (min-width: 1240px) and (max-width: 1399px) {
        .raised .words {
          position: absolute;
          width: 1px;
          height: 1px;
          overflow: hidden;
          clip-path: inset(50%);
        }
      }
    `,
  ];
}

function placeText(place: number): string {
  return place === 1 ? msg('Du bist als Nächstes dran.') : msg(str`Du bist als ${place}. dran.`);
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-hand-button': SbHandButton;
  }
}
