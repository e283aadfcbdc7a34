import { type Problem, problem } from '../../device/contract/problem.ts';

/** How each room of the desk is loaded; a room is what a pupil opens, not what is there at once. */
const loaders = {
  class: () => import('./class-room.ts'),
  code: () => import('./code/code.ts'),
  dialogs: () => import('./work-dialogs.ts'),
  recorder: () => import('./recorder/recorder.ts'),
  together: () => import('./together/together.ts'),
  variables: () => import('./debugger/variables.ts'),
  wiring: () => import('./wiring/wiring.ts'),
} as const;

/** What is loaded when it is first opened. */
export type Room = keyof typeof loaders;

/** Loads the rooms of the desk when they are wanted. Nothing here throws. */
export class OnDemand {
  readonly #changed: () => void;
  readonly #failed: (problem: Problem) => void;
  readonly #loading = new Set<Room>();
  readonly #loaded = new Set<Room>();

  /**
   * @param changed a room has come.
   * @param failed a room could not be loaded; it is tried again when it is wanted again.
   */
  constructor(changed: () => void, failed: (problem: Problem) => void) {
    this.#changed = changed;
    this.#failed = failed;
  }

  /** Whether a room is there; what is not is loaded now. */
  has(room: Room): boolean {
    if (!this.#loaded.has(room)) this.want(room);
    return this.#loaded.has(room);
  }

  /** Loads a room, if it is not there. */
  want(room: Room): void {
    if (this.#loaded.has(room) || this.#loading.has(room)) return;
    this.#loading.add(room);
    loaders[room]()
      .then(
        () => this.#loaded.add(room),
        (cause: unknown) => this.#failed(roomNotLoaded(String(cause))),
      )
      .finally(() => {
        this.#loading.delete(room);
        this.#changed();
      });
  }
}

function roomNotLoaded(detail: string): Problem {
  return problem(
    'room-not-loaded',
    'Das konnte gerade nicht geladen werden. Öffne es noch einmal, sobald die Verbindung wieder da ist; deine Arbeit bleibt erhalten.',
    'That could not be loaded right now. Open it again when the connection is back; your work is kept.',
    detail,
  );
}
