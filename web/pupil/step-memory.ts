import { browserStorage } from './seat-store.ts';

const key = (code: string) => `steckbrett.step.${code}`;

/** The lesson's step at which this browser was last in a class, from 0. */
export function rememberedStep(code: string): number {
  const step = Number(browserStorage()?.getItem(key(code)));
  return Number.isInteger(step) && step >= 0 ? step : 0;
}

/** Keeps the step for the next time. */
export function rememberStep(code: string, step: number): void {
  try {
    browserStorage()?.setItem(key(code), String(step));
  } catch {
    // A browser without room for it begins at the first step again.
  }
}
