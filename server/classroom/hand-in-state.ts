import { ProblemError } from '../../device/contract/problem.ts';
import type { Badge, HandInView } from '../live/contract/live.ts';
import { neverHandedIn, nothingHandedIn, workReturned } from './hand-in-problems.ts';

/** Where the work of a seat stands in one lesson. Times are ms since 1970. */
export interface HandIn {
  readonly state: HandInView['state'];
  /** As it was handed in last, as JSON; null: never, or taken back. */
  readonly blocks: string | null;
  readonly handedInAt: number | null;
  /** What the teacher said last; it stays when the work is reopened or handed in again. */
  readonly comment: string | null;
  readonly badge: Badge | null;
  readonly returnedAt: number | null;
}

/** What pupils and teacher do with it. */
export type HandInDeed =
  | { readonly type: 'hand-in'; readonly blocks: string; readonly at: number }
  | { readonly type: 'take-back' }
  | {
      readonly type: 'return';
      readonly comment: string | null;
      readonly badge: Badge | null;
      readonly at: number;
    }
  | { readonly type: 'reopen' };

/** Work that was never handed in. */
export const untouched: HandIn = {
  state: 'open',
  blocks: null,
  handedInAt: null,
  comment: null,
  badge: null,
  returnedAt: null,
};

/**
 * One step. Who asks twice, because an answer got lost, gets the same again: handing in replaces, taking back and
 * reopening what is open changes nothing.
 *
 * @throws ProblemError `work-returned`, `never-handed-in`, `nothing-handed-in`.
 */
export function stepHandIn(before: HandIn, deed: HandInDeed): HandIn {
  switch (deed.type) {
    case 'hand-in':
      return { ...before, state: 'handed-in', blocks: deed.blocks, handedInAt: deed.at };
    case 'take-back':
      if (before.state === 'returned') throw new ProblemError(workReturned());
      if (before.state === 'open') return before;
      return { ...before, state: 'open', blocks: null, handedInAt: null };
    case 'return':
      // Without work there is nothing that the words would be about; it may just have been taken back.
      if (before.state === 'open') throw new ProblemError(nothingHandedIn());
      return {
        ...before,
        state: 'returned',
        comment: deed.comment || null,
        badge: deed.badge,
        returnedAt: deed.at,
      };
    case 'reopen':
      if (before.state === 'open' && before.handedInAt === null) throw new ProblemError(neverHandedIn());
      return { ...before, state: 'open' };
  }
}

/** As pages are told. */
export function handInView({ state, comment, badge, handedInAt }: HandIn): HandInView {
  return { state, comment, badge, ...(handedInAt !== null && { handedInAt }) };
}
