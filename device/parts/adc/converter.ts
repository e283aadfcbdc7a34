import * as z from 'zod/mini';
import type { Buses } from '../buses.ts';
import type { BusUse } from '../part.ts';
import { readAds1115 } from './ads1115.ts';
import { readMcp3008 } from './mcp3008.ts';

/** Volts at the supply, which is also what a potentiometer and a light sensor divide. */
export const supply = 3.3;

/**
 * At which converter an analogue part is read: a Pi has no analogue inputs of its own. An ADS1115 has an I²C
 * address from 72 (0x48) to 75 and four channels; an MCP3008 sits at chip select 0 of SPI, and has eight.
 */
export const converterOptions = z
  .strictObject({
    converter: z._default(z.enum(['ads1115', 'mcp3008']), 'ads1115'),
    address: z._default(z.int().check(z.gte(72), z.lte(75)), 72),
    channel: z._default(z.int().check(z.gte(0), z.lte(7)), 0),
  })
  .check(
    z.refine(({ converter, channel }) => converter === 'mcp3008' || channel < 4, {
      path: ['channel'],
      message: 'an ADS1115 has the channels 0 to 3',
    }),
  );
export type ConverterOptions = z.infer<typeof converterOptions>;

/** Several parts may share a converter, each at a channel of its own. */
export function converterUse({ converter, address, channel }: ConverterOptions): BusUse {
  return converter === 'ads1115'
    ? { bus: 'i2c', address, shared: { chip: 'ADS1115', channel } }
    : { bus: 'spi', address: 0, shared: { chip: 'MCP3008', channel } };
}

/**
 * Gets ready to read one channel, in volts.
 * @throws ProblemError `i2c-missing` or `spi-missing`; each reading may throw what its bus does.
 */
export function openConverter({ converter, address, channel }: ConverterOptions, buses: Buses): () => number {
  if (converter === 'ads1115') {
    const bus = buses.i2c();
    return () => readAds1115(bus, address, channel);
  }
  const bus = buses.spi();
  return () => readMcp3008(bus, 0, channel) * supply;
}
