import type { Block, Workspace } from 'blockly/core';
import type { Wiring } from '../../../device/contract/wiring.ts';
import type { CodeText } from '../code-text.ts';
import type { LanguageBlock } from '../family.ts';
import type { Language } from '../messages/index.ts';
import { allHelpers, helperNames } from './all-helpers.ts';
import { header } from './header.ts';
import { pythonParts } from './parts/index.ts';
import { helperCode, importLines } from './preamble.ts';
import { PythonProgram } from './python-program.ts';
import { Stacks } from './stacks.ts';
import { pythonBlocks } from './table.ts';

export { fileNameFor } from './file-name.ts';

export interface GeneratePythonOptions {
  /** What `registerBlocks` gave. */
  readonly blocks: readonly LanguageBlock[];
  /** What the program is wired to. A part that is used and not wired has a line that says so. */
  readonly wiring: Wiring;
  /** Stands at the top, and is the file's name: "Ampel". */
  readonly title: string;
  /** Of the comments. */
  readonly language: Language;
}

/**
 * The Python that a workspace's blocks stand for, for people to read and for a plain Raspberry Pi OS with the same
 * wiring: gpiozero, and where that lacks a part, the usual library or a small class. Only what hangs under a hat counts.
 *
 * A block's mark covers its lines without the indentation of the first, or its expression. A hat has a second mark where
 * its function is tied to its event; what has no line, such as the start hat of the only stack, covers its blocks.
 *
 * @throws ProblemError `block-unknown`, or `python-too-deep` for blocks inside each other that Python itself refuses.
 */
export function generatePython(workspace: Workspace, options: GeneratePythonOptions): CodeText {
  const tops = workspace
    .getTopBlocks(true)
    .filter((block) => block.isEnabled() && !block.isInsertionMarker());
  const hatTypes = new Set(options.blocks.filter((one) => one.hat).map((one) => one.type as string));
  const definitionTypes = new Set(
    options.blocks.filter((one) => one.procedure).map((one) => one.type as string),
  );
  const definitions = tops.filter((block) => definitionTypes.has(block.type));
  const hats = tops.filter((block) => hatTypes.has(block.type));
  const counted = [...definitions, ...hats].flatMap((block) =>
    block.getDescendants(true).filter((one) => one.isEnabled() && !one.isInsertionMarker()),
  );
  const program = new PythonProgram(workspace, counted, {
    ...options,
    table: pythonBlocks,
    allHelpers,
    helperNames,
  });
  const stacks = new Stacks(program, hats);
  const procedures = definitions.map((block) => program.blockToCode(block, true) as string);
  const { functions, ties, main, ending } = stacks.write();
  const parts = partLines(program);
  const { classes, functions: helpers } = helperCode(program);
  const code = [
    header(program, options.title),
    importLines(program),
    ...classes,
    parts,
    ...helpers,
    variableLines(program, counted),
    ...procedures,
    ...functions,
    ties,
    main,
    ending,
  ];
  return program.marks.finish(joined(code));
}

/** One line for each part that is used. */
function partLines(program: PythonProgram): string {
  return [...program.parts.keys()]
    .map((id) => {
      const wired = program.wiredPart(id);
      const part = pythonParts.find((one) => one.part === wired?.type);
      const name = program.partName(id);
      if (part) return `${name} = ${part.make(id, program)}\n`;
      return `${name} = None  # ${program.says('Dieses Teil ist nicht verkabelt.', 'This part is not wired.')}\n`;
    })
    .join('');
}

/** Variables begin at 0; those that only count rounds begin with their loop. */
function variableLines(program: PythonProgram, counted: readonly Block[]): string {
  const { variables, loopVariables, parameters } = program.analysis;
  const lines = variables
    .filter((id) => !loopVariables.includes(id) && !parameters.has(id))
    .map((id) => `${program.names.getName(id, 'VARIABLE')} = 0\n`);
  const types = new Set(counted.map((block) => block.type));
  const only = `  # ${program.says('Das gibt es nur in Steckbrett.', 'This exists only in Steckbrett.')}\n`;
  if (types.has('steckbrett_peer_value')) lines.push(`received_value = 0${only}`);
  if (types.has('steckbrett_peer_from')) lines.push(`sender = ""${only}`);
  return lines.join('');
}

/** Sections with a gap between them: two lines beside functions and classes, as Python's style guide has it. */
function joined(sections: readonly string[]): string {
  const plain = /^(?:\uFDD0\d+\uFDD2)*/;
  const big = (code: string) => /^(?:def|class|waiting) /.test(code.replace(plain, ''));
  let text = '';
  let before = '';
  for (const section of sections.filter((one) => one !== '')) {
    if (text !== '') text += big(section) || big(before) ? '\n\n' : '\n';
    text += section;
    before = section;
  }
  return text;
}
