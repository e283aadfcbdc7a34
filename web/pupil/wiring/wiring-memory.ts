import * as z from 'zod/mini';
import { wiringKey } from '../progress-place.ts';
import { browserStorage } from '../seat-store.ts';
import { type BuildProgress, nothingBuilt } from './build-progress.ts';

const keys = z.array(z.string().check(z.maxLength(400))).check(z.maxLength(200));
const memorySchema = z.record(z.string().check(z.maxLength(100)), z.object({ ticked: keys, passed: keys }));

/** How far a seat has built a lesson's circuit. `place`: the seat, as `code.nickname`. */
export function rememberedBuilding(place: string, lesson: string): BuildProgress {
  return all(place)[lesson] ?? nothingBuilt;
}

/** Keeps it for the next time. A browser without room for it begins anew after a reload. */
export function rememberBuilding(place: string, lesson: string, progress: BuildProgress): void {
  try {
    browserStorage()?.setItem(wiringKey(place), JSON.stringify({ ...all(place), [lesson]: progress }));
  } catch {
    // Full or forbidden: the ticks live until the page is closed.
  }
}

function all(place: string): Record<string, BuildProgress> {
  try {
    return memorySchema.safeParse(JSON.parse(browserStorage()?.getItem(wiringKey(place)) ?? '{}')).data ?? {};
  } catch {
    return {};
  }
}
