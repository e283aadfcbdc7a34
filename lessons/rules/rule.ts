import type { WorkFacts } from './work-facts.ts';

/** What a rule has to say about a block. */
export interface Advice {
  /** The block's id. */
  readonly block: string;
  /** An `error` cannot be meant like that; a `hint` may be. */
  readonly severity: 'error' | 'hint';
  /** Stable, kebab-case: `loop-empty`. */
  readonly code: string;
  readonly text: { readonly de: string; readonly en: string };
}

/** A rule of the blocks: looks at the work and says what is odd. It never throws, whatever the work holds. */
export type Rule = (facts: WorkFacts) => Advice[];

/** An error at a block. */
export function error(block: string, code: string, de: string, en: string): Advice {
  return { block, severity: 'error', code, text: { de, en } };
}

/** A hint at a block. */
export function hint(block: string, code: string, de: string, en: string): Advice {
  return { block, severity: 'hint', code, text: { de, en } };
}
