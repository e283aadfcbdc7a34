import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LineSetting } from '../../device/boards/johnny-five/digital-lines.ts';
import { bootPi, type EmulatedPi } from './emulator/emulated-pi.ts';
import { addSimulatedChip, type SimulatedChip } from './gpio-sim.ts';
import { GuestPins } from './guest-pins.ts';
import { edgesSchema } from './programs/pins-protocol.ts';

const header = 'pinctrl-bcm2835';
const output = (gpio: number): LineSetting => ({ gpio, direction: 'output' });
const input = (gpio: number, debounce?: number): LineSetting => ({ gpio, direction: 'input', debounce });

describe('pulses, contacts and buses of the kernel, on an emulated Raspberry Pi 3B', () => {
  let pi: EmulatedPi;
  let pins: GuestPins;
  const edges = async () => edgesSchema.parse(await pins.ask({ do: 'edges' }));

  beforeAll(async () => {
    pi = await bootPi({ wired: [{ id: 'thermo', type: 'tmp105', i2cBus: 1, address: 0x48 }] });
    pins = await GuestPins.start(pi);
  });
  afterAll(async () => {
    await pi?.cutPower();
  });

  describe('pulses by software, seen from outside', () => {
    // Claimed once: each claim that pulses begins a new thread, which takes seconds in the emulation.
    beforeAll(async () => {
      await pins.ask({ do: 'open', label: header });
      await pins.ask({ do: 'claim', settings: [output(18), output(23), output(24)] });
    });
    beforeEach(async () => {
      for (const gpio of [18, 23]) await pins.ask({ do: 'write', gpio, level: 0 });
      await pi.gpio.waitForLevel(18, 0);
      pi.gpio.forget();
    });

    it('make one pin rise and fall in turn, at its frequency', async ({ annotate }) => {
      await pins.ask({ do: 'pulse', gpio: 18, hertz: 20, duty: 0.1 });
      const seen = (await pi.gpio.waitForEdges(18, 41, 120_000)).slice(0, 41);
      expect(seen.every(({ level }, index) => level === (index % 2 === 0 ? 1 : 0))).toBe(true);
      const periodMs = Number(seen[40]!.at - seen[0]!.at) / 20 / 1e6;
      await annotate(`mean period ${periodMs.toFixed(1)} ms for 50 ms`);
      // The emulated cores are slow and shared; a frequency that is wrong would be off by a factor.
      expect(periodMs).toBeGreaterThan(40);
      expect(periodMs).toBeLessThan(150);
      expect(await pins.ask({ do: 'read', gpios: [18, 23] })).toEqual([1, 0]);
    });

    it('are of several pins at once, of different frequencies, and touch no other pin', async () => {
      await pins.ask({ do: 'pulse', gpio: 18, hertz: 40, duty: 0.5 });
      await pins.ask({ do: 'pulse', gpio: 23, hertz: 10, duty: 0.5 });
      await pi.gpio.waitForEdges(23, 8, 120_000);
      expect(pi.gpio.edges(18).length).toBeGreaterThan(pi.gpio.edges(23).length);
      expect(pi.gpio.edges(24)).toEqual([]);
    });

    it('end at the level that is set, and no edge comes after it', async () => {
      for (const [round, level] of ([0, 1, 0, 1, 0, 1, 0, 1] as const).entries()) {
        await pins.ask({ do: 'pulse', gpio: 18, hertz: 500, duty: 0.5 });
        await pi.gpio.waitForEdges(18, 20 + round, 120_000);
        await pins.ask({ do: 'write', gpio: 18, level });
        expect(await pi.gpio.level(18)).toBe(level);
        pi.gpio.forget();
        await sleep(50);
        expect(pi.gpio.edges(18)).toEqual([]);
      }
    });

    it('go on when other pins are set', async () => {
      await pins.ask({ do: 'pulse', gpio: 18, hertz: 50, duty: 0.5 });
      await pins.ask({ do: 'write', gpio: 23, level: 1 });
      await pi.gpio.waitForEdges(18, 10, 120_000);
      expect(await pi.gpio.level(23)).toBe(1);
    });

    it('strike a sensor’s trigger once, for a moment', async () => {
      // A pin that no test has made high: the emulated chip tells no edge of one that was high when it was let go.
      const echo = await pins.ask({ do: 'measure', trigger: 24, echo: 25, timeout: 1_000 });
      expect(echo).toBeNull();
      expect((await pi.gpio.waitForEdges(24, 2)).map(({ level }) => level)).toEqual([1, 0]);
    });

    it('are over, and the pin low, when the lines are given back', async () => {
      await pins.ask({ do: 'pulse', gpio: 18, hertz: 200, duty: 0.9 });
      await pi.gpio.waitForEdges(18, 10, 120_000);
      await pins.ask({ do: 'release' });
      expect(await pi.gpio.function(18)).toBe('input');
      expect(pi.gpio.edges(18).at(-1)?.level).toBe(0);
      await pins.ask({ do: 'claim', settings: [output(18)] });
      expect(await pi.gpio.level(18)).toBe(0);
    });
  });

  describe('inputs, on a simulated chip', () => {
    let chip: SimulatedChip;
    const bouncing = (gpio: number, times: number) => {
      const turns = Array.from({ length: times }, (_, turn) => (turn % 2 === 0 ? 1 : 0));
      return chip.driveQuickly(gpio, turns);
    };

    beforeAll(async () => {
      chip = await addSimulatedChip(pi, 'contacts', 'contacts', { 7: 'fan-of-the-kernel' });
    });
    beforeEach(async () => {
      await pins.ask({ do: 'open', label: 'contacts' });
      for (const gpio of [5, 6]) await chip.drive(gpio, 0);
      await edges();
    });
    afterAll(async () => {
      await pins.ask({ do: 'close' });
      await chip.remove();
    });

    it('tell each edge with the kernel’s time', async () => {
      await pins.ask({ do: 'claim', settings: [input(5)] });
      const before = Number(await pins.ask({ do: 'now' }));
      await chip.drive(5, 1);
      await sleep(100);
      await chip.drive(5, 0);
      const after = Number(await pins.ask({ do: 'now' }));
      const [rise, fall, ...more] = await edges();
      expect([rise, fall, ...more].map((edge) => [edge?.gpio, edge?.level])).toEqual([
        [5, 1],
        [5, 0],
      ]);
      expect(rise!.at).toBeGreaterThan(before);
      expect(fall!.at - rise!.at).toBeGreaterThan(100_000);
      expect(fall!.at).toBeLessThan(after);
    });

    it('tell a bouncing contact once where it is debounced, and more than once where not', async () => {
      await pins.ask({ do: 'claim', settings: [input(5, 1_000_000), input(6)] });
      await bouncing(5, 7);
      await bouncing(6, 7);
      await sleep(1_500);
      const heard = await edges();
      expect(heard.filter(({ gpio }) => gpio === 5).map(({ level }) => level)).toEqual([1]);
      // Not each time: the kernel reads the level of an edge a moment later, and may miss what is quicker.
      const bounces = heard.filter(({ gpio }) => gpio === 6);
      expect(bounces.length).toBeGreaterThan(1);
      expect(bounces.at(-1)?.level).toBe(1);
      expect(await pins.ask({ do: 'read', gpios: [5, 6] })).toEqual([1, 1]);
    });

    it('time an echo by the kernel’s clock', async () => {
      await pins.ask({ do: 'claim', settings: [output(4), input(5)] });
      const measuring = pins.ask({ do: 'measure', trigger: 4, echo: 5, timeout: 30_000_000 });
      await sleep(500);
      await chip.drive(5, 1);
      await sleep(100);
      await chip.drive(5, 0);
      const heard = await measuring;
      const [rise, fall] = await edges();
      expect(heard).toBe(fall!.at - rise!.at);
    });

    it('that the kernel itself uses are refused with the name of the user', async () => {
      const refusal = await pins.refusal({ do: 'claim', settings: [input(5), output(7)] });
      expect(refusal.code).toBe('pin-in-use');
      expect(refusal.message.en).toMatch(/GPIO 7 .*fan-of-the-kernel/);
      await pins.ask({ do: 'claim', settings: [input(5)] });
    });
  });

  describe('I²C', () => {
    beforeAll(async () => {
      await pins.ask({ do: 'open', label: header });
    });

    it.each([
      [21_500, [0x15, 0x80]],
      [-5_000, [0xfb, 0x00]],
    ])('reads a register: %d m°C', async (temperature, register) => {
      await pi.set('thermo', 'temperature', temperature);
      expect(await pins.ask({ do: 'i2c', address: 0x48, write: [0], read: 2 })).toEqual(register);
    });

    it('writes and reads in pieces too', async () => {
      // Register 2 is the lower limit of the alarm.
      await pins.ask({ do: 'i2c', address: 0x48, write: [2, 0x12, 0x30], read: 0 });
      await pins.ask({ do: 'i2c', address: 0x48, write: [2], read: 0 });
      expect(await pins.ask({ do: 'i2c', address: 0x48, write: [], read: 2 })).toEqual([0x12, 0x30]);
    });

    it('says so when nobody answers', async () => {
      const refusal = await pins.refusal({ do: 'i2c', address: 0x49, write: [0], read: 2 });
      expect(refusal.code).toBe('i2c-silent');
      expect(refusal.message.de).toContain('0x49');
    });
  });

  describe('SPI, with nothing wired to it', () => {
    beforeAll(async () => {
      await pins.ask({ do: 'open', label: header });
    });

    it('takes what is sent, and gives as much', async () => {
      const sent = { do: 'spi', chipSelect: 0, hertz: 2_400_000, bytes: [0x92, 0x49, 0x24] } as const;
      expect(await pins.ask({ ...sent, bytes: [...sent.bytes] })).toHaveLength(3);
    });

    it('refuses more than the kernel takes at once', async () => {
      const bytes = new Array(4097).fill(0);
      const refusal = await pins.refusal({ do: 'spi', chipSelect: 0, hertz: 2_400_000, bytes });
      expect(refusal.code).toBe('spi-failed');
      expect(refusal.message.en).toContain('4096');
    });
  });

  describe('hardware PWM, as the kernel’s files show it', () => {
    const shown = (channel: number, file: string) =>
      pi.run(`cat /sys/class/pwm/pwmchip0/pwm${channel}/${file}`).then(Number);

    it('takes every change of frequency and duty, and no line of the chip', async () => {
      await pins.ask({ do: 'open', label: header, hardwarePwm: [12, 13] });
      await pins.ask({ do: 'claim', settings: [output(13), output(18)] });
      expect(await pi.gpio.function(13)).toBe('alt0');
      for (const [hertz, duty, period, high] of [
        [50, 0.075, 20_000_000, 1_500_000],
        [1_000, 0.9, 1_000_000, 900_000],
        [200, 0.1, 5_000_000, 500_000],
      ] as const) {
        await pins.ask({ do: 'pulse', gpio: 13, hertz, duty });
        expect([await shown(1, 'period'), await shown(1, 'duty_cycle')]).toEqual([period, high]);
      }
      expect(await shown(1, 'enable')).toBe(1);
      await pins.ask({ do: 'write', gpio: 13, level: 0 });
      expect(await shown(1, 'duty_cycle')).toBe(0);
      await pins.ask({ do: 'release' });
      await pins.ask({ do: 'claim', settings: [output(13)] });
      await pins.ask({ do: 'close' });
    });
  });
});
