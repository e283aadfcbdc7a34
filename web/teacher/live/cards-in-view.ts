import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Cards this far outside of the window are ready before they come in. */
const ahead = '200px';
/** Who scrolls passes many cards that they do not look at; ms. */
const settleTime = 150;

/** Which cards of its host can be seen: only they are drawn live. A page in the background shows none. */
export class CardsInView implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #selector: string;
  readonly #tell: (seatIds: readonly string[]) => void;
  readonly #seen = new Set<string>();
  readonly #watched = new Map<Element, string>();
  #observer: IntersectionObserver | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param selector cards in the host's shadow root; each has the seat's id as `data-seat`. */
  constructor(
    host: ReactiveControllerHost & Element,
    selector: string,
    tell: (seatIds: readonly string[]) => void,
  ) {
    this.#host = host;
    this.#selector = selector;
    this.#tell = tell;
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer = new IntersectionObserver(
      (changes) => {
        for (const { target, isIntersecting } of changes) {
          const seatId = this.#watched.get(target);
          if (seatId === undefined) continue;
          if (isIntersecting) this.#seen.add(seatId);
          else this.#seen.delete(seatId);
        }
        this.#settle();
      },
      { rootMargin: ahead },
    );
    document.addEventListener('visibilitychange', this.#settle);
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#settle);
    this.#observer?.disconnect();
    this.#watched.clear();
    this.#seen.clear();
    clearTimeout(this.#timer);
    this.#tell([]);
  }

  hostUpdated(): void {
    const cards = new Set(this.#host.shadowRoot?.querySelectorAll<HTMLElement>(this.#selector));
    for (const [card, seatId] of this.#watched) {
      if (cards.has(card as HTMLElement)) continue;
      this.#observer?.unobserve(card);
      this.#watched.delete(card);
      this.#seen.delete(seatId);
      this.#settle();
    }
    for (const card of cards) {
      if (this.#watched.has(card)) continue;
      this.#watched.set(card, card.dataset.seat ?? '');
      this.#observer?.observe(card);
    }
  }

  readonly #settle = () => {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#tell(document.hidden ? [] : [...this.#seen].sort()), settleTime);
  };
}
