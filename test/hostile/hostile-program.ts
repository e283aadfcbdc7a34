/** A program that means harm, or behaves as if it did. */
export interface HostileProgram {
  /** Unlike any other's. */
  readonly name: string;
  /** The source, in the program API. */
  readonly source: string;
  /**
   * How it ends when nobody stops it: `finished`, or the code of the problem that the pupil reads. `runs`: not at
   * all, it goes on beside other stacks and harms none. `hangs`: with `no-pause` or `program-unresponsive`, for
   * the engine is so deep in work of its own that it seldom asks whether it may go on.
   */
  readonly ends: string;
  /** All that it prints, where that shows what it could not do. */
  readonly prints?: readonly string[];
  /** So many times the button is pressed while it runs. */
  readonly presses?: number;
  /** Whether it is tried on a whole agent with a whole server, too; at least three of each family are. */
  readonly onAgent?: true;
}

/** Programs of one kind of harm. */
export interface HostileFamily {
  readonly name: string;
  readonly programs: readonly HostileProgram[];
}

/** The body as a start stack. */
export function stack(body: string): string {
  return `$on('start', {}, 'hat', function* () { $b = 'culprit'; ${body} });`;
}

/** The body as a stack that runs when the button is pressed. */
export function pressed(body: string): string {
  return `$on('event', { part: 'button', event: 'pressed' }, 'hat', function* () { $b = 'culprit'; ${body} });`;
}
