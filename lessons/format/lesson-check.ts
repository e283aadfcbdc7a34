import type { Wiring } from '../../device/contract/wiring.ts';
import { partCatalog } from '../../device/parts/catalog.ts';
import { type ReadBlocks, readBlocksWithLines } from './block-notation.ts';
import { checkDocument } from './check-document.ts';
import { checkMends } from './check-mends.ts';
import { type LessonCheck, lessonCheckSchema } from './check-schema.ts';
import { idsOf } from './lesson-goals.ts';
import { LessonError, type LessonProblem, lessonProblem } from './lesson-problem.ts';
import type { LocatedDocument } from './located-document.ts';
import { NotationError } from './notation-error.ts';
import { checkWired } from './saved-blocks.ts';

/**
 * Reads `check.yml`: that hands work what is wired, and that each wrong program can be read and names goals of the lesson.
 *
 * @throws LessonError with each thing to mend, by line.
 */
export function readCheck(
  document: LocatedDocument,
  goals: ReadonlySet<string>,
  wiring: Wiring,
): LessonCheck {
  const check = checkDocument(lessonCheckSchema, document, checkMends);
  const problems = [
    ...check.play.hands.flatMap((_, index) => handProblem(document, check, index, wiring) ?? []),
    ...check.wrong.flatMap((_, index) => wrongProblems(document, check, index, goals, wiring)),
  ];
  if (problems.length > 0) throw new LessonError(problems);
  return check;
}

function handProblem(
  document: LocatedDocument,
  { play }: LessonCheck,
  index: number,
  wiring: Wiring,
): LessonProblem | undefined {
  const hand = play.hands[index]!;
  const at = (key: string) => ({
    file: document.file,
    line: document.lineOf(['play', 'hands', index, key]),
  });
  const part = wiring.parts.find((one) => one.id === hand.part);
  if (!part) {
    return lessonProblem(
      at('part'),
      'lesson-part-not-wired',
      `Das Teil „${hand.part}“ ist nicht verkabelt. Nehmen Sie eines der Teile aus wiring: ${idsOf(wiring)}.`,
      `The part “${hand.part}” is not wired. Choose one of the parts under wiring: ${idsOf(wiring)}.`,
    );
  }
  const inputs = partCatalog.get(part.type)?.inputs ?? {};
  const input = Object.hasOwn(inputs, hand.input) ? inputs[hand.input] : undefined;
  if (!input) {
    const all = Object.keys(inputs).join(', ');
    return lessonProblem(
      at('input'),
      'lesson-input-unknown',
      `An „${hand.part}“ gibt es kein „${hand.input}“. ${all ? `Es gibt: ${all}.` : 'Mit diesem Teil kann man nichts tun.'}`,
      `There is no “${hand.input}” on “${hand.part}”. ${all ? `There are: ${all}.` : 'Nothing can be done to this part.'}`,
    );
  }
  if (input.type === 'action') {
    if (hand.value === undefined) return undefined;
    return lessonProblem(
      at('value'),
      'lesson-input-value',
      `„${hand.input}“ braucht keine Zahl. Streichen Sie value.`,
      `“${hand.input}” needs no number. Take value out.`,
    );
  }
  if (hand.value !== undefined && hand.value >= input.min && hand.value <= input.max) return undefined;
  return lessonProblem(
    at('value'),
    'lesson-input-value',
    `„${hand.input}“ braucht als value eine Zahl von ${input.min} bis ${input.max}${input.unit ? ` (${input.unit})` : ''}.`,
    `“${hand.input}” needs a number from ${input.min} to ${input.max} as its value${input.unit ? ` (${input.unit})` : ''}.`,
  );
}

function wrongProblems(
  document: LocatedDocument,
  { wrong }: LessonCheck,
  index: number,
  goals: ReadonlySet<string>,
  wiring: Wiring,
): LessonProblem[] {
  const { fails, blocks } = wrong[index]!;
  const { file } = document;
  const unknown = Object.keys(fails)
    .filter((id) => !goals.has(id))
    .map((id) =>
      lessonProblem(
        { file, line: document.lineOf(['wrong', index, 'fails', id]) },
        'lesson-goal-unknown',
        `Das Ziel „${id}“ steht nicht unter goals in lesson.yml. Ergänzen Sie es dort, oder prüfen Sie den Namen.`,
        `The goal “${id}” is not under goals in lesson.yml. Add it there, or check the name.`,
      ),
    );
  const first = document.textLineOf(['wrong', index, 'blocks']);
  return [...unknown, ...notationProblems(file, blocks, first, wiring)];
}

function notationProblems(file: string, text: string, first: number, wiring: Wiring): LessonProblem[] {
  let read: ReadBlocks;
  try {
    read = readBlocksWithLines(text);
  } catch (error) {
    if (!(error instanceof NotationError)) throw error;
    return [lessonProblem({ file, line: first + error.line - 1 }, 'lesson-notation', error.de, error.en)];
  }
  return checkWired(file, read, first, wiring);
}
