import { calibration as c } from '../../../device/parts/chips/bme280-compensation.ts';

const word = (value: number) => [value & 0xff, (value >> 8) & 0xff];

/** The registers of a BME280 with these raw readings, as its data sheet lays them out. */
export function bme280Registers(raw: { temperature: number; humidity: number; pressure: number }) {
  const words = [c.T1, c.T2, c.T3, c.P1, c.P2, c.P3, c.P4, c.P5, c.P6, c.P7, c.P8, c.P9];
  const twenty = (value: number) => [value >> 12, (value >> 4) & 0xff, (value & 0x0f) << 4];
  return [
    { register: 0x88, bytes: [...words.flatMap(word), 0, c.H1] },
    {
      register: 0xe1,
      bytes: [...word(c.H2), c.H3, c.H4 >> 4, (c.H4 & 0x0f) | ((c.H5 & 0x0f) << 4), c.H5 >> 4, c.H6],
    },
    {
      register: 0xf7,
      bytes: [...twenty(raw.pressure), ...twenty(raw.temperature), raw.humidity >> 8, raw.humidity & 0xff],
    },
  ];
}
