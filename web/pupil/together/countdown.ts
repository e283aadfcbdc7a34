/** A span that the server told, running down on this browser's own clock. Times are ms. */
export interface Countdown {
  /** How long it was when it was told. */
  readonly span: number;
  /** When it ends, on a clock that never goes back. */
  readonly endsAt: number;
}

/** Begins to count a span down; null stays null. */
export function countdown(span: number | null, now: number): Countdown | null {
  return span === null ? null : { span, endsAt: now + span };
}

/** What is left, never less than nothing. */
export function left({ endsAt }: Countdown, now: number): number {
  return Math.max(0, endsAt - now);
}

/** As people read it: `2:05`. A second that has begun counts whole, so that 0:00 is the end. */
export function clockText(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
