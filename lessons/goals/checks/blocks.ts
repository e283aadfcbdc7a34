import type { Verdict } from '../goal-verdict.ts';
import { type UsedBlock, usedBlocks } from '../used-blocks.ts';
import { reached } from '../verdicts.ts';
import { blockMessages as says } from '../words/messages-blocks.ts';
import type { CheckOf } from './check-of.ts';

type Saved = Readonly<Record<string, unknown>>;

/** Blocks that matter are used, where they matter. */
export function checkUses(check: CheckOf<'uses'>, saved: Saved): Verdict {
  const used = usedBlocks(saved);
  const { blocks, times = 1 } = check;
  const count = (type: string, inPlace: boolean) =>
    used.filter((places) => places.some((one) => one.type === type && (!inPlace || isIn(one, check.in))))
      .length;
  const enough = (type: string) => count(type, true) >= times;
  if (check.any ? blocks.some(enough) : blocks.every(enough)) return reached;
  const type = check.any
    ? blocks.reduce((one, other) => (count(other, false) > count(one, false) ? other : one))
    : blocks.find((one) => !enough(one))!;
  if (count(type, true) > 0) return says.tooFew(count(type, true), times);
  if (count(type, false) > 0) return says.outside();
  if (JSON.stringify(saved).includes(`"type":"${type}"`)) return says.loose();
  return used.length < 2 ? says.empty() : says.missing();
}

/** The program is short. */
export function checkBlocks({ max }: CheckOf<'blocks'>, saved: Saved): Verdict {
  const used = usedBlocks(saved).length;
  if (used === 0) return says.empty();
  return used <= max ? reached : says.tooMany(used, max);
}

function isIn({ within }: UsedBlock, around: readonly string[] | undefined): boolean {
  return around === undefined || around.some((type) => within.includes(type));
}
