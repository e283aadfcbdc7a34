import { type LessonProblem, lessonProblem } from '../../lessons/format/lesson-problem.ts';
import { proveLesson } from '../../lessons/proof/prove-lesson.ts';
import { readArguments } from './arguments.ts';
import { type FoundLesson, findLessons } from './find-lessons.ts';

/** What `--json` prints of a lesson. */
interface Proof {
  readonly folder: string;
  /** `null` when the loader did not take it. */
  readonly id: string | null;
  readonly proven: boolean;
  readonly problems: readonly LessonProblem[];
}

/** `npm run lessons -- check [ID…] [--json] [--german]`. @returns 1 when something is wrong. */
export async function check(args: string[]): Promise<number> {
  const { values, positionals, catalog } = readArguments(args, {
    json: { type: 'boolean', default: false },
    german: { type: 'boolean', default: false },
  });
  const proofs: Proof[] = [];
  for (const found of findLessons(catalog, positionals)) {
    const proof = await prove(found);
    proofs.push(proof);
    if (!values.json) console.log(linesOf(found, proof, values.german ? 'de' : 'en').join('\n'));
  }
  if (values.json) console.log(JSON.stringify(proofs, null, 2));
  const broken = proofs.filter(({ proven }) => !proven).length;
  if (!values.json) {
    console.log(`\n${proofs.length - broken} of ${proofs.length} lessons proven.`);
  }
  return broken === 0 ? 0 : 1;
}

async function prove({ folder, lesson, problems }: FoundLesson): Promise<Proof> {
  const strange = !lesson && problems.length === 0 ? [noLesson(folder)] : [];
  const found = [...problems, ...strange, ...(lesson ? await proveLesson(lesson) : [])];
  return { folder, id: lesson?.id ?? null, proven: lesson !== null && found.length === 0, problems: found };
}

/** The server passes over such a folder; who checks lessons wants to know of it. */
function noLesson(folder: string): LessonProblem {
  return lessonProblem(
    { file: folder, line: null },
    'lesson-file-missing',
    'In diesem Ordner ist keine Stunde: lesson.yml und die Texte fehlen. Legen Sie sie an, oder nehmen Sie den Ordner weg.',
    'There is no lesson in this folder: lesson.yml and the texts are missing. Create them, or take the folder away.',
  );
}

function linesOf(
  { lesson }: FoundLesson,
  { folder, proven, problems }: Proof,
  language: 'de' | 'en',
): string[] {
  const view = lesson?.views[language];
  const goals = view ? Object.keys(view.goals).length : 0;
  const facts = view
    ? `${view.title} · ${view.steps.length} steps, ${goals} goal${goals === 1 ? '' : 's'}, ${lesson?.check.wrong.length} wrong programs`
    : 'does not load';
  const sentences = problems.map(({ message }) => `    ${message[language]}`);
  return [`${proven ? '✓' : '✗'} ${folder}  ${facts}`, ...sentences];
}
