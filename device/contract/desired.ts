import * as z from 'zod/mini';
import { wiringSchema } from './wiring.ts';

/** `desired` (server, retained, QoS 1): what the Pi should be; applied when its version is new. */
export const desiredSchema = z.object({
  version: z.int().check(z.positive()),
  wiring: wiringSchema,
});

export type Desired = z.infer<typeof desiredSchema>;
