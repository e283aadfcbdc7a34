import { compareTexts } from './compare-texts.ts';
import { competence } from './competences.ts';
import { inEnglish, namesIn } from './english-blocks.ts';
import { readCheck } from './lesson-check.ts';
import { type Description, readDescription } from './lesson-description.ts';
import { checkPicture, readText } from './lesson-files.ts';
import { checkGoalPlaces } from './lesson-goals.ts';
import { LessonError, type LessonProblem, lessonProblem } from './lesson-problem.ts';
import { type LessonText, readLessonText } from './lesson-text.ts';
import {
  type Lesson,
  type LessonLanguage,
  type LessonNotes,
  type LessonView,
  lessonLanguages,
  type SavedBlocks,
} from './lesson-view.ts';
import { readDocument } from './located-document.ts';
import type { ShownPicture } from './markdown.ts';
import { checkBlocks, checkWired } from './saved-blocks.ts';
import { toolboxOfSteps, toolboxProblems, wholeToolbox } from './step-toolbox.ts';
import { readTeacherNotes } from './teacher-notes.ts';

/**
 * Reads one lesson; goes on after a mistake as long as the rest can be judged, so that all are told at once.
 *
 * @param catalog the folder of all lessons.
 * @param folder the lesson's, in it: `01-blink`.
 * @returns the lesson, if nothing is wrong with it.
 */
export function loadLesson(catalog: string, folder: string): { lesson?: Lesson; problems: LessonProblem[] } {
  const problems: LessonProblem[] = [];
  /** Gives what can be read, and notes what is wrong; `whole`: the file of which not even a line can be told. */
  const attempt = <T>(whole: string, read: () => T): T | undefined => {
    try {
      return read();
    } catch (error) {
      if (error instanceof LessonError) problems.push(...error.problems);
      else if (error instanceof RangeError) problems.push(tooDeep(`${folder}/${whole}`));
      else throw error;
      return undefined;
    }
  };
  const path = (file: string) => `${folder}/${file}`;
  const text = (file: string) => readText(catalog, path(file));
  const document = (file: string) => readDocument(path(file), text(file));
  const inBoth = <T>(stem: string, read: (file: string, language: LessonLanguage) => T) => {
    const read1 = (language: LessonLanguage) => {
      const file = `${stem}.${language}.md`;
      return attempt(file, () => read(file, language));
    };
    return { de: read1('de'), en: read1('en') };
  };

  const described = attempt('lesson.yml', () => readDescription(document('lesson.yml')));
  const id = described?.file.id ?? '';
  const texts = inBoth('lesson', (file) => readLessonText(path(file), text(file), id));
  const notes = inBoth('teacher', (file, language) => readTeacherNotes(path(file), text(file), language, id));
  if (!described) {
    // Without lesson.yml nothing else can be judged but that it is there.
    for (const file of ['starter.json', 'solution.json', 'check.yml']) attempt(file, () => document(file));
    return { problems };
  }

  const { file, wiring } = described;
  const starter = attempt('starter.json', () => checkBlocks(document('starter.json'), wiring));
  const solution = attempt('solution.json', () => {
    const offered = new Set([...wholeToolbox(file.toolbox), ...(starter?.types ?? [])]);
    return checkBlocks(document('solution.json'), wiring, offered);
  });
  const check = attempt('check.yml', () =>
    readCheck(document('check.yml'), new Set(Object.keys(file.goals)), wiring),
  );
  problems.push(...textProblems(folder, described, texts));
  const pictures: Lesson['pictures'] & Map<string, { file: string; mime: string }> = new Map();
  for (const { name } of [texts.de, texts.en, notes.de, notes.en].flatMap(picturesOf)) {
    if (pictures.has(name)) continue;
    const picture = attempt(name, () => checkPicture(catalog, path(name)));
    // A picture that is wrong is told once, however often it is shown.
    pictures.set(name, picture ?? { file: '', mime: '' });
  }
  if (!texts.de || !texts.en || !notes.de || !notes.en || !starter || !solution || !check)
    return { problems };
  const names = new Set([...namesIn(starter.blocks), ...namesIn(solution.blocks)]);
  for (const german of Object.keys(file.english).filter((name) => !names.has(name))) {
    problems.push(englishUnused(described, german));
  }
  if (problems.length > 0) return { problems };

  const spoken = (blocks: SavedBlocks, language: LessonLanguage) =>
    language === 'en' ? inEnglish(blocks, file.english) : blocks;
  const views = byLanguage((language) =>
    viewOf(described, texts[language]!, spoken(starter.blocks, language)),
  );
  const teacher = byLanguage((language) => ({
    sections: { ...notes[language]!.sections },
    competences: file.competences.map((number) => competence(number, language)),
    solution: spoken(solution.blocks, language),
  }));
  const lesson = { id, folder, file, views, notes: teacher, solution: solution.blocks, check, pictures };
  return { lesson, problems };
}

function byLanguage<T extends LessonView | LessonNotes>(
  make: (language: LessonLanguage) => T,
): Record<LessonLanguage, T> {
  return { de: make('de'), en: make('en') };
}

function picturesOf(text: { readonly pictures: readonly ShownPicture[] } | undefined): ShownPicture[] {
  return [...(text?.pictures ?? [])];
}

/** What is wrong with texts when they are held against each other and against lesson.yml. */
function textProblems(
  folder: string,
  { file, wiring, document }: Description,
  texts: Readonly<Record<LessonLanguage, LessonText | undefined>>,
): LessonProblem[] {
  const read = lessonLanguages.flatMap((language) => {
    const text = texts[language];
    return text ? [{ file: `${folder}/lesson.${language}.md`, text }] : [];
  });
  const { de, en } = texts;
  const steps = Math.max(0, ...read.map(({ text }) => text.steps.length));
  return [
    ...(de && en ? compareTexts(folder, de, en) : []),
    ...checkGoalPlaces(document, file.goals, read),
    ...(steps > 0 ? toolboxProblems(document, file.toolbox, steps) : []),
    ...read.flatMap(({ file: name, text }) =>
      text.fences.blocks.flatMap((fence) => checkWired(name, fence, fence.line, wiring)),
    ),
  ];
}

function viewOf({ file, wiring }: Description, text: LessonText, starter: SavedBlocks): LessonView {
  const { id, minutes, level, age, kit, circuit, goals } = file;
  const toolboxes = toolboxOfSteps(file.toolbox, text.steps.length);
  return {
    id,
    title: text.title,
    summary: text.summary,
    minutes,
    level,
    age,
    kit,
    wiring,
    circuit,
    toolbox: wholeToolbox(file.toolbox),
    starter,
    steps: text.steps.map(({ title, caption, hint, goals: reached }, index) => ({
      title,
      caption,
      hint,
      goals: reached,
      toolbox: toolboxes[index] ?? [],
    })),
    goals,
  };
}

function englishUnused({ document }: Description, german: string): LessonProblem {
  return lessonProblem(
    { file: document.file, line: document.lineOf(['english', german]) },
    'lesson-english-unused',
    `„${german}“ kommt in starter.json und solution.json nicht vor. Prüfen Sie die Schreibweise, oder streichen Sie die Zeile.`,
    `“${german}” is not in starter.json or solution.json. Check the spelling, or take the line out.`,
  );
}

function tooDeep(file: string): LessonProblem {
  return lessonProblem(
    { file, line: null },
    'lesson-too-deep',
    'In dieser Datei steckt zu viel ineinander. Machen Sie sie flacher.',
    'Too much is nested in this file. Make it flatter.',
  );
}
