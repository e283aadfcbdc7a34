import { ProblemError } from '../../device/contract/problem.ts';
import { NotationError, readBlocks } from '../format/block-notation.ts';
import type { LessonProblem } from '../format/lesson-problem.ts';
import type { Lesson, SavedBlocks } from '../format/lesson-view.ts';
import { checkGoals } from '../goals/check-goal.ts';
import type { Evidence, Verdict } from '../goals/goal-verdict.ts';
import { BlocksRefused, type OpenedBlocks, openBlocks } from './open-blocks.ts';
import { type Chance, playLesson } from './play-lesson.ts';
import { type Missed, proofProblems } from './proof-problems.ts';

/** Other runs of the solution, as people will see them: it has to reach its goals in these too. */
const otherRuns: readonly Chance[] = [
  { seed: 2, late: 0.2 },
  { seed: 3, late: 0.1 },
];

/** So many wrong programs a lesson with goals has at least. */
const enoughWrong = 3;

/** What was found, and what became of the goals if the program could be run. */
interface Outcome {
  readonly problems: LessonProblem[];
  readonly verdicts: Readonly<Record<string, Verdict>>;
}

/** What is wrong with the programs of a lesson: solution, starter and the wrong ones, each run in virtual time. */
export async function checkPrograms(lesson: Lesson): Promise<LessonProblem[]> {
  const files = {
    solution: `${lesson.folder}/solution.json`,
    starter: `${lesson.folder}/starter.json`,
  };
  const solution = await judge(lesson, files.solution, lesson.solution);
  const starter = await judge(lesson, files.starter, lesson.views.de.starter);
  const missed = Object.entries(solution.verdicts).flatMap(([goal, verdict]) =>
    verdict.reached ? [] : [proofProblems.solutionMisses(files.solution, goal, verdict)],
  );
  const given = Object.entries(starter.verdicts).flatMap(([goal, verdict]) =>
    verdict.reached ? [proofProblems.starterReaches(files.starter, goal)] : [],
  );
  const shaky =
    solution.problems.length + missed.length > 0 ? [] : await checkOtherRuns(lesson, files.solution);
  return [
    ...solution.problems,
    ...missed,
    ...shaky,
    ...starter.problems,
    ...given,
    ...(await checkWrong(lesson)),
  ];
}

/** What the solution reaches as planned, but not when chance is another. */
async function checkOtherRuns(lesson: Lesson, file: string): Promise<LessonProblem[]> {
  const { goals, wiring } = lesson.views.de;
  const opened = await openBlocks(lesson.solution, wiring, 'de');
  const missed = new Map<string, Missed>();
  for (const chance of otherRuns) {
    const evidence = await playLesson(opened, wiring, lesson.check.play, chance);
    for (const [goal, verdict] of Object.entries(checkGoals(goals, evidence))) {
      if (!verdict.reached) missed.set(goal, verdict);
    }
  }
  return [...missed].map(([goal, verdict]) => proofProblems.solutionByLuck(file, goal, verdict));
}

/** Runs the blocks of a file, which have to run without an error, and judges the goals. */
async function judge(lesson: Lesson, file: string, saved: SavedBlocks): Promise<Outcome> {
  const { wiring } = lesson.views.de;
  try {
    const opened = await openBlocks(saved, wiring, 'de');
    const { source } = await openBlocks(saved, wiring, 'en');
    const evidence = await play(lesson, opened);
    const problems = [
      ...(opened.lost.length > 0 ? [proofProblems.blocksLost(file, 'Blocks', opened.lost)] : []),
      ...(source === opened.source ? [] : [proofProblems.languagesDiffer(file)]),
      ...failuresOf(file, evidence),
    ];
    return { problems, verdicts: checkGoals(lesson.views.de.goals, evidence) };
  } catch (error) {
    return { problems: [refusalOf(lesson, file, error)], verdicts: {} };
  }
}

async function checkWrong(lesson: Lesson): Promise<LessonProblem[]> {
  const { check, folder, views } = lesson;
  const file = `${folder}/check.yml`;
  const goals = Object.keys(views.de.goals);
  const found: LessonProblem[] = [];
  if (goals.length > 0 && check.wrong.length < enoughWrong) {
    found.push(proofProblems.tooFewWrong(file, check.wrong.length, enoughWrong));
  }
  const tried = new Set(check.wrong.flatMap(({ fails }) => Object.keys(fails)));
  found.push(
    ...goals.filter((goal) => !tried.has(goal)).map((goal) => proofProblems.goalUntried(file, goal)),
  );
  for (const wrong of check.wrong) found.push(...(await checkOneWrong(lesson, file, wrong)));
  return found;
}

/** A wrong program has to miss the goals that it names, for the reasons that it names. */
async function checkOneWrong(
  lesson: Lesson,
  file: string,
  { name, blocks, fails }: Lesson['check']['wrong'][number],
): Promise<LessonProblem[]> {
  try {
    const opened = await openBlocks(readBlocks(blocks), lesson.views.de.wiring, 'de');
    if (opened.lost.length > 0) return [proofProblems.blocksLost(file, name, opened.lost)];
    const verdicts = checkGoals(lesson.views.de.goals, await play(lesson, opened));
    return Object.entries(fails).flatMap(([goal, expected]) => {
      const verdict = verdicts[goal];
      if (!verdict || (!verdict.reached && verdict.reason === expected)) return [];
      return verdict.reached
        ? [proofProblems.wrongReaches(file, name, goal)]
        : [proofProblems.wrongReason(file, name, goal, expected, verdict)];
    });
  } catch (error) {
    return [refusalOf(lesson, file, error, name)];
  }
}

function play(lesson: Lesson, opened: OpenedBlocks): Promise<Evidence> {
  return playLesson(opened, lesson.views.de.wiring, lesson.check.play);
}

function failuresOf(file: string, { trace }: Evidence): LessonProblem[] {
  const failed = trace.find((event) => event.kind === 'error');
  if (!failed) return [];
  const { de, en } = failed.problem.message;
  return [proofProblems.programFailed(file, de, en)];
}

/** What could not be run at all. @throws what is no fault of the lesson. */
function refusalOf(lesson: Lesson, file: string, error: unknown, wrong?: string): LessonProblem {
  const named = (reason: string) => (wrong === undefined ? reason : `“${wrong}”: ${reason}`);
  if (error instanceof BlocksRefused) return proofProblems.blocksRefused(file, named(error.message));
  if (error instanceof NotationError) return proofProblems.blocksRefused(file, named(error.message));
  if (error instanceof ProblemError) {
    return proofProblems.playRefused(`${lesson.folder}/check.yml`, named(error.problem.message.en));
  }
  throw error;
}
