import { ProblemError, problem } from '../contract/problem.ts';

/** Nobody acknowledged an I²C address. */
export function i2cSilent(address: number): ProblemError {
  const name = `0x${address.toString(16).padStart(2, '0')}`;
  return new ProblemError(
    problem(
      'i2c-silent',
      `Auf dem I²C-Bus antwortet niemand unter ${name}. Prüfe die Kabel.`,
      `Nothing answers on the I²C bus at ${name}. Check the wires.`,
    ),
  );
}
