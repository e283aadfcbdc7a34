/** A block as Blockly saves it. */
export interface SavedBlock {
  readonly type: string;
  id?: string;
  x?: number;
  y?: number;
  readonly extraState?: unknown;
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly inputs?: Readonly<Record<string, SavedInput>>;
  next?: { block: SavedBlock };
}

/** What lies in a gap, or hangs in a mouth. */
export interface SavedInput {
  readonly block?: SavedBlock;
  readonly shadow?: SavedBlock;
}

/** How many rows a stack takes: its blocks, those in its mouths, and one more for the foot of each mouth. */
export function rowsOf(top: SavedBlock): number {
  let rows = 0;
  for (let one: SavedBlock | undefined = top; one; one = one.next?.block) {
    rows += 1;
    for (const [name, { block }] of Object.entries(one.inputs ?? {})) {
      if (block && isMouth(name)) rows += rowsOf(block) + 1;
    }
  }
  return rows;
}

/** Whether an input holds statements. */
function isMouth(name: string): boolean {
  return /^(?:DO\d*|ELSE|STACK)$/.test(name);
}
