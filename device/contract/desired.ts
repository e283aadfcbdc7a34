import { z } from 'zod';
import { wiringSchema } from './wiring.ts';

/** `desired` (server, retained, QoS 1): what the Pi should be; applied when its version is new. */
export const desiredSchema = z.object({
  version: z.number().int().positive(),
  wiring: wiringSchema,
});

export type Desired = z.infer<typeof desiredSchema>;
