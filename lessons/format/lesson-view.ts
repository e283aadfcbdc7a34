import type { Wiring } from '../../device/contract/wiring.ts';
import type { GoalCheck } from '../goals/goal-schema.ts';
import type { LessonCheck } from './check-schema.ts';
import type { Competence } from './competences.ts';
import type { LessonLanguage } from './lesson-language.ts';
import type { LessonFile } from './lesson-schema.ts';
import type { NotesSection } from './notes-sections.ts';

export { type LessonLanguage, lessonLanguages } from './lesson-language.ts';

/** A Blockly workspace, as `Blockly.serialization.workspaces.save` gives it. */
export type SavedBlocks = Record<string, unknown>;

/** A question with answers to choose from. Texts are safe HTML. */
export interface Quiz {
  questionHtml: string;
  answers: {
    html: string;
    right: boolean;
    /** Said when it is chosen. */
    feedbackHtml: string | null;
  }[];
}

/** A piece of a step, in the order in which the author put it. */
export type StepPiece =
  | { kind: 'text'; html: string }
  /** Blocks, to be shown as a picture. */
  | { kind: 'blocks'; blocks: SavedBlocks }
  | { kind: 'quiz'; quiz: Quiz };

/** A goal, as pupils see it. How it is checked is in the lesson's `goals`. */
export interface StepGoal {
  id: string;
  /** Safe HTML, one sentence: "Die rote LED blinkt." */
  html: string;
  /** Said behind what was seen, while the goal is not reached; safe HTML. */
  tipHtml: string | null;
}

/** One step; texts are safe HTML, made from Markdown in which HTML does not count. */
export interface LessonStep {
  title: string;
  /** Always shown: the caption, then pictures of blocks and questions. */
  caption: StepPiece[];
  /** Shown on request; empty when there is none. */
  hint: StepPiece[];
  goals: StepGoal[];
  /** Block types that the toolbox offers in this step: those of the steps before, and what comes new. */
  toolbox: string[];
}

/** What a list shows of a lesson, in one language. */
export interface LessonSummary {
  id: string;
  title: string;
  /** Plain text. */
  summary: string;
  minutes: number;
  level: number;
  age: { from: number; to: number };
  /** Types of the parts that are needed. */
  kit: string[];
  wiring: Wiring;
  stepCount: number;
}

/** What a pupil's page shows of a lesson, in one language; the server's API gives it on as it is. */
export interface LessonView extends Omit<LessonSummary, 'stepCount'> {
  /** At which row of the breadboard each part begins; parts that are not named find a place by themselves. */
  circuit: Record<string, number>;
  /** Every block type that the toolbox offers in any step. */
  toolbox: string[];
  starter: SavedBlocks;
  steps: LessonStep[];
  /** How each goal is checked, by its id. */
  goals: Record<string, GoalCheck>;
}

/** What a teacher has beyond the pupils' view, in one language. */
export interface LessonNotes {
  /** Safe HTML of each section of `teacher.de.md`. */
  sections: Record<NotesSection, string>;
  competences: Competence[];
  /** One good answer. */
  solution: SavedBlocks;
}

/** A lesson as the catalogue holds it. */
export interface Lesson {
  readonly id: string;
  /** The folder's name: `01-blink`. */
  readonly folder: string;
  readonly file: LessonFile;
  readonly views: Readonly<Record<LessonLanguage, LessonView>>;
  readonly notes: Readonly<Record<LessonLanguage, LessonNotes>>;
  /** One good answer, for teachers and tests; never sent to pupils. */
  readonly solution: SavedBlocks;
  /** How the lesson is proven. */
  readonly check: LessonCheck;
  /** The pictures that its texts show, by the name in the folder. */
  readonly pictures: ReadonlyMap<string, { readonly file: string; readonly mime: string }>;
}
