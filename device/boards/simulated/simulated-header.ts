import type { Level } from '../../parts/driver.ts';
import type { PinDefinition } from '../../parts/part.ts';
import type { SimulatedPins } from '../../parts/simulated-context.ts';

interface Pin {
  level: Level;
  readonly direction: PinDefinition['direction'];
  /** What an input falls back to while nothing drives it. */
  readonly idle: Level;
  listener: ((level: Level) => void) | undefined;
}

/** The GPIO header of a simulated Pi: levels, and who hears them change. */
export class SimulatedHeader {
  readonly #pins = new Map<number, Pin>();
  readonly #changed: (gpio: number, level: Level) => void;

  /** @param changed hears each change of a level, before the part on that pin does. */
  constructor(changed: (gpio: number, level: Level) => void) {
    this.#changed = changed;
  }

  levels(): Map<number, Level> {
    return new Map([...this.#pins].map(([gpio, pin]) => [gpio, pin.level]));
  }

  /** Forgets every pin; nobody hears of it. */
  release(): void {
    this.#pins.clear();
  }

  /** Claims the pins of one part; outputs begin low, inputs at the level of their pull resistor. */
  claim(
    definitions: Readonly<Record<string, PinDefinition>>,
    gpios: Readonly<Record<string, number>>,
  ): SimulatedPins {
    for (const [name, { direction, pull }] of Object.entries(definitions)) {
      const idle: Level = pull === 'up' ? 1 : 0;
      this.#pins.set(gpios[name]!, { level: idle, direction, idle, listener: undefined });
    }
    // A driver that outlives its wiring still holds these; its writes then reach nothing.
    const pin = (name: string) => this.#pins.get(gpios[name]!);
    return {
      write: (name, level) => {
        if (pin(name)?.direction === 'output') this.#set(gpios[name]!, level);
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

  #set(gpio: number, level: Level): void {
    const pin = this.#pins.get(gpio);
    if (!pin || pin.level === level) return;
    pin.level = level;
    this.#changed(gpio, level);
    pin.listener?.(level);
  }
}
