import * as z from 'zod/mini';
import { createSimulatedBme280 } from './chips/simulated-bme280.ts';
import { createSimulatedSht3x } from './chips/simulated-sht3x.ts';
import { createSimulatedTmp102 } from './chips/simulated-tmp102.ts';
import { type ClimateMeasurement, openClimateChip } from './climate-chip.ts';
import { sensorNoise } from './noise.ts';
import type { PartDefinition } from './part.ts';
import { poll } from './polling.ts';
import { Reading } from './reading.ts';
import type { SimulatedI2cChip } from './simulated-context.ts';

/** Once a second; the chips would warm themselves if they measured all the time. */
const interval = 1_000_000;

/** The addresses that each chip can have, the usual one first. A TMP105 is a TMP102 with more of them. */
const addresses = {
  bme280: [0x76, 0x77],
  sht3x: [0x44, 0x45],
  tmp102: [0x48, 0x49, 0x4a, 0x4b, 0x4c, 0x4d, 0x4e, 0x4f],
} as const;

const climateOptions = z
  .pipe(
    z.strictObject({
      chip: z._default(z.enum(['bme280', 'sht3x', 'tmp102']), 'bme280'),
      address: z.optional(z.int()),
    }),
    z.transform(({ chip, address = addresses[chip][0] }) => ({ chip, address })),
  )
  .check(
    z.refine(({ chip, address }) => addresses[chip].some((one) => one === address), {
      path: ['address'],
      message: 'the chip cannot have this address',
    }),
  );

const ranges = {
  temperature: { unit: '°C', min: -40, max: 85, resolution: 0.1 },
  humidity: { unit: '%', min: 0, max: 100, resolution: 1 },
  pressure: { unit: 'hPa', min: 300, max: 1100, resolution: 1 },
} as const;
type Name = keyof typeof ranges;
const names = Object.keys(ranges) as Name[];

/** What each chip measures; the other values of the part stay 0. */
const measures: Readonly<Record<z.infer<typeof climateOptions>['chip'], readonly Name[]>> = {
  bme280: names,
  sht3x: ['temperature', 'humidity'],
  tmp102: ['temperature'],
};

/**
 * Temperature, humidity and air pressure by an I²C chip: a BME280 measures all three, an SHT30, SHT31 or SHT35 the
 * first two, a TMP102 or TMP105 temperature alone (a TMP105 in steps of 0.5 °C, as it is set after power-on). A DHT11 or
 * DHT22 is none of them: its pulses of 26 µs are too short for Linux.
 */
export const climate: PartDefinition = {
  type: 'climate',
  pins: {},
  options: climateOptions,
  buses: (options) => [{ bus: 'i2c', address: climateOptions.parse(options).address }],
  commands: {},
  events: [],
  values: {
    temperature: { type: 'number', ...ranges.temperature },
    humidity: { type: 'number', ...ranges.humidity },
    pressure: { type: 'number', ...ranges.pressure },
  },
  absent: (options) => names.filter((name) => !measures[climateOptions.parse(options).chip].includes(name)),
  inputs: {
    temperature: { type: 'number', value: 'temperature', unit: '°C', min: -40, max: 85, step: 0.1 },
    humidity: { type: 'number', value: 'humidity', unit: '%', min: 0, max: 100, step: 1 },
    pressure: { type: 'number', value: 'pressure', unit: 'hPa', min: 300, max: 1100, step: 1 },
  },
  safe: {},

  simulated({ options, clock, random, changed }) {
    const { chip, address } = climateOptions.parse(options);
    const air = { temperature: 20, humidity: 50, pressure: 1013 };
    const { values, take } = readings(chip, changed);
    const look = () => {
      const noisy = (name: Name) => air[name] + sensorNoise(random, ranges[name].resolution);
      take({
        temperature: noisy('temperature'),
        humidity: noisy('humidity'),
        pressure: noisy('pressure'),
      });
    };
    const set = (name: Name) => (value: number) => {
      air[name] = value;
    };
    return {
      commands: {},
      values,
      inputs: { temperature: set('temperature'), humidity: set('humidity'), pressure: set('pressure') },
      bus: { i2c: [simulatedChip(chip, address, air)] },
      makeSafe() {},
      close: poll(clock, interval, look, () => {}),
    };
  },

  johnnyFive({ five, options, buses, clock, changed, failed }) {
    const { chip, address } = climateOptions.parse(options);
    const { values, take } = readings(chip, changed);
    const close = openClimateChip({
      five,
      bus: buses.i2c(),
      clock,
      chip,
      address,
      pace: interval,
      measured: take,
      failed,
    });
    return { commands: {}, values, makeSafe() {}, close };
  },
};

function readings(chip: keyof typeof measures, changed: (value: string) => void) {
  const all = {
    temperature: new Reading(ranges.temperature),
    humidity: new Reading(ranges.humidity),
    pressure: new Reading(ranges.pressure),
  };
  return {
    values: {
      temperature: () => all.temperature.value,
      humidity: () => all.humidity.value,
      pressure: () => all.pressure.value,
    },
    take(measurement: ClimateMeasurement) {
      for (const name of measures[chip]) {
        const measured = measurement[name];
        if (measured !== undefined && all[name].take(measured)) changed(name);
      }
    },
  };
}

function simulatedChip(
  chip: keyof typeof measures,
  address: number,
  air: Readonly<Record<Name, number>>,
): SimulatedI2cChip {
  const outside = {
    temperature: () => air.temperature,
    humidity: () => air.humidity,
    pressure: () => air.pressure,
  };
  switch (chip) {
    case 'bme280':
      return createSimulatedBme280(address, outside);
    case 'sht3x':
      return createSimulatedSht3x(address, outside);
    case 'tmp102':
      return createSimulatedTmp102(address, outside.temperature);
  }
}
