const dayMs = 86_400_000;

/** What a thing cost, and when. */
export interface Purchase {
  /** Euro cents. */
  readonly purchaseCents: number | null;
  /** `2026-11-22`. */
  readonly purchasedOn: string | null;
}

/**
 * What a thing is worth by its age: the price, straight down to nothing over its lifetime.
 *
 * @param now ms since 1970.
 * @returns Euro cents; null while price or day of purchase are unknown.
 */
export function currentCents(
  { purchaseCents, purchasedOn }: Purchase,
  now: number,
  lifetimeYears: number,
): number | null {
  if (purchaseCents === null || purchasedOn === null) return null;
  const bought = new Date(`${purchasedOn}T00:00:00Z`);
  if (Number.isNaN(bought.getTime())) return null;
  // By the calendar: on the last birthday there is nothing left.
  const end = new Date(bought);
  end.setUTCFullYear(end.getUTCFullYear() + lifetimeYears);
  const days = Math.max(0, Math.floor((now - bought.getTime()) / dayMs));
  const lifetimeDays = (end.getTime() - bought.getTime()) / dayMs;
  return Math.round(purchaseCents * Math.max(0, 1 - days / lifetimeDays));
}
