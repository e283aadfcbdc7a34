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
  /** How many pupils it had; set when their data is deleted, and all that is left of it. */
  pupil_count: number | null;
  /** How often they saved; set when their data is deleted. */
  save_count: number | null;
}

/** One pupil's place in a class. */
export interface SeatTable {
  id: string;
  class_id: string;
  /** Unique in the class. */
  nickname: string;
  /** SHA-256 of the random token that the pupil's browser holds, hex. */
  token_hash: string;
  /** Unique: a Pi has one seat. Null when the class has ended. */
  device_id: string | null;
  /** ms since 1970. */
  created_at: number;
}

/** What a pupil has built: the newest saved blocks. */
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
}

/** The tables of the classroom; a type, because Kysely's `withTables` wants one. */
export type ClassroomTables = {
  class: ClassTable;
  seat: SeatTable;
  workspace: WorkspaceTable;
  workspace_version: WorkspaceVersionTable;
};
