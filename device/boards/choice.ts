import { z } from 'zod';

/**
 * Which board to drive. `auto` looks at the machine; `gpio` is johnny-five over the pins of this machine;
 * `johnny-five-simulated` is johnny-five over simulated pins.
 */
export const boardChoiceSchema = z.enum(['auto', 'simulated', 'johnny-five-simulated', 'gpio']);
export type BoardChoice = z.infer<typeof boardChoiceSchema>;

/**
 * By what the pins of a machine are driven. `auto` is `character-device`: the kernel's GPIO character device, for
 * every model. `raspi-io` works on some models up to the Pi 4 and must be installed; it is only used when asked for.
 */
export const boardIoSchema = z.enum(['auto', 'character-device', 'raspi-io']);
export type BoardIo = z.infer<typeof boardIoSchema>;
