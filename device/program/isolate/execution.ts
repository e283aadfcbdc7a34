import type { OutgoingMessage } from '../../contract/peer-message.ts';
import type { Clock } from '../clock.ts';
import { ProgramTime } from '../program-time.ts';
import { TraceGate } from '../trace-gate.ts';
import type { Engine } from '../vm/engine.ts';
import type { Pace } from '../vm/pace.ts';
import { ProgramVm } from '../vm/program-vm.ts';
import { turnResult } from '../vm/vm-contract.ts';
import { Brake } from './brake.ts';
import { CommandQueue } from './command-queue.ts';
import type { FromIsolate } from './from-isolate.ts';
import { MessagePost } from './message-post.ts';
import type { ToIsolate } from './to-isolate.ts';
import { VariableWatch } from './variable-watch.ts';

export interface ExecutionOptions {
  readonly engine: Engine;
  readonly clock: Clock;
  readonly pace: Pace;
  readonly post: (message: FromIsolate) => void;
}

type Traced = Extract<FromIsolate, { type: 'block' | 'print' | 'message' | 'gap' }>;

/** Blocks, prints and messages that leave the isolate in 50 ms; a person sees no more, and a loop has many more. */
const tracedPerWindow = 60;

/** Drives one program in its isolate: round after round until all its stacks wait, then sleep until one wakes. */
export class Execution {
  readonly #options: ExecutionOptions;
  readonly #vm: ProgramVm;
  readonly #commands: CommandQueue;
  readonly #trace: TraceGate<Traced>;
  readonly #messages: MessagePost<OutgoingMessage>;
  readonly #time: ProgramTime;
  readonly #brake: Brake;
  readonly #variables: VariableWatch;
  #cancelTimer: (() => void) | undefined;
  #resting = false;
  #over = false;

  /** Prepares everything that needs no program yet. */
  constructor(options: ExecutionOptions) {
    const { engine, clock, pace, post } = options;
    this.#options = options;
    this.#commands = new CommandQueue(post);
    this.#trace = new TraceGate<Traced>({
      clock,
      perWindow: tracedPerWindow,
      stateOf: (event) => (event.type === 'block' ? `block ${event.stack}` : undefined),
      pass: post,
      gap: (dropped) => post({ type: 'gap', dropped }),
    });
    this.#messages = new MessagePost(
      clock,
      (message) => post({ type: 'tell', message }),
      (messages) => post({ type: 'unsent', messages }),
    );
    this.#time = new ProgramTime(clock);
    this.#vm = new ProgramVm({
      engine,
      pace,
      now: () => this.#time.now(),
      output: {
        command: (part, command, args, stack) => {
          return this.#commands.push({ type: 'command', part, command, args: [...args], stack });
        },
        block: (stack, block) => this.#trace.push({ type: 'block', stack, block }),
        print: (text, number) => this.#trace.push({ type: 'print', text, number }),
        message: (name) => this.#trace.push({ type: 'message', name }),
        tell: (message) => this.#messages.send(message),
        gap: (dropped) => this.#trace.push({ type: 'gap', dropped }),
        variable: (name, is) => post({ type: 'variable', name, is }),
      },
    });
    this.#brake = new Brake({
      vm: this.#vm,
      time: this.#time,
      post: (message) => this.#insist(message),
      congested: () => this.#commands.congested,
    });
    this.#variables = new VariableWatch(clock, () => {
      this.#vm.watch();
      this.#hasFailed();
    });
  }

  run(program: Extract<ToIsolate, { type: 'run' }>): void {
    this.#vm.load(program);
    this.#brake.begin(program.begin);
    this.#options.post({ type: 'begun' });
    this.#rounds();
  }

  /** Hears the owner. */
  hear(message: Exclude<ToIsolate, { type: 'run' | 'ping' }>): void {
    if (this.#over) return;
    if (message.type === 'credit') this.#commands.credit(message.commands);
    if (message.type === 'value') this.#vm.setValue(message.part, message.value, message.is);
    if (message.type === 'event') this.#missed(this.#vm.deliver(message.part, message.event));
    if (message.type === 'key') this.#missed(this.#vm.press(message.key));
    if (message.type === 'peer') this.#missed(this.#vm.hear(message));
    if (message.type === 'control') this.#brake.control(message.control);
    if (!this.#resting || this.#brake.holds) this.#rounds();
  }

  /** Leaves the program where it is; for a place that cannot simply be killed. */
  close(): void {
    this.#over = true;
    this.#cancelTimer?.();
    this.#variables.stop();
  }

  /** For what must come after all that was before. */
  #insist(message: FromIsolate): void {
    this.#trace.close();
    this.#options.post(message);
  }

  #missed(dropped: number): void {
    if (dropped > 0) this.#options.post({ type: 'gap', dropped });
  }

  /** Runs every stack that can run once, then sets the alarm for the next round. */
  #rounds(): void {
    this.#cancelTimer?.();
    this.#resting = false;
    if (this.#brake.holds) {
      this.#stand();
      return;
    }
    const { clock, pace } = this.#options;
    let next: number = turnResult.busy;
    for (let turns = Math.max(1, this.#vm.ready); turns > 0 && !this.#commands.congested; turns -= 1) {
      next = this.#vm.turn();
      if (this.#over) return;
      if (this.#hasFailed()) return;
      if (next === turnResult.finished) {
        this.#end({ type: 'finished' });
        return;
      }
    }
    this.#variables.ran();
    if (this.#over) return;
    // A congested queue is woken by its credit, a hat by its event.
    if (this.#commands.congested || next === Infinity) return;
    this.#resting = next === turnResult.busy;
    const delay = this.#resting ? pace.rest : Math.max(0, next - this.#time.now());
    this.#cancelTimer = clock.after(delay, () => {
      this.#resting = false;
      this.#rounds();
    });
  }

  /** A held program gets to its statements, and makes its steps. */
  #stand(): void {
    const more = this.#brake.stand();
    if (this.#over || this.#hasFailed()) return;
    if (this.#vm.next() === turnResult.finished) this.#end({ type: 'finished' });
    else if (more)
      this.#cancelTimer = this.#options.clock.after(this.#options.pace.rest, () => this.#rounds());
  }

  #hasFailed(): boolean {
    if (!this.#over && this.#vm.failure) this.#end({ type: 'failed', failure: this.#vm.failure });
    return this.#over;
  }

  #end(last: FromIsolate): void {
    if (last.type === 'finished') this.#vm.watch();
    this.close();
    this.#commands.close();
    this.#messages.close();
    this.#trace.close();
    this.#options.post(last);
  }
}
