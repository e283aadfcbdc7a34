import * as z from 'zod/mini';

/**
 * How a Pi is, published on its `health` channel: when something has changed that people should know, else every
 * five minutes. What a board cannot say is null.
 */
export const deviceHealthSchema = z.object({
  /** Of the processor, °C. */
  temperature: z.nullable(z.number().check(z.gte(-40), z.lte(150))),
  /** The supply's voltage is too low right now (`/sys/class/hwmon`, `in0_lcrit_alarm`). */
  underVoltage: z.nullable(z.boolean()),
  /** Memory that programs could still have, MiB. */
  memoryFree: z.nullable(z.int().check(z.nonnegative())),
  /** Room left on the card, MiB. */
  diskFree: z.nullable(z.int().check(z.nonnegative())),
  /** Signal of the Wi-Fi, dBm; null: none, or a cable. */
  wifi: z.nullable(z.int().check(z.gte(-127), z.lte(0))),
});
export type DeviceHealth = z.infer<typeof deviceHealthSchema>;
