import type { WorkspaceSvg } from 'blockly/core';
import { ProblemError, problem } from '../../../device/contract/problem.ts';
import type { Wiring } from '../../../device/contract/wiring.ts';
import type { CodeText } from '../../../lessons/blocks/code-text.ts';
import type { LanguageBlock } from '../../../lessons/blocks/family.ts';
import type { Language } from '../../locales/locale.ts';
import type { CodeLanguage } from './colour-code.ts';

/** The blocks' editor, as far as their text needs it. */
export interface CodeEditor {
  /** `undefined` until it can be used. */
  readonly blockly: { workspace: WorkspaceSvg; learnt: readonly LanguageBlock[] } | undefined;
}

/** What the text says beside the blocks. */
export interface CodeAbout {
  readonly wiring: Wiring;
  /** The lesson's name. */
  readonly title: string;
  readonly language: Language;
}

/** Why there is no text yet. */
export type NoCode = 'no-editor' | 'no-blocks' | 'no-hat';

/** What to show: a text, or why there is none. */
export type ShownCode = { readonly code: CodeText; readonly none?: never } | { readonly none: NoCode };

/**
 * The blocks as text in a language; what makes it is loaded when it is first asked for.
 *
 * @throws ProblemError `block-unknown`, `code-not-loaded`.
 */
export async function codeOf(editor: CodeEditor, which: CodeLanguage, about: CodeAbout): Promise<ShownCode> {
  const generate = await loadGenerator(which);
  const { blockly } = editor;
  if (!blockly) return { none: 'no-editor' };
  const { workspace, learnt } = blockly;
  if (workspace.getTopBlocks(false).length === 0) return { none: 'no-blocks' };
  const begins = new Set<string>(learnt.filter((one) => one.hat || one.procedure).map((one) => one.type));
  if (!workspace.getTopBlocks(false).some((block) => begins.has(block.type))) return { none: 'no-hat' };
  return { code: generate(workspace, learnt, about) };
}

type Generate = (workspace: WorkspaceSvg, blocks: readonly LanguageBlock[], about: CodeAbout) => CodeText;

async function loadGenerator(which: CodeLanguage): Promise<Generate> {
  try {
    if (which === 'javascript') {
      const { generateReadable } = await import('../../../lessons/blocks/readable/generate-readable.ts');
      return (workspace, blocks, { wiring, language }) =>
        generateReadable(workspace, { blocks, wiring, language });
    }
    const { generatePython } = await import('../../../lessons/blocks/python/generate-python.ts');
    return (workspace, blocks, about) => generatePython(workspace, { blocks, ...about });
  } catch (cause) {
    throw new ProblemError(notLoaded(String(cause)), { cause });
  }
}

/** The name under which a program goes home: `ampel.py`. */
export async function pythonFileName(title: string): Promise<string> {
  const { fileNameFor } = await import('../../../lessons/blocks/python/generate-python.ts');
  return fileNameFor(title);
}

function notLoaded(detail: string) {
  return problem(
    'code-not-loaded',
    'Der Text konnte nicht geladen werden. Er kommt, sobald die Verbindung wieder da ist und du weiterbaust.',
    'The text could not be loaded. It will come when the connection is back and you go on building.',
    detail,
  );
}
