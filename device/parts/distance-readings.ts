/** Sound goes there and back: µs for one cm (HC-SR04 data sheet, at about 20 °C). */
export const echoMicrosPerCm = 58;
/** The range in cm. */
export const nearest = 2;
export const farthest = 400;
/** Between two measurements, in µs: the echo of the last one must have died away. */
export const measureInterval = 100_000;

/** What is near must go so many cm further until it counts as far. */
const hysteresis = 2;

/** Who hears of readings. */
export interface DistanceListener {
  changed(): void;
  emit(event: 'near' | 'far'): void;
}

/** Makes cm of the echoes of an ultrasonic sensor, and tells when something came near or went away. */
export class DistanceReadings {
  readonly #nearer: number;
  readonly #listener: DistanceListener;
  #distance = farthest;
  #near: boolean | undefined;

  /** @param nearer what is so near or nearer, in cm, is near. */
  constructor(nearer: number, listener: DistanceListener) {
    this.#nearer = nearer;
    this.#listener = listener;
  }

  /** In whole cm; 400 when nothing echoes. */
  get distance(): number {
    return this.#distance;
  }

  /** @param length of the echo in µs; `undefined` when none came. */
  hear(length: number | undefined): void {
    const cm = length === undefined ? farthest : Math.round(length / echoMicrosPerCm);
    const before = this.#distance;
    this.#distance = Math.min(farthest, Math.max(nearest, cm));
    if (this.#distance !== before) this.#listener.changed();
    this.#compare();
  }

  #compare(): void {
    const limit = this.#near ? this.#nearer + hysteresis - 1 : this.#nearer;
    const near = this.#distance <= limit;
    const first = this.#near === undefined;
    if (near === this.#near) return;
    this.#near = near;
    if (!first) this.#listener.emit(near ? 'near' : 'far');
  }
}
