import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HardwarePwm } from '../../../../device/boards/character-device/hardware-pwm.ts';
import type { PwmPins } from '../../../../device/boards/model/board-model.ts';

const pi4: PwmPins = { device: 'fe20c000.pwm', channels: { 12: 0, 13: 1, 18: 0, 19: 1 } };
const pi5: PwmPins = { device: '1f00098000.pwm', channels: { 12: 0, 13: 1, 18: 2, 19: 3 } };

/** A folder as `/sys/class/pwm`, of plain files: they keep what was written, but refuse nothing as the kernel does. */
describe('the hardware’s PWM, on a folder that stands for the kernel’s', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'pwm-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const addChip = (chip: string, device: string, channels: number) => {
    mkdirSync(join(folder, chip));
    mkdirSync(join(folder, 'devices', device), { recursive: true });
    symlinkSync(join('..', 'devices', device), join(folder, chip, 'device'));
    for (let channel = 0; channel < channels; channel += 1) mkdirSync(join(folder, chip, `pwm${channel}`));
  };
  const said = (...path: string[]) => readFileSync(join(folder, ...path), 'utf8');
  const channel = (chip: string, name: string) =>
    ['period', 'duty_cycle', 'enable'].map((file) => Number(said(chip, name, file)));

  it.each([
    ['Pi 4', pi4, 18, 'pwmchip0', 'pwm0'],
    ['Pi 4', pi4, 13, 'pwmchip0', 'pwm1'],
    ['Pi 5', pi5, 18, 'pwmchip2', 'pwm2'],
    ['Pi 5', pi5, 12, 'pwmchip2', 'pwm0'],
  ])(
    'on a %s takes the chip by its device, and the channel of the pin',
    async (_model, pins, gpio, chip, name) => {
      addChip('pwmchip0', 'fe20c000.pwm', 2);
      addChip('pwmchip1', '1f0009c000.pwm', 4);
      addChip('pwmchip2', '1f00098000.pwm', 4);
      const pwm = new HardwarePwm([gpio], pins, folder);
      await pwm.claim(gpio);
      expect(`pwm${said(chip, 'export')}`).toBe(name);
      expect(channel(chip, name)).toEqual([20_000_000, 0, 1]);
      expect(pwm.read(gpio)).toBe(0);
    },
  );

  it('takes over a channel that an earlier process has left pulsing', async () => {
    addChip('pwmchip0', 'fe20c000.pwm', 2);
    for (const [file, value] of Object.entries({ period: 100_000_000, duty_cycle: 90_000_000, enable: 1 })) {
      writeFileSync(join(folder, 'pwmchip0', 'pwm0', file), `${value}\n`);
    }
    await new HardwarePwm([18], pi4, folder).claim(18);
    expect(channel('pwmchip0', 'pwm0')).toEqual([20_000_000, 0, 1]);
  });

  describe('a claimed pin', () => {
    let pwm: HardwarePwm;
    beforeEach(async () => {
      addChip('pwmchip0', 'fe20c000.pwm', 2);
      pwm = new HardwarePwm([18, 12], pi4, folder);
      await pwm.claim(18);
    });

    it.each([
      ['a servo in the middle', { hertz: 50, duty: 0.075 }, [20_000_000, 1_500_000]],
      ['a tone', { hertz: 440, duty: 0.5 }, [2_272_727, 1_136_364]],
      ['slower than before', { hertz: 10, duty: 0.25 }, [100_000_000, 25_000_000]],
      ['dark', { hertz: 200, duty: 0 }, [5_000_000, 0]],
    ])('pulses: %s', (_case, pulses, expected) => {
      pwm.pulse(18, pulses);
      expect(channel('pwmchip0', 'pwm0')).toEqual([...expected, 1]);
      expect(pwm.read(18)).toBe(pulses.duty > 0 ? 1 : 0);
    });

    it('is high or low for the whole period when a level is set', () => {
      pwm.write(18, 1);
      expect(channel('pwmchip0', 'pwm0')).toEqual([20_000_000, 20_000_000, 1]);
      pwm.write(18, 0);
      expect(channel('pwmchip0', 'pwm0')).toEqual([20_000_000, 0, 1]);
    });

    it('begins high where that is safe', async () => {
      pwm.release();
      await pwm.claim(18, 1);
      expect(channel('pwmchip0', 'pwm0')).toEqual([20_000_000, 20_000_000, 1]);
    });

    it('is given back low', () => {
      pwm.pulse(18, { hertz: 200, duty: 0.5 });
      pwm.release();
      expect(channel('pwmchip0', 'pwm0')).toEqual([5_000_000, 0, 0]);
      expect(said('pwmchip0', 'unexport')).toBe('0');
      expect(pwm.read(18)).toBe(0);
    });

    it('keeps its channel from the pin that shares it', async () => {
      await expect(pwm.claim(12)).rejects.toThrow(/pwm-shared.*GPIO 12 and GPIO 18/);
    });

    it('leaves other pins alone', () => {
      pwm.pulse(13, { hertz: 50, duty: 0.5 });
      expect(existsSync(join(folder, 'pwmchip0', 'pwm1', 'period'))).toBe(false);
    });
  });

  it.each([
    ['there is no PWM', pi4, 18],
    ['the pin has none', pi4, 17],
    ['the machine is not known', undefined, 18],
  ])('says how to switch it on when %s', async (_case, pins, gpio) => {
    const pwm = new HardwarePwm([gpio], pins, folder);
    await expect(pwm.claim(gpio)).rejects.toThrow(/pwm-missing.*dtoverlay=pwm-2chan/);
  });

  it('says so when the kernel refuses', async () => {
    addChip('pwmchip0', 'fe20c000.pwm', 2);
    writeFileSync(join(folder, 'devices', 'blocked'), '');
    rmSync(join(folder, 'pwmchip0', 'pwm0'), { recursive: true });
    symlinkSync(join('..', 'devices', 'blocked'), join(folder, 'pwmchip0', 'pwm0'));
    await expect(new HardwarePwm([18], pi4, folder).claim(18)).rejects.toThrow('pwm-failed');
  });

  it('names the channel of a pin before it is claimed, for the guard', () => {
    addChip('pwmchip2', '1f00098000.pwm', 4);
    const pwm = new HardwarePwm([18, 17], pi5, folder);
    expect(pwm.channelFolder(18)).toBe(join(folder, 'pwmchip2', 'pwm2'));
    expect([17, 19].map((gpio) => pwm.channelFolder(gpio))).toEqual([undefined, undefined]);
  });

  it('serves only the pins that it was given', () => {
    const pwm = new HardwarePwm([18], pi4, folder);
    expect([12, 18, 19].map((gpio) => pwm.serves(gpio))).toEqual([false, true, false]);
  });
});
