import type { Badge } from '../live/contract/live.ts';

/** A lesson given to a group of pupils, from its start to its end. */
export interface ClassTable {
  id: string;
  /** `K7F-3XM`; unique among active classes. */
  code: string;
  name: string;
  /** The school whose Pis the class uses; null: the association's own. */
  school_id: string | null;
  teacher_id: string;
  lesson_id: string;
  state: 'active' | 'ended';
  /** ms since 1970. */
  started_at: number;
  /** ms since 1970; null while it is active. */
  ended_at: number | null;
  /** 1: pupils may take every block; 0: those of the lesson’s step. */
  all_blocks: number;
  /** For how many days after its end it is kept; 0: it goes with the end. */
  keep_days: number;
  /** When all of it is deleted, ms since 1970; null while it is active. */
  delete_at: number | null;
}

/** What stays of a class that was deleted: counts, and nothing that names anybody. */
export interface ClassCountTable {
  id: string;
  lesson_id: string;
  /** The day it was started, `2026-10-12`. */
  day: string;
  school_id: string | null;
  pupils: number;
  /** Goals that were reached, counted once for each seat. */
  goals: number;
}

/** A place in a class: a Pi and the work that is done there. The pupils who sit at it are rows of their own. */
export interface SeatTable {
  id: string;
  class_id: string;
  /** Unique: a Pi has one seat. Null when the class has ended, or when nobody sits here. */
  device_id: string | null;
  /** 1: somebody said that this Pi is the one before them; 0: the seat got it by itself. */
  device_confirmed: number;
  /** Another lesson than the class's, which the teacher gave this seat; null: the class's. */
  lesson_id: string | null;
  /** ms since 1970. */
  created_at: number;
}

/** A pupil, of whom no more is known than a made-up name. */
export interface PupilTable {
  id: string;
  class_id: string;
  /** Where the pupil sits. */
  seat_id: string;
  /** Where the pupil’s own work is, whoever they sit with. */
  home_seat_id: string;
  /** Unique in the class. */
  nickname: string;
  /** ms since 1970. */
  joined_at: number;
  /** SHA-256 of the code with which the pupil comes back, hex; unique. Null for pupils of before there were such codes. */
  resume_hash: string | null;
}

/** What a browser of a pupil holds; see `maxTokens` of the pupil store. */
export interface PupilTokenTable {
  /** SHA-256 of the random token, hex. */
  token_hash: string;
  pupil_id: string;
  /** ms since 1970. */
  created_at: number;
}

/** How far a seat is in each lesson it had. */
export interface SeatProgressTable {
  seat_id: string;
  lesson_id: string;
  /** `LessonProgress` of the live contract, as JSON. */
  json: string;
}

/** What was built at a seat: the newest saved blocks. */
export interface WorkspaceTable {
  seat_id: string;
  /** 1 with the first save. */
  version: number;
  /** JSON as Blockly gives it. */
  blocks: string;
  /** ms since 1970. */
  saved_at: number;
  /** The browser tab that saved. */
  saved_by: string;
}

/** The history of a workspace: only added to, and cut at its far end. */
export interface WorkspaceVersionTable {
  seat_id: string;
  /** Counts the entries of a seat, from 1. */
  number: number;
  /** `rejected`: the side of a conflict that was not taken over. */
  kind: 'saved' | 'rejected';
  /** The version it became, or for `rejected` the version it was built on. */
  version: number;
  blocks: string;
  /** ms since 1970. */
  saved_at: number;
  saved_by: string;
  /** Who saved; null when that is not known, or the pupil was removed. */
  saved_by_pupil: string | null;
}

/** What a seat has handed in of a lesson, and what the teacher said to it. */
export interface HandInTable {
  seat_id: string;
  lesson_id: string;
  state: 'open' | 'handed-in' | 'returned';
  /** As it was handed in last, JSON as Blockly gives it; null: never, or taken back. */
  blocks: string | null;
  /** ms since 1970. */
  handed_in_at: number | null;
  comment: string | null;
  badge: Badge | null;
  /** ms since 1970. */
  returned_at: number | null;
}

/** The tables of the classroom; a type, because Kysely's `withTables` wants one. */
export type ClassroomTables = {
  class: ClassTable;
  class_count: ClassCountTable;
  hand_in: HandInTable;
  seat: SeatTable;
  pupil: PupilTable;
  pupil_token: PupilTokenTable;
  seat_progress: SeatProgressTable;
  workspace: WorkspaceTable;
  workspace_version: WorkspaceVersionTable;
};
