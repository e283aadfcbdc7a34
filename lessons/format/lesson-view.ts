import type { Wiring } from '../../device/contract/wiring.ts';
import type { LessonFile } from './lesson-schema.ts';

/** The languages of a lesson; each lesson has both. */
export const lessonLanguages = ['de', 'en'] as const;
export type LessonLanguage = (typeof lessonLanguages)[number];

/** A Blockly workspace, as `Blockly.serialization.workspaces.save` gives it. */
export type SavedBlocks = Record<string, unknown>;

/** One step; texts are safe HTML, made from Markdown in which HTML does not count. */
export interface LessonStep {
  title: string;
  captionHtml: string;
  hintHtml: string | null;
}

/** What a pupil's page shows of a lesson, in one language; the server's API gives it on as it is. */
export interface LessonView {
  id: string;
  title: string;
  /** Plain text. */
  summary: string;
  minutes: number;
  level: number;
  wiring: Wiring;
  /** Block types that the toolbox offers. */
  toolbox: string[];
  starter: SavedBlocks;
  steps: LessonStep[];
}

/** A lesson as the catalogue holds it. */
export interface Lesson {
  readonly id: string;
  readonly file: LessonFile;
  readonly views: Readonly<Record<LessonLanguage, LessonView>>;
  /** One good answer, for teachers and tests; never sent to pupils. */
  readonly solution: SavedBlocks;
}
