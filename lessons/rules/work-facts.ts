import type { Wiring } from '../../device/contract/wiring.ts';

/** A block of the work, as rules see it. */
export interface RuleBlock {
  readonly id: string;
  readonly type: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly extra: Readonly<Record<string, unknown>>;
  /** What it lies or hangs in; none for a block of the stack itself. */
  readonly within: RuleBlock | undefined;
  /** The block at the top of its stack. */
  readonly top: RuleBlock;
  /** Whether it lies in its gap until something else is put there. */
  readonly shadow: boolean;
  /** What lies in its gaps and hangs in its mouths, the first block of each. */
  readonly inputs: ReadonlyMap<string, RuleBlock>;
  readonly next: RuleBlock | undefined;
}

/** What rules are told: the work, and what is wired. */
export interface WorkFacts {
  /** The first block of each stack. */
  readonly tops: readonly RuleBlock[];
  /** Every block that is switched on, outer ones first, shadows too. */
  readonly blocks: readonly RuleBlock[];
  /** Names of variables by their ids. */
  readonly variables: ReadonlyMap<string, string>;
  readonly wiring: Wiring;
}

interface Open {
  readonly saved: Readonly<Record<string, unknown>>;
  readonly within: RuleBlock | undefined;
  readonly top: RuleBlock | undefined;
  readonly shadow: boolean;
  readonly place: (block: RuleBlock) => void;
}

/**
 * Reads a workspace as Blockly saves it. What is none has no blocks; a block that is switched off is left out with
 * what lies in it, the blocks below it move up.
 */
export function readFacts(saved: unknown, wiring: Wiring): WorkFacts {
  const work = recordOf(saved);
  const tops: RuleBlock[] = [];
  const blocks: RuleBlock[] = [];
  const open: Open[] = listOf(recordOf(work.blocks).blocks)
    .map(
      (one): Open => ({
        saved: recordOf(one),
        within: undefined,
        top: undefined,
        shadow: false,
        place: (block) => tops.push(block),
      }),
    )
    .reverse();
  for (let one = open.pop(); one; one = open.pop()) {
    const { saved: block, within, top, shadow, place } = one;
    const below = recordOf(block.next).block;
    if (isOff(block)) {
      if (isRecord(below)) open.push({ ...one, saved: below });
      continue;
    }
    if (typeof block.type !== 'string') continue;
    const inputs = new Map<string, RuleBlock>();
    const read = {
      id: String(block.id ?? ''),
      type: block.type,
      fields: recordOf(block.fields),
      extra: recordOf(block.extraState),
      within,
      shadow,
      inputs,
      next: undefined as RuleBlock | undefined,
    } as unknown as { -readonly [key in keyof RuleBlock]: RuleBlock[key] };
    read.top = top ?? read;
    place(read);
    blocks.push(read);
    if (isRecord(below))
      open.push({
        saved: below,
        within,
        top: read.top,
        shadow: false,
        place: (next) => {
          read.next = next;
        },
      });
    for (const [name, input] of Object.entries(recordOf(block.inputs)).reverse()) {
      const { block: put, shadow: lying } = recordOf(input);
      const inner = isRecord(put) ? put : lying;
      if (!isRecord(inner)) continue;
      open.push({
        saved: inner,
        within: read,
        top: read.top,
        shadow: inner !== put,
        place: (found) => inputs.set(name, found),
      });
    }
  }
  const variables = new Map(
    listOf(work.variables).map((one) => [String(recordOf(one).id ?? ''), String(recordOf(one).name ?? '')]),
  );
  return { tops, blocks, variables, wiring };
}

function isOff({ enabled, disabledReasons }: Readonly<Record<string, unknown>>): boolean {
  return enabled === false || (Array.isArray(disabledReasons) && disabledReasons.length > 0);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function recordOf(value: unknown): Record<string, unknown> {
  return isRecord(value) ? value : {};
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
