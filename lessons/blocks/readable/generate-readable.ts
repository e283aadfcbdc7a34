import type { Names, Workspace } from 'blockly/core';
import type { JavascriptGenerator } from 'blockly/javascript';
import type { Wiring } from '../../../device/contract/wiring.ts';
import { CodeMarks, plain } from '../code-marks.ts';
import type { CodeMark, CodeText } from '../code-text.ts';
import { basicBlocks } from '../families.ts';
import type { Generate, LanguageBlock } from '../family.ts';
import { ProgramGenerator } from '../generator.ts';
import type { Language } from '../messages/index.ts';
import { reservedWords } from '../reserved-words.ts';
import { VariableNames } from '../variable-names.ts';
import { readableBlocks } from './readable-blocks.ts';
import { readableForms } from './readable-forms.ts';
import { className, partLines, partName, partsOf } from './readable-parts.ts';

/** Names that the readable program uses and does not explain. */
const spoken =
  'wait waitUntil onStart onKey onMessage onPeer every send tell heard count console mapRange textToNumber'.split(
    ' ',
  );

/** Literals and names carry no sign: Blockly's generators look at them. They are shown by the block around them. */
const bare: ReadonlySet<string> = new Set(['math_number', 'text', 'variables_get', 'steckbrett_note']);

const unwired = { de: 'nicht verkabelt', en: 'not wired' };

/** Blocks as JavaScript for people. One instance serves one program. */
class ReadableGenerator extends ProgramGenerator {
  private readonly marks = new CodeMarks();
  /** The parts' names by their ids. */
  private readonly parts = new Map<string, string>();

  constructor(workspace: Workspace, blocks: readonly LanguageBlock[], wiring: Wiring) {
    super(blocks);
    this.STATEMENT_PREFIX = null;
    this.INFINITE_LOOP_TRAP = null;
    const taken = [...reservedWords, ...spoken, ...wiring.parts.map((part) => className(part.type))];
    const names = new VariableNames(taken);
    for (const id of partsOf(workspace)) this.parts.set(id, names.getDistinctName(partName(id)));
    this.nameDB_ = new VariableNames([...taken, ...this.parts.values()]) as unknown as Names;
    const base = this as unknown as JavascriptGenerator;
    for (const { type } of blocks) {
      const code = readableBlocks[type] ?? (this.forBlock[type] as unknown as Generate | undefined);
      if (!code) continue;
      this.forBlock[type] = bare.has(type)
        ? (block) => code(block, base)
        : (block) => this.marks.wrap(block, code(block, base));
    }
  }

  /** The text, its parts first. */
  text(workspace: Workspace, wiring: Wiring, language: Language): CodeText {
    const program = this.program(workspace);
    if (program.trim() === '') return { text: '', marks: [] };
    const heads = partLines(this.parts, partsOf(workspace), wiring, unwired[language]);
    const code = readableForms(program, (id) => this.parts.get(id) ?? partName(id));
    return this.marks.finish(`${heads === '' ? '' : `${heads}\n`}${code}`.replace(/\n{3,}/g, '\n\n'));
  }

  override init(workspace: Workspace): void {
    super.init(workspace);
    const declared = this.definitions_.variables;
    if (declared) this.definitions_.variables = declared.replace(/^var /, 'let ');
  }

  /** What a helper does is told by its name; how it does it is left out. */
  override provideFunction_(name: string): string {
    return name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  }

  override quote_(text: string): string {
    return super.quote_(plain(text));
  }
}

/** What each block without a text of its own stands in: the text of the block around it. */
function borrowed(workspace: Workspace, marks: readonly CodeMark[]): CodeMark[] {
  const own = new Map<string, CodeMark>();
  for (const mark of marks) if (!own.has(mark.block)) own.set(mark.block, mark);
  return workspace.getAllBlocks(false).flatMap((block) => {
    if (own.has(block.id) || !block.outputConnection) return [];
    const around = block.getParent();
    const mark = around && own.get(around.id);
    return mark ? [{ ...mark, block: block.id }] : [];
  });
}

/**
 * What a workspace's blocks are in JavaScript, for people to read: without what the runtime needs, and with each part
 * as a thing of its own, `red.on()`. It says what `generateProgram` does; it is not meant to be run.
 *
 * @param options.blocks what `registerBlocks` gave; left out: the basic language.
 * @returns the empty text when no stack hangs under a hat.
 * @throws ProblemError `block-unknown`: the workspace holds a block that is not among them.
 */
export function generateReadable(
  workspace: Workspace,
  options: {
    readonly blocks?: readonly LanguageBlock[];
    readonly wiring: Wiring;
    readonly language: Language;
  },
): CodeText {
  const { blocks = basicBlocks, wiring, language } = options;
  const { text, marks } = new ReadableGenerator(workspace, blocks, wiring).text(workspace, wiring, language);
  return { text, marks: [...marks, ...borrowed(workspace, marks)] };
}
