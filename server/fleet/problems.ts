import { type Problem, problem } from '../../device/contract/problem.ts';
import type { CommandState } from './command-state.ts';

/** The device is not connected now. */
export function deviceOffline(): Problem {
  return problem(
    'device-offline',
    'Der Pi ist nicht verbunden. Hat er Strom und Netz? Er meldet sich von selbst, sobald beides da ist.',
    'The Pi is not connected. Does it have power and network? It comes back by itself as soon as it has both.',
  );
}

/** There is no such device, or not for this person. */
export function deviceUnknown(): Problem {
  return problem(
    'device-unknown',
    'Diesen Pi gibt es hier nicht. Bitte laden Sie die Seite neu und wählen Sie einen aus der Liste.',
    'There is no such Pi here. Please reload the page and choose one from the list.',
  );
}

/** The program's source or its encoded message is over the contract's limit; both sizes in bytes. */
export function programTooLarge(bytes: number, allowed: number): Problem {
  return problem(
    'program-too-large',
    `Dein Programm ist zu groß: ${kibibytes(bytes)} KiB, erlaubt sind ${kibibytes(allowed)} KiB. Kürze es und starte es noch einmal.`,
    `Your program is too large: ${kibibytes(bytes)} KiB, ${kibibytes(allowed)} KiB are allowed. Make it shorter and run it again.`,
  );
}

/** What to say when a command did not succeed and the device itself gave no reason. */
export function withoutReason(state: CommandState): Problem {
  if (state === 'timed-out') {
    return problem(
      'device-no-answer',
      'Der Pi hat nicht rechtzeitig geantwortet. Noch einmal versuchen; hilft das nicht, den Pi aus- und wieder einstecken.',
      'The Pi did not answer in time. Try again; if that does not help, unplug the Pi and plug it in again.',
    );
  }
  if (state === 'rejected') {
    return problem(
      'device-rejected',
      'Der Pi kann das gerade nicht. Erst das laufende Programm stoppen, dann noch einmal versuchen.',
      'The Pi can’t do that right now. Stop the running program first, then try again.',
    );
  }
  return problem(
    'device-failed',
    'Auf dem Pi hat das nicht geklappt. Noch einmal versuchen.',
    'That did not work on the Pi. Try again.',
  );
}

function kibibytes(bytes: number): number {
  return Math.ceil(bytes / 1024);
}
