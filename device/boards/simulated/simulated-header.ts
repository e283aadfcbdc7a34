import type { Pulses } from '../../parts/buses.ts';
import type { Level } from '../../parts/driver.ts';
import type { PinDefinition } from '../../parts/part.ts';
import type { SimulatedPins } from '../../parts/simulated-context.ts';

interface Pin {
  level: Level;
  /** Set while it pulses. */
  pulses: Pulses | undefined;
  readonly direction: PinDefinition['direction'];
  /** What an input falls back to while nothing drives it. */
  readonly idle: Level;
  listener: ((level: Level) => void) | undefined;
}

/** Who hears what happens on the header. */
export interface HeaderListener {
  /** A level changed; called before the part on that pin hears it. */
  level(gpio: number, level: Level): void;
  /** An output pulses, or with a duty of 0 or 1 no longer does. */
  pulses(gpio: number, pulses: Pulses): void;
}

/** The GPIO header of a simulated Pi: levels and pulse trains, and who hears them change. */
export class SimulatedHeader {
  readonly #pins = new Map<number, Pin>();
  readonly #listener: HeaderListener;

  constructor(listener: HeaderListener) {
    this.#listener = listener;
  }

  levels(): Map<number, Level> {
    return new Map([...this.#pins].map(([gpio, pin]) => [gpio, pin.level]));
  }

  /** Forgets every pin; nobody hears of it. */
  release(): void {
    this.#pins.clear();
  }

  /** Claims the pins of one part; outputs begin at their safe level, inputs at that of their pull resistor. */
  claim(
    definitions: Readonly<Record<string, PinDefinition>>,
    gpios: Readonly<Record<string, number>>,
    safe: Readonly<Record<string, Level>> = {},
  ): SimulatedPins {
    for (const [name, { direction, pull }] of Object.entries(definitions)) {
      const idle: Level = direction === 'output' ? (safe[name] ?? 0) : pull === 'up' ? 1 : 0;
      this.#pins.set(gpios[name]!, { level: idle, pulses: undefined, direction, idle, listener: undefined });
    }
    // A driver that outlives its wiring still holds these; its writes then reach nothing.
    const pin = (name: string) => this.#pins.get(gpios[name]!);
    return {
      write: (name, level) => {
        if (pin(name)?.direction === 'output') this.#write(gpios[name]!, level);
      },
      pulse: (name, pulses) => {
        if (pin(name)?.direction === 'output') this.#pulse(gpios[name]!, pulses);
      },
      level: (name) => pin(name)?.level ?? 0,
      drive: (name, level) => {
        const driven = pin(name);
        if (driven?.direction === 'input') this.#set(gpios[name]!, level ?? driven.idle);
      },
      onChange: (name, listener) => {
        const heard = pin(name);
        if (heard) heard.listener = listener;
      },
    };
  }

  #write(gpio: number, level: Level): void {
    const pulses = this.#pins.get(gpio)?.pulses;
    if (pulses) {
      this.#pins.get(gpio)!.pulses = undefined;
      this.#listener.pulses(gpio, { hertz: pulses.hertz, duty: level });
    }
    this.#set(gpio, level);
  }

  #pulse(gpio: number, pulses: Pulses): void {
    if (pulses.duty <= 0 || pulses.duty >= 1) {
      this.#write(gpio, pulses.duty <= 0 ? 0 : 1);
      return;
    }
    const before = this.#pins.get(gpio)?.pulses;
    if (before?.hertz === pulses.hertz && before.duty === pulses.duty) return;
    this.#pins.get(gpio)!.pulses = pulses;
    this.#set(gpio, 1);
    this.#listener.pulses(gpio, pulses);
  }

  #set(gpio: number, level: Level): void {
    const pin = this.#pins.get(gpio);
    if (!pin || pin.level === level) return;
    pin.level = level;
    this.#listener.level(gpio, level);
    pin.listener?.(level);
  }
}
