import * as Blockly from 'blockly';
import { ProblemError } from '../../device/contract/problem.ts';
import type { Wiring } from '../../device/contract/wiring.ts';
import { blockTypes, generateProgram, registerBlocks, useWiring } from '../blocks/index.ts';
import type { LessonLanguage, SavedBlocks } from '../format/lesson-view.ts';
import { lostBlocks } from './lost-blocks.ts';

/** What became of saved blocks in the real Blockly. */
export interface OpenedBlocks {
  /** As Blockly saves them now: what a goal is judged by. */
  readonly blocks: SavedBlocks;
  /** The program that they stand for. */
  readonly source: string;
  /** What Blockly did not take over; see `lostBlocks`. */
  readonly lost: readonly string[];
}

/** Blockly, or the generator, refused the blocks; the message says why, in English. */
export class BlocksRefused extends Error {
  override readonly name = 'BlocksRefused';
}

/**
 * Loads saved blocks into a Blockly without a page, as a pupil's browser does.
 *
 * @throws BlocksRefused when they cannot be loaded at all.
 */
export async function openBlocks(
  saved: SavedBlocks,
  wiring: Wiring,
  language: LessonLanguage,
): Promise<OpenedBlocks> {
  const known = await registerBlocks(Blockly, language, blockTypes);
  const workspace = new Blockly.Workspace();
  try {
    useWiring(Blockly, workspace, wiring);
    Blockly.serialization.workspaces.load(saved, workspace);
    const blocks = Blockly.serialization.workspaces.save(workspace);
    return { blocks, source: generateProgram(workspace, known), lost: lostBlocks(saved, blocks) };
  } catch (error) {
    throw new BlocksRefused(reasonOf(error), { cause: error });
  } finally {
    workspace.dispose();
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof ProblemError) return error.problem.message.en;
  return error instanceof Error ? error.message : String(error);
}
