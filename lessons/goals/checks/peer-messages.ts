import type { Verdict } from '../goal-verdict.ts';
import { named } from '../moments.ts';
import type { Timeline } from '../timeline.ts';
import { reached } from '../verdicts.ts';
import { lineMessages as says } from '../words/messages-lines.ts';
import type { CheckOf } from './check-of.ts';

/** The program sends a message to other Pis. */
export function checkSends({ name, times = 1 }: CheckOf<'sends'>, timeline: Timeline): Verdict {
  const seen = timeline.all('sent').filter(named(name)).length;
  if (seen >= times) return reached;
  return seen === 0 ? says.notSent(name) : says.sentTooFew(name, seen, times);
}

/** The program gets a message from another Pi. */
export function checkReceives({ name, times = 1 }: CheckOf<'receives'>, timeline: Timeline): Verdict {
  const seen = timeline.all('received').filter(named(name)).length;
  if (seen >= times) return reached;
  return seen === 0 ? says.notReceived(name) : says.receivedTooFew(name, seen, times);
}
