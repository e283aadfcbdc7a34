import * as z from 'zod/mini';

/** A GPIO number as the chip's maker counts (BCM), not the place on the header. 0 and 1 belong to the HAT's EEPROM. */
export const gpioSchema = z.int().check(z.gte(2), z.lte(27));

/** One part on its pins. `type` names a part of `device/parts/`; `pins` maps the part's pin names to GPIO numbers. */
export const wiredPartSchema = z.object({
  /** The name that programs use, unique in the wiring: `red`, `button`. */
  id: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,31}$/)),
  type: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,31}$/)),
  pins: z.record(z.string().check(z.maxLength(16)), gpioSchema),
  /** Settings beside the pins, as the part's file in `device/parts/` says: `{ address: 72, channel: 0 }`. */
  options: z.optional(
    z.record(
      z.string().check(z.maxLength(16)),
      z.union([z.number(), z.string().check(z.maxLength(32)), z.boolean()]),
    ),
  ),
  /** How it looks: the LED's colour. */
  color: z.optional(z.enum(['red', 'amber', 'green', 'blue', 'white', 'yellow'])),
});
export type WiredPart = z.infer<typeof wiredPartSchema>;

/** A wiring: which parts sit on which pins. Ids and GPIO numbers are unique. */
export const wiringSchema = z
  .object({ parts: z.array(wiredPartSchema).check(z.maxLength(32)) })
  .check(({ value: wiring, issues }) => {
    const ids = new Set<string>();
    const gpios = new Map<number, string>();
    wiring.parts.forEach((part, index) => {
      if (ids.has(part.id))
        issues.push({
          code: 'custom',
          input: wiring,
          path: ['parts', index, 'id'],
          message: `the id ${part.id} is used twice`,
        });
      ids.add(part.id);
      for (const [pin, gpio] of Object.entries(part.pins)) {
        const owner = gpios.get(gpio);
        if (owner)
          issues.push({
            code: 'custom',
            input: wiring,
            path: ['parts', index, 'pins', pin],
            message: `GPIO ${gpio} already belongs to ${owner}`,
          });
        gpios.set(gpio, part.id);
      }
    });
  });
export type Wiring = z.infer<typeof wiringSchema>;

/** The wiring of the CamJam EduKit 1, which every kit of the association has. */
export const camJamEduKit: Wiring = {
  parts: [
    { id: 'red', type: 'led', pins: { anode: 18 }, color: 'red' },
    { id: 'amber', type: 'led', pins: { anode: 23 }, color: 'amber' },
    { id: 'green', type: 'led', pins: { anode: 24 }, color: 'green' },
    { id: 'button', type: 'button', pins: { signal: 25 } },
    { id: 'buzzer', type: 'buzzer', pins: { signal: 22 } },
  ],
};
