import { type Problem, problem } from '../../device/contract/problem.ts';

/** Where a lesson has to be mended. */
export interface LessonPlace {
  /** The file, from the catalogue's folder on: `01-blink/lesson.yml`. */
  readonly file: string;
  /** From 1; `null` when the whole file is meant. */
  readonly line: number | null;
}

/** What is wrong with a lesson, where, and how to mend it. */
export type LessonProblem = Problem & LessonPlace;

/** Makes a problem whose sentences begin with the place. */
export function lessonProblem(
  place: LessonPlace,
  code: string,
  de: string,
  en: string,
  detail?: string,
): LessonProblem {
  const { file, line } = place;
  const [inGerman, inEnglish] =
    line === null ? [file, file] : [`${file}, Zeile ${line}`, `${file}, line ${line}`];
  const cut = (sentence: string) => sentence.slice(0, 1000);
  return { ...problem(code, cut(`${inGerman}: ${de}`), cut(`${inEnglish}: ${en}`), detail), file, line };
}

/** Carries what is wrong with one file to the loader. */
export class LessonError extends Error {
  readonly problems: readonly LessonProblem[];

  constructor(problems: readonly LessonProblem[], options?: ErrorOptions) {
    super(problems.map((one) => one.message.en).join('\n'), options);
    this.name = 'LessonError';
    this.problems = problems;
  }
}
