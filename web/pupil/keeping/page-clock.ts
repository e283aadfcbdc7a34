import type { SaveClock } from '../autosave-runner.ts';

/** The browser's clock for pauses: it goes on evenly, whatever the computer's time is set to. */
export const pageClock: SaveClock = {
  now: () => performance.now(),
  after(ms, callback) {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};
