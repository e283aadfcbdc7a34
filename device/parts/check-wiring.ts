import * as z from 'zod/mini';
import { type Problem, ProblemError, problem } from '../contract/problem.ts';
import { type WiredPart, type Wiring, wiringSchema } from '../contract/wiring.ts';
import { partCatalog } from './catalog.ts';
import type { PartDefinition, PartOptions } from './part.ts';
import { refusedPart } from './refused.ts';

/** A part of a wiring that a board can set up. */
export interface CheckedPart {
  readonly wired: WiredPart;
  readonly definition: PartDefinition;
  /** As the definition reads them, with its defaults. */
  readonly options: PartOptions;
}

/** GPIOs that a bus takes as a whole, whichever of its parts are wired. */
const busPins = { i2c: [2, 3], spi: [7, 8, 9, 10, 11] } as const;
const busNames = { i2c: 'I²C', spi: 'SPI' } as const;

/**
 * The wiring with the definition of each part, if a board can set it up.
 *
 * @throws ProblemError `part-unknown`, `part-refused`, `pin-unknown`, `pin-missing`, `pin-in-use`, `options-invalid`,
 * `address-in-use` or `wiring-invalid`.
 */
export function checkWiring(wiring: Wiring): CheckedPart[] {
  const owners = new Map<number, string>();
  const parts = wiring.parts.map((wired): CheckedPart => {
    const definition = partCatalog.get(wired.type);
    if (!definition) throw new ProblemError(refusedPart(wired.id, wired.type) ?? unknownPart(wired));
    for (const pin of Object.keys(definition.pins)) {
      if (wired.pins[pin] === undefined) throw missingPin(wired, pin);
    }
    for (const [pin, gpio] of Object.entries(wired.pins)) {
      if (!Object.hasOwn(definition.pins, pin)) throw unknownPin(wired, pin);
      const owner = owners.get(gpio);
      if (owner !== undefined) throw pinInUse(gpio, owner, wired.id);
      owners.set(gpio, wired.id);
    }
    return { wired, definition, options: readOptions(wired, definition) };
  });
  checkBuses(parts, owners);
  const parsed = wiringSchema.safeParse(wiring);
  if (!parsed.success) {
    throw new ProblemError(
      problem(
        'wiring-invalid',
        'Die Verdrahtung passt nicht. Prüfe die Namen der Teile und die GPIO-Nummern (2 bis 27).',
        'The wiring is not right. Check the names of the parts and the GPIO numbers (2 to 27).',
        parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '),
      ),
    );
  }
  return parts;
}

function readOptions(wired: WiredPart, definition: PartDefinition): PartOptions {
  const given = wired.options ?? {};
  const read = (definition.options ?? z.strictObject({})).safeParse(given);
  if (read.success) return read.data;
  throw new ProblemError(
    problem(
      'options-invalid',
      `Die Einstellungen von „${wired.id}“ passen nicht zum Teil „${wired.type}“. Prüfe sie in der Verdrahtung.`,
      `The settings of “${wired.id}” do not suit the part “${wired.type}”. Check them in the wiring.`,
      read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '),
    ),
  );
}

/** Each address belongs to one part, or to one chip whose channels belong to one part each. */
function checkBuses(parts: readonly CheckedPart[], owners: ReadonlyMap<number, string>): void {
  const places = new Map<string, { readonly id: string; readonly chip: string | undefined }>();
  for (const { wired, definition, options } of parts) {
    for (const { bus, address, shared } of definition.buses?.(options) ?? []) {
      for (const gpio of busPins[bus]) {
        const owner = owners.get(gpio);
        if (owner !== undefined) throw pinInUse(gpio, busNames[bus], owner);
      }
      const place = `${busNames[bus]} 0x${address.toString(16)}`;
      const owner = places.get(place);
      if (owner && (owner.chip === undefined || owner.chip !== shared?.chip)) {
        throw addressInUse(place, owner.id, wired.id);
      }
      places.set(place, { id: wired.id, chip: shared?.chip });
      if (!shared) continue;
      const channel = `${place}, ${shared.chip} ${shared.channel}`;
      const neighbour = places.get(channel);
      if (neighbour) throw addressInUse(channel, neighbour.id, wired.id);
      places.set(channel, { id: wired.id, chip: shared.chip });
    }
  }
}

function addressInUse(place: string, owner: string, id: string): ProblemError {
  return new ProblemError(
    problem(
      'address-in-use',
      `${place} gehört schon zu „${owner}“. Gib „${id}“ eine andere Adresse oder einen anderen Kanal.`,
      `${place} already belongs to “${owner}”. Give “${id}” another address or another channel.`,
    ),
  );
}

function unknownPart(wired: WiredPart): Problem {
  return problem(
    'part-unknown',
    `Das Teil „${wired.id}“ ist vom Typ „${wired.type}“, und den gibt es nicht. Wähle ein anderes Teil.`,
    `The part “${wired.id}” is of type “${wired.type}”, which does not exist. Choose another part.`,
  );
}

function missingPin(wired: WiredPart, pin: string): ProblemError {
  return new ProblemError(
    problem(
      'pin-missing',
      `Dem Teil „${wired.id}“ fehlt der Pin „${pin}“. Gib ihm eine GPIO-Nummer.`,
      `The part “${wired.id}” is missing its pin “${pin}”. Give it a GPIO number.`,
    ),
  );
}

function unknownPin(wired: WiredPart, pin: string): ProblemError {
  return new ProblemError(
    problem(
      'pin-unknown',
      `Das Teil „${wired.id}“ hat keinen Pin „${pin}“. Nimm ihn aus der Verdrahtung.`,
      `The part “${wired.id}” has no pin “${pin}”. Take it out of the wiring.`,
    ),
  );
}

function pinInUse(gpio: number, owner: string, id: string): ProblemError {
  return new ProblemError(
    problem(
      'pin-in-use',
      `GPIO ${gpio} gehört schon zu „${owner}“. Gib „${id}“ einen anderen Pin.`,
      `GPIO ${gpio} already belongs to “${owner}”. Give “${id}” another pin.`,
    ),
  );
}
