import type { SimulatedI2cChip } from '../simulated-context.ts';
import { calibration, rawReadings } from './bme280-compensation.ts';

/** Chip id of a BME280 (a BMP280, without humidity, says 0x58). */
const chipId = 0x60;
const resetWord = 0xb6;
/** What the results are while a measurement is skipped or was never made. */
const skipped = { pressure: 0x80000, temperature: 0x80000, humidity: 0x8000 };

/**
 * A BME280 in this air: calibration, oversampling, modes, and results that only its own calibration makes numbers of.
 *
 * @param air °C, percent and hPa.
 * @see Bosch Sensortec, BME280 data sheet BST-BME280-DS002, chapters 4 and 5
 */
export function createSimulatedBme280(
  address: number,
  air: { temperature(): number; humidity(): number; pressure(): number },
): SimulatedI2cChip {
  const registers = new Uint8Array(256);
  let pointer = 0;
  let oversampling = 0;
  const reset = () => {
    registers.fill(0);
    registers.set(calibrationBytes(), 0x88);
    registers.set(humidityCalibrationBytes(), 0xe1);
    registers[0xa1] = calibration.H1;
    registers[0xd0] = chipId;
    oversampling = 0;
    show(skipped);
  };
  const show = ({ pressure, temperature, humidity }: typeof skipped) => {
    registers.set(twentyBits(pressure), 0xf7);
    registers.set(twentyBits(temperature), 0xfa);
    registers.set([humidity >> 8, humidity & 0xff], 0xfd);
  };
  const measure = () => {
    const control = registers[0xf4]!;
    // Mode 0 is sleep: the results stay.
    if ((control & 0b11) === 0) return;
    const raw = rawReadings({
      temperature: air.temperature(),
      humidity: air.humidity(),
      pressure: air.pressure(),
    });
    show({
      temperature: control >> 5 ? raw.temperature : skipped.temperature,
      pressure: (control >> 2) & 0b111 ? raw.pressure : skipped.pressure,
      humidity: oversampling ? raw.humidity : skipped.humidity,
    });
  };
  reset();
  return {
    address,
    write(bytes) {
      pointer = bytes[0]!;
      // Further bytes come in pairs of register and value, the first register being the pointer.
      for (let index = 1; index < bytes.length; index += 2) {
        const register = bytes[index - 1]!;
        const value = bytes[index]!;
        if (register === 0xe0 && value === resetWord) reset();
        if (register >= 0xf2 && register <= 0xf5) registers[register] = value;
        // The oversampling of humidity counts from the next write to ctrl_meas.
        if (register === 0xf4) oversampling = registers[0xf2]! & 0b111;
      }
    },
    read(length) {
      if (pointer === 0xf7) measure();
      return registers.slice(pointer, pointer + length);
    },
  };
}

function twentyBits(value: number): number[] {
  return [value >> 12, (value >> 4) & 0xff, (value & 0xf) << 4];
}

function calibrationBytes(): number[] {
  const { T1, T2, T3, P1, P2, P3, P4, P5, P6, P7, P8, P9 } = calibration;
  return [T1, T2, T3, P1, P2, P3, P4, P5, P6, P7, P8, P9].flatMap((word) => [
    word & 0xff,
    (word >> 8) & 0xff,
  ]);
}

/** 0xe1 to 0xe7; H4 and H5 share a byte. */
function humidityCalibrationBytes(): number[] {
  const { H2, H3, H4, H5, H6 } = calibration;
  return [
    H2 & 0xff,
    (H2 >> 8) & 0xff,
    H3,
    (H4 >> 4) & 0xff,
    (H4 & 0xf) | ((H5 & 0xf) << 4),
    (H5 >> 4) & 0xff,
    H6 & 0xff,
  ];
}
