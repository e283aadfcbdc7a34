/** A kit that could go. */
export interface Offer {
  readonly id: string;
  readonly devices: number;
  /** Things that are missing or broken in it. */
  readonly lacks: number;
  /** 0: unused for longest of all; 1: used last. */
  readonly recent: number;
}

interface Choice {
  readonly cost: number;
  readonly ids: readonly string[];
}

/**
 * Kits that together have enough Pis: as few spare ones and as few kits as can be, complete ones before others, and of
 * equals those that rested longest.
 *
 * @returns null: all together have too few.
 */
export function chooseKits(offers: readonly Offer[], needed: number): string[] | null {
  const useful = offers.filter(({ devices }) => devices > 0);
  const largest = Math.max(0, ...useful.map(({ devices }) => devices));
  // The best choice by the number of Pis in it; more than one kit too many never is the best.
  const best: (Choice | undefined)[] = [{ cost: 0, ids: [] }];
  const most = needed + largest;
  for (const { id, devices, lacks, recent } of useful) {
    const own = 15 + 3 * Math.min(lacks, 20) + recent;
    for (let sum = most; sum >= devices; sum -= 1) {
      const before = best[sum - devices];
      if (!before || sum - devices >= needed) continue;
      const cost = before.cost + own;
      if (cost < (best[sum]?.cost ?? Number.POSITIVE_INFINITY))
        best[sum] = { cost, ids: [...before.ids, id] };
    }
  }
  let chosen: Choice | null = null;
  for (let sum = needed; sum <= most; sum += 1) {
    const choice = best[sum];
    if (!choice) continue;
    const cost = choice.cost + 10 * (sum - needed);
    if (!chosen || cost < chosen.cost) chosen = { cost, ids: choice.ids };
  }
  return chosen && [...chosen.ids];
}
