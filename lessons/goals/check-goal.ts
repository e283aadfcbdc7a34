import { checkBlocks, checkUses } from './checks/blocks.ts';
import { checkFollows } from './checks/follows.ts';
import { checkNever } from './checks/never.ts';
import { checkReceives, checkSends } from './checks/peer-messages.ts';
import { checkPrints } from './checks/prints.ts';
import { checkPulses } from './checks/pulses.ts';
import { checkRamp } from './checks/ramp.ts';
import { checkReached } from './checks/reached.ts';
import { checkReaction } from './checks/reaction.ts';
import { checkSequence } from './checks/sequence.ts';
import { checkSeries } from './checks/series.ts';
import { checkVariety } from './checks/variety.ts';
import { checkWhile } from './checks/while.ts';
import type { GoalCheck } from './goal-schema.ts';
import type { Evidence, Verdict } from './goal-verdict.ts';
import { Timeline } from './timeline.ts';
import { reached } from './verdicts.ts';
import { runMessages } from './words/messages-run.ts';

/** Whether a goal is reached by one run and its blocks, and if not, what was seen instead. */
export function checkGoal(check: GoalCheck, evidence: Evidence): Verdict {
  return judge(check, evidence, new Timeline(evidence));
}

/** The same for all goals of a lesson, by their ids; the trace is read once. */
export function checkGoals(
  goals: Readonly<Record<string, GoalCheck>>,
  evidence: Evidence,
): Record<string, Verdict> {
  const timeline = new Timeline(evidence);
  return Object.fromEntries(
    Object.entries(goals).map(([id, check]) => [id, judge(check, evidence, timeline)]),
  );
}

function judge(check: GoalCheck, evidence: Evidence, timeline: Timeline): Verdict {
  switch (check.kind) {
    case 'all':
      return judgeSome(check.of, check.of.length, evidence, timeline);
    case 'any':
      return judgeSome(check.of, 1, evidence, timeline);
    case 'threshold':
      return judgeSome(check.of, check.count, evidence, timeline);
    case 'uses':
      return checkUses(check, evidence.blocks);
    case 'blocks':
      return checkBlocks(check, evidence.blocks);
    default: {
      if (timeline.empty) return runMessages.notRun();
      const verdict = judgeRun(check, timeline);
      return verdict.reached || !timeline.failed ? verdict : runMessages.failed();
    }
  }
}

/** So many of them are reached; otherwise what is said of the first that is not. */
function judgeSome(of: readonly GoalCheck[], count: number, evidence: Evidence, timeline: Timeline): Verdict {
  const verdicts = of.map((one) => judge(one, evidence, timeline));
  if (verdicts.filter((one) => one.reached).length >= count) return reached;
  const missing = verdicts.filter((one) => !one.reached);
  // With a choice, the one that something was seen of is nearer than one that nothing was seen of.
  const nearer = count < of.length ? missing.find(({ reason }) => !farReasons.has(reason)) : undefined;
  return nearer ?? missing[0] ?? reached;
}

const farReasons: ReadonlySet<string> = new Set(['never', 'input-missing', 'block-missing']);

type RunCheck = Exclude<GoalCheck, { kind: 'all' | 'any' | 'threshold' | 'uses' | 'blocks' }>;

function judgeRun(check: RunCheck, timeline: Timeline): Verdict {
  switch (check.kind) {
    case 'pulses':
      return checkPulses(check, timeline);
    case 'sequence':
      return checkSequence(check, timeline);
    case 'reaction':
      return checkReaction(check, timeline);
    case 'while':
      return checkWhile(check, timeline);
    case 'never':
      return checkNever(check, timeline);
    case 'reached':
      return checkReached(check, timeline);
    case 'ramp':
      return checkRamp(check, timeline);
    case 'series':
      return checkSeries(check, timeline);
    case 'variety':
      return checkVariety(check, timeline);
    case 'follows':
      return checkFollows(check, timeline);
    case 'prints':
      return checkPrints(check, timeline);
    case 'sends':
      return checkSends(check, timeline);
    case 'receives':
      return checkReceives(check, timeline);
  }
}
