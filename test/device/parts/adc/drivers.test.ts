import { describe, expect, it } from 'vitest';
import { readAds1115 } from '../../../../device/parts/adc/ads1115.ts';
import { readMcp3008 } from '../../../../device/parts/adc/mcp3008.ts';
import { createSimulatedAds1115 } from '../../../../device/parts/adc/simulated-ads1115.ts';
import { createSimulatedMcp3008 } from '../../../../device/parts/adc/simulated-mcp3008.ts';
import { poll } from '../../../../device/parts/polling.ts';
import { VirtualClock } from '../../../../device/program/virtual-clock.ts';
import { recordingI2c, recordingSpi } from '../recording-bus.ts';

describe('the driver of the ADS1115', () => {
  it('says on the bus what the data sheet asks for', () => {
    const { bus, log } = recordingI2c(createSimulatedAds1115(0x48, (channel) => channel + 0.5));
    expect(readAds1115(bus, 0x48, 2)).toBeCloseTo(2.5, 3);
    // Single shot, channel 2 to ground, ±4.096 V, 860 a second, no comparator; then look, look, fetch.
    expect(log).toEqual(['48 < 01e3e3', '48 < 01 > 63e3', '48 < 01 > e3e3', '48 < 00 > 4e20']);
  });

  it.each([0, 0.001, 1.65, 3.3, -0.2])('measures %f V', (volts) => {
    const { bus } = recordingI2c(createSimulatedAds1115(0x48, () => volts));
    expect(Math.abs(readAds1115(bus, 0x48, 0) - volts)).toBeLessThanOrEqual(0.000125);
  });

  it('gives up when a conversion never ends', () => {
    const stuck = { address: 0x48, write() {}, read: () => Uint8Array.of(0x43, 0xe3) };
    expect(() => readAds1115(recordingI2c(stuck).bus, 0x48, 0)).toThrow(/converter-stuck/);
  });
});

describe('the driver of the MCP3008', () => {
  it.each(Array.from({ length: 8 }, (_, channel) => ({ channel })))(
    'reads channel $channel with three bytes',
    ({ channel }) => {
      const { bus, log } = recordingSpi(createSimulatedMcp3008(0, (at) => at / 8));
      expect(readMcp3008(bus, 0, channel)).toBeCloseTo(channel / 8, 2);
      expect(log).toHaveLength(1);
      expect(log[0]).toMatch(new RegExp(`^0 1000000 < 01${(8 + channel).toString(16)}000 > `));
    },
  );

  it('reaches both ends', () => {
    const at = (share: number) => readMcp3008(recordingSpi(createSimulatedMcp3008(0, () => share)).bus, 0, 0);
    expect([at(0), at(1)]).toEqual([0, 1]);
  });
});

describe('polling', () => {
  it('tells a failure once, and again only after it worked in between; looks less often while it fails', () => {
    const clock = new VirtualClock();
    const failures: unknown[] = [];
    let looks = 0;
    let broken = false;
    const stop = poll(
      clock,
      100_000,
      () => {
        looks += 1;
        if (broken) throw new Error(`look ${looks}`);
      },
      (error) => failures.push((error as Error).message),
    );
    expect(looks).toBe(1);
    broken = true;
    clock.advance(2_000_000);
    expect(looks).toBe(2);
    broken = false;
    clock.advance(300_000);
    expect(looks).toBe(5);
    broken = true;
    clock.advance(100_000);
    expect(failures).toEqual(['look 2', 'look 6']);
    stop();
    clock.advance(10_000_000);
    expect(looks).toBe(6);
    expect(clock.nextTimer).toBeUndefined();
  });
});
