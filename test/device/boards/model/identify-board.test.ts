import { describe, expect, it } from 'vitest';
import { identifyBoard, remarks } from '../../../../device/boards/model/identify-board.ts';
import { boardModels } from '../../../../device/boards/model/models.ts';

const rp1 = { 12: 0, 13: 1, 18: 2, 19: 3 };
const bcm = { 12: 0, 13: 1, 18: 0, 19: 1 };

/** Names and `compatible` as device trees and firmware write them. */
const boards = [
  {
    name: 'Raspberry Pi 2 Model B rev 1.2',
    compatible: ['raspberrypi,2-model-b-rev2', 'brcm,bcm2837'],
    is: 'Raspberry Pi 2 Model B',
    label: 'pinctrl-bcm2835',
    pwm: bcm,
  },
  {
    name: 'Raspberry Pi 2 Model B Rev 1.2',
    compatible: ['raspberrypi,2-model-b-rev2', 'brcm,bcm2837'],
    is: 'Raspberry Pi 2 Model B',
    label: 'pinctrl-bcm2835',
    pwm: bcm,
  },
  {
    name: 'Raspberry Pi 3 Model B',
    compatible: ['raspberrypi,3-model-b', 'brcm,bcm2837'],
    is: 'Raspberry Pi 3 Model B',
    label: 'pinctrl-bcm2835',
    pwm: bcm,
  },
  {
    name: 'Raspberry Pi 3 Model B Rev 1.2',
    compatible: ['raspberrypi,3-model-b', 'brcm,bcm2837'],
    is: 'Raspberry Pi 3 Model B',
    label: 'pinctrl-bcm2835',
    pwm: bcm,
  },
  {
    name: 'Raspberry Pi 3 Model B Plus Rev 1.3',
    compatible: ['raspberrypi,3-model-b-plus', 'brcm,bcm2837'],
    is: 'Raspberry Pi 3 Model B+',
    label: 'pinctrl-bcm2835',
    pwm: bcm,
  },
  {
    // Raspberry Pi OS gives it the 3B+'s device tree.
    name: 'Raspberry Pi 3 Model A Plus Rev 1.0',
    compatible: ['raspberrypi,3-model-b-plus', 'brcm,bcm2837'],
    is: 'Raspberry Pi 3 Model A+',
    label: 'pinctrl-bcm2835',
    pwm: bcm,
  },
  {
    name: 'Raspberry Pi 3 Model A+',
    compatible: ['raspberrypi,3-model-a-plus', 'brcm,bcm2837'],
    is: 'Raspberry Pi 3 Model A+',
    label: 'pinctrl-bcm2835',
    pwm: bcm,
  },
  {
    name: 'Raspberry Pi Compute Module 3 IO board V3.0',
    compatible: ['raspberrypi,3-compute-module', 'brcm,bcm2837'],
    is: 'Raspberry Pi Compute Module 3',
    label: 'pinctrl-bcm2835',
    pwm: bcm,
  },
  {
    name: 'Raspberry Pi Zero 2 W Rev 1.0',
    compatible: ['raspberrypi,model-zero-2-w', 'brcm,bcm2837'],
    is: 'Raspberry Pi Zero 2 W',
    label: 'pinctrl-bcm2835',
    pwm: bcm,
  },
  {
    name: 'Raspberry Pi 4 Model B Rev 1.4',
    compatible: ['raspberrypi,4-model-b', 'brcm,bcm2711'],
    is: 'Raspberry Pi 4 Model B',
    label: 'pinctrl-bcm2711',
    pwm: bcm,
  },
  {
    name: 'Raspberry Pi 400 Rev 1.0',
    compatible: ['raspberrypi,400', 'brcm,bcm2711'],
    is: 'Raspberry Pi 400',
    label: 'pinctrl-bcm2711',
    pwm: bcm,
  },
  {
    name: 'Raspberry Pi Compute Module 4 Rev 1.0',
    compatible: ['raspberrypi,4-compute-module', 'brcm,bcm2711'],
    is: 'Raspberry Pi Compute Module 4',
    label: 'pinctrl-bcm2711',
    pwm: bcm,
  },
  {
    name: 'Raspberry Pi Compute Module 4S',
    compatible: ['raspberrypi,4-compute-module-s', 'brcm,bcm2711'],
    is: 'Raspberry Pi Compute Module 4',
    label: 'pinctrl-bcm2711',
    pwm: bcm,
  },
  {
    name: 'Raspberry Pi 5 Model B Rev 1.0',
    compatible: ['raspberrypi,5-model-b', 'brcm,bcm2712'],
    is: 'Raspberry Pi 5',
    label: 'pinctrl-rp1',
    pwm: rp1,
  },
  {
    name: 'Raspberry Pi 500 Rev 1.0',
    compatible: ['raspberrypi,500', 'brcm,bcm2712'],
    is: 'Raspberry Pi 500',
    label: 'pinctrl-rp1',
    pwm: rp1,
  },
  {
    name: 'Raspberry Pi Compute Module 5 Lite Rev 1.0',
    compatible: ['raspberrypi,5-compute-module', 'brcm,bcm2712'],
    is: 'Raspberry Pi Compute Module 5',
    label: 'pinctrl-rp1',
    pwm: rp1,
  },
] as const;

describe('which board a machine is', () => {
  it.each(boards)('$name is the $is', ({ name, compatible, is, label, pwm }) => {
    const found = identifyBoard({ name, compatible });
    expect(found).toMatchObject({ name, warning: undefined });
    expect(found.model).toMatchObject({ name: is, gpioChipLabel: label, i2cBus: 1, spiBus: 0 });
    expect(found.model?.pwm.channels).toEqual(pwm);
  });

  it('has every model in this table', () => {
    expect(new Set(boards.map(({ is }) => is))).toEqual(new Set(boardModels.map(({ name }) => name)));
  });

  it.each([
    { name: 'Raspberry Pi 4 Model B Rev 1.5', revision: '1.5' },
    { name: 'Raspberry Pi 3 Model B', revision: undefined },
  ])('knows the revision of $name: $revision', ({ name, revision }) => {
    expect(identifyBoard({ name, compatible: [] }).revision).toBe(revision);
  });

  it('goes by `compatible` where the name is new', () => {
    const found = identifyBoard({
      name: 'Raspberry Pi 5 Model B Special',
      compatible: ['raspberrypi,5-model-b', 'brcm,bcm2712'],
    });
    expect(found.model?.name).toBe('Raspberry Pi 5');
  });

  it.each([
    { name: 'Raspberry Pi 6 Model B Rev 1.0', compatible: ['raspberrypi,6-model-b', 'brcm,bcm2713'] },
    // The chip alone says nothing about the pins: this one has a connector of its own.
    { name: 'Raspberry Pi Compute Module 0', compatible: ['raspberrypi,0-compute-module', 'brcm,bcm2837'] },
    { name: 'Orange Pi 5', compatible: ['xunlong,orangepi-5', 'rockchip,rk3588s'] },
    { name: undefined, compatible: [] },
  ])('warns of $name instead of guessing', ({ name, compatible }) => {
    const found = identifyBoard({ name, compatible });
    expect(found.model).toBeUndefined();
    expect(found.warning?.code).toBe('board-unknown');
    expect(found.warning?.message.de).toContain(name ?? 'unknown');
  });
});

describe('what is special of a model', () => {
  it.each([
    { is: 'Raspberry Pi Zero 2 W', says: [/solder/, /512 MB/] },
    { is: 'Raspberry Pi Compute Module 4', says: [/carrier/] },
    { is: 'Raspberry Pi 5', says: [] },
  ])('$is', ({ is, says }) => {
    const model = boardModels.find(({ name }) => name === is)!;
    expect(remarks(model)).toEqual(says.map((pattern) => expect.stringMatching(pattern)));
  });
});
