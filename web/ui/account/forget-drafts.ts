/** Signatures that were drawn and not sent, and what was changed and not saved; see the two `kept-draft.ts`. */
const drafts = /^steckbrett\.(hand-over|return|draft)\./;

/** Takes out of the browser what an adult has begun: who signs out may leave it to somebody else. */
export function forgetDrafts(): void {
  for (const name of ['localStorage', 'sessionStorage'] as const) {
    try {
      const storage = window[name];
      for (const key of Object.keys(storage)) if (drafts.test(key)) storage.removeItem(key);
    } catch {
      // A browser that forbids storage has kept nothing.
    }
  }
}
