import type { VmHost, VmScheduler, VmSetup } from './vm-contract.ts';

/** A message of another Pi, as the program reads it. */
interface Heard {
  readonly from: string;
  readonly value: number | string;
}

interface Stack {
  readonly id: number;
  readonly make: () => Generator<unknown, unknown, unknown>;
  /** What it is for: an event, a message or a key, as `signalOf` writes it; `null` for other hats. */
  readonly signal: string | null;
  /** Between its beats in µs; 0 when it has none. */
  readonly period: number;
  /** The beat of its next round, or of the one that runs; the first is 1. */
  beat: number;
  iterator: Generator<unknown, unknown, unknown> | undefined;
  /** Events, messages or keys that came while it ran. */
  pending: number;
  /** Of another Pi, one for each round that it has still to run; empty for other hats. */
  readonly kept: Heard[];
  /** The one that woke its present round. */
  heard: Heard | undefined;
  /** When it goes on, if it waits, in µs. */
  wake: number | undefined;
  /** Its block when it was last running. */
  block: unknown;
  /** The block that the trace was told last. */
  told: string | null;
  /** While the program is held: it stands where it shall, so it needs no turn to get there. */
  settled: boolean;
}

/** The variables that a program shows. */
interface Watched {
  readonly names: string[];
  /** Their present values. */
  readonly read: () => unknown;
  /** What was told of them last. */
  readonly told: (boolean | number | string)[];
}

/**
 * The scheduler of a program's stacks. It runs inside the engine: the host hands the text of this one function
 * to QuickJS, so it uses nothing from outside its own braces. Stacks that can run stand in one line and take
 * turns; those that wait stand in another, in the order of their waking.
 */
export function createScheduler(
  host: VmHost,
  setup: VmSetup,
  seededRandom: (seed: number) => () => number,
): VmScheduler {
  // Taken before the program runs, which may change every one of them.
  const slice = Function.prototype.call.bind(String.prototype.slice) as (
    text: string,
    from: number,
    to: number,
  ) => string;
  const toJson = JSON.stringify;
  const toText = String;
  const toNumber = Number;
  const { floor, max } = Math;
  const { isArray } = Array;
  const join = Function.prototype.call.bind(Array.prototype.join) as (list: unknown, by: string) => string;
  const toPrecision = Function.prototype.call.bind(Number.prototype.toPrecision) as (
    number: number,
    digits: number,
  ) => string;
  const bare = <T>(table: Readonly<Record<string, T>>): Record<string, T | undefined> =>
    Object.assign(Object.create(null), table);

  const { ringSize } = setup;
  const shared = new Int32Array(setup.shared.ring + ringSize);
  const { due, ready: readyCount, stack: runningStack } = setup.shared;
  shared.set(setup.ringMarker, setup.shared.ring);
  const ringStart: number = setup.shared.ring;
  const ringEnd = ringStart + ringSize;
  let head = ringStart;
  /** The end of the ring; its start while commands still cross at once, so that `$do` has one thing to ask. */
  let limit = ringStart;
  let direct = 0;

  const commands = bare<Record<string, number | undefined>>({});
  const values = bare<Record<string, boolean | number | string | undefined>>({});
  const stacks: Stack[] = [];
  const ready: Stack[] = [];
  const waiting: Stack[] = [];
  let current: Stack | undefined;
  let loading = false;
  /** When the program began, in µs: beat 0. */
  let began = 0;
  /** The last message of another Pi. */
  let lastHeard: Heard = { from: '', value: 0 };
  /** Whether something from outside can wake a stack. */
  let listens = false;
  let readBlock: () => unknown = () => '';
  let writeBlock: (block: unknown) => void = () => {};
  let stopAtNext: (stop: boolean) => void = () => {};
  /** The program stands still, but for the steps that it is told to make. */
  let held = false;
  /** How long each statement waits, in µs. */
  let slowness = 0;
  let watched: Watched = { names: [], read: () => [], told: [] };

  function where(): string | null {
    const block = readBlock();
    return typeof block === 'string' && block !== '' ? slice(block, 0, 64) : null;
  }

  function tell(): void {
    if (!current) return;
    const block = where();
    if (block === null || block === current.told) return;
    current.told = block;
    host.block(current.id, block);
  }

  function fail(kind: Parameters<VmHost['fail']>[0], name: unknown, message: unknown): never {
    host.fail(kind, slice(toText(name), 0, 64), slice(toText(message), 0, 200), where());
    throw new Error(kind);
  }

  /** What a message, a key or an event is called here; messages of other Pis are `peer`. A line break keeps what is before it from what is after. */
  function signalOf(kind: string, what: unknown, event?: unknown): string {
    const name = `${kind}\n${slice(toText(what), 0, 64)}`;
    return event === undefined ? name : `${name}\n${slice(toText(event), 0, 64)}`;
  }

  interface HatOptions {
    readonly part?: unknown;
    readonly event?: unknown;
    readonly name?: unknown;
    readonly key?: unknown;
    readonly seconds?: unknown;
  }

  function signalOfHat(hat: unknown, options: HatOptions): string | null {
    if (hat === 'event') return signalOf('event', options.part, toText(options.event));
    if (hat === 'message' || hat === 'peer') return signalOf(hat, options.name);
    return hat === 'key' ? signalOf('key', options.key) : null;
  }

  function $on(hat: unknown, options: HatOptions, _block: unknown, make: Stack['make']): void {
    if (!loading) fail('hat-misplaced', '', '');
    if (stacks.length >= setup.maxStacks) fail('stacks-too-many', '', '');
    const seconds = hat === 'every' ? toNumber(options.seconds) : 0;
    const period = hat === 'every' ? max(seconds || 0, setup.shortestBeat) * 1e6 : 0;
    const stack: Stack = {
      id: stacks.length,
      make,
      signal: signalOfHat(hat, options),
      period,
      beat: 1,
      iterator: undefined,
      pending: 0,
      kept: [],
      heard: undefined,
      wake: period > 0 ? began + period : undefined,
      block: '',
      told: null,
      settled: false,
    };
    stacks.push(stack);
    listens ||= hat === 'event' || hat === 'key' || hat === 'peer';
    if (stack.signal === null) queue(stack);
  }

  function $due(): boolean {
    return shared[due] !== 0;
  }

  function $do(part: string, command: string, first?: unknown, second?: unknown, third?: unknown): void {
    const code = commands[part]?.[command];
    // No code is 0. Asked in this way it takes the engine a seventh less time.
    if (code && first === undefined && head < limit) {
      shared[head] = code;
      head += 1;
    } else {
      doCarefully(part, command, code, [first, second, third]);
    }
  }

  /** All that the quick way of `$do` has no room for. */
  function doCarefully(part: string, command: string, code: number | undefined, args: unknown[]): void {
    if (code === undefined) fail('command-refused', part, command);
    if (args[0] !== undefined) {
      tell();
      for (let place = 0; place < args.length; place += 1) args[place] = short(args[place]);
      host.command(code, toJson(args));
    } else if (direct > 0) {
      direct -= 1;
      if (direct === 0) limit = ringEnd;
      tell();
      host.act(code);
    } else {
      host.flush();
      shared[ringStart] = code;
      head = ringStart + 1;
    }
  }

  /** An argument as it leaves the engine: no part takes more of a text, and none takes an object. */
  function short(arg: unknown): unknown {
    const long = typeof arg === 'string' || (typeof arg === 'object' && arg !== null);
    return long ? slice(toText(arg), 0, 1000) : arg;
  }

  function $read(part: string, value: string): boolean | number | string {
    return values[part]?.[value] ?? readCarefully(part, value);
  }

  function readCarefully(part: string, value: string): boolean | number | string {
    const asked = host.read(slice(toText(part), 0, 64), slice(toText(value), 0, 64));
    return asked === undefined ? fail('read-refused', part, value) : asked;
  }

  function* $wait(seconds: unknown): Generator<void, void, void> {
    const delay = toNumber(seconds);
    tell();
    // Shorter than that, it only stands in the line of those that can run.
    if (current && delay >= setup.shortestWait && delay < Infinity) current.wake = host.now() + delay * 1e6;
    yield;
  }

  function $print(value: unknown): void {
    const number = typeof value === 'number';
    const text = number ? toText(tidy(value)) : textOf(value, 1000);
    tell();
    host.print(text, number);
  }

  /** A value as people read it; the items of a list stand beside each other. */
  function textOf(value: unknown, length: number): string {
    return slice(isArray(value) ? join(value, ', ') : toText(value), 0, length);
  }

  /** Without the last of the digits that a double has, in which 0.1 + 0.2 is not 0.3. */
  function tidy(number: number): number {
    return toNumber(toPrecision(number, 15));
  }

  function $send(name: unknown): void {
    const message = slice(toText(name), 0, 64);
    tell();
    host.message(message);
    const lost = wake(signalOf('message', message));
    if (lost > 0) host.gap(lost);
  }

  function $tell(to: unknown, name: unknown, value?: unknown): void {
    const recipient = to === 'previous' || to === 'all' ? to : 'next';
    const message = slice(toText(name), 0, 64);
    const plain = value === undefined || (typeof value === 'number' && value - value === 0);
    const carried = plain ? (value as number | undefined) : textOf(value, 64);
    tell();
    host.tell(recipient, message, carried);
  }

  function $heard(what: unknown): number | string {
    const { from, value } = current?.heard ?? lastHeard;
    return what === 'from' ? from : value;
  }

  /** Before a statement, when the program is held or in slow motion. */
  function* $at(): Generator<void, void, void> {
    if (!current || (!held && slowness === 0)) return;
    tell();
    if (held) current.settled = true;
    else current.wake = host.now() + slowness;
    yield;
  }

  function $watch(names: unknown, read: unknown): void {
    if (!loading || !isArray(names) || typeof read !== 'function') return;
    watched = { names: [], read: read as () => unknown, told: [] };
    for (let place = 0; place < names.length && place < setup.maxWatched; place += 1) {
      watched.names[place] = slice(toText(names[place]), 0, 64);
    }
  }

  /** A value of a variable as a trace carries it. */
  function shown(value: unknown): boolean | number | string {
    if (typeof value === 'boolean') return value;
    if (typeof value === 'number' && value - value === 0) return tidy(value);
    return textOf(value, 200);
  }

  function tellVariables(): void {
    const { names, read, told } = watched;
    const present = read();
    if (!isArray(present)) return;
    for (let place = 0; place < names.length; place += 1) {
      const is = shown(present[place]);
      if (is === told[place]) continue;
      told[place] = is;
      host.variable(names[place]!, is);
    }
  }

  /** Sets whether statements stop at `$at`. */
  function mind(): void {
    stopAtNext(held || slowness > 0);
  }

  /** What a stack answers that has had its turn. */
  function next(): number {
    current = undefined;
    shared[readyCount] = ready.length;
    if (ready.length > 0) return setup.turnResult.busy;
    if (waiting.length > 0) return waiting[0]!.wake!;
    return listens ? Infinity : setup.turnResult.finished;
  }

  /** Those whose waiting is over can run. */
  function rouse(now: number): void {
    while (waiting.length > 0 && waiting[0]!.wake! <= now) {
      const woken = waiting.shift()!;
      woken.wake = undefined;
      woken.settled = false;
      ready.push(woken);
    }
  }

  /**
   * Lets every stack of this signal run, or run once more; answers how many have too much waiting already.
   *
   * @param heard what a message of another Pi brings for that round.
   */
  function wake(signal: string, heard?: Heard): number {
    let lost = 0;
    for (const stack of stacks) {
      if (stack.signal !== signal) continue;
      const idle = stack.iterator === undefined && !ready.includes(stack);
      const room = idle || stack.pending < setup.maxPendingEvents;
      if (idle) {
        stack.settled = false;
        ready.push(stack);
      } else if (room) stack.pending += 1;
      else lost += 1;
      if (room && heard) stack.kept.push(heard);
    }
    shared[readyCount] = ready.length;
    return lost;
  }

  function queue(stack: Stack): void {
    const { wake } = stack;
    if (wake === undefined) {
      ready.push(stack);
      return;
    }
    let place = waiting.length;
    while (place > 0 && waiting[place - 1]!.wake! > wake) place -= 1;
    waiting.splice(place, 0, stack);
  }

  function run(stack: Stack): void {
    current = stack;
    shared[runningStack] = stack.id;
    direct = setup.directCommands;
    limit = ringStart;
    stack.settled = false;
    writeBlock(stack.block);
    if (!stack.iterator) {
      stack.heard = stack.kept.shift();
      stack.iterator = stack.make();
    }
    const { done } = stack.iterator.next();
    stack.block = readBlock();
    if (!done) {
      queue(stack);
      return;
    }
    stack.iterator = undefined;
    stack.wake = undefined;
    if (stack.told !== null) host.block(stack.id, null);
    stack.told = null;
    if (stack.pending > 0) {
      stack.pending -= 1;
      ready.push(stack);
    }
    if (stack.period > 0) {
      // Of the beats that went by meanwhile, the last is run.
      stack.beat = max(stack.beat + 1, floor((host.now() - began) / stack.period));
      stack.wake = began + stack.beat * stack.period;
      queue(stack);
    }
  }

  /** Runs a part of the program; what it throws ends it. What cannot be caught passes through to the host. */
  function guarded(act: () => void): void {
    try {
      act();
    } catch (error) {
      const { name, message } = Object(error) as { name?: unknown; message?: unknown };
      const plain = error === null || typeof error !== 'object';
      fail('thrown', plain ? '' : name, plain ? error : message);
    }
  }

  return {
    where,
    load(wrapped, facts) {
      for (const part of Object.keys(facts.commands)) commands[part] = bare(facts.commands[part]!);
      for (const part of Object.keys(facts.values)) values[part] = bare(facts.values[part]!);
      Math.random = seededRandom(facts.seed);
      began = host.now();
      const connect = (read: typeof readBlock, write: typeof writeBlock, stop: typeof stopAtNext) => {
        readBlock = read;
        writeBlock = write;
        stopAtNext = stop;
      };
      direct = setup.directCommands;
      loading = true;
      guarded(wrapped($on, $due, $do, $read, $wait, $print, $send, $tell, $heard, $watch, $at, connect));
      loading = false;
      shared[readyCount] = ready.length;
    },
    turn(now) {
      rouse(now);
      const stack = ready.shift();
      if (stack) guarded(() => run(stack));
      return next();
    },
    settle() {
      const place = ready.findIndex(({ settled }) => !settled);
      if (place < 0) return false;
      const stack = ready.splice(place, 1)[0]!;
      guarded(() => run(stack));
      current = undefined;
      // One turn is enough, even if it ended at another place than a statement.
      stack.settled = true;
      next();
      return ready.some(({ settled }) => !settled);
    },
    hold(hold) {
      held = hold;
      mind();
    },
    slow(pace) {
      slowness = pace;
      mind();
    },
    next() {
      return next();
    },
    watch() {
      guarded(tellVariables);
    },
    deliver(part, event) {
      return wake(signalOf('event', part, event));
    },
    press(key) {
      return wake(signalOf('key', key));
    },
    hear(from, name, value) {
      lastHeard = { from, value };
      return wake(signalOf('peer', name), lastHeard);
    },
    setValue(part, value, is) {
      const known = values[part];
      if (known) known[value] = is;
    },
  };
}
