import { type Problem, problem } from '../contract/problem.ts';

/** Sensors that answer on one wire by pulses of some µs, which no program on Linux hears reliably. */
const oneWireClimate: Readonly<Record<string, string>> = { dht11: 'DHT11', dht22: 'DHT22' };

/**
 * Why a part of this type is refused although people have it, with what to take instead. Code: `part-refused`.
 * `undefined` for every other type.
 */
export function refusedPart(id: string, type: string): Problem | undefined {
  const name = Object.hasOwn(oneWireClimate, type) ? oneWireClimate[type] : undefined;
  if (name === undefined) return undefined;
  return problem(
    'part-refused',
    `„${id}“ ist ein ${name}. Seine Pulse dauern Millionstelsekunden, und die misst der Pi nicht zuverlässig. Nimm einen BME280 oder SHT3x am I²C-Bus (Teil „climate“).`,
    `“${id}” is a ${name}. Its pulses last millionths of a second, which the Pi can’t time reliably. Use a BME280 or SHT3x on the I²C bus (part “climate”).`,
  );
}
