import type { GoalCheck } from '../goal-schema.ts';

/** The check of one kind. */
export type CheckOf<Kind extends GoalCheck['kind']> = Extract<GoalCheck, { kind: Kind }>;
