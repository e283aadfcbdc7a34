import { percentile } from '../../test/bench/statistics.ts';

/** What happened in a simulation: counts, times, and whatever should not have happened. */
export class Ledger {
  readonly complaints: string[] = [];
  readonly #counts = new Map<string, number>();
  readonly #times = new Map<string, number[]>();
  readonly #refusals = new Map<string, number>();
  readonly #startedAt = performance.now();
  readonly #print: (line: string) => void;

  /** @param print hears each line of the story as it happens. */
  constructor(print: (line: string) => void) {
    this.#print = print;
  }

  /** A line of the story. */
  tell(line: string): void {
    const seconds = Math.floor((performance.now() - this.#startedAt) / 1000);
    const clock = `${String(Math.floor(seconds / 60)).padStart(2)}:${String(seconds % 60).padStart(2, '0')}`;
    this.#print(`${clock}  ${line}`);
  }

  /** Something happened once more. */
  count(what: string, times = 1): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + times);
  }

  counted(what: string): number {
    return this.#counts.get(what) ?? 0;
  }

  /** Something took so long, in ms. */
  took(what: string, ms: number): void {
    const times = this.#times.get(what);
    if (times) times.push(ms);
    else this.#times.set(what, [ms]);
  }

  /** The server said no, and had a reason that belongs to a lesson. */
  refused(request: string, code: string): void {
    const key = `${request}: ${code}`;
    this.#refusals.set(key, (this.#refusals.get(key) ?? 0) + 1);
  }

  /** Something that must not be. */
  complain(text: string): void {
    this.complaints.push(text);
    this.tell(`!! ${text}`);
  }

  /** Complains unless it is so. */
  expect(isSo: boolean, otherwise: string): void {
    if (!isSo) this.complain(otherwise);
  }

  /** All of it, for `console.table`. */
  tables(): {
    counts: Record<string, number>;
    times: Record<string, { 'p50 ms': number; 'p95 ms': number; times: number }>;
    refusals: Record<string, number>;
  } {
    const rounded = (value: number) => Number(value.toPrecision(3));
    return {
      counts: Object.fromEntries(this.#counts),
      times: Object.fromEntries(
        [...this.#times].map(([what, times]) => [
          what,
          {
            'p50 ms': rounded(percentile(times, 0.5)),
            'p95 ms': rounded(percentile(times, 0.95)),
            times: times.length,
          },
        ]),
      ),
      refusals: Object.fromEntries(this.#refusals),
    };
  }
}
