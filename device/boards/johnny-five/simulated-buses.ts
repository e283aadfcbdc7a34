import type { Buses, I2cBus, SpiBus } from '../../parts/buses.ts';
import { i2cSilent } from '../../parts/i2c-silent.ts';
import { SimulatedConverters } from './simulated-converters.ts';
import type { WiredBusSide } from './wired-bus-side.ts';

/** The buses of a simulated Pi, with whatever the simulated parts have on them at the moment. */
export function createSimulatedBuses(wiredSides: () => readonly WiredBusSide[]): Buses {
  const sides = () => wiredSides().map(({ side }) => side);
  const converters = new SimulatedConverters(wiredSides);
  const chipAt = (address: number) => {
    const chip =
      sides()
        .flatMap((side) => side.i2c ?? [])
        .find((one) => one.address === address) ?? converters.i2c(address);
    if (chip) return chip;
    throw i2cSilent(address);
  };
  const i2c: I2cBus = {
    write: (address, bytes) => chipAt(address).write(bytes),
    read: (address, length) => chipAt(address).read(length),
    writeRead(address, bytes, length) {
      const chip = chipAt(address);
      chip.write(bytes);
      return chip.read(length);
    },
  };
  const spi: SpiBus = {
    transfer(chipSelect, _hertz, bytes) {
      const chip =
        sides()
          .flatMap((side) => side.spi ?? [])
          .find((one) => one.chipSelect === chipSelect) ?? converters.spi(chipSelect);
      // Nobody drives MISO: it reads as zeros.
      return chip?.transfer(bytes) ?? new Uint8Array(bytes.length);
    },
  };
  return {
    i2c: () => i2c,
    spi: () => spi,
    echo: {
      async measure(trigger, echo, timeout) {
        const answers = wiredSides().find(
          ({ part: { wired } }) => wired.pins.trigger === trigger && wired.pins.echo === echo,
        );
        const length = answers?.side.echo?.();
        return length === undefined || length > timeout ? undefined : length;
      },
    },
  };
}
