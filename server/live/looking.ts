import type { Consent, LookingView } from './contract/live.ts';

/** Who of the teachers looks at which seat, and whether its pupils let them follow closely. Lives with the server's process. */
export class Looking {
  consent(_seatId: string): Consent {
    return 'not-asked';
  }

  /** How the teacher looks at a seat, as its pupils are shown. */
  view(seatId: string): LookingView {
    return { consent: this.consent(seatId), following: false, live: false };
  }
}
