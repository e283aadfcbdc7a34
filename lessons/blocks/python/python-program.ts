import type { Block, Workspace } from 'blockly/core';
import { PythonGenerator } from 'blockly/python';
import { ProblemError, problem } from '../../../device/contract/problem.ts';
import type { WiredPart, Wiring } from '../../../device/contract/wiring.ts';
import { CodeMarks, rewritten } from '../code-marks.ts';
import type { Language } from '../messages/index.ts';
import { VariableNames } from '../variable-names.ts';
import { Analysis } from './analysis.ts';
import type { Helper } from './helpers.ts';
import { isOnly, Kind } from './kinds.ts';
import { Order } from './order.ts';
import { pythonIdentifier, pythonString } from './python-text.ts';
import { pythonWords } from './python-words.ts';

/** What Python itself takes: 20 loops inside each other, 100 indentations, and brackets enough for so many values. */
const most = { loops: 18, indents: 80, values: 50 };

/** A function that is being written. */
interface Scope {
  /** Ids of the variables that are the function's own. */
  readonly own: ReadonlySet<string>;
  /** Ids of the program's variables that it changes. */
  readonly changed: Set<string>;
}

/** The Python of one block: a statement's lines, each with its end, or a value with how strongly it binds. */
export type WritePython = (block: Block, program: PythonProgram) => string | [string, number];

/** What a program is written for, and with. */
export interface PythonOptions {
  readonly wiring: Wiring;
  readonly language: Language;
  /** How blocks are written, by their type; hats are none of them. */
  readonly table: Readonly<Record<string, WritePython>>;
  /** The functions and classes that programs may need, by name. */
  readonly allHelpers: Readonly<Record<string, Helper>>;
  /** What variables must not be called because of them. */
  readonly helperNames: readonly string[];
}

/** Writes the Python of blocks, and keeps in mind what they need: imports, helpers, parts. One serves one program. */
export class PythonProgram extends PythonGenerator {
  readonly marks = new CodeMarks();
  readonly names: VariableNames;
  readonly language: Language;
  readonly analysis: Analysis;
  /** By module: what is imported from it. */
  readonly imports = new Map<string, Set<string>>();
  /** Names of the helpers that are needed, in the order in which they must stand. */
  readonly helpers = new Set<string>();
  /** Ids of the parts that are used, with what a block calls them. */
  readonly parts = new Map<string, string>();
  /** Debian's packages that a plain Pi may lack. */
  readonly packages = new Set<string>();
  /** What sending a message calls, by the message's name. */
  readonly senders = new Map<string, readonly string[]>();

  private readonly allHelpers: Readonly<Record<string, Helper>>;
  private readonly wired: ReadonlyMap<string, WiredPart>;
  private readonly partNames = new Map<string, string>();
  private scope: Scope | undefined;
  private loops = 0;
  private indents = 0;
  private values = 0;

  constructor(workspace: Workspace, counted: readonly Block[], options: PythonOptions) {
    super('Steckbrett Python');
    this.INDENT = '    ';
    this.isInitialized = true;
    const { wiring, language, table, allHelpers, helperNames } = options;
    this.language = language;
    this.allHelpers = allHelpers;
    this.names = new VariableNames([...pythonWords, ...helperNames], pythonIdentifier);
    this.wired = new Map(wiring.parts.map((part) => [part.id, part]));
    this.analysis = new Analysis(counted);
    for (const id of this.analysis.partIds) this.partNames.set(id, this.names.getDistinctName(id || 'part'));
    this.names.setVariableMap(workspace.getVariableMap());
    for (const id of this.analysis.variables) this.names.getName(id, 'VARIABLE');
    for (const name of this.analysis.procedures) this.names.getName(name, 'PROCEDURE');
    for (const [type, write] of Object.entries(table)) {
      this.forBlock[type] = (block) => this.marks.wrap(block, write(block, this));
    }
  }

  /** One of two texts, in the page's language. */
  says(de: string, en: string): string {
    return this.language === 'de' ? de : en;
  }

  /** Notes an import. @returns the name. */
  use(module: string, name: string): string {
    const names = this.imports.get(module) ?? new Set();
    this.imports.set(module, names.add(name));
    return name;
  }

  /** Notes a helper with all that it needs. @returns its name. */
  helper(name: string): string {
    const helper = this.allHelpers[name];
    if (!helper) throw new Error(`there is no helper ${name}`);
    for (const other of helper.needs ?? []) this.helper(other);
    for (const one of helper.imports ?? []) {
      const [module = '', imported = ''] = one.split(' ');
      this.use(module, imported);
    }
    if (helper.package) this.packages.add(helper.package);
    this.helpers.add(name);
    return name;
  }

  /** The variable of the part that a block speaks to. */
  part(block: Block): string {
    const id = String(block.getFieldValue('PART') ?? '');
    this.parts.set(id, block.getField('PART')?.getText() ?? id);
    return this.partName(id);
  }

  /** The variable of a part. */
  partName(id: string): string {
    return this.partNames.get(id) ?? pythonIdentifier(id);
  }

  /** The part of this id, if it is wired. */
  wiredPart(id: string): WiredPart | undefined {
    return this.wired.get(id);
  }

  /** The variable in a block's field, to be read. */
  variable(block: Block, field = 'VAR'): string {
    return this.names.getName(String(block.getFieldValue(field)), 'VARIABLE');
  }

  /** The variable in a block's field, to be changed; a function then says that it is the program's. */
  changed(block: Block, field = 'VAR'): string {
    const id = String(block.getFieldValue(field));
    if (this.scope && !this.scope.own.has(id)) this.scope.changed.add(id);
    return this.variable(block, field);
  }

  /** The value in an input. @param empty what stands for nothing. */
  value(block: Block, input: string, order: Order = Order.NONE, empty = '0'): string {
    this.values++;
    if (this.values > most.values) throw tooDeep();
    const code = this.valueToCode(block, input, order as number) || empty;
    this.values--;
    return code;
  }

  /** The value in an input if a plain number lies there. */
  literal(block: Block, input: string): number | undefined {
    const inner = block.getInputTargetBlock(input);
    if (!inner) return 0;
    return inner.type === 'math_number' ? Number(inner.getFieldValue('NUM')) : undefined;
  }

  /** The value in an input as a whole number: brackets round what may be none. */
  whole(block: Block, input: string, order: Order = Order.NONE, empty = '0'): string {
    if (isOnly(this.analysis.kinds.in(block, input), Kind.int)) return this.value(block, input, order, empty);
    return `int(${this.value(block, input, Order.NONE, empty)})`;
  }

  /** The value in an input as a text. */
  text(block: Block, input: string, order: Order = Order.NONE): string {
    const kind = this.analysis.kinds.in(block, input);
    if (!block.getInputTargetBlock(input)) return '""';
    if (kind === Kind.text) return this.value(block, input, order);
    return `${this.toText(kind)}(${this.value(block, input)})`;
  }

  /** The name of what makes a text of such values. */
  toText(kind: number): string {
    if (kind & Kind.list) return this.helper('as_line');
    return kind & Kind.float ? this.helper('as_text') : 'str';
  }

  /** A share from 0 to 1 of the percent in an input. */
  share(block: Block, input: string): string {
    const percent = this.literal(block, input);
    const code = this.value(block, input);
    if (percent === undefined) return `${this.helper('percent')}(${code})`;
    return rewritten(code, String(Math.min(100, Math.max(0, percent)) / 100));
  }

  /** A block and those below it. */
  stack(first: Block | null): string {
    let code = '';
    for (let block = first; block; block = block.getNextBlock()) code += this.blockToCode(block, true);
    return code;
  }

  /** What lies in a mouth of a block, indented; `pass` if nothing does. */
  body(block: Block, input: string): string {
    return this.indented(() => this.stack(block.getInputTargetBlock(input)));
  }

  /** What lies in the mouth of a loop. */
  loop(block: Block, input = 'DO'): string {
    this.loops++;
    if (this.loops > most.loops) throw tooDeep();
    const code = this.body(block, input);
    this.loops--;
    return code;
  }

  /** Whether `break` may stand here. */
  get inLoop(): boolean {
    return this.loops > 0;
  }

  /** Whether `return` may stand here. */
  get inFunction(): boolean {
    return this.scope !== undefined;
  }

  /** A function. @param own ids of its parameters. */
  function(name: string, own: readonly string[], body: () => string): string {
    const scope: Scope = { own: new Set([...own, ...this.analysis.loopVariables]), changed: new Set() };
    const outer = { scope: this.scope, loops: this.loops };
    this.scope = scope;
    this.loops = 0;
    const code = this.indented(body);
    this.scope = outer.scope;
    this.loops = outer.loops;
    const parameters = own.map((id) => this.names.getName(id, 'VARIABLE'));
    const changed = [...scope.changed].map((id) => this.names.getName(id, 'VARIABLE'));
    const global = changed.length > 0 ? `${this.INDENT}global ${changed.join(', ')}\n` : '';
    return `def ${name}(${parameters.join(', ')}):\n${global}${code}`;
  }

  override quote_(text: string): string {
    return pythonString(text);
  }

  override blockToCode(block: Block | null, thisOnly?: boolean): string | [string, number] {
    if (block && !(block.type in this.forBlock)) {
      throw new ProblemError(
        problem(
          'block-unknown',
          `Den Block „${block.type}“ gibt es hier nicht. Nimm ihn heraus, dann siehst du dein Programm wieder.`,
          `The block “${block.type}” does not exist here. Take it out, and you will see your program again.`,
        ),
      );
    }
    return super.blockToCode(block, thisOnly);
  }

  /** What follows a block is added by `stack`. */
  override scrub_(_block: Block, code: string): string {
    return code;
  }

  private indented(body: () => string): string {
    this.indents++;
    if (this.indents > most.indents) throw tooDeep();
    const code = body();
    this.indents--;
    return this.prefixLines(code || 'pass\n', this.INDENT);
  }
}

function tooDeep(): ProblemError {
  return new ProblemError(
    problem(
      'python-too-deep',
      'So tief ineinander kann Python deine Blöcke nicht schreiben. Mach aus den inneren einen eigenen Block.',
      'Python cannot write blocks that lie so deep inside each other. Make the inner ones a block of your own.',
    ),
  );
}
