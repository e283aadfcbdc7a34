/**
 * What a program's JavaScript sees: the contract between the block generators (`lessons/blocks/`) and the
 * runtime. A source is the body of one function; it registers its stacks and ends. Each stack is a generator
 * function, so the scheduler can switch at every `yield`:
 *
 * ```js
 * $on('start', {}, 'hatBlockId', function* () {
 *   for (;;) {
 *     if ($due()) yield;              // loop trap: every loop's first statement
 *     $b = 'blockId1'; if ($p) yield* $at(); $do('red', 'on');
 *     $b = 'blockId2'; if ($p) yield* $at(); yield* $wait(0.5);
 *   }
 * });
 * $on('event', { part: 'button', event: 'pressed' }, 'hatBlockId2', function* () { … });
 * ```
 *
 * `$b = 'id'` before each statement is a plain variable write; the runtime reads it when the stack yields or
 * calls it. `if ($p) yield* $at();` after it is where a paused program stands and a slowed one waits: a variable that is
 * read, and no more, at full speed. A source without it stands still where its stacks yield.
 *
 * @public Read by people and followed by the generators; no code needs the type.
 */
export interface ProgramApi {
  /** The id of the block that runs; written by the program. */
  $b: string;
  /** Whether statements stop at {@link ProgramApi.$at}; written by the runtime. */
  $p: boolean;
  /** Stands here while the program is paused, and waits in slow motion. */
  $at(): Generator<void, void, void>;
  /**
   * Shows variables to people: their names in the source, 100 at most, and a function that returns their values in the
   * same order. Called between turns, at most 20 times a second; only the last call while the source registers its
   * stacks counts.
   */
  $watch(names: readonly string[], values: () => readonly unknown[]): void;
  /**
   * Registers a stack. `block` is the id of its hat.
   * - `start`: begins at once.
   * - `event`, `message`, `key`, `peer`: runs once for each event of the part, message of the name, press of the key or
   *   message of the name that comes from another Pi, in their order; those that come while it runs are kept for it, up
   *   to 64.
   * - `every`: begins after `seconds` (0.05 at least) and then at each further beat. A beat that comes while it
   *   runs is run when it is done; of several such beats one is run.
   */
  $on<Hat extends keyof HatOptions>(
    hat: Hat,
    options: HatOptions[Hat],
    block: string,
    stack: () => Generator<void, void, void>,
  ): void;
  /** Wakes every `message` stack of this name; the sender goes on without waiting. Names count to 64 characters. */
  $send(name: string): void;
  /**
   * Sends a message to other Pis of the class: to the next one of the ring, the one before, or all others; what is none
   * of these counts as `next`. The name counts to 64 characters. A value is a finite number or a text of at most 64
   * characters; what is neither is sent as its text. At most 10 messages a second, 20 at once: what is more is left
   * out, which the trace says once a second.
   */
  $tell(to: 'next' | 'previous' | 'all', name: string, value?: unknown): void;
  /**
   * What a message of another Pi brought, or who sent it: of the one that woke this stack; in stacks that were woken by
   * something else, of the last that came to this program, under whatever name. A message without a value counts as 0;
   * before the first one, the value is 0 and the sender ''.
   */
  $heard(what: 'value' | 'from'): number | string;
  /** Whether this stack has used its time and must `yield` now. */
  $due(): boolean;
  /** Tells a part to do something, now. */
  $do(part: string, command: string, ...args: unknown[]): void;
  /** Reads a value of a part as it was last reported: `$read('button', 'pressed')`. */
  $read(part: string, value: string): boolean | number | string;
  /**
   * Waits this many seconds; what is no finite number ≥ 0 counts as 0, and less than 0.001 only lets the others have
   * their turn. Use as `yield* $wait(s)`.
   */
  $wait(seconds: number): Generator<void, void, void>;
  /** Writes a line to the console; the items of a list stand beside each other, with commas between. */
  $print(value: unknown): void;
}

/** What each hat waits for. */
export interface HatOptions {
  start: Record<never, never>;
  event: { part: string; event: string };
  message: { name: string };
  every: { seconds: number };
  key: { key: string };
  peer: { name: string };
}

/** Names the generators must not give to a pupil's variables. */
export const reservedNames = [
  '$b',
  '$p',
  '$at',
  '$watch',
  '$on',
  '$due',
  '$do',
  '$read',
  '$wait',
  '$print',
  '$send',
  '$tell',
  '$heard',
] as const;
