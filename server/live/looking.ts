import type { Consent, LookingView } from './contract/live.ts';

/** What a teacher's page sees of the seats' work. */
interface Sight {
  /** Seats whose small picture is on the screen. */
  readonly small: ReadonlySet<string>;
  /** The seat that it follows closely, or asks to. */
  readonly close: string | null;
}

const blind: Sight = { small: new Set(), close: null };

/** Tells who has to hear that something about a seat has changed. */
export interface LookingListener {
  /** How the teacher looks at it; `consent`: what its pupils allow or are asked has changed, too. */
  changed(seatId: string, consent: boolean): void;
  /** From now on these pages follow it closely. */
  opened(seatId: string, pages: readonly string[]): void;
}

/**
 * Which teacher's page looks at which seat, and whether its pupils let them follow closely. Their answer holds for
 * every page of the class's teachers until they change it or the class ends; a question that nobody asks any more is
 * taken back, a "no" is not asked again, a yes is when somebody else sits down. Lives with the server's process. `page` is a socket's id.
 */
export class Looking {
  readonly #listener: LookingListener;
  readonly #answers = new Map<string, 'given' | 'refused'>();
  readonly #sights = new Map<string, Sight>();

  constructor(listener: LookingListener) {
    this.#listener = listener;
  }

  consent(seatId: string): Consent {
    return this.#answers.get(seatId) ?? (this.#pagesClose(seatId).length > 0 ? 'asked' : 'not-asked');
  }

  /** How the teacher looks at a seat, as its pupils are shown. */
  view(seatId: string): LookingView {
    const consent = this.consent(seatId);
    const following = this.followers(seatId).length > 0;
    return { consent, following, live: this.viewers(seatId).length > 0 };
  }

  /** The pages that get the seat's work. */
  viewers(seatId: string): string[] {
    const allowed = this.#answers.get(seatId) === 'given';
    return this.#pages(({ small, close }) => small.has(seatId) || (allowed && close === seatId));
  }

  /** The pages that get the trace of the seat's Pi: those that follow it with consent. */
  followers(seatId: string): string[] {
    return this.#answers.get(seatId) === 'given' ? this.#pagesClose(seatId) : [];
  }

  /** The pupils of a seat say whether the teacher may follow closely; to raise a hand is a yes. */
  answer(seatId: string, yes: boolean): void {
    const answer = yes ? 'given' : 'refused';
    if (this.#answers.get(seatId) === answer) return;
    this.#answers.set(seatId, answer);
    this.#listener.changed(seatId, true);
    const pages = this.followers(seatId);
    if (pages.length > 0) this.#listener.opened(seatId, pages);
  }

  /** Somebody else sits there now: the yes was not theirs, so they are asked; a "no" stays. */
  askAgain(seatId: string): void {
    if (this.#answers.get(seatId) !== 'given') return;
    this.#answers.delete(seatId);
    this.#listener.changed(seatId, true);
  }

  /** A page shows small pictures of these seats, and no others. @returns those that it did not show before. */
  show(page: string, seatIds: readonly string[]): string[] {
    const before = this.#sight(page).small;
    const small = new Set(seatIds);
    this.#set(page, { ...this.#sight(page), small });
    return [...small].filter((id) => !before.has(id));
  }

  /** A page follows a seat closely from now on, or as soon as its pupils say yes; null ends it. */
  follow(page: string, seatId: string | null): Consent {
    this.#set(page, { ...this.#sight(page), close: seatId });
    if (seatId === null) return 'not-asked';
    if (this.followers(seatId).includes(page)) this.#listener.opened(seatId, [page]);
    return this.consent(seatId);
  }

  /** A page was closed, or watches another class. */
  leave(page: string): void {
    this.#set(page, blind);
  }

  /** The seat is gone. */
  forget(seatId: string): void {
    this.#answers.delete(seatId);
    for (const [page, { small, close }] of this.#sights) {
      if (!small.has(seatId) && close !== seatId) continue;
      const others = new Set([...small].filter((id) => id !== seatId));
      this.#sights.set(page, { small: others, close: close === seatId ? null : close });
    }
  }

  #set(page: string, sight: Sight): void {
    const before = this.#sight(page);
    const seats = new Set([...before.small, ...sight.small, before.close, sight.close]);
    const concerned = [...seats].filter((id) => id !== null);
    const views = concerned.map((id) => this.view(id));
    if (sight.small.size === 0 && sight.close === null) this.#sights.delete(page);
    else this.#sights.set(page, sight);
    for (const [index, id] of concerned.entries()) {
      const [was, is] = [views[index], this.view(id)];
      const asked = was?.consent !== is.consent;
      if (asked || was?.following !== is.following || was?.live !== is.live)
        this.#listener.changed(id, asked);
    }
  }

  #sight(page: string): Sight {
    return this.#sights.get(page) ?? blind;
  }

  #pagesClose(seatId: string): string[] {
    return this.#pages(({ close }) => close === seatId);
  }

  #pages(sees: (sight: Sight) => boolean): string[] {
    return [...this.#sights].filter(([, sight]) => sees(sight)).map(([page]) => page);
  }
}
