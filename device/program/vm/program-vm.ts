import { DefaultIntrinsics, type QuickJSContext, type QuickJSHandle } from 'quickjs-emscripten-core';
import { type IncomingMessage, type OutgoingMessage, recipientSchema } from '../../contract/peer-message.ts';
import type { PartValue } from '../../parts/driver.ts';
import { seededRandom } from '../seeded-random.ts';
import { CommandTable } from './command-table.ts';
import type { Engine } from './engine.ts';
import type { Failure } from './failure.ts';
import { fromJson, handleOf, hostFunctions, longest } from './host-functions.ts';
import type { Pace } from './pace.ts';
import { type ProgramPart, reportedValues } from './program-parts.ts';
import { createScheduler } from './scheduler.ts';
import { ringMarker, SharedRing } from './shared-ring.ts';
import {
  schedulerLimits,
  turnResult,
  type VmFacts,
  type VmHost,
  type VmScheduler,
  type VmSetup,
} from './vm-contract.ts';
import { wrapSource } from './wrap-source.ts';

/** Where a program's doings go; called while the program runs. */
export interface VmOutput {
  /** Answers whether more is welcome; if not, the stack should yield. */
  command(part: string, command: string, args: readonly unknown[], stack: number): 'more' | 'yield' | 'flood';
  block(stack: number, block: string | null): void;
  print(text: string, number: boolean): void;
  message(name: string): void;
  /** To other Pis. */
  tell(message: OutgoingMessage): void;
  /** So many messages found no room at their hats. */
  gap(dropped: number): void;
  /** A variable of the program has another value. */
  variable(name: string, is: PartValue): void;
}

export interface VmOptions {
  readonly engine: Engine;
  readonly output: VmOutput;
  readonly pace: Pace;
  /** The clock in µs. */
  readonly now: () => number;
}

/** What a program brings along. */
export interface VmProgram {
  readonly source: string;
  readonly parts: readonly ProgramPart[];
  /** Of its random numbers. */
  readonly seed: number;
}

/** Bytes that a program's values may take; the engine's own tables and stack fit into the rest of its memory. */
const memoryLimit = 48 * 1024 * 1024;
/** Small enough for the 500 kB that a browser gives the stack of a worker: some 600 calls deep. */
const maxStackSize = 128 * 1024;

const noArguments: readonly unknown[] = [];

/** One program in one engine, seen from outside: turns, events, and what it does. */
export class ProgramVm {
  readonly #options: VmOptions;
  readonly #context: QuickJSContext;
  readonly #scheduler: QuickJSHandle;
  readonly #ring: SharedRing;
  #commands = new CommandTable([]);
  #failure: Failure | undefined;
  /** A turn took too long and was interrupted. */
  #overdue = false;
  readonly #plainCommand = (code: number, stack: number) => this.#command(code, noArguments, stack);

  /**
   * Prepares the engine, which takes longer than all the rest of a program's start.
   * @throws whatever a broken engine throws.
   */
  constructor(options: VmOptions) {
    this.#options = options;
    const runtime = options.engine.quickjs.newRuntime();
    runtime.setMemoryLimit(memoryLimit);
    runtime.setMaxStackSize(maxStackSize);
    // Without a date, a run depends on nothing but its inputs and its seed.
    const context = runtime.newContext({ intrinsics: { ...DefaultIntrinsics, Date: false } });
    this.#context = context;
    const setup: VmSetup = { ...schedulerLimits, ringMarker };
    const create = context.unwrapResult(context.evalCode(`(${createScheduler})`, 'scheduler.js'));
    const random = context.unwrapResult(context.evalCode(`(${seededRandom})`, 'random.js'));
    const host = hostFunctions(context, this.#host());
    this.#scheduler = context.unwrapResult(
      context.callFunction(create, context.undefined, host, fromJson(context, setup), random),
    );
    this.#ring = new SharedRing(options.engine.memory);
    runtime.setInterruptHandler(() => this.#interrupt());
  }

  /** Why it ended; `undefined` while all is well. Then nothing of it runs any more. */
  get failure(): Failure | undefined {
    return this.#failure;
  }

  /** How many stacks could run now. */
  get ready(): number {
    return this.#ring.ready;
  }

  /** Runs the source's outermost statements, which register the stacks. */
  load({ source, parts, seed }: VmProgram): void {
    this.#commands = new CommandTable(parts);
    const facts: VmFacts = {
      commands: this.#commands.codes,
      values: Object.fromEntries(parts.map((part) => [part.id, reportedValues(part)])),
      seed,
    };
    this.#guarded(() => {
      const wrapped = this.#context.evalCode(wrapSource(source), 'program.js', { strict: true });
      if (!wrapped.error) return this.#call('load', wrapped.value, fromJson(this.#context, facts));
      const { name, message } = this.#thrown(wrapped.error);
      return this.#fail(name === 'SyntaxError' ? 'syntax' : 'thrown', name, message, null);
    });
  }

  /** Gives one stack its turn; answers {@link turnResult} or the moment of the next turn in µs. */
  turn(): number {
    const next = this.#guarded(() => {
      this.#ring.due = false;
      return this.#call('turn', this.#context.newNumber(this.#options.now()));
    });
    return next ? this.#context.getNumber(next) : turnResult.finished;
  }

  /** Lets one stack of a held program run to its next statement; answers whether others still have to. */
  settle(): boolean {
    const more = this.#guarded(() => {
      this.#ring.due = false;
      return this.#call('settle');
    });
    return more !== undefined && this.#context.eq(more, this.#context.true);
  }

  /** Whether all stacks stop at their next statement; a {@link turn} is then one statement of one stack. */
  hold(hold: boolean): void {
    this.#guarded(() => this.#call('hold', hold ? this.#context.true : this.#context.false));
  }

  /** How long each statement waits from now on, in µs; 0: not at all. */
  slow(pace: number): void {
    this.#guarded(() => this.#call('slow', this.#context.newNumber(pace)));
  }

  /** What {@link turn} would answer if nobody had a turn. */
  next(): number {
    const next = this.#guarded(() => this.#call('next'));
    return next ? this.#context.getNumber(next) : turnResult.finished;
  }

  /** Tells the variables that have changed since they were told last. */
  watch(): void {
    this.#guarded(() => this.#call('watch'));
  }

  /** Gives an event to the hats that wait for it; answers how many had too many waiting already. */
  deliver(part: string, event: string): number {
    const dropped = this.#guarded(() =>
      this.#call('deliver', this.#context.newString(part), this.#context.newString(event)),
    );
    return dropped ? this.#context.getNumber(dropped) : 0;
  }

  /** Gives a key to the hats that wait for it; answers how many had too many waiting already. */
  press(key: string): number {
    const dropped = this.#guarded(() => this.#call('press', this.#context.newString(key)));
    return dropped ? this.#context.getNumber(dropped) : 0;
  }

  /** Gives a message of another Pi to the hats that wait for it; answers how many had too many waiting already. */
  hear({ from, name, value = 0 }: IncomingMessage): number {
    const { newString } = this.#context;
    const dropped = this.#guarded(() =>
      this.#call(
        'hear',
        newString.call(this.#context, from),
        newString.call(this.#context, name),
        handleOf(this.#context, value),
      ),
    );
    return dropped ? this.#context.getNumber(dropped) : 0;
  }

  /** What the board reports of a part that takes no commands. */
  setValue(part: string, value: string, is: PartValue): void {
    const { newString } = this.#context;
    this.#guarded(() =>
      this.#call(
        'setValue',
        newString.call(this.#context, part),
        newString.call(this.#context, value),
        handleOf(this.#context, is),
      ),
    );
  }

  #host(): VmHost {
    const { output } = this.#options;
    const after = <Args extends unknown[]>(act: (...args: Args) => void) => {
      return (...args: Args) => {
        // Commands in the ring came before.
        this.#flush();
        act(...args);
      };
    };
    return {
      now: () => {
        this.#flush();
        return this.#options.now();
      },
      flush: () => this.#flush(),
      act: after((code: number) => this.#command(code, noArguments, this.#ring.stack)),
      command: after((code: number, args: string) => this.#command(code, parseArgs(args), this.#ring.stack)),
      read: (part, value) => {
        this.#flush();
        return this.#commands.read(part, value);
      },
      print: after((text: string, number: boolean) => output.print(text, number)),
      message: after((name: string) => output.message(name)),
      tell: after((to: string, name: string, value: number | string | undefined) =>
        output.tell({ to: recipientSchema.parse(to), name, ...(value === undefined ? {} : { value }) }),
      ),
      gap: after((dropped: number) => output.gap(dropped)),
      variable: (name, is) => output.variable(name, is),
      block: after((stack: number, block: string | null) => output.block(stack, block)),
      fail: after((...failure: Parameters<VmHost['fail']>) => void this.#fail(...failure)),
    };
  }

  #flush(): void {
    this.#ring.drain(this.#plainCommand);
  }

  #command(code: number, args: readonly unknown[], stack: number): void {
    const known = this.#commands.at(code);
    if (!known || this.#failure) return;
    this.#commands.given(known, args);
    const answer = this.#options.output.command(known.part, known.command, args, stack);
    if (answer !== 'more') this.#ring.due = true;
    if (answer === 'flood') this.#fail('flood', known.part, known.command, null);
  }

  /** The engine asks here about once a ms; `true` ends what runs, and no program can catch that. */
  #interrupt(): boolean {
    this.#flush();
    if (this.#failure) return true;
    const pace = this.#options.pace.check();
    if (pace !== 'continue') this.#ring.due = true;
    if (pace === 'overdue') this.#overdue = true;
    return this.#overdue;
  }

  #call(method: keyof VmScheduler, ...args: QuickJSHandle[]): QuickJSHandle | undefined {
    const context = this.#context;
    const answer = context
      .getProp(this.#scheduler, method)
      .consume((act) => context.callFunction(act, this.#scheduler, ...args));
    for (const arg of args) arg.dispose();
    if (!answer.error) return answer.value;
    const { name, message } = this.#thrown(answer.error);
    return this.#fail('thrown', name, message, this.#failure ? null : this.#where());
  }

  /** Runs a piece of the program within its time; an engine that breaks ends it. */
  #guarded(act: () => QuickJSHandle | undefined): QuickJSHandle | undefined {
    if (this.#failure) return undefined;
    try {
      this.#options.pace.begin();
      const answer = act();
      this.#flush();
      // Asynchronous functions and iterators swallow an interruption; the program is over all the same.
      if (this.#overdue && !this.#failure) return this.#fail('overdue', '', '', this.#where());
      return this.#failure ? undefined : answer;
    } catch (error) {
      return this.#fail('engine', 'Error', String(error), null);
    }
  }

  #where(): string | null {
    const context = this.#context;
    const where = context
      .getProp(this.#scheduler, 'where')
      .consume((act) => context.callFunction(act, this.#scheduler));
    if (where.error || context.typeof(where.value) !== 'string') return null;
    return where.value.consume((handle) => context.getString(handle).slice(0, longest.block));
  }

  #thrown(error: QuickJSHandle): { name: string; message: string } {
    const text = (key: string) =>
      this.#context.getProp(error, key).consume((handle) => this.#context.getString(handle).slice(0, 200));
    const thrown = { name: text('name'), message: text('message') };
    error.dispose();
    return thrown;
  }

  /** The first failure counts; those after it are its echo. */
  #fail(kind: Failure['kind'], name: string, message: string, block: string | null): undefined {
    const why = kind === 'thrown' && this.#overdue ? 'overdue' : kind;
    this.#failure ??= { kind: why, name, message, block };
    return undefined;
  }
}

/** Arguments as the scheduler wrote them; a value that JSON has not (a function) makes no argument. */
function parseArgs(args: string): readonly unknown[] {
  const parsed: unknown = JSON.parse(args);
  if (!Array.isArray(parsed)) return [];
  while (parsed.length > 0 && parsed.at(-1) === null) parsed.pop();
  return parsed;
}
