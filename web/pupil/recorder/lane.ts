/** What a lane shows. */
export type LaneSource =
  | { readonly of: 'pin'; readonly gpio: number }
  | { readonly of: 'value'; readonly part: string; readonly value: string }
  | { readonly of: 'event'; readonly part: string }
  | { readonly of: 'messages' }
  | { readonly of: 'keys' }
  | { readonly of: 'variable'; readonly name: string };

/**
 * `level`: 0 and 1, or between them the share of the time that a pulsing pin is high. `number`: a quantity. `text`: what
 * holds until the next text. `tick`: something that happens and is over.
 */
export type LaneKind = 'level' | 'number' | 'text' | 'tick';

/** Room for the first changes of a lane. */
const firstRoom = 64;
/** Longer texts are cut. */
const longestText = 64;

/**
 * The changes of one pin or value, in typed arrays that grow: the value of change `i` holds from `times[i]`, µs since
 * the run's start, to `times[i + 1]`. Of the arrays only the first `count` places count. In lanes of texts and ticks a
 * value is a place in `texts`; `NaN` is a value that is not known.
 */
export class Lane {
  readonly source: LaneSource;
  readonly kind: LaneKind;
  times = new Float64Array(firstRoom);
  values = new Float64Array(firstRoom);
  /** Pulses a second from each change on, 0 for none; only pins that pulse have it. */
  hertz: Float64Array | null = null;
  count = 0;
  /** The smallest and the largest value that there was; infinite before the first. */
  least = Number.POSITIVE_INFINITY;
  most = Number.NEGATIVE_INFINITY;
  #texts: string[] = [];
  #places = new Map<string, number>();

  constructor(source: LaneSource, kind: LaneKind) {
    this.source = source;
    this.kind = kind;
  }

  /** When it changed last; -1 before the first change. */
  get lastAt(): number {
    return this.count === 0 ? -1 : this.times[this.count - 1]!;
  }

  /** Takes a change that is not older than the last. @returns whether it is one. */
  add(at: number, value: number, hertz = 0): boolean {
    const last = this.count - 1;
    if (last >= 0 && this.kind !== 'tick') {
      if (Object.is(this.values[last], value) && (this.hertz?.[last] ?? 0) === hertz) return false;
    }
    if (this.count === this.times.length) this.#grow();
    if (hertz > 0) this.hertz ??= new Float64Array(this.times.length);
    this.times[this.count] = at;
    this.values[this.count] = value;
    if (this.hertz) this.hertz[this.count] = hertz;
    this.count += 1;
    if (value < this.least) this.least = value;
    if (value > this.most) this.most = value;
    return true;
  }

  /** Whether it is high now, and does not pulse. */
  get isSteadilyHigh(): boolean {
    const last = this.count - 1;
    return this.values[last] === 1 && (this.hertz?.[last] ?? 0) === 0;
  }

  /** Says of the last change what it really was. */
  amend(value: number, hertz: number): void {
    const last = this.count - 1;
    if (last < 0) return;
    this.hertz ??= new Float64Array(this.times.length);
    this.values[last] = value;
    this.hertz[last] = hertz;
    this.least = Math.min(this.least, value);
  }

  addText(at: number, text: string): boolean {
    const cut = text.slice(0, longestText);
    let place = this.#places.get(cut);
    if (place === undefined) {
      place = this.#texts.push(cut) - 1;
      this.#places.set(cut, place);
    }
    return this.add(at, place);
  }

  /** The text of change `index`. */
  text(index: number): string {
    return this.#texts[this.values[index] ?? -1] ?? '';
  }

  /** The last change at or before a moment; -1 when there is none. */
  indexAt(at: number): number {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.times[middle]! <= at) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /** Drops what was before a moment, but for the change that holds there. @returns how many changes went. */
  forget(before: number): number {
    const ticks = this.kind === 'tick';
    const gone = Math.max(0, this.indexAt(before) + (ticks ? 1 : 0));
    if (gone === 0) return 0;
    this.times.copyWithin(0, gone, this.count);
    this.values.copyWithin(0, gone, this.count);
    this.hertz?.copyWithin(0, gone, this.count);
    this.count -= gone;
    if (this.#texts.length > 0) this.#tidyTexts();
    return gone;
  }

  copy(): Lane {
    const copy = new Lane(this.source, this.kind);
    copy.times = this.times.slice(0, Math.max(1, this.count));
    copy.values = this.values.slice(0, Math.max(1, this.count));
    copy.hertz = this.hertz?.slice(0, Math.max(1, this.count)) ?? null;
    copy.count = this.count;
    copy.least = this.least;
    copy.most = this.most;
    copy.#texts = [...this.#texts];
    copy.#places = new Map(this.#places);
    return copy;
  }

  #grow(): void {
    const longer = (old: Float64Array) => {
      const array = new Float64Array(old.length * 2);
      array.set(old);
      return array;
    };
    this.times = longer(this.times);
    this.values = longer(this.values);
    if (this.hertz) this.hertz = longer(this.hertz);
  }

  /** Keeps only the texts that are still used. */
  #tidyTexts(): void {
    const before = this.#texts;
    this.#texts = [];
    this.#places = new Map();
    for (let index = 0; index < this.count; index++) {
      const text = before[this.values[index]!] ?? '';
      let place = this.#places.get(text);
      if (place === undefined) {
        place = this.#texts.push(text) - 1;
        this.#places.set(text, place);
      }
      this.values[index] = place;
    }
  }
}
