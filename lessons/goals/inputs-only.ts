import type { Condition } from './goal-schema.ts';
import type { Timeline } from './timeline.ts';

/** Whether a condition asks of nothing but what hands and the world do. */
export function inputsOnly(condition: Condition, timeline: Timeline): boolean {
  return Object.keys(condition).every((name) => timeline.find(name)?.signal.input === true);
}
