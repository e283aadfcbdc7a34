import { EventEmitter } from 'node:events';
import type { Level } from '../../parts/driver.ts';
import type { DigitalLines, LineSetting } from './digital-lines.ts';

/** Numbers that IO plugins and johnny-five have agreed on. */
const modes = { INPUT: 0, OUTPUT: 1, ANALOG: 2, PWM: 3, SERVO: 4 } as const;
/** GPIO numbers on the 40-pin header end here. */
const lastGpio = 27;

/**
 * An IO plugin in the sense of johnny-five over the digital lines of a machine; pins are named by their GPIO
 * number. Directions and resistors are set when the lines are claimed, before johnny-five asks.
 *
 * @see https://github.com/rwaldron/io-plugins the agreement
 */
export class IoPlugin extends EventEmitter {
  readonly name = 'Steckbrett';
  readonly isReady = true;
  readonly MODES = modes;
  readonly HIGH = 1;
  readonly LOW = 0;
  readonly analogPins: readonly number[] = [];
  readonly pins = Array.from({ length: lastGpio + 1 }, (_, gpio) => ({
    supportedModes: gpio < 2 ? [] : [modes.INPUT, modes.OUTPUT],
    mode: modes.INPUT,
    value: 0,
    report: 1,
    analogChannel: 127,
  }));

  readonly #lines: DigitalLines;
  readonly #levels = new Map<number, Level>();
  readonly #outputs = new Set<number>();
  readonly #idle = new Map<number, Level>();
  readonly #readers = new Map<number, ((level: Level) => void)[]>();
  #heard: (gpio: number, level: Level) => void = () => {};

  constructor(lines: DigitalLines) {
    super();
    this.#lines = lines;
    lines.onInput((gpio, level) => this.#changed(gpio, level));
  }

  /** Hears each change of a level, before the part on that pin does. */
  onLevel(listener: (gpio: number, level: Level) => void): void {
    this.#heard = listener;
  }

  /** Takes the pins of a wiring. @throws ProblemError, see {@link DigitalLines.claim}. */
  async claim(settings: readonly LineSetting[]): Promise<void> {
    await this.#lines.claim(settings);
    for (const { gpio, direction, pull } of settings) {
      if (direction === 'output') this.#outputs.add(gpio);
      this.#idle.set(gpio, pull === 'up' ? 1 : 0);
      this.#levels.set(gpio, this.#lines.read(gpio));
    }
  }

  /** Gives the pins back. Their readers are told the idle level, so that a held button ends its timers. */
  async release(): Promise<void> {
    for (const [gpio, readers] of this.#readers) {
      for (const reader of readers) reader(this.#idle.get(gpio) ?? 0);
    }
    for (const pins of [this.#readers, this.#levels, this.#outputs, this.#idle]) pins.clear();
    await this.#lines.release();
  }

  levels(): ReadonlyMap<number, Level> {
    return new Map(this.#levels);
  }

  /** Gives back everything, for good. */
  async close(): Promise<void> {
    await this.release();
    await this.#lines.close();
  }

  /** johnny-five asks for what the claim has done already. */
  pinMode(_gpio: number, _mode: number): void {}

  digitalWrite(gpio: number, value: number): void {
    // To an input, "high" is johnny-five's way to ask for the pull-up, which the claim has set.
    if (!this.#outputs.has(gpio)) return;
    const level: Level = value === 0 ? 0 : 1;
    this.#lines.write(gpio, level);
    this.#changed(gpio, level);
  }

  digitalRead(gpio: number, reader: (level: Level) => void): void {
    const readers = this.#readers.get(gpio);
    if (readers) readers.push(reader);
    else this.#readers.set(gpio, [reader]);
    const level = this.#levels.get(gpio);
    // As with every IO plugin, the first report comes by itself, but not before the call has returned.
    if (level !== undefined) {
      queueMicrotask(() => {
        if (this.#readers.get(gpio)?.includes(reader)) reader(this.#levels.get(gpio) ?? level);
      });
    }
  }

  #changed(gpio: number, level: Level): void {
    const before = this.#levels.get(gpio);
    if (before === undefined || before === level) return;
    this.#levels.set(gpio, level);
    this.#heard(gpio, level);
    for (const reader of this.#readers.get(gpio) ?? []) reader(level);
  }
}
