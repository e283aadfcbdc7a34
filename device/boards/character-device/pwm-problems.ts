import { ProblemError, problem } from '../../contract/problem.ts';

/** A GPIO was given to the hardware's PWM, but there is none for it. */
export function pwmMissing(gpio: number): ProblemError {
  return new ProblemError(
    problem(
      'pwm-missing',
      `Für GPIO ${gpio} ist Hardware-PWM eingestellt, aber dieser Pi bietet dort keine an. Schreiben Sie „dtoverlay=pwm-2chan“ in /boot/firmware/config.txt und starten Sie den Pi neu, oder nehmen Sie GPIO ${gpio} aus hardwarePwm heraus.`,
      `GPIO ${gpio} is set to hardware PWM, but this Pi offers none there. Put “dtoverlay=pwm-2chan” into /boot/firmware/config.txt and restart the Pi, or take GPIO ${gpio} out of hardwarePwm.`,
    ),
  );
}

/** Two GPIOs share one channel of the chip. */
export function pwmShared(gpio: number, other: number): ProblemError {
  return new ProblemError(
    problem(
      'pwm-shared',
      `GPIO ${gpio} und GPIO ${other} teilen sich auf diesem Pi einen PWM-Kanal. Nehmen Sie einen der beiden aus hardwarePwm heraus.`,
      `GPIO ${gpio} and GPIO ${other} share one PWM channel on this Pi. Take one of them out of hardwarePwm.`,
    ),
  );
}

/** The kernel refuses what was written to a channel. */
export function pwmFailed(gpio: number, error: unknown): ProblemError {
  return new ProblemError(
    problem(
      'pwm-failed',
      `Die Hardware-PWM von GPIO ${gpio} nimmt die Einstellung nicht an. Ist der Benutzer in der Gruppe gpio? Wenn ja, nehmen Sie GPIO ${gpio} aus hardwarePwm heraus.`,
      `The hardware PWM of GPIO ${gpio} does not take the setting. Is the user in the group gpio? If so, take GPIO ${gpio} out of hardwarePwm.`,
      String(error),
    ),
    { cause: error },
  );
}
