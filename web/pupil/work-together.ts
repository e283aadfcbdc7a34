import { html, nothing } from 'lit';
import type { Problem } from '../../device/contract/problem.ts';
import { problemOf } from '../ui/problem-text.ts';
import type { OnDemand } from './on-demand.ts';
import type { SeatSession } from './seat-session.ts';

/** What the strip of the others needs of the desk. */
export interface WorkTogetherOptions {
  readonly session: SeatSession;
  readonly rooms: OnDemand;
  tell(problem: Problem): void;
  /** Something that is shown has changed; resolved when it is. */
  changed(): Promise<unknown>;
}

/** Who else sits at this desk, who drives, and whose turn it is with the real Pi. Nothing here throws. */
export class WorkTogether {
  readonly #options: WorkTogetherOptions;
  /** There was something to tell of others; the strip stays, for what comes next. */
  #wanted = false;

  constructor(options: WorkTogetherOptions) {
    this.#options = options;
  }

  /** Another pupil of the seat drives. */
  get lookingOn(): boolean {
    const { pupil } = this.#options.session;
    return pupil !== null && pupil.pair.driver !== null && pupil.pair.driver !== pupil.pupil.id;
  }

  /** The strip, as soon as there is something to tell. */
  render() {
    const { session, rooms } = this.#options;
    const { pupil } = session;
    if (!pupil) return nothing;
    const { pair, turn } = pupil;
    const company = pair.pupils.length > 1 || pair.knocking.length > 0;
    const queue = turn.state === 'waiting' || (turn.state === 'has' && turn.leftMs !== null);
    this.#wanted ||= company || queue;
    if (!this.#wanted) return nothing;
    rooms.want('together');
    return html`<sb-together .pupil=${pupil} .knock=${session.knock} .ask=${session.ask}></sb-together>`;
  }

  /** Shows with whom one may sit. */
  async openSeats(desk: ParentNode): Promise<void> {
    this.#wanted = true;
    this.#options.rooms.want('together');
    await this.#options.changed();
    await customElements.whenDefined('sb-together');
    desk.querySelector('sb-together')?.openSeats();
  }

  /** Gets in the queue for the real Pi. */
  async queue(): Promise<void> {
    try {
      await this.#options.session.ask('turn:queue', {});
    } catch (thrown) {
      this.#options.tell(problemOf(thrown));
    }
  }
}
