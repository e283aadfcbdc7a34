import { html, nothing } from 'lit';
import type {} from './class-room.ts';
import type { OnDemand } from './on-demand.ts';
import type { SeatSession } from './seat-session.ts';

/** What the class on this desk needs. */
export interface WorkClassOptions {
  readonly session: SeatSession;
  readonly rooms: OnDemand;
}

/**
 * What the class and its teacher bring to this desk: a cover when eyes should be up, words from the teacher, who looks
 * on, which Pi is meant, the raised hand and handing in. All of it is loaded on demand.
 */
export class WorkClass {
  readonly #options: WorkClassOptions;

  constructor(options: WorkClassOptions) {
    this.#options = options;
  }

  /** The page has loaded what was urgent: the rest comes now. */
  ready(): void {
    this.#options.rooms.want('class');
  }

  /** Asks anew which Pi is before the pupil. */
  async whichPi(desk: ParentNode): Promise<void> {
    this.ready();
    await customElements.whenDefined('sb-my-pi');
    desk.querySelector('sb-my-pi')?.edit();
  }

  /** What belongs above the desk. */
  render() {
    const { session, rooms } = this.#options;
    const { pupil } = session;
    if (pupil?.class.state !== 'active') return nothing;
    const { steering, note, looking } = pupil;
    if (steering.eyesUpMs !== null || note || looking.consent === 'asked') rooms.want('class');
    return html`<sb-eyes-up .session=${session} .pupil=${pupil}></sb-eyes-up>
      <sb-class-note .session=${session} .pupil=${pupil}></sb-class-note>
      <sb-looked-at .session=${session} .pupil=${pupil}></sb-looked-at>
      <sb-my-pi .session=${session} .pupil=${pupil}></sb-my-pi>`;
  }

  /** What belongs into the top bar. */
  buttons() {
    const { session } = this.#options;
    const { pupil } = session;
    if (pupil?.class.state !== 'active') return nothing;
    return html`<sb-hand-button slot="class" .session=${session} .pupil=${pupil}></sb-hand-button>
      <sb-hand-in slot="class" .session=${session} .blocks=${session.saving?.blocks ?? null}></sb-hand-in>`;
  }
}
