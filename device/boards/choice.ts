import { z } from 'zod';

/**
 * Which board to drive. `auto` looks at the machine; `gpio` is johnny-five over the kernel's GPIO character
 * device; `johnny-five-simulated` is johnny-five over simulated pins.
 */
export const boardChoiceSchema = z.enum(['auto', 'simulated', 'johnny-five-simulated', 'gpio']);
export type BoardChoice = z.infer<typeof boardChoiceSchema>;
