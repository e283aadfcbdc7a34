import { ProblemError, problem } from '../../contract/problem.ts';

/** A bus of the Pi that is switched on in `raspi-config` and whose device files belong to a group. */
interface BusNames {
  readonly code: 'i2c-missing' | 'spi-missing';
  readonly bus: string;
  readonly group: string;
  /** Line of `config.txt` that switches it on. */
  readonly switchedOnBy: string;
}

const i2c: BusNames = { code: 'i2c-missing', bus: 'I²C', group: 'i2c', switchedOnBy: 'dtparam=i2c_arm=on' };
const spi: BusNames = { code: 'spi-missing', bus: 'SPI', group: 'spi', switchedOnBy: 'dtparam=spi=on' };

/** The device file of the I²C bus can't be opened. */
export const i2cMissing = (path: string, error: unknown): ProblemError => missing(i2c, path, error);

/** A device file of the SPI bus can't be opened. */
export const spiMissing = (path: string, error: unknown): ProblemError => missing(spi, path, error);

function missing({ code, bus, group, switchedOnBy }: BusNames, path: string, error: unknown): ProblemError {
  const denied = error instanceof Error && 'code' in error && error.code === 'EACCES';
  return new ProblemError(
    denied
      ? problem(
          code,
          `${path} darf dieser Benutzer nicht öffnen. Nehmen Sie ihn in die Gruppe ${group} auf (sudo usermod -aG ${group} BENUTZER) und starten Sie den Pi neu.`,
          `This user may not open ${path}. Add the user to the ${group} group (sudo usermod -aG ${group} USER) and restart the Pi.`,
          String(error),
        )
      : problem(
          code,
          `${bus} ist auf diesem Pi ausgeschaltet: ${path} fehlt. Schalten Sie es mit sudo raspi-config unter „Interface Options“ ein, oder schreiben Sie „${switchedOnBy}“ in /boot/firmware/config.txt, und starten Sie den Pi neu.`,
          `${bus} is switched off on this Pi: ${path} is missing. Switch it on with sudo raspi-config under “Interface Options”, or put “${switchedOnBy}” into /boot/firmware/config.txt, and restart the Pi.`,
          String(error),
        ),
    { cause: error },
  );
}

/** The I²C bus did not do what it was asked for. */
export function i2cFailed(error: unknown): ProblemError {
  return new ProblemError(
    problem(
      'i2c-failed',
      'Auf dem I²C-Bus ist die Übertragung misslungen. Prüfe, ob die Kabel fest und kurz sind, und starte noch einmal.',
      'The transfer on the I²C bus has failed. Check that the wires are tight and short, and start again.',
      String(error),
    ),
    { cause: error },
  );
}

/** The SPI bus did not do what it was asked for. */
export function spiFailed(error: unknown): ProblemError {
  return new ProblemError(
    problem(
      'spi-failed',
      'Auf dem SPI-Bus ist die Übertragung misslungen. Prüfe die Kabel und starte noch einmal; bleibt der Fehler, sag deiner Lehrkraft Bescheid.',
      'The transfer on the SPI bus has failed. Check the wires and start again; if the error stays, tell your teacher.',
      String(error),
    ),
    { cause: error },
  );
}

/** More than the kernel's SPI driver takes at once. */
export function spiTooLong(bytes: number, most: number): ProblemError {
  return new ProblemError(
    problem(
      'spi-failed',
      `Der SPI-Bus überträgt höchstens ${most} Bytes auf einmal, hier wären es ${bytes}. Nimm einen kürzeren Streifen, oder lass „spidev.bufsiz=65536“ in /boot/firmware/cmdline.txt schreiben.`,
      `The SPI bus transfers at most ${most} bytes at once; here it would be ${bytes}. Use a shorter strip, or have “spidev.bufsiz=65536” put into /boot/firmware/cmdline.txt.`,
    ),
  );
}
