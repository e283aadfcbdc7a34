/** A block that runs, and the types of the blocks around it: the hat first, what holds it last. */
export interface UsedBlock {
  readonly type: string;
  readonly within: readonly string[];
}

interface Saved {
  readonly type?: unknown;
  readonly enabled?: unknown;
  readonly disabledReasons?: unknown;
  readonly fields?: unknown;
  readonly extraState?: unknown;
  readonly inputs?: unknown;
  readonly next?: unknown;
}

const hat = /^steckbrett_(start|every|when_[a-z_]+)$/;
const definition = /^procedures_def/;
const call = /^procedures_call/;

/**
 * The blocks that can run: those under hats, and under the pupil's own blocks that are called from there. What lies in
 * a gap by itself (a shadow) is no block of the pupil's; one that is switched off does not run.
 *
 * @param saved a workspace as Blockly saves it; what is none has no blocks.
 */
export function usedBlocks(saved: Readonly<Record<string, unknown>>): UsedBlock[][] {
  const top = listOf((saved.blocks as { blocks?: unknown } | undefined)?.blocks);
  const definitions = new Map<string, Saved>();
  for (const block of top) {
    const name = nameOf(block);
    if (definition.test(typeOf(block)) && name) definitions.set(name, block);
  }
  /** By block: the places where it runs. A block of the pupil's own runs wherever it is called. */
  const used = new Map<Saved, UsedBlock[]>();
  const open: { block: Saved; within: readonly string[]; calls: readonly string[] }[] = top
    .filter((block) => hat.test(typeOf(block)))
    .map((block) => ({ block, within: [], calls: [] }));
  const seen = new Set<string>();
  const ids = new Map<Saved, number>();
  for (let next = open.pop(); next; next = open.pop()) {
    const { block, within, calls } = next;
    const type = typeOf(block);
    const idOf = ids.get(block) ?? ids.size;
    ids.set(block, idOf);
    const place = `${idOf} ${[...new Set(within)].sort().join(' ')}`;
    if (seen.has(place)) continue;
    seen.add(place);
    const below = recordOf(block.next).block;
    const isHat = hat.test(type) || definition.test(type);
    // With its hat off, a whole stack is.
    if (isHat && isOff(block)) continue;
    if (isBlock(below)) open.push({ block: below, within: isHat ? [...within, type] : within, calls });
    if (isOff(block)) continue;
    used.set(block, [...(used.get(block) ?? []), { type, within }]);
    for (const input of Object.values(recordOf(block.inputs))) {
      const inner = recordOf(input).block;
      if (isBlock(inner)) open.push({ block: inner, within: [...within, type], calls });
    }
    const name = call.test(type) ? nameOf(block) : undefined;
    const called = name && !calls.includes(name) ? definitions.get(name) : undefined;
    if (name && called) open.push({ block: called, within, calls: [...calls, name] });
  }
  return [...used.values()];
}

function listOf(value: unknown): Saved[] {
  return Array.isArray(value) ? value.filter(isBlock) : [];
}

function isBlock(value: unknown): value is Saved {
  return typeof value === 'object' && value !== null;
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function typeOf({ type }: Saved): string {
  return typeof type === 'string' ? type : '';
}

/** The name of a block of the pupil's own; capitals make no difference to Blockly. */
function nameOf({ fields, extraState }: Saved): string | undefined {
  const name = recordOf(fields).NAME ?? recordOf(extraState).name;
  return typeof name === 'string' ? name.trim().toLowerCase() : undefined;
}

function isOff({ enabled, disabledReasons }: Saved): boolean {
  return enabled === false || (Array.isArray(disabledReasons) && disabledReasons.length > 0);
}
