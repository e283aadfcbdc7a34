import type { EventEmitter } from 'node:events';
import type { Level } from '../../parts/driver.ts';

/** A pin in use; making another use of the same pin ends it. */
interface Peripheral {
  destroy(): void;
}

interface DigitalOutput extends Peripheral {
  write(level: Level): void;
}

/** Emits `change` with the level after each edge. */
interface DigitalInput extends Peripheral, EventEmitter {
  read(): Level;
}

interface SoftPwm extends Peripheral {
  /** @param duty 0 to 1. */
  write(duty: number): void;
}

/**
 * What we use of raspi-io 11's own modules, as far as their type declarations say it. Pins are named `GPIO18`; a
 * plain number would be counted as by Wiring Pi.
 *
 * @see https://github.com/nebrius/raspi-gpio
 * @see https://github.com/nebrius/raspi-soft-pwm
 */
export interface RaspiModules {
  readonly gpio: {
    readonly PULL_NONE: number;
    readonly PULL_DOWN: number;
    readonly PULL_UP: number;
    createDigitalOutput(config: { pin: string }): DigitalOutput;
    createDigitalInput(config: { pin: string; pullResistor: number }): DigitalInput;
  };
  readonly pwm: {
    /** @param config `frequency` in Hz. */
    createPWM(config: { pin: string; frequency: number }): SoftPwm;
  };
}
