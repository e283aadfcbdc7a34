import * as z from 'zod/mini';

const point = z.tuple([z.int(), z.int()]);
const draftSchema = z.object({ name: z.string(), strokes: z.array(z.array(point)), onPaper: z.boolean() });

/** What two people have signed and the server may not have. */
export const keptSchema = z.object({
  /** The same each time it is sent, so that it is done once. */
  requestId: z.string(),
  /** The loan's version that they signed; null: not sent yet. */
  sentVersion: z.nullable(z.int()),
  /** What was not packed stays, they said. */
  withoutUnpacked: z.boolean(),
  remarks: z.string(),
  association: draftSchema,
  school: draftSchema,
});
export type Kept = z.infer<typeof keptSchema>;

/** With when it was kept, ms since 1970. */
const storedSchema = z.object({ keptAt: z.int(), kept: keptSchema });
/** After so long, ms, nobody comes back to it, and a signature is not to lie about. */
const longestKept = 24 * 60 * 60 * 1000;

/** Where a page keeps what was signed until the server has it: a reload, a lost connection or a dead battery of the server loses nothing. */
export class KeptDraft {
  readonly #storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null;
  readonly #key: string;

  /** @param what the paper that is signed. @param storage null: the browser forbids it. */
  constructor(
    storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null,
    what: 'hand-over' | 'return',
    loanId: string,
  ) {
    this.#storage = storage;
    this.#key = `steckbrett.${what}.${loanId}`;
  }

  /** What was kept; null: nothing, nothing that can be read, or it is older than a day and is forgotten. */
  read(): Kept | null {
    try {
      const text = this.#storage?.getItem(this.#key);
      if (!text) return null;
      const { data } = storedSchema.safeParse(JSON.parse(text));
      if (data && Date.now() - data.keptAt < longestKept) return data.kept;
      this.forget();
      return null;
    } catch {
      return null;
    }
  }

  keep(kept: Kept): void {
    try {
      this.#storage?.setItem(this.#key, JSON.stringify({ keptAt: Date.now(), kept }));
    } catch {
      // A full or forbidden storage: the page itself still has it.
    }
  }

  forget(): void {
    try {
      this.#storage?.removeItem(this.#key);
    } catch {
      // It was not kept either.
    }
  }
}

/** The browser's storage; null where it is forbidden. */
export function browserStorage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

/** Whether the server may have it or not: then it gets the same again. */
export function isPassing(code: string): boolean {
  return code === 'no-connection' || code === 'answer-unreadable';
}
