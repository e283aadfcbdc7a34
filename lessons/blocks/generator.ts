import type { Block, Names, Workspace } from 'blockly/core';
import { JavascriptGenerator, javascriptGenerator } from 'blockly/javascript';
import { ProblemError, problem } from '../../device/contract/problem.ts';
import { basicBlocks } from './families.ts';
import type { LanguageBlock } from './family.ts';
import { quote, quoteId } from './quote.ts';
import { reservedWords } from './reserved-words.ts';
import { VariableNames } from './variable-names.ts';
import { watchedVariables } from './watched-variables.ts';

// They come along with the generator, whose names they tell.
export { variableNames } from './watched-variables.ts';

/** Turns blocks into a program for the API of `device/program/program-api.ts`. One instance serves one program. */
export class ProgramGenerator extends JavascriptGenerator {
  protected readonly hats: ReadonlySet<string>;
  private readonly procedures: ReadonlySet<string>;

  constructor(blocks: readonly LanguageBlock[]) {
    super('Steckbrett');
    this.hats = new Set(blocks.filter((one) => one.hat).map((one) => one.type));
    this.procedures = new Set(blocks.filter((one) => one.procedure).map((one) => one.type));
    // Blockly's class has private members, so nothing but itself passes as it.
    this.nameDB_ = new VariableNames(reservedWords) as unknown as Names;
    this.STATEMENT_PREFIX = '$b = %1; if ($p) yield* $at();\n';
    this.INFINITE_LOOP_TRAP = 'if ($due()) yield;\n';
    // Blockly types generators by `this`, so a subclass does not pass as its base without being told.
    const base = this as unknown as JavascriptGenerator;
    for (const { type, generate } of blocks) {
      const code = generate ?? javascriptGenerator.forBlock[type];
      if (code) this.forBlock[type] = (block) => code(block, base);
    }
  }

  /**
   * The whole program: variables and helper functions, then the pupil's procedures, then each hat with its stack, from
   * top to bottom.
   */
  program(workspace: Workspace): string {
    this.init(workspace);
    const counted = workspace
      .getTopBlocks(true)
      .filter((block) => block.isEnabled() && !block.isInsertionMarker());
    const procedures = counted
      .filter((block) => this.procedures.has(block.type))
      .map((block) => this.blockToCode(block, true));
    const stacks = counted
      .filter((block) => this.hats.has(block.type))
      .map((block) => this.blockToCode(block));
    const watch = this.watch(workspace);
    return `${this.finish([...watch, ...procedures, ...stacks].join('\n')).trim()}\n`;
  }

  /** The line that shows the program's variables to people; a text that is only read needs none. */
  private watch(workspace: Workspace): string[] {
    if (!this.STATEMENT_PREFIX) return [];
    const names = watchedVariables(workspace).map((one) => this.getVariableName(one.getId()));
    if (names.length === 0) return [];
    return [`$watch([${names.map((name) => quote(name)).join(', ')}], () => [${names.join(', ')}]);\n`];
  }

  override init(workspace: Workspace): void {
    super.init(workspace);
    // A variable that was never set counts as 0, as pupils know it from Scratch, not as `undefined`.
    const declared = this.definitions_.variables;
    if (declared) this.definitions_.variables = declared.replace(/[,;]/g, ' = 0$&');
  }

  override blockToCode(block: Block | null, thisOnly?: boolean): string | [string, number] {
    if (block && !(block.type in this.forBlock)) {
      throw new ProblemError(
        problem(
          'block-unknown',
          `Den Block „${block.type}“ gibt es hier nicht. Nimm ihn heraus, dann läuft dein Programm wieder.`,
          `The block “${block.type}” does not exist here. Take it out, and your program will run again.`,
        ),
      );
    }
    // A definition is no statement, so no block's id stands before it.
    if (block && this.procedures.has(block.type)) block.suppressPrefixSuffix = true;
    return super.blockToCode(block, thisOnly);
  }

  override injectId(message: string, block: Block): string {
    return message.replaceAll('%1', () => quoteId(block));
  }

  override quote_(text: string): string {
    return quote(text);
  }

  /** Adds the next block's code. Comments are left out: a line break in one could leave its comment. */
  override scrub_(block: Block, code: string, thisOnly = false): string {
    if (thisOnly || this.hats.has(block.type)) return code;
    return code + this.blockToCode(block.getNextBlock());
  }
}

/**
 * The program that a workspace's blocks stand for, as `ProgramRunner.run` takes it. Only what hangs under a hat
 * counts; loose blocks are left out.
 *
 * @param blocks what `registerBlocks` gave; left out: the basic language, without the parts that are loaded on demand.
 * @throws ProblemError `block-unknown`: the workspace holds a block that is not among them.
 */
export function generateProgram(
  workspace: Workspace,
  blocks: readonly LanguageBlock[] = basicBlocks,
): string {
  return new ProgramGenerator(blocks).program(workspace);
}
