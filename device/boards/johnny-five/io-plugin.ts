import { EventEmitter } from 'node:events';
import type { Pulses } from '../../parts/buses.ts';
import type { Level } from '../../parts/driver.ts';
import { analogPulses, servoPulses } from '../../parts/pulse-forms.ts';
import type { DigitalLines, LineSetting } from './digital-lines.ts';

/** Numbers that IO plugins and johnny-five have agreed on. */
const modes = { INPUT: 0, OUTPUT: 1, ANALOG: 2, PWM: 3, SERVO: 4 } as const;
/** GPIO numbers on the 40-pin header end here. */
const lastGpio = 27;
/** Pulses in µs for 0 and 180 degrees, where johnny-five says nothing. */
const servoRange = [600, 2400] as const;

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
    supportedModes: gpio < 2 ? [] : [modes.INPUT, modes.OUTPUT, modes.PWM, modes.SERVO],
    mode: modes.INPUT,
    value: 0,
    report: 1,
    analogChannel: 127,
  }));

  readonly #lines: DigitalLines;
  readonly #levels = new Map<number, Level>();
  readonly #outputs = new Set<number>();
  readonly #quiet = new Set<number>();
  readonly #idle = new Map<number, Level>();
  readonly #readers = new Map<number, ((level: Level) => void)[]>();
  readonly #pulsing = new Map<number, Pulses>();
  readonly #servoRanges = new Map<number, readonly [least: number, most: number]>();
  #heard: (gpio: number, level: Level) => void = () => {};
  #heardPulses: (gpio: number, pulses: Pulses) => void = () => {};

  constructor(lines: DigitalLines) {
    super();
    this.#lines = lines;
    lines.onInput((gpio, level) => {
      if (!this.#quiet.has(gpio)) this.#changed(gpio, level);
    });
  }

  /** Hears each change of a level, before the part on that pin does. */
  onLevel(listener: (gpio: number, level: Level) => void): void {
    this.#heard = listener;
  }

  /** Hears which output pulses; with a duty of 0 or 1, that it no longer does. */
  onPulses(listener: (gpio: number, pulses: Pulses) => void): void {
    this.#heardPulses = listener;
  }

  /** Takes the pins of a wiring. @throws ProblemError, see {@link DigitalLines.claim}. */
  async claim(settings: readonly LineSetting[]): Promise<void> {
    await this.#lines.claim(settings);
    for (const { gpio, direction, pull, quiet } of settings) {
      if (quiet) this.#quiet.add(gpio);
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
    for (const pins of [
      this.#readers,
      this.#levels,
      this.#outputs,
      this.#quiet,
      this.#idle,
      this.#pulsing,
      this.#servoRanges,
    ]) {
      pins.clear();
    }
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
    const pulses = this.#pulsing.get(gpio);
    if (pulses) {
      this.#pulsing.delete(gpio);
      this.#heardPulses(gpio, { hertz: pulses.hertz, duty: level });
    }
    this.#changed(gpio, level);
  }

  /** Lets an output pulse until it is set otherwise; a duty of 0 or 1 is a level. */
  pulse(gpio: number, pulses: Pulses): void {
    if (!this.#outputs.has(gpio)) return;
    if (pulses.duty <= 0 || pulses.duty >= 1) {
      this.digitalWrite(gpio, pulses.duty <= 0 ? 0 : 1);
      return;
    }
    // Even if nothing seems to change: the pulses may have ended by themselves.
    this.#lines.pulse(gpio, pulses);
    const before = this.#pulsing.get(gpio);
    if (before?.hertz === pulses.hertz && before.duty === pulses.duty) return;
    this.#pulsing.set(gpio, pulses);
    this.#changed(gpio, 1);
    this.#heardPulses(gpio, pulses);
  }

  /** @param value 0 to 255, as johnny-five has it. */
  pwmWrite(gpio: number, value: number): void {
    this.pulse(gpio, analogPulses(value));
  }

  analogWrite(gpio: number, value: number): void {
    this.pwmWrite(gpio, value);
  }

  /** The pulses in µs for 0 and for 180 degrees. */
  servoConfig(gpio: number, least: number, most: number): void {
    this.#servoRanges.set(gpio, [least, most]);
  }

  /** @param target degrees up to 180, or a pulse's length in µs, which is always above. */
  servoWrite(gpio: number, target: number): void {
    const [least, most] = this.#servoRanges.get(gpio) ?? servoRange;
    const length = target > 180 ? target : least + (target / 180) * (most - least);
    this.pulse(gpio, servoPulses(length));
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
