import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { camJamEduKit, type Wiring } from '../../device/contract/wiring.ts';
import { bootPi, type EmulatedPi } from './emulator/emulated-pi.ts';
import { addSimulatedChip } from './gpio-sim.ts';
import { GuestBoards } from './guest-boards.ts';

const oneLed: Wiring = { parts: [{ id: 'red', type: 'led', pins: { anode: 18 } }] };

describe('the board over the GPIO character device, on an emulated Raspberry Pi 3B', () => {
  let pi: EmulatedPi;
  let boards: GuestBoards;

  beforeAll(async () => {
    pi = await bootPi({ wired: [{ id: 'thermo', type: 'tmp105', i2cBus: 1, address: 0x48 }] });
    boards = await GuestBoards.start(pi);
  });
  afterEach(async () => {
    await boards.closeAll();
    pi.gpio.forget();
  });
  afterAll(async () => {
    await pi?.cutPower();
  });

  describe('the chip', () => {
    it('is found by the label of the Pi, without root', async () => {
      const board = await boards.open();
      expect(await board.ask({ do: 'levels' })).toEqual([]);
      expect(await pi.run('cat /proc/device-tree/model')).toContain('Raspberry Pi 3 Model B');
    });

    it('that is not there is refused with the labels that are', async () => {
      const refusal = await boards.board().refusal({ do: 'open', chipLabel: 'pinctrl-rp1' });
      expect(refusal.code).toBe('gpio-chip-missing');
      expect(refusal.message.en).toContain('pinctrl-bcm2835');
    });
  });

  describe('an output', () => {
    it('is low from the first moment, and the pin is an output only from then on', async () => {
      const board = await boards.open();
      expect(await pi.gpio.function(18)).toBe('input');
      await board.setUp(oneLed);
      expect(await pi.gpio.function(18)).toBe('output');
      expect(await pi.gpio.level(18)).toBe(0);
      expect(pi.gpio.edges(18).filter(({ level }) => level === 1)).toEqual([]);
    });

    it('rises and falls outside the guest when the part is told so', async () => {
      const board = await boards.open();
      await board.setUp(oneLed);
      for (const command of ['on', 'off', 'toggle', 'off']) await board.command('red', command);
      const edges = await pi.gpio.waitForEdges(18, 4);
      expect(edges.map(({ level }) => level)).toEqual([1, 0, 1, 0]);
      await board.command('red', 'on');
      expect(await pi.gpio.level(18)).toBe(1);
      expect(await board.ask({ do: 'read', part: 'red', value: 'on' })).toBe(true);
    });

    it('loses no edge of many', async ({ annotate }) => {
      const board = await boards.open();
      await board.setUp(oneLed);
      const ms = Number(await board.ask({ do: 'flood', part: 'red', times: 10_000 }));
      const edges = await pi.gpio.waitForEdges(18, 20_000);
      await annotate(`${Math.round(20_000 / (ms / 1000))} edges/s through the board's LED`);
      expect(edges).toHaveLength(20_000);
      expect(edges.every(({ level }, index) => level === (index % 2 === 0 ? 1 : 0))).toBe(true);
    });

    it('moves no other pin', async () => {
      const board = await boards.open();
      await board.setUp(camJamEduKit);
      await board.command('amber', 'on');
      await pi.gpio.waitForEdges(23, 1);
      const others = [18, 24, 22].map((gpio) => pi.gpio.edges(gpio).some(({ level }) => level === 1));
      expect(others).toEqual([false, false, false]);
    });
  });

  describe('an input of the Pi', () => {
    it('reads the level that is put on the pin from outside', async () => {
      const board = await boards.open();
      await pi.gpio.drive(25, 1);
      await board.setUp(camJamEduKit);
      expect(await pi.gpio.function(25)).toBe('input');
      expect(await board.ask({ do: 'levels' })).toContainEqual([25, 1]);
      await board.setUp({ parts: [] });
      await pi.gpio.drive(25, 0);
      await board.setUp(camJamEduKit);
      expect(await board.ask({ do: 'levels' })).toContainEqual([25, 0]);
      await pi.gpio.drive(25, 1);
    });
  });

  it('measures the temperature that a thermometer on I²C has outside', async () => {
    const board = await boards.open();
    await board.setUp({ parts: [{ id: 'air', type: 'climate', pins: {}, options: { chip: 'tmp102' } }] });
    const read = () => board.ask({ do: 'read', part: 'air', value: 'temperature' });
    for (const degrees of [21.5, -5, 60]) {
      await pi.set('thermo', 'temperature', degrees * 1000);
      await expect.poll(read, { timeout: 30_000, interval: 500 }).toBe(degrees);
    }
  });

  describe.each([
    ['Pi 4, 400, CM4', 'pinctrl-bcm2711'],
    ['Pi 5, 500', 'pinctrl-rp1'],
  ])('a simulated chip with the label of the %s', (_models, chipLabel) => {
    it('gives the edges of a button and takes the level of an LED', async () => {
      const chip = await addSimulatedChip(pi, chipLabel, chipLabel);
      const board = await boards.open(chipLabel);
      await chip.drive(25, 1);
      await board.setUp(camJamEduKit);
      await chip.drive(25, 0);
      await board.event('button', 'pressed');
      expect(await board.ask({ do: 'read', part: 'button', value: 'pressed' })).toBe(true);
      await chip.drive(25, 1);
      await board.event('button', 'released');
      expect(await board.ask({ do: 'read', part: 'button', value: 'pressed' })).toBe(false);

      expect(await chip.level(18)).toBe(0);
      await board.command('red', 'on');
      expect(await chip.level(18)).toBe(1);
      // It was the other chip's pin: the header's stays as it is.
      expect(await pi.gpio.function(18)).toBe('input');
      await board.close();
      await chip.remove();
    });

    it('is pulled up by the board where the part wants it', async () => {
      const chip = await addSimulatedChip(pi, `${chipLabel}-pull`, chipLabel);
      const board = await boards.open(chipLabel);
      expect(await chip.level(25)).toBe(0);
      await board.setUp(camJamEduKit);
      expect(await chip.level(25)).toBe(1);
      await board.close();
      await chip.remove();
    });
  });

  describe('a pin in use', () => {
    it('is refused with the name of its user, and nothing else is taken', async () => {
      const first = await boards.open();
      await first.setUp(oneLed);
      const second = await boards.open();
      const refusal = await second.refusal({ do: 'setUp', wiring: camJamEduKit });
      expect(refusal.code).toBe('pin-in-use');
      expect(refusal.message.en).toMatch(/GPIO 18 .*steckbrett/);
      expect(await pi.gpio.function(23)).toBe('input');
      await first.command('red', 'on');
      await pi.gpio.waitForEdges(18, 1);
    });

    it('is free again when its user has closed the board', async () => {
      const first = await boards.open();
      await first.setUp(oneLed);
      await first.close();
      const second = await boards.open();
      await second.setUp(camJamEduKit);
      await second.command('red', 'on');
      expect(await pi.gpio.level(18)).toBe(1);
    });
  });

  describe('at the end', () => {
    it('switches off what was on when the board is closed', async () => {
      const board = await boards.open();
      await board.setUp(oneLed);
      await board.command('red', 'on');
      await board.close();
      const edges = await pi.gpio.waitForEdges(18, 2);
      expect(edges.map(({ level }) => level)).toEqual([1, 0]);
      expect(await pi.gpio.level(18)).toBe(0);
    });

    it('is low and an input again when the process is killed with the pin high: its guard sees to it', async ({
      annotate,
    }) => {
      const victims = await GuestBoards.start(pi);
      const board = await victims.open();
      await board.setUp(oneLed);
      await board.command('red', 'on');
      await pi.gpio.waitForEdges(18, 1);
      const begin = process.hrtime.bigint();
      await pi.run(`kill -9 ${victims.process.pid}`);
      await victims.process.ended();
      // The kernel has freed the pin; a level that is set before it is an output again makes no edge to be heard.
      await pi.gpio.waitForLevel(18, 0, 120_000);
      await annotate(`SIGKILL to level 0: ${Math.round(Number(process.hrtime.bigint() - begin) / 1e6)} ms`);
      await pi.gpio.waitForFunction(18, 'input');
      expect(await pi.gpio.level(18)).toBe(0);
    });
  });
});
