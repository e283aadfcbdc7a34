import * as z from 'zod/mini';

const id = z.string();

/** What was said at the boxes and the server may not have yet; each can be sent twice and is done once. */
const stepSchema = z.discriminatedUnion('what', [
  /** A label was scanned, or a tick taken back. */
  z.object({ what: z.literal('pack'), code: z.string(), packed: z.boolean() }),
  /** These are back and fine. */
  z.object({
    what: z.literal('back'),
    requestId: id,
    code: z.string(),
    items: z.array(z.object({ itemId: id, remark: z.string(), photoIds: z.array(id) })),
  }),
  /** Still out after all. */
  z.object({ what: z.literal('out'), code: z.string(), itemId: id }),
]);
export type KeptStep = z.infer<typeof stepSchema>;
const keptSchema = z.array(stepSchema);

type Place = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Where a browser keeps the steps of one loan until the server has them, so that no scan is lost by a reload. */
export class KeptSteps {
  readonly #place: Place | null;
  readonly #key: string;

  /** @param place null: the browser forbids it. */
  constructor(place: Place | null, loanId: string) {
    this.#place = place;
    this.#key = `steckbrett.steps.${loanId}`;
  }

  /** In the order in which they were said; none where nothing can be read. */
  read(): KeptStep[] {
    try {
      return keptSchema.safeParse(JSON.parse(this.#place?.getItem(this.#key) ?? '[]')).data ?? [];
    } catch {
      return [];
    }
  }

  keep(steps: readonly KeptStep[]): void {
    try {
      if (steps.length === 0) this.#place?.removeItem(this.#key);
      else this.#place?.setItem(this.#key, JSON.stringify(steps));
    } catch {
      // A full or forbidden storage: the page itself still has them.
    }
  }
}
