import { describe, expect, it } from 'vitest';
import { createHealthWatch, lookEveryMs, sayEveryMs } from '../../../../device/agent/health/health-watch.ts';
import type { DeviceHealth } from '../../../../device/contract/health.ts';
import { VirtualClock } from '../../../../device/program/virtual-clock.ts';

const well: DeviceHealth = {
  temperature: 50,
  underVoltage: false,
  memoryFree: 400,
  diskFree: 9000,
  wifi: -50,
};

function watched() {
  const clock = new VirtualClock();
  const said: DeviceHealth[] = [];
  const machine = { now: well };
  const watch = createHealthWatch({
    clock,
    read: () => machine.now,
    publish: (payload) => said.push(JSON.parse(payload)),
  });
  return {
    said,
    watch,
    pass: (ms: number) => clock.advance(ms * 1000),
    becomes: (change: Partial<DeviceHealth>) => {
      machine.now = { ...machine.now, ...change };
    },
  };
}

describe('the health of a Pi', () => {
  it('is said when it comes online, then every five minutes', () => {
    const { said, watch, pass } = watched();
    watch.online();
    expect(said).toEqual([well]);
    pass(sayEveryMs - 1);
    expect(said).toHaveLength(1);
    pass(1);
    expect(said).toHaveLength(2);
  });

  it.each<[string, Partial<DeviceHealth>]>([
    ['a supply that fails', { underVoltage: true }],
    ['five degrees', { temperature: 55 }],
    ['a quarter of the memory', { memoryFree: 290 }],
    ['a weak signal', { wifi: -61 }],
    ['a cable instead of the Wi-Fi', { wifi: null }],
    ['a card that fills up', { diskFree: 100 }],
  ])('is said soon after %s', (_, change) => {
    const { said, watch, pass, becomes } = watched();
    watch.online();
    becomes(change);
    pass(lookEveryMs);
    expect(said).toEqual([well, { ...well, ...change }]);
    pass(sayEveryMs / 2);
    expect(said).toHaveLength(2);
  });

  it('is not said for noise', () => {
    const { said, watch, pass, becomes } = watched();
    watch.online();
    becomes({ temperature: 52.3, wifi: -55, memoryFree: 380, diskFree: 8990 });
    pass(lookEveryMs * 2);
    expect(said).toHaveLength(1);
  });

  it('sums up small changes', () => {
    const { said, watch, pass, becomes } = watched();
    watch.online();
    for (const temperature of [52, 54, 56]) {
      becomes({ temperature });
      pass(lookEveryMs);
    }
    expect(said.map(({ temperature }) => temperature)).toEqual([50, 56]);
  });

  it('is not said while the Pi is offline', () => {
    const { said, watch, pass, becomes } = watched();
    watch.online();
    watch.offline();
    becomes({ underVoltage: true });
    pass(sayEveryMs);
    expect(said).toHaveLength(1);
    watch.online();
    expect(said).toHaveLength(2);
  });
});
