import type { ApiClient } from '../../provisioning/api-client.ts';
import type { Blocks } from '../../server/live/contract/live.ts';
import { programOf, type SavedBlock } from '../../test/lessons/blocks/workspace.ts';

/** A lesson as pupils build it: from its first blocks to a solution. */
export interface BuildingPlan {
  readonly lessonId: string;
  /** The works on the way, each a little larger than the one before. */
  readonly stages: readonly Stage[];
  /** Ids of the lesson's goals, in the order of its steps. */
  readonly goals: readonly string[];
  readonly steps: number;
}

/** A work, and the program that the real generator makes of it. */
interface Stage {
  readonly blocks: Blocks;
  readonly source: string;
}

/** A program that stops with an error at once. */
export const failingProgram = `$on('start', {}, 'hat', function* () { $b = 'x'; $do('nothing-of-this-name', 'on'); });`;

/** Reads a lesson from the server as its teacher does, and takes its solution apart. */
export async function planBuilding(teacher: ApiClient, lessonId: string): Promise<BuildingPlan> {
  const [view, notes] = await Promise.all([
    teacher.call('lesson', { language: 'de', lessonId }, {}),
    teacher.call('lessonNotes', { language: 'de', lessonId }, {}),
  ]);
  const works = [view.starter, ...partsOf(notes.solution)];
  const stages = await Promise.all(
    works.map(async (blocks) => ({ blocks, source: await programOf(stacksOf(blocks)) })),
  );
  return { lessonId, stages, goals: Object.keys(view.goals), steps: view.steps.length };
}

/** A pupil's own copy of a stage, in which a note says whose it is and how often they have changed it. */
export function signed(blocks: Blocks, by: string, change: number): Blocks {
  return { ...blocks, workspaceComments: [{ text: `${by} #${change}`, x: 400, y: 20 + change }] };
}

/** The solution with its first stack cut after one block, after two, and so on; the whole comes last. */
function partsOf(solution: Blocks): Blocks[] {
  const [first, ...others] = stacksOf(solution);
  if (!first) return [solution];
  const parts: Blocks[] = [];
  for (let length = 1; length < lengthOf(first); length += 1) parts.push(withStacks([cut(first, length)]));
  for (let count = 0; count <= others.length; count += 1)
    parts.push(withStacks([first, ...others.slice(0, count)]));
  return parts;

  function withStacks(blocks: SavedBlock[]): Blocks {
    return { ...solution, blocks: { languageVersion: 0, blocks } };
  }
}

function stacksOf(work: Blocks): SavedBlock[] {
  return structuredClone((work.blocks as { blocks?: SavedBlock[] } | undefined)?.blocks ?? []);
}

function lengthOf(block: SavedBlock): number {
  return 1 + (block.next ? lengthOf(block.next.block) : 0);
}

function cut({ next, ...block }: SavedBlock, length: number): SavedBlock {
  return length > 1 && next
    ? { ...block, next: { block: cut(next.block, length - 1) } }
    : (block as SavedBlock);
}
