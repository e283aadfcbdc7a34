import { ProblemError } from '../../device/contract/problem.ts';
import { camJamEduKit, type Wiring } from '../../device/contract/wiring.ts';
import { checkWiring } from '../../device/parts/check-wiring.ts';
import { checkDocument } from './check-document.ts';
import { checkGoalMeanings, idsOf } from './lesson-goals.ts';
import { lessonMends } from './lesson-mends.ts';
import { LessonError, type LessonProblem, lessonProblem } from './lesson-problem.ts';
import { type LessonFile, lessonFileSchema } from './lesson-schema.ts';
import type { LocatedDocument } from './located-document.ts';

const wirings: Readonly<Record<Extract<LessonFile['wiring'], string>, Wiring>> = {
  'camjam-edukit': camJamEduKit,
};

/** `lesson.yml`, its wiring spelled out. */
export interface Description {
  readonly file: LessonFile;
  readonly wiring: Wiring;
  readonly document: LocatedDocument;
}

/**
 * Reads `lesson.yml`, and whatever of it can be judged by itself: that the wiring can be built, that kit and circuit name
 * wired parts, that goals ask for what there is.
 *
 * @throws LessonError with each thing to mend, by line.
 */
export function readDescription(document: LocatedDocument): Description {
  const file = checkDocument(lessonFileSchema, document, lessonMends);
  const wiring = typeof file.wiring === 'string' ? wirings[file.wiring] : file.wiring;
  const problems = [
    ...wiringProblems(document, wiring),
    ...kitProblems(document, file, wiring),
    ...circuitProblems(document, file, wiring),
    ...checkGoalMeanings(document, file.goals, wiring),
  ];
  if (problems.length > 0) throw new LessonError(problems);
  return { file, wiring, document };
}

/** Why no board could be set up like this: an unknown part, a missing pin, two parts on one pin. */
function wiringProblems(document: LocatedDocument, wiring: Wiring): LessonProblem[] {
  try {
    checkWiring(wiring);
    return [];
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const { message, detail } = error.problem;
    const place = { file: document.file, line: document.lineOf(['wiring']) };
    return [lessonProblem(place, 'lesson-wiring', message.de, message.en, detail)];
  }
}

function kitProblems(document: LocatedDocument, { kit }: LessonFile, wiring: Wiring): LessonProblem[] {
  return kit.flatMap((type, index) => {
    const place = { file: document.file, line: document.lineOf(['kit', index]) };
    if (kit.indexOf(type) !== index) {
      return lessonProblem(
        place,
        'lesson-kit-twice',
        `„${type}“ steht zweimal in kit. Jede Art von Bauteil steht einmal da; wie viele es sind, sagt wiring.`,
        `“${type}” is in kit twice. Each type of part stands there once; how many there are, wiring says.`,
      );
    }
    if (wiring.parts.some((part) => part.type === type)) return [];
    return lessonProblem(
      place,
      'lesson-kit-not-wired',
      `Das Bauteil „${type}“ kommt in wiring nicht vor. Verkabeln Sie es oder streichen Sie es aus kit.`,
      `The part “${type}” is not in wiring. Wire it, or take it out of kit.`,
    );
  });
}

function circuitProblems(
  document: LocatedDocument,
  { circuit }: LessonFile,
  wiring: Wiring,
): LessonProblem[] {
  return Object.keys(circuit)
    .filter((id) => !wiring.parts.some((part) => part.id === id))
    .map((id) =>
      lessonProblem(
        { file: document.file, line: document.lineOf(['circuit', id]) },
        'lesson-part-not-wired',
        `circuit nennt das Teil „${id}“, das nicht verkabelt ist. Nehmen Sie eines der Teile aus wiring: ${idsOf(wiring)}.`,
        `circuit names the part “${id}”, which is not wired. Choose one of the parts under wiring: ${idsOf(wiring)}.`,
      ),
    );
}
