import type { PartInput } from '../../device/contract/command.ts';

/** Time between two positions of the same slider, ms: a drag makes a hundred a second, and only the last one counts. */
export const inputPause = 100;

/** Sends what hands do over a line that a dragged slider would flood. */
export class PacedInputs {
  readonly #send: (input: PartInput) => Promise<void>;
  /** The sliders that are being sent, with where they have gone since. */
  readonly #moving = new Map<string, PartInput | null>();

  constructor(send: (input: PartInput) => Promise<void>) {
    this.#send = send;
  }

  /**
   * A press goes at once; of a slider's positions those that come too fast are left out, but never the last one.
   * Rejects as the line does; a position that waits is answered for by the one before it.
   */
  async send(input: PartInput): Promise<void> {
    if (input.value === undefined) return this.#send(input);
    const slider = `${input.part} ${input.input}`;
    const waits = this.#moving.has(slider);
    this.#moving.set(slider, waits ? input : null);
    if (waits) return;
    try {
      for (let next: PartInput | null = input; next; next = this.#moving.get(slider) ?? null) {
        this.#moving.set(slider, null);
        await this.#send(next);
        await new Promise((resolve) => setTimeout(resolve, inputPause));
      }
    } finally {
      this.#moving.delete(slider);
    }
  }
}
