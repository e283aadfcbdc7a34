import type { ClassNote, SteeringView } from './contract/live.ts';

/** What a teacher holds each class to, what they have told it, and who has raised a hand. Lives with the server's process. */
export class ClassSteering {
  /** What the class is held to now. */
  view(_classId: string): SteeringView {
    return { eyesUpMs: null, programsOffMs: null };
  }

  /** The teacher's last words to a seat. */
  note(_seatId: string): ClassNote | null {
    return null;
  }

  /** A seat's place in the queue of raised hands, from 1; null: not raised. */
  handPlace(_seatId: string): number | null {
    return null;
  }
}
