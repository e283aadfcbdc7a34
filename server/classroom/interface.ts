import type { EventEmitter } from 'node:events';
import type { DeviceId } from '../../device/contract/topics.ts';
import type { PersonView } from '../api/contract/endpoints.ts';
import type { Domain } from '../domain.ts';
import type { ClassView, WorkspaceView } from '../live/contract/live.ts';
import type { ClassroomEvents } from './classroom-parts.ts';
import type { HandInDesk } from './hand-in-desk.ts';
import type { HistoryStore } from './history-store.ts';
import type { LessonSender } from './lesson-sender.ts';
import type { OwnPi } from './own-pi.ts';
import type { PiTurns } from './pi-turns.ts';
import type { ProgressDesk } from './progress-desk.ts';
import type { ProgressStore } from './progress-store.ts';
import type { PupilDesk } from './pupil-desk.ts';
import type { ActiveClass, ActivePupil, ActiveSeat } from './roster.ts';
import type { SeatDesk } from './seat-desk.ts';

/** Classes, seats and the pupils' work. */
export interface Classroom extends Domain {
  readonly events: Pick<EventEmitter<ClassroomEvents>, 'on'>;
  class(id: string): ActiveClass | undefined;
  /** An active class of this person; staff may have every class. @throws HttpProblem `class-unknown`. */
  classOf(person: PersonView, id: string): ActiveClass;
  /** Active ones of this person, newest first. */
  classesOf(person: PersonView): ActiveClass[];
  /** Active ones that use a school's Pis. */
  classesAt(schoolId: string | null): ActiveClass[];
  view(one: ActiveClass): ClassView;
  seat(id: string): ActiveSeat | undefined;
  /** The lesson of a seat: its own, else the class's. */
  lessonOf(seatId: string): string | undefined;
  seatAt(deviceId: DeviceId): ActiveSeat | undefined;
  pupil(id: string): ActivePupil | undefined;
  /** Whose token it is, while their class is active. */
  pupilByToken(token: string): ActivePupil | undefined;
  /** Whether it was the token of a pupil whom their teacher removed. */
  wasRemoved(token: string): boolean;
  /** Those at which somebody sits, in the order of joining. */
  seatsOf(classId: string): ActiveSeat[];
  /** Whether the lesson of a class, or of one of its seats, offers one of these block types, in any step. */
  offersBlocks(classId: string, types: readonly string[]): boolean;
  workspace(seatId: string): Promise<WorkspaceView>;
  /** See `SeatDesk`. */
  readonly saveWorkspace: SeatDesk['saveWorkspace'];
  /** See `SeatDesk`. */
  readonly setWorkAside: SeatDesk['setWorkAside'];
  /** The seats' earlier versions. */
  readonly history: Pick<HistoryStore, 'get' | 'list'>;
  /** Who saved last at a seat; null: nobody who is still in the class. */
  lastSaver(seatId: string): Promise<string | null>;
  /** The queue for the real Pis. */
  readonly turns: Pick<PiTurns, 'leave' | 'place' | 'presence' | 'queue' | 'view'>;
  /** Which Pi is before whom. */
  readonly ownPi: Pick<OwnPi, 'claim' | 'identify'>;
  /** How far the seats are. */
  readonly progress: Pick<ProgressStore, 'read'>;
  /** See `ProgressDesk.add`. */
  readonly addProgress: ProgressDesk['add'];
  /** Handing in, and giving back. */
  readonly handIns: Pick<HandInDesk, 'giveBack' | 'handIn' | 'handedIn' | 'reopen' | 'takeBack'>;
  /** See `LessonSender`. */
  readonly send: LessonSender['send'];
  /** See `PupilDesk.move`. */
  readonly movePupil: PupilDesk['move'];
}
