import { encode } from '../../contract/codec.ts';
import { type DeviceHealth, deviceHealthSchema } from '../../contract/health.ts';
import type { Clock } from '../../program/clock.ts';

/** How often the machine is looked at, ms. */
export const lookEveryMs = 15_000;
/** Without any change it is said again after this, ms. */
export const sayEveryMs = 5 * 60_000;

/** Says how the Pi is while it is online. */
export interface HealthWatch {
  online(): void;
  offline(): void;
}

/**
 * Looks again and again how the machine is, and publishes it: at once when it comes online, when something has changed
 * that people should know, else every five minutes.
 */
export function createHealthWatch(options: {
  readonly clock: Clock;
  readonly read: () => DeviceHealth;
  readonly publish: (payload: string) => void;
}): HealthWatch {
  const { clock, read, publish } = options;
  let cancel: (() => void) | undefined;

  const say = (health: DeviceHealth): { said: DeviceHealth; at: number } => {
    publish(encode(deviceHealthSchema, health));
    return { said: health, at: clock.now() };
  };
  const watch = (last: { said: DeviceHealth; at: number }) => {
    cancel = clock.after(lookEveryMs * 1000, () => {
      const now = read();
      const due = clock.now() - last.at >= sayEveryMs * 1000;
      watch(due || hasChanged(last.said, now) ? say(now) : last);
    });
  };
  const offline = () => {
    cancel?.();
    cancel = undefined;
  };
  return {
    offline,
    online() {
      offline();
      watch(say(read()));
    },
  };
}

/** Whether people should hear of the difference: a supply that fails at once, all else when it is more than noise. */
export function hasChanged(before: DeviceHealth, now: DeviceHealth): boolean {
  return (
    before.underVoltage !== now.underVoltage ||
    differ(before.temperature, now.temperature, () => 5) ||
    differ(before.wifi, now.wifi, () => 10) ||
    differ(before.memoryFree, now.memoryFree, quarter) ||
    differ(before.diskFree, now.diskFree, quarter)
  );
}

/** Of what was there, MiB: that a gigabyte more or less is free matters only where there is little. */
const quarter = (before: number) => Math.max(16, before / 4);

function differ(before: number | null, now: number | null, enough: (before: number) => number): boolean {
  if (before === null || now === null) return before !== now;
  return Math.abs(now - before) >= enough(before);
}
