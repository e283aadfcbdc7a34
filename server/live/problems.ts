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

/** The error with which socket.io refuses a connection: the page finds the problem in `data`. */
export function connectionRefused(what: Problem): Error {
  return Object.assign(new Error(what.code), { data: what });
}
