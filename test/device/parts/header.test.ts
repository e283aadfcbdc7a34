import { describe, expect, it } from 'vitest';
import { headerPins, pinOfGpio } from '../../../device/parts/header.ts';

describe('the 40-pin header', () => {
  it('has 40 pins, every GPIO from 2 to 27 once', () => {
    const gpios = headerPins.flatMap(({ gpio }) => gpio ?? []).sort((a, b) => a - b);
    expect(headerPins).toHaveLength(40);
    expect(gpios).toEqual(Array.from({ length: 26 }, (_, index) => index + 2));
  });

  it.each([
    [18, 12],
    [23, 16],
    [24, 18],
    [25, 22],
    [22, 15],
    [2, 3],
    [21, 40],
  ])('has GPIO %i on pin %i', (gpio, pin) => {
    expect(pinOfGpio(gpio).pin).toBe(pin);
  });

  it('has its supply and ground where the documentation has them', () => {
    const places = (kind: string) => headerPins.filter((one) => one.kind === kind).map(({ pin }) => pin);
    expect([places('v3'), places('v5'), places('gnd'), places('eeprom')]).toEqual([
      [1, 17],
      [2, 4],
      [6, 9, 14, 20, 25, 30, 34, 39],
      [27, 28],
    ]);
  });
});
