import { type LessonProblem, lessonProblem } from './lesson-problem.ts';
import type { LessonText } from './lesson-text.ts';
import type { Quiz } from './lesson-view.ts';
import type { StepText } from './step-text.ts';

/** What the two languages of a lesson do not have alike: their steps, and the questions of each step. */
export function compareTexts(folder: string, de: LessonText, en: LessonText): LessonProblem[] {
  if (de.steps.length !== en.steps.length) return [stepsDiffer(folder, de, en)];
  return de.steps.flatMap((step, index) => {
    const other = en.steps[index]!;
    const [german, english] = [quizzesOf(step), quizzesOf(other)];
    const alike = german.length === english.length && german.every((quiz, at) => isAlike(quiz, english[at]!));
    return alike ? [] : [quizzesDiffer(folder, other, index + 1)];
  });
}

function quizzesOf(step: StepText): Quiz[] {
  return step.caption.flatMap((piece) => (piece.kind === 'quiz' ? [piece.quiz] : []));
}

function isAlike(one: Quiz, other: Quiz): boolean {
  const rights = (quiz: Quiz) => quiz.answers.map((answer) => answer.right).join();
  return rights(one) === rights(other);
}

function stepsDiffer(folder: string, de: LessonText, en: LessonText): LessonProblem {
  const [longer, common] = de.steps.length > en.steps.length ? [de, en.steps.length] : [en, de.steps.length];
  const extra = longer.steps[common]!;
  return lessonProblem(
    { file: `${folder}/lesson.${longer === de ? 'de' : 'en'}.md`, line: extra.line },
    'lesson-steps-differ',
    `Deutsch hat ${de.steps.length} Schritte, Englisch ${en.steps.length}. Beide brauchen dieselben Schritte; ab „${extra.title}“ hat die andere Sprache keinen mehr.`,
    `German has ${de.steps.length} steps, English ${en.steps.length}. Both need the same steps; from “${extra.title}” on the other language has none.`,
  );
}

function quizzesDiffer(folder: string, step: StepText, number: number): LessonProblem {
  return lessonProblem(
    { file: `${folder}/lesson.en.md`, line: step.line },
    'lesson-quizzes-differ',
    `In Schritt ${number} sind die Fragen nicht dieselben wie auf Deutsch: gleich viele, mit gleich vielen Antworten, und dieselben davon richtig.`,
    `In step ${number} the questions are not those of the German text: as many of them, with as many answers, and the same ones right.`,
  );
}
