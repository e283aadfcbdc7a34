import type * as z from 'zod/mini';

/** What somebody has changed and not saved, kept in this tab of the browser until they save it or drop it. */
export class KeptDraft<Schema extends z.ZodMiniType> {
  readonly #key: string;
  readonly #schema: Schema;

  constructor(name: string, schema: Schema) {
    this.#key = `steckbrett.draft.${name}`;
    this.#schema = schema;
  }

  /** null: there is none, or none that fits. */
  read(): z.output<Schema> | null {
    try {
      const parsed = this.#schema.safeParse(JSON.parse(sessionStorage.getItem(this.#key) ?? 'null'));
      return parsed.success ? parsed.data : null;
    } catch {
      return null;
    }
  }

  /** null: nothing is unsaved any more. */
  write(draft: z.output<Schema> | null): void {
    try {
      if (draft === null) sessionStorage.removeItem(this.#key);
      else sessionStorage.setItem(this.#key, JSON.stringify(draft));
    } catch {
      // A browser that forbids storage keeps the draft as long as the page is open.
    }
  }
}
