import type { Clock } from '../program/clock.ts';

/** Time in µs that a small servo (SG90) takes for one degree without load: 0.17 s for 60° at 5 V. */
const microsPerDegree = 170_000 / 60;
/** Between two looks at an arm on its way, in µs. */
const interval = 50_000;
/** Nobody knows where it stood before; the middle is never far off. */
const firstAngle = 90;

/**
 * Where a servo's arm is by now, as it turns at its speed. A servo tells nothing back, so this is an estimate on
 * every board; an arm that is held back is elsewhere.
 */
export class ServoArm {
  readonly #clock: Clock;
  readonly #moved: () => void;
  #from = firstAngle;
  #target = firstAngle;
  #began = 0;
  #cancel: () => void = () => {};

  /** @param moved the angle has changed; at most 20 times a second. */
  constructor(clock: Clock, moved: () => void) {
    this.#clock = clock;
    this.#moved = moved;
  }

  /** Degrees, 0 to 180, rounded to a whole one. */
  get angle(): number {
    return Math.round(this.#angle);
  }

  turn(target: number): void {
    this.#from = this.#angle;
    this.#target = target;
    this.#began = this.#clock.now();
    this.#follow();
  }

  /** Stays where it is now. */
  stop(): void {
    if (this.#angle === this.#target) return;
    this.turn(this.#angle);
    this.#moved();
  }

  close(): void {
    this.#cancel();
  }

  get #angle(): number {
    const way = this.#target - this.#from;
    const gone = (this.#clock.now() - this.#began) / microsPerDegree;
    return gone >= Math.abs(way) ? this.#target : this.#from + Math.sign(way) * gone;
  }

  #follow(): void {
    this.#cancel();
    const left = Math.abs(this.#target - this.#angle) * microsPerDegree;
    if (left === 0) return;
    this.#cancel = this.#clock.after(Math.min(interval, left), () => {
      this.#moved();
      this.#follow();
    });
  }
}
