import { ProblemError, problem } from '../../contract/problem.ts';

/** No chip has one of the labels. */
export function chipMissing(wanted: readonly string[], found: readonly string[]): ProblemError {
  const there = found.length === 0 ? '–' : found.join(', ');
  return new ProblemError(
    problem(
      'gpio-chip-missing',
      `Hier gibt es keinen GPIO-Chip mit der Bezeichnung ${wanted.join(' oder ')}. Ist das ein Raspberry Pi? Wenn ja, setzen Sie GPIO_CHIP_LABEL auf eine dieser Bezeichnungen: ${there}. Wenn nein, wählen Sie mit BOARD=simulated das simulierte Board.`,
      `There is no GPIO chip labelled ${wanted.join(' or ')} here. Is this a Raspberry Pi? If so, set GPIO_CHIP_LABEL to one of these labels: ${there}. If not, choose the simulated board with BOARD=simulated.`,
    ),
  );
}

/** The device file exists, but this user may not open it. */
export function notPermitted(path: string): ProblemError {
  return new ProblemError(
    problem(
      'gpio-permission',
      `${path} darf dieser Benutzer nicht öffnen. Nehmen Sie ihn in die Gruppe gpio auf (sudo usermod -aG gpio BENUTZER) und starten Sie den Pi neu.`,
      `This user may not open ${path}. Add the user to the gpio group (sudo usermod -aG gpio USER) and restart the Pi.`,
    ),
  );
}

/**
 * Another program or the kernel itself uses a line.
 *
 * @param consumer what the user calls itself; empty when the kernel uses it without a name.
 */
export function lineInUse(gpio: number, consumer: string): ProblemError {
  return new ProblemError(
    consumer === ''
      ? problem(
          'pin-in-use',
          `GPIO ${gpio} benutzt das Betriebssystem selbst, zum Beispiel für I²C, SPI oder PWM. Nehmen Sie einen anderen Pin, oder schalten Sie das in /boot/firmware/config.txt ab.`,
          `GPIO ${gpio} is used by the operating system itself, for I²C, SPI or PWM for example. Use another pin, or switch that off in /boot/firmware/config.txt.`,
        )
      : problem(
          'pin-in-use',
          `GPIO ${gpio} wird schon von „${consumer}“ benutzt. Beenden Sie das andere Programm, oder nehmen Sie einen anderen Pin.`,
          `GPIO ${gpio} is already used by “${consumer}”. End the other program, or use another pin.`,
        ),
  );
}

/** Anything else that the kernel refuses. */
export function gpioFailed(error: unknown): ProblemError {
  return new ProblemError(
    problem(
      'gpio-failed',
      'Der Kernel gibt die Pins nicht frei. Starten Sie den Pi neu; bleibt der Fehler, melden Sie ihn.',
      'The kernel does not release the pins. Restart the Pi; if the error stays, report it.',
      String(error),
    ),
    { cause: error },
  );
}
