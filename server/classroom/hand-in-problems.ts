import { type Problem, problem } from '../../device/contract/problem.ts';

/** The seat has saved nothing yet that could be handed in; said to pupils. */
export function nothingToHandIn(): Problem {
  return problem(
    'nothing-to-hand-in',
    'Hier gibt es noch nichts abzugeben. Baue zuerst etwas, dann gib es ab.',
    'There is nothing to hand in yet. Build something first, then hand it in.',
  );
}

/** The teacher was quicker; said to pupils. */
export function workReturned(): Problem {
  return problem(
    'work-returned',
    'Deine Lehrkraft hat deine Arbeit schon angesehen und zurückgegeben. Verbessere sie, wenn du magst, und gib sie noch einmal ab.',
    'Your teacher has already looked at your work and returned it. Improve it if you like, and hand it in again.',
  );
}

/** The pupil has taken the work back, or has opened it again by the teacher's own hand; said to teachers. */
export function nothingHandedIn(): Problem {
  return problem(
    'nothing-handed-in',
    'Hier ist gerade nichts abgegeben; vielleicht wurde die Arbeit eben zurückgenommen. Warten Sie, bis sie wieder abgegeben wird.',
    'Nothing is handed in here right now; perhaps the work has just been taken back. Wait until it is handed in again.',
  );
}

/** Nothing to open again; said to teachers. */
export function neverHandedIn(): Problem {
  return problem(
    'never-handed-in',
    'Diese Arbeit ist offen; sie wurde noch nicht abgegeben.',
    'This work is open; it has not been handed in yet.',
  );
}
