import { type Problem, problem } from '../../../device/contract/problem.ts';
import type { SteeringView } from './live.ts';

/** Why no program may be started while a class is held to this; null: one may. Stopping is always allowed. */
export function startRefused({ eyesUpMs, programsOffMs }: SteeringView): Problem | null {
  if (programsOffMs !== null) {
    return problem(
      'programs-off',
      'Deine Lehrkraft hat die Programme für kurze Zeit ausgeschaltet. Baue ruhig weiter: Gleich kannst du wieder starten.',
      'Your teacher has switched programs off for a short while. Go on building: you can start again soon.',
    );
  }
  if (eyesUpMs !== null) {
    return problem(
      'eyes-up',
      'Gerade schauen alle nach vorn. Danach kannst du dein Programm starten.',
      'Everybody is looking to the front right now. After that you can start your program.',
    );
  }
  return null;
}
