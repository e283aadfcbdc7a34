import type { Level } from '../../parts/driver.ts';
import type { Clock } from '../../program/clock.ts';
import type { DigitalLines, LineSetting } from './digital-lines.ts';

/** Simulated pins, with a side from which inputs are driven as a hand would. */
export interface SimulatedLines extends DigitalLines {
  /** Ties an input to a level; `null` lets it go, and its resistor decides. */
  drive(gpio: number, level: Level | null): void;
}

export function createSimulatedLines(clock: Clock): SimulatedLines {
  const settings = new Map<number, LineSetting>();
  const levels = new Map<number, Level>();
  let heard: (gpio: number, level: Level, at: number) => void = () => {};
  const idle = ({ direction, pull, safe = 0 }: LineSetting): Level =>
    direction === 'output' ? safe : pull === 'up' ? 1 : 0;
  const release = async () => {
    settings.clear();
    levels.clear();
  };
  return {
    async claim(claimed) {
      for (const setting of claimed) {
        settings.set(setting.gpio, setting);
        levels.set(setting.gpio, idle(setting));
      }
    },
    write(gpio, level) {
      if (settings.get(gpio)?.direction === 'output') levels.set(gpio, level);
    },
    pulse(gpio) {
      if (settings.get(gpio)?.direction === 'output') levels.set(gpio, 1);
    },
    read: (gpio) => levels.get(gpio) ?? 0,
    onInput(listener) {
      heard = listener;
    },
    drive(gpio, level) {
      const setting = settings.get(gpio);
      if (setting?.direction !== 'input') return;
      const driven = level ?? idle(setting);
      if (levels.get(gpio) === driven) return;
      levels.set(gpio, driven);
      heard(gpio, driven, clock.now());
    },
    release,
    close: release,
  };
}
