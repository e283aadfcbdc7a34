import type { EventEmitter } from 'node:events';
import type { ClassView, WorkspaceView } from '../live/contract/live.ts';
import type { ClassStore } from './class-store.ts';
import type { DeviceHandOver } from './device-hand-over.ts';
import type { LessonCatalog } from './lesson-catalog.ts';
import type { ActiveSeat, Roster } from './roster.ts';
import type { WorkspaceStore } from './workspace-store.ts';

/** What happens in the classroom. */
export interface ClassroomEvents {
  'seat-added': [seat: ActiveSeat];
  /** It has another Pi, or none. */
  'seat-moved': [seat: ActiveSeat];
  'workspace-saved': [seat: ActiveSeat, workspace: WorkspaceView];
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
  readonly workspaces: WorkspaceStore;
  readonly handOver: DeviceHandOver;
  readonly lessons: LessonCatalog;
  /** ms since 1970. */
  readonly now: () => number;
}
