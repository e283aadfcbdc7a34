import { ProblemError, problem } from '../../contract/problem.ts';

/** What to use instead, in every refusal the same. */
const instead = {
  de: 'Nehmen Sie BOARD_IO weg: Der Standard (character-device) treibt die Pins aller Modelle.',
  en: 'Take BOARD_IO away: the default (character-device) drives the pins of every model.',
};

/** raspi-io cannot drive this model, or takes it for another one. */
export function raspiIoModel(name: string, why: { de: string; en: string }): ProblemError {
  return new ProblemError(
    problem(
      'raspi-io-model',
      `raspi-io geht auf „${name}“ nicht: ${why.de} ${instead.de}`,
      `raspi-io does not work on “${name}”: ${why.en} ${instead.en}`,
    ),
  );
}

/** Another processor than an Arm. */
export function raspiIoArm(architecture: string): ProblemError {
  return new ProblemError(
    problem(
      'raspi-io-arm',
      `raspi-io gibt es nur für Arm-Prozessoren, und dieser Rechner ist ein ${architecture}. Ohne Raspberry Pi wählen Sie BOARD=simulated und nehmen BOARD_IO weg.`,
      `raspi-io exists for Arm processors only, and this machine is ${architecture}. Without a Raspberry Pi, choose BOARD=simulated and take BOARD_IO away.`,
    ),
  );
}

/** The package, or the library pigpio below it, is not there. */
export function raspiIoMissing(cause: unknown): ProblemError {
  return new ProblemError(
    problem(
      'raspi-io-missing',
      `raspi-io lässt sich nicht laden: Das Paket oder seine Bibliothek pigpio ist nicht eingerichtet (docs/hardware.md, „raspi-io“). ${instead.de}`,
      `raspi-io can’t be loaded: the package or its library pigpio is not set up (docs/hardware.md, “raspi-io”). ${instead.en}`,
      String(cause),
    ),
    { cause },
  );
}

/** pigpio has refused pins. */
export function raspiIoFailed(cause: unknown): ProblemError {
  return new ProblemError(
    problem(
      'raspi-io-failed',
      `raspi-io bekommt die Pins nicht. Seine Bibliothek pigpio braucht root-Rechte, und Eingänge hört sie seit Kernel 6.6 nicht mehr. ${instead.de}`,
      `raspi-io can’t get the pins. Its library pigpio needs root rights, and since kernel 6.6 it no longer hears inputs. ${instead.en}`,
      String(cause),
    ),
    { cause },
  );
}

/** It has no way to time an ultrasonic sensor's echo. */
export function raspiIoEcho(): ProblemError {
  return new ProblemError(
    problem(
      'raspi-io-echo',
      `Der Abstandssensor geht mit raspi-io nicht: Es misst nicht, wann ein Signal kam. ${instead.de}`,
      `The distance sensor does not work with raspi-io: it does not measure when a signal came. ${instead.en}`,
    ),
  );
}
