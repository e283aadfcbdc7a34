import { type Problem, problem } from '../../device/contract/problem.ts';

/** The class shares no Pi that is switched on. */
export function noPis(): Problem {
  return problem(
    'no-pis',
    'Gerade ist kein Pi eingeschaltet. Nimm so lange den virtuellen Pi.',
    'No Pi is switched on right now. Use the virtual Pi in the meantime.',
  );
}
