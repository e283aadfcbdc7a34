/** How many names a browser remembers. */
const most = 6;
const key = 'steckbrett.class-names';

/** The class names that were used in this browser, the last one first. */
export class ClassNames {
  readonly #storage: Pick<Storage, 'getItem' | 'setItem'> | null;
  #names: readonly string[];

  /** @param storage the browser's; null where it is forbidden, which remembers until the page is closed. */
  constructor(storage: Pick<Storage, 'getItem' | 'setItem'> | null) {
    this.#storage = storage;
    this.#names = read(storage);
  }

  /** Those that no running class has. */
  free(running: readonly string[]): readonly string[] {
    return this.#names.filter((name) => !running.includes(name));
  }

  /**
   * What a new class is called unless the teacher says otherwise: as the last one here that does not run now, else by
   * the day, such as `Klasse 22.11.`
   *
   * @param byDay names a class by the day; `again` counts classes of the same day from 2.
   */
  propose(running: readonly string[], byDay: (again: number | null) => string): string {
    const known = this.free(running)[0];
    if (known) return known;
    for (let again: number | null = null; ; again = (again ?? 1) + 1) {
      const name = byDay(again);
      if (!running.includes(name)) return name;
    }
  }

  /** A class was begun under this name. */
  remember(name: string): void {
    this.#names = [name, ...this.#names.filter((one) => one !== name)].slice(0, most);
    try {
      this.#storage?.setItem(key, JSON.stringify(this.#names));
    } catch {
      // A full storage costs a proposal.
    }
  }
}

function read(storage: Pick<Storage, 'getItem'> | null): readonly string[] {
  try {
    const value: unknown = JSON.parse(storage?.getItem(key) ?? '[]');
    if (!Array.isArray(value)) return [];
    return value.filter((name) => typeof name === 'string' && name.length <= 60).slice(0, most);
  } catch {
    return [];
  }
}
