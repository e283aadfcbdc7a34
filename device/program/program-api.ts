/**
 * What a program's JavaScript sees: the contract between the block generators (`lessons/blocks/`) and the
 * runtime. A source is the body of one function; it registers its stacks and ends. Each stack is a generator
 * function, so the scheduler can switch at every `yield`:
 *
 * ```js
 * $on('start', {}, 'hatBlockId', function* () {
 *   for (;;) {
 *     if ($due()) yield;              // loop trap: every loop's first statement
 *     $b = 'blockId1'; $do('red', 'on');
 *     $b = 'blockId2'; yield* $wait(0.5);
 *   }
 * });
 * $on('event', { part: 'button', event: 'pressed' }, 'hatBlockId2', function* () { … });
 * ```
 *
 * `$b = 'id'` before each statement is a plain variable write; the runtime reads it when the stack yields or
 * calls it.
 *
 * @public Read by people and followed by the generators; no code needs the type.
 */
export interface ProgramApi {
  /** The id of the block that runs; written by the program. */
  $b: string;
  /** Registers a stack. A `start` stack begins at once; an `event` stack runs once per event, in the order of the events, none lost while it runs or waits. */
  $on(
    hat: 'start',
    options: Record<never, never>,
    block: string,
    stack: () => Generator<void, void, void>,
  ): void;
  $on(
    hat: 'event',
    options: { part: string; event: string },
    block: string,
    stack: () => Generator<void, void, void>,
  ): void;
  /** Whether this stack has used its time and must `yield` now. */
  $due(): boolean;
  /** Tells a part to do something, now. */
  $do(part: string, command: string, ...args: unknown[]): void;
  /** Reads a value of a part as it was last reported: `$read('button', 'pressed')`. */
  $read(part: string, value: string): boolean | number | string;
  /** Waits this many seconds; what is no finite number ≥ 0 counts as 0. Use as `yield* $wait(s)`. */
  $wait(seconds: number): Generator<void, void, void>;
  /** Writes a line to the console. */
  $print(value: unknown): void;
}

/** Names the generators must not give to a pupil's variables. */
export const reservedNames = ['$b', '$on', '$due', '$do', '$read', '$wait', '$print'] as const;
