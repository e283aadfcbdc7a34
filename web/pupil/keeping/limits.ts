import { type Problem, ProblemError, problem } from '../../../device/contract/problem.ts';
import type { Blocks } from '../../../server/live/contract/live.ts';
import { countBlocks } from './saved-block.ts';

/** What the server takes; it says so itself, but what is far beyond would end the connection instead. */
const maxBytes = 512 * 1024;
/** A stack nests two levels per block. */
const maxDepth = 3000;

/** Refuses work that is too large to be sent. @throws ProblemError `workspace-too-large`, `workspace-too-deep`. */
export function checkLimits(blocks: Blocks, bytes: number): void {
  if (isDeeperThan(blocks, maxDepth)) throw new ProblemError(tooDeep());
  if (bytes > maxBytes) throw new ProblemError(tooLarge(blocks));
}

function tooLarge(blocks: Blocks): Problem {
  const count = countBlocks(blocks);
  return problem(
    'workspace-too-large',
    `Deine Arbeit ist zu groß für den Server (${count} Blöcke). Lösche Blöcke, die du nicht brauchst, oder speichere sie als Datei auf dein Gerät.`,
    `Your work is too large for the server (${count} blocks). Delete blocks that you don’t need, or save it to your device as a file.`,
  );
}

function tooDeep(): Problem {
  return problem(
    'workspace-too-deep',
    'Ein Stapel ist zu lang für den Server. Teile ihn in kürzere auf, oder speichere deine Arbeit als Datei auf dein Gerät.',
    'One stack is too long for the server. Split it into shorter ones, or save your work to your device as a file.',
  );
}

/** Walks level by level, without recursion, because it is here to protect what recurses. */
export function isDeeperThan(value: unknown, depth: number): boolean {
  let level = [value].filter(isNested);
  for (let walked = 0; level.length > 0; walked++) {
    if (walked > depth) return true;
    level = level.flatMap((one) => Object.values(one).filter(isNested));
  }
  return false;
}

function isNested(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
