import { ProblemError, problem } from '../contract/problem.ts';
import { type WiredPart, type Wiring, wiringSchema } from '../contract/wiring.ts';
import { partCatalog } from './catalog.ts';
import type { PartDefinition } from './part.ts';

/**
 * The wiring with the definition of each part, if a board can set it up.
 *
 * @throws ProblemError `part-unknown`, `pin-unknown`, `pin-missing`, `pin-in-use` or `wiring-invalid`.
 */
export function checkWiring(wiring: Wiring): { wired: WiredPart; definition: PartDefinition }[] {
  const owners = new Map<number, string>();
  const parts = wiring.parts.map((wired) => {
    const definition = partCatalog.get(wired.type);
    if (!definition) throw unknownPart(wired);
    for (const pin of Object.keys(definition.pins)) {
      if (wired.pins[pin] === undefined) throw missingPin(wired, pin);
    }
    for (const [pin, gpio] of Object.entries(wired.pins)) {
      if (!Object.hasOwn(definition.pins, pin)) throw unknownPin(wired, pin);
      const owner = owners.get(gpio);
      if (owner !== undefined) throw pinInUse(gpio, owner, wired.id);
      owners.set(gpio, wired.id);
    }
    return { wired, definition };
  });
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

function unknownPart(wired: WiredPart): ProblemError {
  return new ProblemError(
    problem(
      'part-unknown',
      `Das Teil „${wired.id}“ ist vom Typ „${wired.type}“, und den gibt es nicht. Wähle ein anderes Teil.`,
      `The part “${wired.id}” is of type “${wired.type}”, which does not exist. Choose another part.`,
    ),
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
