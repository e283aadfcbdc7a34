import { localized, msg } from '@lit/localize';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { PupilState } from '../../../server/live/contract/live.ts';
import { controlStyles } from '../../ui/control-styles.ts';
import { countdownRing } from '../../ui/countdown-ring.ts';
import { SpanTicker } from '../../ui/span-ticker.ts';
import type { RunTarget } from '../runs.ts';
import type { SeatSession } from '../seat-session.ts';
import { eyesUpStyles } from './eyes-up-styles.ts';

/** A hold that was not lengthened fills the ring, ms. */
const wholeRing = 5 * 60_000;

/**
 * Covers the page while all should look to the front: a modal dialog, so that neither hand nor keyboard reaches what
 * is behind. What runs can be stopped here, too; `Esc Esc` is the page's.
 */
@customElement('sb-eyes-up')
@localized()
export class SbEyesUp extends LitElement {
  @property({ attribute: false, hasChanged: () => true }) session!: SeatSession;
  @property({ attribute: false }) pupil: PupilState | null = null;

  @query('dialog') private dialog!: HTMLDialogElement | null;
  private readonly ticker = new SpanTicker(this);

  protected override willUpdate(): void {
    const steering = this.pupil?.steering;
    this.ticker.hear(steering?.eyesUpMs ?? null, steering);
  }

  override render() {
    if (!this.held) return nothing;
    const { note, steering } = this.pupil as PupilState;
    const running = this.running;
    return html`<dialog
      role="alertdialog"
      aria-labelledby="heading"
      aria-describedby="words"
      data-test="eyes-up"
      @cancel=${(event: Event) => event.preventDefault()}
      @keydown=${keepOpen}
      @close=${() => this.cover()}
    >
      <div class="middle">
        ${eyes()}
        <h1 id="heading" tabindex="-1" autofocus>${msg('Augen nach vorn')}</h1>
        ${note ? html`<p class="note" data-test="eyes-up-note">${note.text}</p>` : nothing}
        <p id="words">${msg('Gleich geht es weiter. Deine Arbeit bleibt, wie sie ist.')}</p>
        ${countdownRing(this.ticker.left ?? 0, Math.max(wholeRing, steering.eyesUpMs ?? 0))}
        ${
          running.length > 0
            ? html`<button type="button" class="button danger" data-test="eyes-up-stop" @click=${() => this.stop(running)}>
                ${msg('Mein Programm stoppen')}
              </button>`
            : nothing
        }
      </div>
    </dialog>`;
  }

  protected override updated(): void {
    this.cover();
  }

  private get held(): boolean {
    return this.pupil?.class.state === 'active' && (this.ticker.left ?? 0) > 0;
  }

  /** Where a program of this seat runs. */
  private get running(): RunTarget[] {
    return (['pi', 'virtual'] as const).filter((target) => this.session.runs.view(target).running);
  }

  /** A browser closes a dialog on some keys whatever a page says; then it is opened again. */
  private cover(): void {
    if (this.held && this.dialog && !this.dialog.open) this.dialog.showModal();
  }

  private stop(running: readonly RunTarget[]): void {
    // What does not stop shows as running still; the button stays.
    for (const target of running) void this.session.runs.stop(target).catch(() => undefined);
  }

  static override styles = [controlStyles, eyesUpStyles];
}

/** `Esc` closes no cover; the page hears it all the same. */
function keepOpen(event: KeyboardEvent): void {
  if (event.key === 'Escape') event.preventDefault();
}

/** Two eyes that look up. */
function eyes() {
  return html`<svg class="eyes" viewBox="0 0 220 110" aria-hidden="true">
    ${[55, 165].map(
      (x) => html`<svg x=${x - 50} y="5" width="100" height="100" viewBox="0 0 100 100">
        <ellipse class="white" cx="50" cy="50" rx="44" ry="46" />
        <g class="pupil">
          <circle class="iris" cx="50" cy="34" r="21" />
          <circle class="dark" cx="50" cy="31" r="11" />
          <circle class="shine" cx="57" cy="24" r="4.5" />
        </g>
      </svg>`,
    )}
  </svg>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'sb-eyes-up': SbEyesUp;
  }
}
