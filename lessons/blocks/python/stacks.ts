import type { Block } from 'blockly/core';
import { inName, messageOf } from './language/events.ts';
import type { PythonProgram } from './python-program.ts';
import { pythonHats } from './table.ts';

/** A hat with the name of its function. */
interface Stack {
  readonly hat: Block;
  readonly name: string;
}

/** What the stacks become. */
export interface WrittenStacks {
  /** A function for each stack that does not run in the main line. */
  readonly functions: readonly string[];
  /** What ties functions to events. */
  readonly ties: string;
  /** What runs in the main line. */
  readonly main: string;
  /** How the program waits for the rest of it. */
  readonly ending: string;
}

/**
 * Puts stacks together: the only stack under a start hat is the program's main line; of several, each runs in a thread;
 * those of events are functions.
 */
export class Stacks {
  private readonly program: PythonProgram;
  private readonly starts: readonly Stack[];
  private readonly others: readonly Stack[];

  /** @param hats from top to bottom. Names the functions and says what messages call. */
  constructor(program: PythonProgram, hats: readonly Block[]) {
    this.program = program;
    const starts = hats.filter((hat) => hat.type === 'steckbrett_start');
    const alone = starts.length === 1;
    this.starts = starts.map((hat, index) => ({
      hat,
      name: alone ? '' : program.names.getDistinctName(`start_${index + 1}`),
    }));
    this.others = hats
      .filter((hat) => hat.type !== 'steckbrett_start')
      .map((hat) => ({
        hat,
        name: program.names.getDistinctName(pythonHats[hat.type]?.name(hat, program) ?? 'stack'),
      }));
    for (const { hat } of this.others) {
      if (hat.type !== 'steckbrett_when_message') continue;
      const message = messageOf(hat);
      const sender = program.names.getDistinctName(`send_${inName(message)}`);
      program.senders.set(message, [...(program.senders.get(message) ?? []), sender]);
    }
  }

  write(): WrittenStacks {
    const { starts, others } = this;
    const main = this.main();
    const threads = starts.length > 1 ? starts : [];
    return {
      functions: [...threads, ...others].map((stack) => this.function(stack)),
      ties: this.ties(),
      main,
      ending: this.ending(),
    };
  }

  private function({ hat, name }: Stack): string {
    const { program } = this;
    const outside = hat.type === 'steckbrett_when_key' || hat.type === 'steckbrett_when_peer';
    const note = program.says(
      'Nur Steckbrett ruft diese Funktion auf.',
      'Only Steckbrett calls this function.',
    );
    const code = program.function(name, [], () => program.stack(hat.getNextBlock()));
    return program.marks.wrap(
      hat,
      outside ? `${code.replace(':\n', `:\n${program.INDENT}# ${note}\n`)}` : code,
    );
  }

  /** The main line: the only start stack, or threads for all of them. */
  private main(): string {
    const { program, starts } = this;
    const [only] = starts;
    if (!only) return '';
    if (starts.length === 1) return program.marks.wrap(only.hat, program.stack(only.hat.getNextBlock()));
    const thread = program.use('threading', 'Thread');
    const threads = starts.map(
      ({ hat, name }) =>
        `${program.INDENT}${program.marks.wrap(hat, `${thread}(target=${name}, daemon=True),\n`)}`,
    );
    return `threads = [\n${threads.join('')}]\nfor thread in threads:\n${program.INDENT}thread.start()\n`;
  }

  private ties(): string {
    const { program } = this;
    const targets = new Map<string, Stack[]>();
    const lines: string[] = [];
    const messages = new Map<string, number>();
    for (const stack of this.others) {
      const { hat, name } = stack;
      const kind = pythonHats[hat.type];
      const target = kind?.target?.(hat, program);
      if (hat.type === 'steckbrett_when_message') {
        const message = messageOf(hat);
        const count = messages.get(message) ?? 0;
        messages.set(message, count + 1);
        const sender = program.senders.get(message)?.[count] ?? '';
        lines.push(program.marks.wrap(hat, `${sender} = ${program.helper('in_order')}(${name})\n`));
      } else if (kind?.begin) {
        lines.push(
          program.marks.wrap(
            hat,
            kind.begin(hat, hat.type === 'steckbrett_every' ? name : this.handler(stack), program),
          ),
        );
      } else if (target !== undefined) {
        targets.set(target, [...(targets.get(target) ?? []), stack]);
      }
    }
    for (const [target, stacks] of targets) lines.push(this.tie(target, stacks));
    return lines.join('');
  }

  /** What an event calls: the function, or, where it may still be busy, what puts its runs in order. */
  private handler({ hat, name }: Stack): string {
    const { program } = this;
    return program.analysis.isSlow(hat) ? `${program.helper('in_order')}(${name})` : name;
  }

  private tie(target: string, stacks: readonly Stack[]): string {
    const { program } = this;
    const handlers = stacks.map((stack) => this.handler(stack));
    const [first] = stacks;
    const handler =
      handlers.length === 1 ? (handlers[0] ?? '') : `${program.helper('all_of')}(${handlers.join(', ')})`;
    if (!first) return '';
    const kind = pythonHats[first.hat.type];
    return program.marks.wrap(first.hat, `${target} = ${kind?.handler?.(handler, program) ?? handler}\n`);
  }

  /** How the program goes on when its main line is done. */
  private ending(): string {
    const { program, starts, others } = this;
    const [only] = starts;
    if (starts.length === 1 && only && isEndless(only.hat)) return '';
    const listens = others.some(({ hat }) => {
      const kind = pythonHats[hat.type];
      return kind?.target || kind?.begin;
    });
    if (listens) return `${program.use('signal', 'pause')}()\n`;
    const join = starts.length > 1 ? `for thread in threads:\n${program.INDENT}thread.join()\n` : '';
    if (!others.some(({ hat }) => hat.type === 'steckbrett_when_message')) return join;
    return (
      `${join}while any(events.unfinished_tasks for events in waiting):\n` +
      `${program.INDENT}${program.use('time', 'sleep')}(0.01)\n`
    );
  }
}

/** Whether a stack ends in a loop that nothing leaves. */
function isEndless(hat: Block): boolean {
  let last: Block = hat;
  for (let next = hat.getNextBlock(); next; next = next.getNextBlock()) if (next.isEnabled()) last = next;
  const leaves = (one: Block) =>
    one.type === 'controls_flow_statements' && one.getFieldValue('FLOW') === 'BREAK' && loopOf(one) === last;
  return last.type === 'steckbrett_forever' && !last.getDescendants(false).some(leaves);
}

/** The loop that a block stands in. */
function loopOf(block: Block): Block | null {
  const loops = [
    'steckbrett_forever',
    'steckbrett_repeat',
    'controls_whileUntil',
    'controls_for',
    'controls_forEach',
  ];
  let outer = block.getSurroundParent();
  while (outer && !loops.includes(outer.type)) outer = outer.getSurroundParent();
  return outer;
}
