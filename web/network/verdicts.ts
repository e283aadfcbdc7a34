import type { SpeedResult, WayResult } from './probes.ts';

/** What is tested, in the order of the page. */
export const checks = ['https', 'websocket', 'polling', 'mqtt', 'speed', 'clock'] as const;
export type Check = (typeof checks)[number];

/** `good`: nothing to do; `limited`: a lesson works, with less; `bad`: something does not work. */
export type Verdict = 'good' | 'limited' | 'bad';

/** What was found; what is missing is still being tested. `null`: it could not be tested. */
export interface Findings {
  readonly https?: boolean;
  readonly websocket?: WayResult;
  readonly polling?: WayResult;
  readonly mqtt?: WayResult;
  readonly speed?: SpeedResult | null;
  readonly clock?: number | null;
}

/** What a class of thirty loads when everybody opens the page for the first time, bits. */
const classLoad = 30 * 350_000 * 8;
/** Longest time in which that is unnoticed, and in which a lesson can still begin, s. */
const quick = 30;
const bearable = 150;
/** Beyond this a computer may take a certificate for too new or too old, ms. */
const clockTolerance = 5 * 60_000;

/** How long a class of thirty waits for its first page, s. */
export function classWait({ bitsPerSecond }: SpeedResult): number {
  return classLoad / bitsPerSecond;
}

/** @returns what a finding means for a lesson; `undefined`: it is still being tested, or waits for another. */
export function verdictOf(check: Check, found: Findings): Verdict | undefined {
  switch (check) {
    case 'https':
      return found.https === undefined ? undefined : found.https ? 'good' : 'limited';
    case 'websocket':
      return live(found.websocket, found.polling);
    case 'polling':
      return live(found.polling, found.websocket);
    case 'mqtt':
      return found.mqtt && (found.mqtt.open ? 'good' : 'bad');
    case 'speed': {
      if (!found.speed) return found.speed === null ? 'bad' : undefined;
      const wait = classWait(found.speed);
      return wait <= quick ? 'good' : wait <= bearable ? 'limited' : 'bad';
    }
    case 'clock':
      if (found.clock == null) return found.clock === null ? 'limited' : undefined;
      return Math.abs(found.clock) <= clockTolerance ? 'good' : 'limited';
  }
}

/** One of two ways: while the other is open, lessons work. */
function live(own: WayResult | undefined, other: WayResult | undefined): Verdict | undefined {
  if (own?.open) return 'good';
  if (!own || !other) return undefined;
  return other.open ? 'limited' : 'bad';
}

/** The worst of all; `undefined` while something is still being tested. */
export function overall(found: Findings): Verdict | undefined {
  const all = checks.map((check) => verdictOf(check, found));
  if (all.includes(undefined)) return undefined;
  return all.includes('bad') ? 'bad' : all.includes('limited') ? 'limited' : 'good';
}
