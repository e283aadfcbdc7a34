import type { LessonProblem } from '../format/lesson-problem.ts';
import {
  type Lesson,
  type LessonLanguage,
  type LessonStep,
  lessonLanguages,
  type SavedBlocks,
  type StepPiece,
} from '../format/lesson-view.ts';
import { blocksToFind } from './blocks-in.ts';
import { brokenLinks } from './check-links.ts';
import { missingBlocks } from './needed-blocks.ts';
import { BlocksRefused, openBlocks } from './open-blocks.ts';
import { proofProblems } from './proof-problems.ts';

/** What is wrong with the steps of a lesson: pictures, links, and what one language has and the other lacks. */
export async function checkSteps(lesson: Lesson): Promise<LessonProblem[]> {
  const found = [...differences(lesson), ...goalsOutOfReach(lesson)];
  for (const language of lessonLanguages) {
    const file = `${lesson.folder}/lesson.${language}.md`;
    for (const step of lesson.views[language].steps) {
      for (const blocks of picturesOf(step)) {
        found.push(...(await checkPicture(lesson, language, step, blocks)));
      }
      found.push(
        ...htmlOf(step)
          .flatMap(brokenLinks)
          .map((link) => proofProblems.linkBroken(file, link)),
      );
    }
    const notes = Object.values(lesson.notes[language].sections).flatMap(brokenLinks);
    found.push(
      ...notes.map((link) => proofProblems.linkBroken(`${lesson.folder}/teacher.${language}.md`, link)),
    );
  }
  return found;
}

async function checkPicture(
  { folder, views }: Lesson,
  language: LessonLanguage,
  step: LessonStep,
  blocks: SavedBlocks,
): Promise<LessonProblem[]> {
  const file = `${folder}/lesson.${language}.md`;
  const missing = [...blocksToFind(blocks)].filter((type) => !step.toolbox.includes(type));
  const found = missing.map((type) => proofProblems.notOffered(file, step.title, type));
  try {
    const { lost } = await openBlocks(blocks, views[language].wiring, language);
    if (lost.length > 0) found.push(proofProblems.blocksLost(file, step.title, lost));
  } catch (error) {
    if (!(error instanceof BlocksRefused)) throw error;
    found.push(proofProblems.blocksRefused(file, error.message));
  }
  return found;
}

/** Goals that ask for blocks which pupils do not have when they come to them. */
function goalsOutOfReach({ folder, views: { de } }: Lesson): LessonProblem[] {
  const found = blocksToFind(de.starter);
  return de.steps.flatMap((step) =>
    step.goals.flatMap(({ id }) => {
      const check = de.goals[id];
      const missing = check ? missingBlocks(check, new Set([...step.toolbox, ...found])) : [];
      return missing.map((types) => proofProblems.goalOutOfReach(`${folder}/lesson.yml`, id, types));
    }),
  );
}

/** What a step has in one language and lacks in the other. */
function differences({ folder, views: { de, en } }: Lesson): LessonProblem[] {
  return de.steps.flatMap((step, index) => {
    const other = en.steps[index];
    const [inGerman, inEnglish] = [shapeOf(step), other ? shapeOf(other) : 'nothing'];
    if (inGerman === inEnglish) return [];
    return [proofProblems.stepsDiffer(`${folder}/lesson.en.md`, step.title, inGerman, inEnglish)];
  });
}

/** What the loader does not compare, in one line: `2 block pictures, a hint`. */
function shapeOf(step: LessonStep): string {
  const count = picturesOf(step).length;
  const pictures = count === 1 ? '1 block picture' : `${count} block pictures`;
  return `${pictures}, ${step.hint.length > 0 ? 'a hint' : 'no hint'}`;
}

const piecesOf = (step: LessonStep): readonly StepPiece[] => [...step.caption, ...step.hint];

const picturesOf = (step: LessonStep): SavedBlocks[] =>
  piecesOf(step).flatMap((piece) => (piece.kind === 'blocks' ? [piece.blocks] : []));

/** Every text of a step. */
function htmlOf(step: LessonStep): string[] {
  const pieces = piecesOf(step).flatMap((piece) => {
    if (piece.kind === 'text') return [piece.html];
    if (piece.kind === 'blocks') return [];
    return [
      piece.quiz.questionHtml,
      ...piece.quiz.answers.flatMap(({ html, feedbackHtml }) => [html, feedbackHtml ?? '']),
    ];
  });
  return [...pieces, ...step.goals.flatMap(({ html, tipHtml }) => [html, tipHtml ?? ''])];
}
