import type { Buses } from '../../parts/buses.ts';
import type { Clock } from '../../program/clock.ts';
import { createEchoTimer } from './echo-timer.ts';
import { type OpenI2cBus, openI2cBus } from './i2c-dev.ts';
import type { KernelLines } from './kernel-lines.ts';
import type { Libc } from './libc.ts';
import { type OpenSpiBus, openSpiBus } from './spi-dev.ts';

export interface KernelBusesOptions {
  readonly libc: Libc;
  readonly lines: Pick<KernelLines, 'strike' | 'onEdge'>;
  readonly clock: Clock;
  /** Number of the header's I²C bus: 1 on every 40-pin Pi, and the default. */
  readonly i2cBus?: number | undefined;
  /** Where the device files are. */
  readonly folder?: string | undefined;
}

/** The buses of the kernel. Each is opened when it is first asked for, and again after a failure to. */
export function createKernelBuses(options: KernelBusesOptions): Buses & { close(): void } {
  const { libc, lines, clock, i2cBus = 1, folder = '/dev' } = options;
  let i2c: OpenI2cBus | undefined;
  let spi: OpenSpiBus | undefined;
  return {
    i2c() {
      i2c ??= openI2cBus(libc, `${folder}/i2c-${i2cBus}`);
      return i2c;
    },
    spi() {
      spi ??= openSpiBus(libc, { devices: [`${folder}/spidev0.0`, `${folder}/spidev0.1`] });
      return spi;
    },
    echo: createEchoTimer(lines, clock),
    close() {
      i2c?.close();
      spi?.close();
      i2c = undefined;
      spi = undefined;
    },
  };
}
