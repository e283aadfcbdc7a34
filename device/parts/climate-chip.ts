import type JohnnyFive from 'johnny-five';
import type { Clock } from '../program/clock.ts';
import type { I2cBus } from './buses.ts';
import { FiveI2c } from './five-i2c.ts';

/** °C, percent, hPa; what the chip does not measure is missing. */
export interface ClimateMeasurement {
  readonly temperature?: number;
  readonly humidity?: number;
  readonly pressure?: number;
}

export interface ClimateChipOptions {
  readonly five: typeof JohnnyFive;
  readonly bus: I2cBus;
  readonly clock: Clock;
  readonly chip: 'bme280' | 'sht3x' | 'tmp102';
  readonly address: number;
  /** Time between two measurements in µs. */
  readonly pace: number;
  readonly measured: (measurement: ClimateMeasurement) => void;
  /** The chip does not answer any more: told once, while it is tried again and again. */
  readonly failed: (error: unknown) => void;
}

/**
 * Measures with johnny-five's own driver of the chip, again and again, until it is closed. A chip that is missing or
 * was unplugged is set up anew until it answers: plugging it in is enough.
 *
 * @returns how to close it.
 */
export function openClimateChip(options: ClimateChipOptions): () => void {
  const { clock, pace } = options;
  let failing = false;
  let letGo = () => {};
  let retry = () => {};
  const i2c = new FiveI2c({
    bus: options.bus,
    clock,
    pace,
    failed(error) {
      if (!failing) options.failed(error);
      failing = true;
      letGo();
      retry = clock.after(pace, begin);
    },
  });
  const begin = () => {
    i2c.start();
    letGo = measureWith(options, i2c.board, (measurement) => {
      failing = false;
      options.measured(measurement);
    });
  };
  begin();
  return () => {
    retry();
    letGo();
    i2c.stop();
  };
}

/** johnny-five's drivers of chips with several sensors, which its types leave out. */
interface FiveDrivers {
  get(
    board: JohnnyFive.Board,
    driver: string,
    options: { address: number },
  ): {
    on(event: 'data', heard: (raw: Record<'temperature' | 'humidity' | 'pressure', number>) => void): void;
  };
  /** Forgets its drivers, all of which it would keep for ever; those in use go on. */
  clear(): void;
}

function measureWith(
  { five, chip, address }: ClimateChipOptions,
  board: JohnnyFive.Board,
  measured: (measurement: ClimateMeasurement) => void,
): () => void {
  if (chip === 'tmp102') {
    // It looks at what was read last, four times a second; how often it is read is the bus's business.
    const settings = { controller: 'TMP102', address, freq: 250, board, pin: undefined as never };
    const thermometer = new five.Thermometer(settings);
    thermometer.on('data', () => measured({ temperature: thermometer.C }));
    return () => (thermometer as typeof thermometer & { disable(): void }).disable();
  }
  // Not the classes Hygrometer and Barometer on top of them: their timers cannot be stopped.
  const { Drivers } = five.IMU as unknown as { Drivers: FiveDrivers };
  Drivers.clear();
  const driver = Drivers.get(board, chip === 'bme280' ? 'BME280' : 'SHT31D', { address });
  driver.on('data', ({ temperature, humidity, pressure }) =>
    measured(
      chip === 'bme280'
        ? { temperature, humidity: humidity / 1024, pressure: pressure / 100 }
        : { temperature: -45 + (175 * temperature) / 65535, humidity: (100 * humidity) / 65535 },
    ),
  );
  return () => Drivers.clear();
}
