import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { camJamEduKit, type Wiring } from '../../device/contract/wiring.ts';
import { lessonMends } from './lesson-mends.ts';
import { LessonError, type LessonProblem, lessonProblem } from './lesson-problem.ts';
import { type LessonFile, lessonFileSchema } from './lesson-schema.ts';
import { type LessonText, readLessonText } from './lesson-text.ts';
import type { Lesson, LessonView, SavedBlocks } from './lesson-view.ts';
import { checkDocument, type LocatedDocument, readDocument } from './located-document.ts';
import { checkBlocks } from './saved-blocks.ts';

const wirings: Readonly<Record<Extract<LessonFile['wiring'], string>, Wiring>> = {
  'camjam-edukit': camJamEduKit,
};

/**
 * Loads every lesson of a catalogue, in the order of its folders' names. A lesson with mistakes is left out; the
 * others are not touched by it.
 *
 * @param folder holds one folder per lesson, each with `lesson.yml`, `lesson.de.md`, `lesson.en.md`,
 *   `starter.json` and `solution.json`; what has no `lesson.yml` is passed over.
 */
export function loadLessons(folder: string): { lessons: Lesson[]; problems: LessonProblem[] } {
  const lessons = new Map<string, Lesson>();
  const problems: LessonProblem[] = [];
  for (const name of lessonFolders(folder)) {
    try {
      const lesson = loadLesson(folder, name);
      if (lessons.has(lesson.id)) problems.push(idTaken(name, lesson.id));
      else lessons.set(lesson.id, lesson);
    } catch (error) {
      if (!(error instanceof LessonError)) throw error;
      problems.push(...error.problems);
    }
  }
  return { lessons: [...lessons.values()], problems };
}

function lessonFolders(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'lesson.yml')))
    .map((entry) => entry.name)
    .sort();
}

/** Reads one lesson; goes on after a mistake as long as the rest can be judged, so that all are told at once. */
function loadLesson(catalog: string, folder: string): Lesson {
  const problems: LessonProblem[] = [];
  const attempt = <T>(read: () => T): T | undefined => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof LessonError)) throw error;
      problems.push(...error.problems);
      return undefined;
    }
  };
  const text = (file: string) => readText(catalog, `${folder}/${file}`);
  const read = (file: string) => readDocument(`${folder}/${file}`, text(file));

  const described = attempt(() => readDescription(read('lesson.yml')));
  const de = attempt(() => readLessonText(`${folder}/lesson.de.md`, text('lesson.de.md')));
  const en = attempt(() => readLessonText(`${folder}/lesson.en.md`, text('lesson.en.md')));
  const starter = attempt(() => described && checkBlocks(read('starter.json'), described.wiring));
  const solution = attempt(() => {
    if (!described) return undefined;
    const offered = new Set([...described.file.toolbox, ...(starter?.types ?? [])]);
    return checkBlocks(read('solution.json'), described.wiring, offered);
  });
  if (de && en && de.steps.length !== en.steps.length) problems.push(stepsDiffer(folder, de, en));
  if (!described || !de || !en || !starter || !solution || problems.length > 0)
    throw new LessonError(problems);

  const { file, wiring } = described;
  const view = (words: LessonText) => viewOf(file, wiring, words, starter.blocks);
  return { id: file.id, file, views: { de: view(de), en: view(en) }, solution: solution.blocks };
}

function viewOf(file: LessonFile, wiring: Wiring, words: LessonText, starter: SavedBlocks): LessonView {
  const { id, minutes, level, toolbox } = file;
  return { id, ...words, minutes, level, wiring, toolbox: [...toolbox], starter };
}

function readText(catalog: string, file: string): string {
  try {
    return readFileSync(join(catalog, file), 'utf8');
  } catch (cause) {
    const missing = lessonProblem(
      { file, line: null },
      'lesson-file-missing',
      'Die Datei fehlt oder ist nicht lesbar. Legen Sie sie an; docs/lesson-format.md sagt, was hineingehört.',
      'The file is missing or cannot be read. Create it; docs/lesson-format.md says what belongs in it.',
      String(cause),
    );
    throw new LessonError([missing], { cause });
  }
}

/** `lesson.yml`, and its wiring spelled out. */
function readDescription(document: LocatedDocument): { file: LessonFile; wiring: Wiring } {
  const file = checkDocument(lessonFileSchema, document, lessonMends);
  const wiring = typeof file.wiring === 'string' ? wirings[file.wiring] : file.wiring;
  const unwired = file.kit.find((type) => !wiring.parts.some((part) => part.type === type));
  if (unwired !== undefined) {
    const line = document.lineOf(['kit', file.kit.indexOf(unwired)]);
    throw new LessonError([
      lessonProblem(
        { file: document.file, line },
        'lesson-kit-not-wired',
        `Das Bauteil „${unwired}“ kommt in wiring nicht vor. Verkabeln Sie es oder streichen Sie es aus kit.`,
        `The part “${unwired}” is not in wiring. Wire it, or take it out of kit.`,
      ),
    ]);
  }
  return { file, wiring };
}

function idTaken(folder: string, id: string): LessonProblem {
  return lessonProblem(
    { file: `${folder}/lesson.yml`, line: null },
    'lesson-id-taken',
    `Die id „${id}“ hat schon eine andere Stunde. Geben Sie dieser eine eigene.`,
    `Another lesson has the id “${id}” already. Give this one its own.`,
  );
}

function stepsDiffer(folder: string, de: LessonText, en: LessonText): LessonProblem {
  return lessonProblem(
    { file: `${folder}/lesson.en.md`, line: null },
    'lesson-steps-differ',
    `Deutsch hat ${de.steps.length} Schritte, Englisch ${en.steps.length}. Beide brauchen dieselben Schritte.`,
    `German has ${de.steps.length} steps, English ${en.steps.length}. Both need the same steps.`,
  );
}
