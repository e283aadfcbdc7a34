import type { Buses, SpiBus } from '../../parts/buses.ts';
import type { Guard } from './guard.ts';

/** Buses of which a guard knows how the parts on them are made safe should this process be killed. */
export function guardedBuses(buses: Buses, guard: Guard): Buses {
  const guardedSpi = (spi: SpiBus): SpiBus => ({
    transfer(chipSelect, hertz, bytes) {
      guard.sent(chipSelect, hertz, bytes);
      return spi.transfer(chipSelect, hertz, bytes);
    },
  });
  return { i2c: () => buses.i2c(), spi: () => guardedSpi(buses.spi()), echo: buses.echo };
}
