import { type Problem, problem } from '../../device/contract/problem.ts';

/** Start was pressed, and nothing hangs under a hat. */
export function emptyProgram(): Problem {
  return problem(
    'program-empty',
    'Noch kann nichts laufen: Hänge Blöcke unter „wenn das Programm startet“.',
    'Nothing can run yet: put blocks under “when the program starts”.',
  );
}

/** Start was pressed after the end of the class. */
export function lessonIsOver(): Problem {
  return problem(
    'class-ended',
    'Die Stunde ist zu Ende, jetzt läuft nichts mehr. Deine Blöcke kannst du als Datei mitnehmen.',
    'The lesson is over and nothing runs any more. You can take your blocks home as a file.',
  );
}

/** The blocks of the work's parts could not be loaded yet; they are asked for again until they come. */
export function blocksNotLoaded(detail?: string): Problem {
  return problem(
    'blocks-not-loaded',
    'Einige deiner Blöcke sind noch nicht da, vielleicht ist die Verbindung weg. Warte einen Moment: Sie kommen von selbst, und deine Arbeit bleibt erhalten.',
    'Some of your blocks are not here yet, perhaps the connection is down. Wait a moment: they come by themselves, and your work is kept.',
    detail,
  );
}

/** What turns blocks into a program could not be loaded. */
export function generatorNotLoaded(detail: string): Problem {
  return problem(
    'generator-not-loaded',
    'Dein Programm konnte gerade nicht starten, weil die Verbindung fehlt. Versuche es gleich noch einmal; deine Arbeit bleibt erhalten.',
    'Your program could not start just now because the connection is down. Try again in a moment; your work is kept.',
    detail,
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
