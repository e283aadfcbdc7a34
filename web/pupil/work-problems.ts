import { type Problem, problem } from '../../device/contract/problem.ts';

/** Start was pressed, and nothing hangs under a hat. */
export function emptyProgram(): Problem {
  return problem(
    'program-empty',
    'Noch kann nichts laufen: Hänge Blöcke unter „wenn das Programm startet“.',
    'Nothing can run yet: put blocks under “when the program starts”.',
  );
}

/** Blockly could not show the work whole; `detail` is its reason. */
export function workUnreadable(detail: string): Problem {
  return problem(
    'work-unreadable',
    'Ein Teil deiner Arbeit lässt sich hier nicht zeigen. Auf dem Server bleibt sie, wie sie war; was du jetzt änderst, wird nicht gespeichert. Sag deiner Lehrkraft Bescheid.',
    'A part of your work can’t be shown here. On the server it stays as it was; what you change now is not saved. Tell your teacher.',
    detail,
  );
}
