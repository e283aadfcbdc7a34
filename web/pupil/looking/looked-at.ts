import { localized, msg } from '@lit/localize';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { LookingView } from '../../../server/live/contract/live.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { lineIcon } from '../../ui/line-icons.ts';
import { problemOf, problemText } from '../../ui/problem-text.ts';
import type { SeatSession } from '../seat-session.ts';

/**
 * Whether the teacher looks on: the question with its two answers, a sign while they follow, and afterwards a quiet
 * sign with which the answer can be changed. Its host draws anew when the session has news.
 */
@customElement('sb-looked-at')
@localized()
export class LookedAt extends LitElement {
  @property({ attribute: false, hasChanged: () => true }) session!: SeatSession;

  @state() private open = false;
  @state() private busy = false;
  @state() private problem = '';

  protected override render() {
    const looking = this.session.pupil?.looking;
    if (!looking || looking.consent === 'not-asked') return nothing;
    if (looking.consent === 'asked') return this.renderQuestion();
    return looking.following ? this.renderFollowed() : this.renderQuiet(looking);
  }

  private renderQuestion() {
    return html`<section class="card" role="alertdialog" aria-labelledby="question" data-test="looking-question">
      ${lineIcon('eye')}
      <p id="question">
        <strong>${msg('Deine Lehrkraft möchte bei dir zuschauen.')}</strong>
        <span>${msg('Du entscheidest, und du kannst es jederzeit ändern.')}</span>
      </p>
      <div class="answers">
        <button class="button" type="button" data-test="looking-yes" ?disabled=${this.busy} @click=${() => this.answer(true)}>
          ${msg('Ja')}
        </button>
        <button class="button" type="button" data-test="looking-no" ?disabled=${this.busy} @click=${() => this.answer(false)}>
          ${msg('Gerade nicht')}
        </button>
      </div>
      ${this.renderProblem()}
    </section>`;
  }

  private renderFollowed() {
    return html`<section class="sign followed" role="status" data-test="looking-followed">
      ${lineIcon('eye')}<span>${msg('Deine Lehrkraft schaut zu')}</span>
      <button class="button" type="button" data-test="looking-end" ?disabled=${this.busy} @click=${() => this.answer(false)}>
        ${msg('Beenden')}
      </button>
      ${this.renderProblem()}
    </section>`;
  }

  private renderQuiet({ consent }: LookingView) {
    const given = consent === 'given';
    const words = given ? msg('Deine Lehrkraft darf zuschauen') : msg('Deine Lehrkraft schaut nicht zu');
    return html`<section class="sign" data-test="looking-quiet" data-consent=${consent}>
      <button
        class="button quiet"
        type="button"
        data-test="looking-open"
        aria-expanded=${this.open}
        aria-label=${words}
        title=${words}
        @click=${() => {
          this.open = !this.open;
        }}
      >
        ${lineIcon(given ? 'eye' : 'eye-off')}
      </button>
      ${
        this.open
          ? html`<span>${words}</span>
              <button class="button" type="button" data-test="looking-change" ?disabled=${this.busy} @click=${() => this.answer(!given)}>
                ${given ? msg('Nicht mehr') : msg('Wieder erlauben')}
              </button>`
          : nothing
      }
      ${this.renderProblem()}
    </section>`;
  }

  private renderProblem() {
    return this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing;
  }

  private async answer(yes: boolean): Promise<void> {
    this.busy = true;
    this.problem = '';
    try {
      await this.session.ask('looking:answer', { yes });
      this.open = false;
    } catch (error) {
      this.problem = problemText(problemOf(error));
    } finally {
      this.busy = false;
    }
  }

  static override styles = [
    controlStyles,
    css`
      /* Beside the work, not above it: nothing moves away under a hand when the teacher looks on. */
      :host {
        position: fixed;
        z-index: 20;
        bottom: var(--sb-space-3);
        left: 50%;
        display: block;
        padding: 0;
        translate: -50% 0;
        pointer-events: none;
      }

      @media (max-width: 40rem) {
        :host {
          position: static;
          margin-inline: var(--sb-space-3);
          translate: none;
        }
      }

      section {
        pointer-events: auto;
      }

      .card {
        display: grid;
        justify-items: center;
        gap: var(--sb-space-3);
        width: min(22rem, calc(100vw - 2rem));
        padding: var(--sb-space-4);
        border: 1px solid var(--sb-line);
        border-radius: var(--sb-radius);
        background: var(--sb-surface);
        box-shadow: var(--sb-shadow);
        text-align: center;
      }

      .card > svg.lucide {
        width: 2.25rem;
        height: 2.25rem;
        color: var(--sb-copper);
      }

      .card p strong,
      .card p span {
        display: block;
      }

      .answers {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: var(--sb-space-2);
        width: 100%;
      }

      .sign {
        display: inline-flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--sb-space-2);
        border-radius: 99px;
        font-size: var(--sb-text-s);
      }

      .sign.followed,
      .sign:has([aria-expanded='true']) {
        padding: var(--sb-space-1) var(--sb-space-1) var(--sb-space-1) var(--sb-space-3);
        white-space: nowrap;
        border: 1px solid var(--sb-line);
        background: var(--sb-surface);
        box-shadow: var(--sb-shadow);
      }

      .sign.followed > svg.lucide {
        color: var(--sb-copper);
      }

      .sign .button {
        border-radius: 99px;
      }

      .sign .button.quiet {
        border-color: var(--sb-line);
        background: var(--sb-surface);
        padding: var(--sb-space-2);
      }

      .problem {
        width: 100%;
        color: var(--sb-stop-deep);
        font-size: var(--sb-text-s);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-looked-at': LookedAt;
  }
}
