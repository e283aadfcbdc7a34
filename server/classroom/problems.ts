import { type Problem, problem } from '../../device/contract/problem.ts';
import { type HttpProblem, refusal } from '../api/http-problem.ts';

/** Nobody holds such a code now. */
export function classCodeUnknown(): HttpProblem {
  return refusal(
    404,
    'class-code-unknown',
    'Diesen Code gibt es gerade nicht. Vergleiche ihn mit der Tafel: sechs Zeichen wie K7F-3XM.',
    'There is no such code right now. Check it against the one at the front: six characters, like K7F-3XM.',
  );
}

/** The class has all the seats it may have. */
export function classFull(seats: number): HttpProblem {
  return refusal(
    409,
    'class-full',
    `Die Klasse ist voll (${seats} Plätze). Sag deiner Lehrkraft Bescheid.`,
    `The class is full (${seats} seats). Tell your teacher.`,
  );
}

/** No such class, or not this person's. */
export function classUnknown(): HttpProblem {
  return refusal(
    404,
    'class-unknown',
    'Diese Klasse gibt es nicht, oder sie gehört einer anderen Lehrkraft. Bitte wählen Sie eine aus Ihrer Liste.',
    'This class does not exist, or it belongs to another teacher. Please choose one from your list.',
  );
}

/** A nickname that could be taken for the teacher; said to pupils. */
export function nicknameReserved(): HttpProblem {
  return refusal(
    409,
    'nickname-reserved',
    'So könnte man dich mit der Lehrkraft verwechseln. Nimm einen anderen Namen, vielleicht ein Tier?',
    'People could take you for the teacher with that name. Choose another one, an animal perhaps?',
  );
}

/** The same, said to the teacher who renames a pupil. */
export function nicknameReservedForPupils(): HttpProblem {
  return refusal(
    409,
    'nickname-reserved',
    'Mit diesem Namen könnte das Kind mit der Lehrkraft verwechselt werden, auch in Nachrichten von Pi zu Pi. Bitte wählen Sie einen anderen.',
    'With this name the pupil could be taken for the teacher, also in messages between Pis. Please choose another one.',
  );
}

/** No such seat in an active class of this person. */
export function seatUnknown(): HttpProblem {
  return refusal(
    404,
    'seat-unknown',
    'Diesen Platz gibt es nicht mehr. Bitte laden Sie die Seite neu.',
    'This seat does not exist any more. Please reload the page.',
  );
}

/** No such pupil in an active class of this person. */
export function pupilUnknown(): HttpProblem {
  return refusal(
    404,
    'pupil-unknown',
    'Dieses Kind ist nicht mehr in der Klasse. Bitte laden Sie die Seite neu.',
    'This pupil is no longer in the class. Please reload the page.',
  );
}

/** Nobody comes back with such a code. */
export function resumeCodeUnknown(): HttpProblem {
  return refusal(
    404,
    'resume-code-unknown',
    'Diesen Code kennt der Server nicht. Vergleiche ihn noch einmal: acht Zeichen wie 7K3F-9XMM. Deine Lehrkraft kann dir einen neuen geben.',
    'The server doesn’t know this code. Check it again: eight characters, like 7K3F-9XMM. Your teacher can give you a new one.',
  );
}

/** The pupil's code is right, but their class has ended. */
export function lessonOver(): HttpProblem {
  return refusal(
    410,
    'lesson-over',
    'Die Stunde ist zu Ende, dein Platz ist geschlossen. Für eine neue Stunde brauchst du den Code der Klasse.',
    'The lesson is over and your seat is closed. For a new lesson you need the class code.',
  );
}

/** The teacher has removed the pupil; their page says so at the door. */
export function pupilRemoved(): Problem {
  return problem(
    'pupil-removed',
    'Deine Lehrkraft hat deinen Platz freigegeben. Möchtest du weitermachen? Gib den Code der Klasse ein und nimm einen neuen Namen.',
    'Your teacher has freed your seat. Would you like to go on? Enter the class code and choose a new name.',
  );
}

/** No such lesson in the catalog. */
export function lessonUnknown(): HttpProblem {
  return refusal(
    404,
    'lesson-unknown',
    'Diese Lektion gibt es nicht. Bitte wählen Sie eine aus der Liste.',
    'There is no such lesson. Please choose one from the list.',
  );
}

/** None of the seats' lessons has such a step; said to teachers. */
export function stepUnknown(): Problem {
  return problem(
    'step-unknown',
    'Diesen Schritt gibt es in der Lektion nicht. Bitte laden Sie die Seite neu und wählen Sie einen aus der Liste.',
    'The lesson has no such step. Please reload the page and choose one from the list.',
  );
}

/** An update has taken away the lesson that a class works on; said to pupils. */
export function lessonGone(): HttpProblem {
  return refusal(
    404,
    'lesson-unknown',
    'Diese Lektion gibt es nicht mehr. Sag deiner Lehrkraft Bescheid.',
    'This lesson does not exist any more. Tell your teacher.',
  );
}

/** Another teacher's class has the Pi. */
export function deviceInOtherClass(): HttpProblem {
  return refusal(
    409,
    'device-in-other-class',
    'Dieser Pi gehört gerade zur Klasse einer anderen Lehrkraft. Er wird frei, wenn sie ihre Klasse beendet.',
    'This Pi is in another teacher’s class right now. It becomes free when they end that class.',
  );
}

/** The class has no Pi with this number; said to pupils. */
export function piUnknown(number: number): Problem {
  return problem(
    'pi-unknown',
    `In eurer Klasse gibt es keinen Pi ${number}. Schau noch einmal auf den Aufkleber oder frag deine Lehrkraft.`,
    `There is no Pi ${number} in your class. Look at the label again, or ask your teacher.`,
  );
}

/** So many wanted the Pi at once that none got it; said to pupils. */
export function piContested(number: number): Problem {
  return problem(
    'pi-contested',
    `Pi ${number} wird gerade von mehreren gewählt. Versuch es gleich noch einmal.`,
    `Several people are choosing Pi ${number} right now. Try again in a moment.`,
  );
}

/** The Pi has only just begun to blink; said to pupils. */
export function piBlinks(): Problem {
  return problem(
    'pi-blinks',
    'Dein Pi blinkt schon. Schau dich um: Wo blinkt eine LED?',
    'Your Pi is blinking already. Look around: where is an LED blinking?',
  );
}

/** A token that no active class knows. */
export function seatTokenInvalid(): Problem {
  return problem(
    'seat-token-invalid',
    'Dein Platz ist nicht mehr da, vielleicht ist die Stunde zu Ende. Gib den Code der Klasse neu ein.',
    'Your seat is gone; perhaps the lesson is over. Enter the class code again.',
  );
}

/** The class ended while the pupil's page was open. */
export function classEnded(): Problem {
  return problem(
    'class-ended',
    'Die Stunde ist zu Ende. Danke fürs Mitmachen!',
    'The lesson is over. Thank you for taking part!',
  );
}

/** The server has a newer version than the one that was changed. */
export function workspaceConflict(): Problem {
  return problem(
    'workspace-conflict',
    'Dein Programm wurde auch woanders geändert, vielleicht in einem zweiten Fenster. Beide Fassungen sind da: wähle, welche du behalten willst.',
    'Your program was also changed somewhere else, perhaps in a second window. Both versions are kept: choose which one you want to keep.',
  );
}

/** Blocks over the limit; both sizes in bytes. */
export function workspaceTooLarge(bytes: number, allowed: number): Problem {
  const [has, may] = [bytes, allowed].map((size) => Math.ceil(size / 1024));
  return problem(
    'workspace-too-large',
    `Dein Programm hat zu viele Blöcke zum Speichern (${has} KiB, erlaubt sind ${may} KiB). Lösche, was du nicht brauchst.`,
    `Your program has too many blocks to be saved (${has} KiB, ${may} KiB are allowed). Delete what you don’t need.`,
  );
}

/** Blocks that are nested deeper than any program of a pupil. */
export function workspaceTooDeep(): Problem {
  return problem(
    'workspace-too-deep',
    'So tief verschachtelte Blöcke lassen sich nicht speichern. Teile dein Programm auf.',
    'Your blocks are nested too deeply to be saved. Split your program up.',
  );
}

/** The history has been thinned since it was listed. */
export function versionUnknown(): Problem {
  return problem(
    'version-unknown',
    'Diese Fassung ist nicht mehr da: Ältere werden nach und nach ausgedünnt. Nimm eine andere aus der Liste.',
    'This version is no longer there: older ones are thinned out bit by bit. Take another one from the list.',
  );
}
