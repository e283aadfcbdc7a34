import type { Viewing } from './viewing.ts';

/** Fingers and mice may miss a cursor by this much, px. */
const grip = { mouse: 10, touch: 22 } as const;
/** Less than this is a tap, px. */
const tapMoves = 6;

/** What gestures need to know of the picture under them; places in px of the page. */
export interface GestureSurface {
  readonly viewing: Viewing;
  /** Whether a place lies right of the names. */
  onLanes(clientX: number): boolean;
  momentAt(clientX: number): number;
  placeOf(at: number): number;
  /** µs for each px. */
  scale(): number;
  /** The edge that is meant by a place, or its very moment. */
  snapped(clientX: number, clientY: number): number;
  tapped(clientX: number, clientY: number): void;
}

/**
 * Drag moves through time, or a cursor; two fingers and the wheel zoom; a tap sets a cursor, two taps show the whole
 * run.
 */
export class Gestures {
  readonly #surface: GestureSurface;
  readonly #fingers = new Map<number, { x: number; y: number }>();
  #does: 'nothing' | 'tap' | 'pan' | 'pinch' | 'a' | 'b' = 'nothing';
  #startX = 0;
  #beforeTap: { a: number | null; b: number | null } = { a: null, b: null };

  constructor(surface: GestureSurface) {
    this.#surface = surface;
  }

  /** Listens on an element, whose `touch-action` leaves it all but the scrolling up and down. */
  listen(element: HTMLElement): void {
    element.addEventListener('pointerdown', (event) => this.#down(event, element));
    element.addEventListener('pointermove', (event) => this.#move(event));
    for (const kind of ['pointerup', 'pointercancel'] as const)
      element.addEventListener(kind, (event) => this.#up(event));
    element.addEventListener('click', (event) => this.#click(event));
    element.addEventListener('wheel', (event) => this.#wheel(event), { passive: false });
  }

  #down(event: PointerEvent, element: HTMLElement): void {
    if (event.button !== 0) return;
    element.setPointerCapture(event.pointerId);
    this.#fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    this.#startX = event.clientX;
    if (this.#fingers.size === 2) this.#does = 'pinch';
    else if (this.#fingers.size === 1)
      this.#does =
        this.#cursorAt(event.clientX, grip[event.pointerType === 'mouse' ? 'mouse' : 'touch']) ?? 'tap';
  }

  #move(event: PointerEvent): void {
    const finger = this.#fingers.get(event.pointerId);
    if (!finger) return;
    const { viewing } = this.#surface;
    const scale = this.#surface.scale();
    if (this.#does === 'pinch') this.#pinch(event);
    else if (this.#does === 'a' || this.#does === 'b')
      viewing.setCursor(this.#does, this.#surface.snapped(event.clientX, event.clientY));
    else if (this.#does === 'pan') viewing.pan((finger.x - event.clientX) * scale);
    else if (this.#does === 'tap' && Math.abs(event.clientX - this.#startX) > tapMoves) {
      this.#does = 'pan';
      viewing.pan((this.#startX - event.clientX) * scale);
    }
    this.#fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  }

  /** What lies under the two fingers stays under them. */
  #pinch(event: PointerEvent): void {
    const { viewing } = this.#surface;
    const now = { x: event.clientX, y: event.clientY };
    const other = [...this.#fingers].find(([id]) => id !== event.pointerId)?.[1];
    const before = this.#fingers.get(event.pointerId);
    if (!other || !before) return;
    const apart = (finger: { x: number }) => Math.max(12, Math.abs(finger.x - other.x));
    const held = this.#surface.momentAt((before.x + other.x) / 2);
    viewing.zoom(apart(before) / apart(now), held);
    viewing.pan(held - this.#surface.momentAt((now.x + other.x) / 2));
  }

  #up(event: PointerEvent): void {
    this.#fingers.delete(event.pointerId);
    // The finger that stays after two were there moves nothing more.
    if (this.#does === 'pinch') this.#does = this.#fingers.size === 0 ? 'nothing' : 'pinch';
    if (event.type === 'pointercancel') this.#does = 'nothing';
  }

  #click(event: MouseEvent): void {
    const tapped = this.#does === 'tap';
    this.#does = 'nothing';
    if (!tapped) return;
    const { viewing } = this.#surface;
    if (event.detail === 2) {
      const { a, b } = this.#beforeTap;
      viewing.clearCursors();
      if (a !== null) viewing.setCursor('a', a);
      if (b !== null) viewing.setCursor('b', b);
      viewing.showAll();
    } else if (event.detail < 2) {
      this.#beforeTap = { ...viewing.cursors };
      this.#surface.tapped(event.clientX, event.clientY);
    }
  }

  #wheel(event: WheelEvent): void {
    // The names scroll up and down like any list.
    if (!this.#surface.onLanes(event.clientX)) return;
    event.preventDefault();
    const { viewing } = this.#surface;
    const scale = this.#surface.scale();
    const pixels = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
    const sideways = event.shiftKey ? event.deltaX || event.deltaY : event.deltaX;
    if (Math.abs(sideways) > Math.abs(event.shiftKey ? 0 : event.deltaY))
      viewing.pan(sideways * pixels * scale);
    else viewing.zoom(Math.exp(event.deltaY * pixels * 0.002), this.#surface.momentAt(event.clientX));
  }

  #cursorAt(clientX: number, reach: number): 'a' | 'b' | undefined {
    const { cursors } = this.#surface.viewing;
    const far = (name: 'a' | 'b') => {
      const at = cursors[name];
      return at === null ? Number.POSITIVE_INFINITY : Math.abs(this.#surface.placeOf(at) - clientX);
    };
    const nearer = far('a') <= far('b') ? 'a' : 'b';
    return far(nearer) <= reach ? nearer : undefined;
  }
}
