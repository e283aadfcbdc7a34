import type { Wiring } from '../contract/wiring.ts';
import { partCatalog } from '../parts/catalog.ts';
import type { Clock } from './clock.ts';

/** Between two equal commands that are told, in µs. */
const interval = 50_000;

interface Told {
  readonly what: string;
  readonly at: number;
}

/**
 * Tells which commands of a program only say again what the same stack said just before: a loop without a wait says
 * the same thousands of times a second. Those that change something each time, such as `toggle`, never do.
 */
export class CommandRepeats {
  readonly #clock: Pick<Clock, 'now'>;
  /** By part, what it was told last, if that counted. */
  readonly #told = new Map<string, Told>();
  /** Commands whose effect depends on what was before, by part and command. */
  readonly #flips: ReadonlySet<string>;

  constructor(clock: Pick<Clock, 'now'>, wiring: Wiring) {
    this.#clock = clock;
    this.#flips = new Set(
      wiring.parts.flatMap(({ id, type }) =>
        Object.entries(partCatalog.get(type)?.commands ?? {})
          .filter(([, { effects = {} }]) => Object.values(effects).some((effect) => 'flip' in effect))
          .map(([command]) => `${id} ${command}`),
      ),
    );
  }

  /** Whether a command need not be told; if it need, it is taken for told. */
  isRepeat(part: string, command: string, args: readonly unknown[], stack: number): boolean {
    const what = `${stack} ${command} ${args.length > 0 ? JSON.stringify(args) : ''}`;
    const now = this.#clock.now();
    const before = this.#told.get(part);
    const same = before?.what === what && now - before.at < interval;
    if (same && !this.#flips.has(`${part} ${command}`)) return true;
    this.#told.set(part, { what, at: now });
    return false;
  }
}
