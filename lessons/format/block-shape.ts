/** What a field holds: a number, a text, the name of a variable, or one of these words. */
export type FieldKind = 'number' | 'text' | 'variable' | readonly string[];

/** What a block looks like to somebody who writes it down: where it goes, and what it has room for. */
export interface BlockShape {
  /** A hat begins a stack, a statement hangs in one, a value lies in a gap. */
  readonly place: 'hat' | 'statement' | 'value';
  /** Whether nothing can hang below it. */
  readonly last?: boolean;
  readonly fields?: Readonly<Record<string, FieldKind>>;
  readonly gaps?: readonly string[];
  readonly mouths?: readonly string[];
  /** Gaps and mouths of which it can have any number: `ADD0`, `ADD1`, … */
  readonly numbered?: { readonly gap?: string; readonly mouth?: string };
  /** What is written like a field, but saved in another way: the name of the block that is called. */
  readonly settings?: readonly string[];
}
