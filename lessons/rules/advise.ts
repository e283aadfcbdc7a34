import type { Wiring } from '../../device/contract/wiring.ts';
import { comparisonConstant } from './comparison-constant.ts';
import { endlessWithoutWait } from './endless-without-wait.ts';
import { gapEmpty } from './gap-empty.ts';
import { loopEmpty } from './loop-empty.ts';
import { looseBlock } from './loose-block.ts';
import { messageUnheard } from './message-unheard.ts';
import { neverReached } from './never-reached.ts';
import { outOfRange } from './out-of-range.ts';
import { overAtOnce } from './over-at-once.ts';
import { partNotWired } from './part-not-wired.ts';
import { pinUsedTwice } from './pin-used-twice.ts';
import { procedureNeverCalled } from './procedure-never-called.ts';
import type { Advice, Rule } from './rule.ts';
import { variableNeverSet } from './variable-never-set.ts';
import { waitNothing } from './wait-nothing.ts';
import { readFacts } from './work-facts.ts';

/** The rules; of two that have something to say about a block, the first one says it. */
const rules: readonly Rule[] = [
  partNotWired,
  pinUsedTwice,
  looseBlock,
  gapEmpty,
  loopEmpty,
  endlessWithoutWait,
  neverReached,
  waitNothing,
  outOfRange,
  comparisonConstant,
  variableNeverSet,
  messageUnheard,
  procedureNeverCalled,
  overAtOnce,
];

/**
 * What there is to say about some work: at most one thing about each block, errors first.
 *
 * @param saved a workspace as Blockly saves it; about what is none there is nothing to say.
 */
export function advise(saved: unknown, wiring: Wiring): Advice[] {
  const facts = readFacts(saved, wiring);
  const all = rules.flatMap((rule) => rule(facts));
  const said = new Set<string>();
  return [
    ...all.filter((one) => one.severity === 'error'),
    ...all.filter((one) => one.severity === 'hint'),
  ].filter(({ block }) => {
    if (block === '' || said.has(block)) return false;
    said.add(block);
    return true;
  });
}
