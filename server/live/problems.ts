import { type Problem, problem } from '../../device/contract/problem.ts';

/** The seat has no Pi. */
export function noDevice(): Problem {
  return problem(
    'no-device',
    'Dein Platz hat noch keinen Pi. Nimm den virtuellen Pi, oder bitte deine Lehrkraft um einen.',
    'Your seat has no Pi yet. Use the virtual Pi, or ask your teacher for one.',
  );
}

/** The class's lesson is not about messages. */
export function noPost(): Problem {
  return problem(
    'no-post',
    'In dieser Lektion gehen keine Nachrichten an andere Pis.',
    'In this lesson no messages go to other Pis.',
  );
}

/** A seat sends more to other Pis than it may. */
export function tooManyMessages(): Problem {
  return problem(
    'too-many-messages',
    'Dein Programm sendet zu viele Nachrichten auf einmal: höchstens 10 in der Sekunde gehen hinaus.',
    'Your program sends too many messages at once: at most 10 a second go out.',
  );
}

/** The adult's session is missing or over. */
export function signInNeeded(): Problem {
  return problem('sign-in-needed', 'Bitte melden Sie sich an.', 'Please sign in.');
}

/** The association's pages are its staff's. */
export function staffOnly(): Problem {
  return problem(
    'staff-only',
    'Das darf nur das Team des Vereins.',
    'Only the association’s staff may do this.',
  );
}

/** The error with which socket.io refuses a connection: the page finds the problem in `data`. */
export function connectionRefused(what: Problem): Error {
  return Object.assign(new Error(what.code), { data: what });
}

/** Another pupil of the seat drives; what was to be saved lies in the history. `driver`: their nickname. */
export function notDriving(driver: string): Problem {
  return problem(
    'not-driving',
    `Gerade fährt ${driver}. Deine Änderung liegt bei den Versionen.`,
    `${driver} is driving right now. Your change is kept with the versions.`,
  );
}

/** Passing the drive is the driver's. */
export function driverOnly(): Problem {
  return problem(
    'driver-only',
    'Das Steuer hat gerade jemand anderes. Sag Bescheid, dass du fahren möchtest.',
    'Somebody else is driving right now. Say that you would like to drive.',
  );
}

/** The drive can't be passed to one who is not there. */
export function pupilAway(): Problem {
  return problem(
    'pupil-away',
    'Dort ist gerade niemand, der das Steuer nehmen kann. Du fährst weiter.',
    'Nobody is there to take the wheel right now. You go on driving.',
  );
}

/** Nobody sits there any more. */
export function seatGone(): Problem {
  return problem(
    'seat-gone',
    'An diesem Platz sitzt niemand mehr. Such dir einen anderen aus.',
    'Nobody sits at this seat any more. Choose another one.',
  );
}

/** As many sit there as may. */
export function seatFull(pupils: number): Problem {
  return problem(
    'seat-full',
    `An diesem Platz sitzen schon ${pupils}. Mehr passen nicht hin.`,
    `There are ${pupils} at this seat already. There is no room for more.`,
  );
}

/** One's own seat can't be left for one's own seat. */
export function atOwnSeat(): Problem {
  return problem(
    'at-own-seat',
    'Das ist dein eigener Platz. Wer dazugekommen ist, kann wieder gehen.',
    'This is your own seat. Those who joined you can go back to theirs.',
  );
}

/** Work of a seat at which the pupil sits no longer; it lies in the history. */
export function seatLeft(): Problem {
  return problem(
    'seat-left',
    'Du sitzt jetzt woanders. Deine letzte Änderung liegt bei den Versionen.',
    'You sit somewhere else now. Your last change is kept with the versions.',
  );
}
