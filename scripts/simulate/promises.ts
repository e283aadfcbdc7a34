import type { Blocks } from '../../server/live/contract/live.ts';

/** A save for which the server has given its word. */
export interface Promised {
  readonly version: number;
  /** JSON of the work. */
  readonly work: string;
  /** By the server's clock, ms since 1970. */
  readonly savedAt: number;
}

/** What the server has acknowledged, by seat: what it must have, whenever it is asked. */
export class Promises {
  readonly #saves = new Map<string, Promised[]>();
  readonly #setAside = new Map<string, Set<string>>();

  /** A save was acknowledged. */
  saved(seatId: string, version: number, blocks: Blocks, savedAt: number): void {
    const saves = this.#saves.get(seatId) ?? [];
    saves.push({ version, work: JSON.stringify(blocks), savedAt });
    this.#saves.set(seatId, saves);
  }

  /** A save was refused with the word that it lies with the versions. */
  setAside(seatId: string, blocks: Blocks): void {
    const works = this.#setAside.get(seatId) ?? new Set();
    works.add(JSON.stringify(blocks));
    this.#setAside.set(seatId, works);
  }

  newest(seatId: string): Promised | undefined {
    return this.#saves.get(seatId)?.reduce((newest, one) => (one.version > newest.version ? one : newest));
  }

  seats(): readonly { seatId: string; saves: readonly Promised[]; setAside: ReadonlySet<string> }[] {
    return [...new Set([...this.#saves.keys(), ...this.#setAside.keys()])].map((seatId) => ({
      seatId,
      saves: this.#saves.get(seatId) ?? [],
      setAside: this.#setAside.get(seatId) ?? new Set(),
    }));
  }
}
