import type { EventEmitter } from 'node:events';
import type { ClassView, LessonProgress, WorkspaceView } from '../live/contract/live.ts';
import type { SentWork } from '../live/contract/sent-work.ts';
import type { ClassStore } from './class-store.ts';
import type { DeviceHandOver } from './device-hand-over.ts';
import type { HandInStore } from './hand-in-store.ts';
import type { HistoryStore } from './history-store.ts';
import type { LessonCatalog } from './lesson-catalog.ts';
import type { ProgressStore } from './progress-store.ts';
import type { PupilStore } from './pupil-store.ts';
import type { ActivePupil, ActiveSeat, Roster } from './roster.ts';
import type { WorkspaceStore } from './workspace-store.ts';

/** What happens in the classroom. */
export interface ClassroomEvents {
  'seat-added': [seat: ActiveSeat];
  /** It has another Pi, or none. */
  'seat-moved': [seat: ActiveSeat];
  /** It stands elsewhere in the queue for a Pi, or its turn has got an end. */
  'turn-changed': [seat: ActiveSeat];
  /** They sit somewhere else now; `from` is the seat they left. */
  'pupil-moved': [pupil: ActivePupil, from: string];
  'pupil-renamed': [pupil: ActivePupil];
  /** The pupil has a new code to come back with. */
  'pupil-code-renewed': [pupil: ActivePupil, resumeCode: string];
  /** The teacher took the pupil, as they last were, out of the class; `goneSeats` are the ids of the seats that went too. */
  'pupil-removed': [pupil: ActivePupil, goneSeats: readonly string[]];
  'workspace-saved': [seat: ActiveSeat, workspace: WorkspaceView];
  /** Its work was handed in, taken back, returned or opened again. */
  'hand-in-changed': [seat: ActiveSeat];
  /** It is at another step, or has reached more goals. */
  'progress-changed': [seat: ActiveSeat];
  /** The teacher sent something to it; for a lesson and a starter its program is being stopped. */
  'work-sent': [seat: ActiveSeat, sent: SentWork];
  /** The teacher sent a step to it; this far it is now. */
  'progress-sent': [seat: ActiveSeat, progress: LessonProgress];
  /** Its settings are others. */
  'class-changed': [changed: ClassView];
  /** `seats` are those it had. */
  'class-ended': [ended: ClassView, seats: readonly ActiveSeat[]];
  /** The lesson of an active class is other than before. */
  'lesson-changed': [classId: string, lessonId: string];
}

/** What the classroom works with between start and stop. */
export interface ClassroomParts {
  readonly roster: Roster;
  readonly events: EventEmitter<ClassroomEvents>;
  readonly store: ClassStore;
  readonly pupils: PupilStore;
  readonly workspaces: WorkspaceStore;
  readonly history: HistoryStore;
  readonly progress: ProgressStore;
  readonly handIns: HandInStore;
  readonly handOver: DeviceHandOver;
  readonly lessons: LessonCatalog;
  /** The name of an adult, by their id; null: the account is gone. */
  readonly teacherName: (personId: string) => Promise<string | null>;
  /** ms since 1970. */
  readonly now: () => number;
}
