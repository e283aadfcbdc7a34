import type { Pulses } from './buses.ts';

/** Of `analogWrite`: fast enough that an LED does not flicker, slow enough for pulses that software makes. */
const analogHertz = 200;
/** What model servos expect. */
const servoHertz = 50;

/** A share of the full power as johnny-five's `analogWrite` takes it, 0 to 255; only 0 % is 0. */
export function analogByte(percent: number): number {
  return percent <= 0 ? 0 : Math.max(1, Math.round(percent * 2.55));
}

/** What the pin does after johnny-five's `analogWrite`. @param byte 0 to 255. */
export function analogPulses(byte: number): Pulses {
  return { hertz: analogHertz, duty: byte / 255 };
}

/** The pulses that hold a servo. @param micros the length of one pulse in µs. */
export function servoPulses(micros: number): Pulses {
  return { hertz: servoHertz, duty: (micros * servoHertz) / 1e6 };
}
