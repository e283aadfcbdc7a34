import type { BoardModel, PwmPins } from './board-model.ts';

/**
 * Every Raspberry Pi with the 40-pin header and a 64-bit processor.
 *
 * Sources: names and `compatible` from the device trees of Raspberry Pi's kernel
 * (`arch/arm/boot/dts/broadcom/bcm271*-rpi-*.dts`, `arch/arm64/boot/dts/broadcom/bcm2712-rpi-*.dts`) and of
 * mainline (`Documentation/devicetree/bindings/arm/bcm/bcm2835.yaml`); I²C 1 on GPIO 2 and 3 and SPI 0 on GPIO 7 to
 * 11 from the same device trees; addresses of the PWM chips from `bcm283x.dtsi`, `bcm2711.dtsi`, `rp1.dtsi`, and
 * their pins from the README of Raspberry Pi's device tree overlays (`pwm`, `pwm-2chan`) and, for RP1, from published
 * set-ups of others, not from the data sheets;
 * revisions that raspi-io knows from raspi-board 7.4 (`BOARD_REVISIONS`).
 */
export const boardModels: readonly BoardModel[] = [
  {
    name: 'Raspberry Pi 2 Model B',
    // Only revision 1.2 has the 64-bit BCM2837; "2-model-b" alone is the 32-bit BCM2836.
    otherNames: ['Raspberry Pi 2 Model B rev 1.2'],
    compatible: ['raspberrypi,2-model-b-rev2'],
    raspiIo: { works: true, revisions: ['1.0', '1.1', '1.2'] },
    ...bcm2837(),
  },
  {
    name: 'Raspberry Pi 3 Model B',
    compatible: ['raspberrypi,3-model-b'],
    raspiIo: { works: true, revisions: ['1.2'] },
    ...bcm2837(),
  },
  {
    name: 'Raspberry Pi 3 Model B+',
    otherNames: ['Raspberry Pi 3 Model B Plus'],
    compatible: ['raspberrypi,3-model-b-plus'],
    raspiIo: { works: true, revisions: ['1.3'] },
    ...bcm2837(),
  },
  {
    // Raspberry Pi OS boots it with the device tree of the 3B+: only the name tells them apart.
    name: 'Raspberry Pi 3 Model A+',
    otherNames: ['Raspberry Pi 3 Model A Plus'],
    compatible: ['raspberrypi,3-model-a-plus'],
    raspiIo: { works: true, revisions: ['1.0'] },
    smallestMemory: 512,
    ...bcm2837(),
  },
  {
    name: 'Raspberry Pi Compute Module 3',
    otherNames: [
      'Raspberry Pi Compute Module 3 Plus',
      'Raspberry Pi Compute Module 3 IO board V3.0',
      'Raspberry Pi Compute Module 3 Lite IO board V3.0',
    ],
    compatible: ['raspberrypi,3-compute-module', 'raspberrypi,3-compute-module-lite'],
    raspiIo: { works: false, because: 'unknown' },
    ...bcm2837(),
    header: 'carrier',
  },
  {
    name: 'Raspberry Pi Zero 2 W',
    otherNames: ['Raspberry Pi Zero 2'],
    compatible: ['raspberrypi,model-zero-2-w', 'raspberrypi,model-zero-2'],
    raspiIo: { works: false, because: 'unknown' },
    smallestMemory: 512,
    ...bcm2837(),
    header: 'holes',
  },
  {
    name: 'Raspberry Pi 4 Model B',
    compatible: ['raspberrypi,4-model-b'],
    raspiIo: { works: true, revisions: ['1.1', '1.2', '1.4'] },
    ...bcm2711(),
  },
  {
    name: 'Raspberry Pi 400',
    compatible: ['raspberrypi,400'],
    raspiIo: { works: true, revisions: ['1.0'] },
    ...bcm2711(),
  },
  {
    name: 'Raspberry Pi Compute Module 4',
    otherNames: ['Raspberry Pi Compute Module 4S'],
    compatible: ['raspberrypi,4-compute-module', 'raspberrypi,4-compute-module-s'],
    raspiIo: { works: false, because: 'unknown' },
    ...bcm2711(),
    header: 'carrier',
  },
  {
    name: 'Raspberry Pi 5',
    otherNames: ['Raspberry Pi 5 Model B'],
    compatible: ['raspberrypi,5-model-b'],
    ...rp1(),
  },
  {
    name: 'Raspberry Pi 500',
    compatible: ['raspberrypi,500'],
    ...rp1(),
  },
  {
    name: 'Raspberry Pi Compute Module 5',
    otherNames: ['Raspberry Pi Compute Module 5 Lite'],
    compatible: ['raspberrypi,5-compute-module'],
    ...rp1(),
    header: 'carrier',
  },
];

type ByChip = Pick<BoardModel, 'header' | 'gpioChipLabel' | 'i2cBus' | 'spiBus' | 'pwm'>;

/** Both channels of the BCM283x's PWM come out at two pins each. */
function bcmPwm(device: string): PwmPins {
  return { device, channels: { 12: 0, 13: 1, 18: 0, 19: 1 } };
}

function bcm2837(): ByChip {
  const pwm = bcmPwm('3f20c000.pwm');
  return { header: 'pins', gpioChipLabel: 'pinctrl-bcm2835', i2cBus: 1, spiBus: 0, pwm };
}

function bcm2711(): ByChip {
  const pwm = bcmPwm('fe20c000.pwm');
  return { header: 'pins', gpioChipLabel: 'pinctrl-bcm2711', i2cBus: 1, spiBus: 0, pwm };
}

/** The Pi 5's pins belong to a chip of their own, which pigpio cannot drive. */
function rp1(): ByChip & Pick<BoardModel, 'raspiIo'> {
  return {
    header: 'pins',
    gpioChipLabel: 'pinctrl-rp1',
    i2cBus: 1,
    spiBus: 0,
    pwm: { device: '1f00098000.pwm', channels: { 12: 0, 13: 1, 18: 2, 19: 3 } },
    raspiIo: { works: false, because: 'chip' },
  };
}
