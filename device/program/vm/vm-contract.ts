/** What crosses the border between the engine's inside (`scheduler.ts`) and its host (`program-vm.ts`). */

/** Numbers that both sides see in one `Int32Array`: plain reads and writes, where a call would cost 5 µs. */
export const shared = {
  /** Written by the host: not 0 when the running stack should yield. */
  due: 0,
  /** Written by the scheduler: how many stacks could run now. */
  ready: 1,
  /** Written by the scheduler: the stack whose turn it is. */
  stack: 2,
  /** Here begins the ring of command codes, written by the scheduler, set back to 0 by the host. */
  ring: 3,
} as const;

/** Commands that wait in the ring at most. */
export const ringSize = 256;

/** Commands of one turn that the host hears at once; those after them wait for the host's next look, about 1 ms. */
export const directCommands = 8;

/** Answers of a turn that are no moment to wake up at. */
export const turnResult = {
  /** A stack could run on now. */
  busy: -1,
  /** Nothing will ever run again. */
  finished: -2,
} as const;

/** What the scheduler is told of all this, and how much a program may ask for. */
export const schedulerLimits = {
  shared,
  ringSize,
  directCommands,
  turnResult,
  /** Hats of one program. */
  maxStacks: 256,
  /** Variables that are watched. */
  maxWatched: 100,
  /** Events, messages (of other Pis, too) or keys that wait for one hat. */
  maxPendingEvents: 64,
  /** Seconds between the beats of a hat, at least. */
  shortestBeat: 0.05,
  /** Seconds of a wait that is more than a turn for the others. */
  shortestWait: 0.001,
} as const;

/** Why a program cannot go on, as far as the engine's inside can tell. */
export type FailureKind = 'thrown' | 'command-refused' | 'read-refused' | 'hat-misplaced' | 'stacks-too-many';

/** What the host gives to the scheduler. */
export interface VmHost {
  /** The clock in µs. */
  now(): number;
  /** Empties the ring. */
  flush(): void;
  /** A command without arguments. */
  act(code: number): void;
  /** A command with arguments, as a JSON array. */
  command(code: number, args: string): void;
  /** A value of a part that takes commands, all of them done. */
  read(part: string, value: string): boolean | number | string | undefined;
  /** `number`: the text is a number. */
  print(text: string, number: boolean): void;
  message(name: string): void;
  /** A message to other Pis; `to` is a `Recipient`. */
  tell(to: string, name: string, value: number | string | undefined): void;
  /** So many events or messages found no room. */
  gap(dropped: number): void;
  /** A variable has another value. */
  variable(name: string, is: boolean | number | string): void;
  block(stack: number, block: string | null): void;
  /** Final: the program ends with this. */
  fail(kind: FailureKind, name: string, message: string, block: string | null): void;
}

/** What the scheduler is told when it is made, before there is a program; JSON. */
export interface VmSetup extends SchedulerLimits {
  /** By which the host finds the shared numbers. */
  readonly ringMarker: readonly number[];
}

type SchedulerLimits = typeof schedulerLimits;

/** What the scheduler is told of a program; JSON. */
export interface VmFacts {
  /** Code of each command, by part and command; none is 0. */
  readonly commands: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Present values that no command sets, by part and value. */
  readonly values: Readonly<Record<string, Readonly<Record<string, boolean | number | string>>>>;
  /** Of the program's random numbers. */
  readonly seed: number;
}

/** What the scheduler gives to the host. */
export interface VmScheduler {
  /** Makes the program's function of its wrapped source and runs it, so that it registers its stacks. */
  load(wrapped: (...api: unknown[]) => () => void, facts: VmFacts): void;
  /** Gives one stack its turn; answers {@link turnResult} or the moment of the next turn in µs. */
  turn(now: number): number;
  /**
   * Lets one stack of a held program run to its next statement, if one does not stand at its own yet; answers whether
   * there are more. Then a {@link turn} is one statement of one stack.
   */
  settle(): boolean;
  /** Whether all stacks stop at their next statement. */
  hold(hold: boolean): void;
  /** How long each statement waits from now on, in µs; 0: not at all. */
  slow(pace: number): void;
  /** What {@link turn} would answer if nobody had a turn. */
  next(): number;
  /** Tells the variables that have changed. */
  watch(): void;
  /** Gives an event to the hats that wait for it; answers how many it had to drop. */
  deliver(part: string, event: string): number;
  /** Gives a key to the hats that wait for it; answers how many it had to drop. */
  press(key: string): number;
  /** Gives a message of another Pi to the hats that wait for it; answers how many had to drop it. */
  hear(from: string, name: string, value: number | string): number;
  setValue(part: string, value: string, is: boolean | number | string): void;
  /** The block that ran last. */
  where(): string | null;
}
