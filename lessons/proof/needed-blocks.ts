import type { GoalCheck } from '../goals/goal-schema.ts';

/**
 * What of a goal cannot be built with the blocks at hand: each entry names the types of which one at least is needed.
 * Only what the goal itself asks for by name; what it takes to make a LED blink is not known here.
 *
 * @param offered block types that pupils can get at.
 */
export function missingBlocks(check: GoalCheck, offered: ReadonlySet<string>): string[][] {
  switch (check.kind) {
    case 'uses': {
      const wanted = check.any ? [check.blocks] : check.blocks.map((type) => [type]);
      const around = check.in ? [check.in] : [];
      return [...wanted, ...around].filter((types) => !types.some((type) => offered.has(type)));
    }
    case 'all':
      return check.of.flatMap((one) => missingBlocks(one, offered));
    case 'any':
    case 'threshold': {
      const lacking = check.of.map((one) => missingBlocks(one, offered)).filter((types) => types.length > 0);
      const needed = check.kind === 'any' ? 1 : check.count;
      return check.of.length - lacking.length >= needed ? [] : lacking.flat();
    }
    default:
      return [];
  }
}
