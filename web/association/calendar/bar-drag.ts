import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CalendarBar } from '../../../server/api/contract/lending/calendar.ts';
import { EdgeScroll } from './edge-scroll.ts';
import { changes, type Draft, freshDraft, handedTo, movable, shifted } from './moving.ts';

/** A bar under the pointer. */
export interface Grabbed {
  readonly bar: CalendarBar;
  readonly assetId: string;
  /** Where its end can be taken, CSS pixels of the window. */
  readonly endFrom: number;
}

/** What the board tells its dragging, and hears from it. */
export interface DragHost extends ReactiveControllerHost {
  /** What scrolls; it hears all pointers. */
  readonly board: HTMLElement | null;
  readonly dayWidth: number;
  readonly draft: Draft | null;
  /** The bar at an event that may be moved; null: none. */
  grabbed(event: PointerEvent): Grabbed | null;
  /** The kit at a height of the window that could take the draft's loan; null: its own, or none. */
  kitAt(y: number, draft: Draft): string | null;
  drafted(draft: Draft | null): void;
  dropped(draft: Draft): void;
}

/** Mice drag at once, after so many CSS pixels. */
const slack = 4;
/** A finger scrolls; one that rests so long, ms, takes hold of the bar. */
const rest = 400;
/** A finger rests while it moves less than so many CSS pixels. */
const trembling = 10;

interface Hold {
  readonly pointerId: number;
  readonly grab: Grabbed;
  readonly base: Draft;
  readonly what: 'whole' | 'end';
  /** Where it began, in the sheet: CSS pixels with what is scrolled away. */
  readonly from: number;
  readonly at: { x: number; y: number };
  lifted: boolean;
  timer?: ReturnType<typeof setTimeout>;
}

/**
 * Drags bars of a board: with a mouse or pen at once, with a finger after a rest, so that a finger that moves on scrolls
 * as everywhere else. At an edge of the board it scrolls by itself.
 */
export class BarDrag implements ReactiveController {
  readonly #host: DragHost;
  readonly #edges = new EdgeScroll(() => this.#follow());
  #hold: Hold | null = null;
  #board: HTMLElement | null = null;
  #ended = false;

  constructor(host: DragHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Whether somebody holds a bar in their hand. */
  get lifted(): boolean {
    return this.#hold?.lifted === true;
  }

  hostUpdated(): void {
    const { board } = this.#host;
    if (board === this.#board) return;
    this.#board = board;
    if (!board) return;
    board.addEventListener('pointerdown', this.#down);
    board.addEventListener('pointermove', this.#move);
    board.addEventListener('pointerup', this.#up);
    board.addEventListener('pointercancel', this.#cancel);
    board.addEventListener('click', this.#click, { capture: true });
    board.addEventListener('contextmenu', this.#menu);
    // Browsers ask at a touch's begin whether anybody may want to keep it from scrolling.
    board.addEventListener('touchmove', this.#touchMove, { passive: false });
  }

  hostDisconnected(): void {
    this.end();
  }

  /** Lets go of what is held, as by Esc. */
  end(): void {
    clearTimeout(this.#hold?.timer);
    this.#hold = null;
    this.#edges.stop();
  }

  readonly #down = (event: PointerEvent) => {
    if (event.button !== 0 || this.#hold) return;
    const grab = this.#host.grabbed(event);
    const how = grab && movable(grab.bar);
    if (!grab || how === 'no') return;
    const { draft, board } = this.#host;
    const { bar, assetId } = grab;
    const base =
      draft?.bar.loanId === bar.loanId && draft.assetId === assetId ? draft : freshDraft(bar, assetId);
    const hold: Hold = {
      ...{ pointerId: event.pointerId, grab, base, lifted: false },
      what: how === 'end' || event.clientX >= grab.endFrom ? 'end' : 'whole',
      from: event.clientX + (board?.scrollLeft ?? 0),
      at: { x: event.clientX, y: event.clientY },
    };
    this.#hold = hold;
    if (event.pointerType === 'touch') hold.timer = setTimeout(() => this.#lift(hold), rest);
  };

  readonly #move = (event: PointerEvent) => {
    const hold = this.#hold;
    if (hold?.pointerId !== event.pointerId) return;
    const far = Math.hypot(event.clientX - hold.at.x, event.clientY - hold.at.y);
    if (!hold.lifted) {
      if (event.pointerType === 'touch') {
        if (far > trembling) this.end();
        return;
      }
      if (far < slack) return;
      this.#lift(hold);
    }
    hold.at.x = event.clientX;
    hold.at.y = event.clientY;
    this.#follow();
    if (this.#board) this.#edges.near(this.#board, hold.at);
  };

  readonly #up = (event: PointerEvent) => {
    const hold = this.#hold;
    if (hold?.pointerId !== event.pointerId) return;
    this.end();
    if (!hold.lifted) return;
    // The click that follows must not open the loan.
    this.#ended = true;
    setTimeout(() => {
      this.#ended = false;
    });
    const { draft } = this.#host;
    if (draft && changes(draft)) this.#host.dropped(draft);
    else this.#host.drafted(null);
  };

  readonly #cancel = (event: PointerEvent) => {
    const hold = this.#hold;
    if (hold?.pointerId !== event.pointerId) return;
    this.end();
    if (hold.lifted) this.#host.drafted(null);
  };

  readonly #click = (event: Event) => {
    if (!this.#ended) return;
    event.stopPropagation();
    event.preventDefault();
  };

  /** A finger that rests would open the browser's menu. */
  readonly #menu = (event: Event) => {
    if (this.#hold) event.preventDefault();
  };

  readonly #touchMove = (event: TouchEvent) => {
    if (this.#hold?.lifted && event.cancelable) event.preventDefault();
  };

  #lift(hold: Hold): void {
    hold.lifted = true;
    clearTimeout(hold.timer);
    // The board keeps the pointer: rows come and go while it scrolls.
    this.#board?.setPointerCapture(hold.pointerId);
    navigator.vibrate?.(15);
    this.#host.drafted(hold.base);
  }

  #follow(): void {
    const hold = this.#hold;
    if (!hold?.lifted) return;
    const kit = hold.what === 'whole' ? this.#host.kitAt(hold.at.y, hold.base) : null;
    if (kit !== null) {
      this.#host.drafted(handedTo(hold.base, kit));
      return;
    }
    const x = hold.at.x + (this.#board?.scrollLeft ?? 0);
    this.#host.drafted(shifted(hold.base, Math.round((x - hold.from) / this.#host.dayWidth), hold.what));
  }
}
