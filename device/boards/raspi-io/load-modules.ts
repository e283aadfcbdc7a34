import { createRequire } from 'node:module';
import { raspiIoMissing } from './problems.ts';
import type { RaspiModules } from './raspi-modules.ts';

/**
 * Loads raspi-io's own pin modules, which load pigpio.
 *
 * Not raspi-io's plugin object: when it is made, it turns every pin of the header into an output, the inputs and the
 * pins of other programs among them. We claim the pins of a wiring, and only these.
 *
 * raspi-io is no dependency of this project. It is found in a `node_modules` of this folder or of one above, or
 * where `NODE_PATH` points.
 *
 * @throws ProblemError `raspi-io-missing`
 */
export function loadModules(from: string = import.meta.url): RaspiModules {
  try {
    // The modules are found from where raspi-io finds them, so that they are the same ones.
    const inside = createRequire(createRequire(from).resolve('raspi-io'));
    const { module: gpio } = inside('raspi-gpio');
    const { module: pwm } = inside('raspi-soft-pwm');
    return { gpio, pwm };
  } catch (error) {
    throw raspiIoMissing(error);
  }
}
