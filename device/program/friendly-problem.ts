import { type Problem, problem } from '../contract/problem.ts';
import type { Wiring } from '../contract/wiring.ts';
import { partCatalog } from '../parts/catalog.ts';
import { checkCommand, partNotWired, valueProblem } from '../parts/wired-parts.ts';
import type { Failure } from './vm/failure.ts';

/** What a pupil reads when a program ends before its time. The trace names the block beside it. */
export function failureProblem(failure: Failure, wiring: Wiring): Problem {
  const { kind, name, message } = failure;
  const detail = name ? `${name}: ${message}` : message;
  switch (kind) {
    case 'thrown':
    case 'engine':
      return thrownProblem(name, message, detail);
    case 'command-refused':
    case 'read-refused':
      return refusedProblem(kind, name, message, wiring);
    case 'syntax':
      if (tooDeep.test(message)) return nestedTooDeep(detail);
      return problem(
        'program-syntax',
        'Dieses Programm kann ich nicht lesen. Lade die Seite neu und starte es noch einmal.',
        'I can’t read this program. Reload the page and run it again.',
        detail,
      );
    case 'hat-misplaced':
      return problem(
        'hat-misplaced',
        'Ein Startblock steckt mitten in einem anderen. Ziehe ihn heraus.',
        'A start block is stuck inside another block. Pull it out.',
      );
    case 'stacks-too-many':
      return problem(
        'stacks-too-many',
        'Das sind zu viele Stapel auf einmal. Höchstens 256 gehen; nimm ein paar weg.',
        'That is too many stacks at once. You can have 256; take some away.',
      );
    case 'overdue':
      return problem(
        'no-pause',
        'Dieser Block lief 2 Sekunden lang ohne Pause, darum habe ich ihn angehalten. Mach die Aufgabe kleiner oder baue eine Pause ein.',
        'This block ran for 2 seconds without a pause, so I stopped it. Make its task smaller or add a wait.',
      );
    case 'flood':
      return problem(
        'commands-too-many',
        `Dieser Block gibt „${name}“ zu viele Befehle auf einmal. Baue eine Pause ein.`,
        `This block gives “${name}” too many commands at once. Add a wait.`,
      );
  }
}

/** A program that its isolate took along when it broke. */
export function lostProblem(detail: string): Problem {
  if (detail.includes('OUT_OF_MEMORY')) return memoryFull(detail);
  return problem(
    'program-crashed',
    'Dein Programm ist abgestürzt. Alles ist ausgeschaltet. Ändere etwas und starte es noch einmal.',
    'Your program crashed. Everything is switched off. Change something and run it again.',
    detail,
  );
}

/** A program whose isolate gives no sign of life. */
export function unresponsiveProblem(): Problem {
  return problem(
    'program-unresponsive',
    'Dein Programm hat nicht mehr geantwortet, darum habe ich es angehalten. Alles ist ausgeschaltet.',
    'Your program did not answer any more, so I stopped it. Everything is switched off.',
  );
}

/** A board that broke while a program used it. */
export function boardProblem(error: unknown): Problem {
  return problem(
    'board-failed',
    'Die Platine hat diesen Befehl nicht ausgeführt. Prüfe die Kabel und starte noch einmal.',
    'The board did not carry out this command. Check the wires and run it again.',
    String(error),
  );
}

/** No isolate could be started. */
export function isolateProblem(detail: string): Problem {
  return problem(
    'isolate-unavailable',
    'Dein Programm konnte nicht starten. Warte einen Moment und versuche es noch einmal.',
    'Your program could not start. Wait a moment and try again.',
    detail,
  );
}

/** The engine's words for what does not fit into its memory. */
const tooLarge =
  /out of memory|string too long|invalid (array|string|array buffer|max array buffer) length|too large to allocate/i;
/** The engine's words for what does not fit on its stack. */
const tooDeep = /stack overflow|call stack/i;

function nestedTooDeep(detail: string): Problem {
  return problem(
    'program-too-deep',
    'Deine Blöcke stecken zu tief ineinander. Ziehe einen Teil heraus und mach einen eigenen Block daraus.',
    'Your blocks are nested too deep. Pull some of them out and make a block of their own.',
    detail,
  );
}

function memoryFull(detail: string): Problem {
  return problem(
    'memory-full',
    'Dein Programm hat den ganzen Speicher gefüllt. Schau nach, ob eine Liste oder ein Text immer weiter wächst.',
    'Your program has filled all of its memory. Check whether a list or a text keeps growing.',
    detail,
  );
}

function thrownProblem(name: string, message: string, detail: string): Problem {
  // Without memory left for an error, the engine throws null; no block throws anything.
  if (tooLarge.test(message) || (name === '' && message === 'null')) return memoryFull(detail);
  if (tooDeep.test(message)) {
    return problem(
      'recursion-too-deep',
      'Diese Funktion ruft sich immer wieder selbst auf. Sorge dafür, dass sie irgendwann aufhört.',
      'This function keeps calling itself. Make sure that it ends at some point.',
      detail,
    );
  }
  if (name === 'ReferenceError') {
    const unknown = /^'?([^' ]{1,40})/.exec(message)?.[1] ?? '';
    return problem(
      'name-unknown',
      `Hier kommt „${unknown}“ vor, aber das gibt es noch nicht. Lege es zuerst an.`,
      `“${unknown}” is used here, but it does not exist yet. Create it first.`,
      detail,
    );
  }
  if (name === 'TypeError' || name === 'RangeError') {
    return problem(
      'value-unsuited',
      'Dieser Block kann mit dem Wert nichts anfangen. Prüfe, was du hineingesteckt hast.',
      'This block can’t use this value. Check what you put into it.',
      detail,
    );
  }
  if (/RuntimeError|Aborted|memory access/.test(message)) return lostProblem(detail);
  return problem(
    'program-failed',
    'In diesem Block ist etwas schiefgegangen. Prüfe ihn und starte noch einmal.',
    'Something went wrong in this block. Check it and run it again.',
    detail,
  );
}

function refusedProblem(
  kind: 'command-refused' | 'read-refused',
  part: string,
  what: string,
  wiring: Wiring,
): Problem {
  const wired = wiring.parts.find((one) => one.id === part);
  const definition = wired && partCatalog.get(wired.type);
  if (!definition) return partNotWired(part);
  if (kind === 'read-refused') return valueProblem(part, definition, what) ?? partNotWired(part);
  const checked = checkCommand(part, definition, what, []);
  return 'refusal' in checked ? checked.refusal : partNotWired(part);
}
