import { closeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadLibc, SystemCallError } from '../../../../../device/boards/character-device/libc.ts';
import { SoftPwm } from '../../../../../device/boards/character-device/pulses/soft-pwm.ts';
import type { Level } from '../../../../../device/parts/driver.ts';
import { VirtualClock } from '../../../../../device/program/virtual-clock.ts';

/**
 * Lines whose descriptor is none of the GPIO's: this side records what is set, and the pulsing thread's first edge
 * is refused by the kernel. The pulses themselves are seen in the emulated Pi: `test/hardware/pwm.test.ts`.
 */
describe('pulses by software, on lines that the kernel has taken away', () => {
  let fd: number;
  let set: [place: number, level: Level][];
  let failed: Promise<unknown>;
  let clock: VirtualClock;
  let pwm: SoftPwm;

  beforeEach(async () => {
    fd = (await loadLibc()).eventfd();
    set = [];
    const failure = Promise.withResolvers<unknown>();
    failed = failure.promise;
    clock = new VirtualClock();
    pwm = new SoftPwm({
      lines: { fd, set: (place, level) => set.push([place, level]) },
      clock,
      safeLevel: (place) => (place === 7 ? 1 : 0),
      onFailure: failure.resolve,
    });
  });
  afterEach(async () => {
    await pwm.close();
    closeSync(fd);
  });

  it.each([
    [0, 0],
    [-0.5, 0],
    [1, 1],
    [2, 1],
  ] as const)('a duty of %d is the level %d and needs no thread', (duty, level) => {
    pwm.pulse(3, { hertz: 50, duty });
    expect(set).toEqual([[3, level]]);
    expect(pwm.pulses(3)).toBe(false);
  });

  it.each([
    [0, 0.5],
    [-1, 0.5],
    [Number.NaN, 0.5],
    [50, Number.NaN],
  ])('%d Hz with a duty of %d is refused', (hertz, duty) => {
    expect(() => pwm.pulse(3, { hertz, duty })).toThrow(RangeError);
  });

  it('lets its thread go at any moment, also while that is still beginning', async () => {
    for (let round = 0; round < 20; round += 1) {
      // One pulse in many seconds, so that the thread sleeps once it has begun.
      pwm.pulse(3, { hertz: 0.01, duty: 0.5 });
      await sleep(round * 6);
      await pwm.close();
      expect(pwm.pulses(3)).toBe(false);
    }
  });

  it('makes lines safe that pulsed when the thread dies, and says so', async () => {
    pwm.pulse(7, { hertz: 50, duty: 0.5 });
    pwm.pulse(3, { hertz: 50, duty: 0.5 });
    pwm.pulse(4, { hertz: 80, duty: 0.5 });
    pwm.write(4, 1);
    expect(pwm.pulses(3)).toBe(true);
    expect(await failed).toMatchObject({
      name: SystemCallError.name,
      message: expect.stringContaining('ioctl'),
    });
    expect(pwm.pulses(3)).toBe(false);
    expect(set).toEqual([
      [4, 1],
      [7, 1],
      [3, 0],
      [4, 1],
    ]);
  });

  it('begins a new thread after one has died', async () => {
    pwm.pulse(3, { hertz: 50, duty: 0.5 });
    await failed;
    pwm.pulse(3, { hertz: 50, duty: 0.5 });
    expect(pwm.pulses(3)).toBe(true);
  });

  it('ends all pulses safely when it is closed, whether the thread has begun or not', async () => {
    pwm.pulse(3, { hertz: 50, duty: 0.5 });
    pwm.pulse(7, { hertz: 50, duty: 0.5 });
    await pwm.close();
    expect(set).toEqual([
      [3, 0],
      [7, 1],
    ]);
    expect(pwm.pulses(3)).toBe(false);
  });

  it('ends the thread when nothing has pulsed for 10 s, and not before', () => {
    pwm.pulse(3, { hertz: 50, duty: 0.5 });
    pwm.pulse(4, { hertz: 50, duty: 0.5 });
    pwm.write(3, 0);
    expect(clock.nextTimer).toBeUndefined();
    pwm.write(4, 0);
    expect(clock.nextTimer).toBe(10_000_000);
    clock.advance(9_000_000);
    pwm.pulse(4, { hertz: 50, duty: 0.5 });
    expect(clock.nextTimer).toBeUndefined();
    pwm.write(4, 0);
    clock.advance(10_000_000);
    pwm.write(4, 1);
    expect(clock.nextTimer).toBeUndefined();
    expect(set.at(-1)).toEqual([4, 1]);
  });
});
