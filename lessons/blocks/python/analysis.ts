import type { Block } from 'blockly/core';
import { Kinds } from './kinds.ts';

const loopTypes = ['controls_for', 'controls_forEach'];
/** Blocks after which an event's stack may still be busy when the next event comes. */
const slowTypes = [
  'steckbrett_wait',
  'steckbrett_wait_until',
  'steckbrett_forever',
  'controls_whileUntil',
  'steckbrett_buzzer_beep',
  'steckbrett_speaker_play',
  'steckbrett_servo_turn_wait',
  'procedures_callnoreturn',
  'procedures_callreturn',
];

/** What must be known of all blocks that count before the first line is written. */
export class Analysis {
  readonly kinds: Kinds;
  /** Ids of the parts that blocks speak to, in the order of the blocks. */
  readonly partIds: readonly string[];
  /** Ids of the variables that blocks use. */
  readonly variables: readonly string[];
  /** Ids of the variables that count in loops and are used nowhere else. */
  readonly loopVariables: readonly string[];
  /** Ids of the variables that are only parameters of procedures. */
  readonly parameters: ReadonlySet<string>;
  /** The pupil's procedures, by the name on their block. */
  readonly procedures: readonly string[];
  private readonly types: ReadonlyMap<string, ReadonlySet<string>>;

  /** @param blocks all blocks that count, each before those inside and below it. */
  constructor(blocks: readonly Block[]) {
    const definitions = blocks.filter((block) => block.type.startsWith('procedures_def'));
    const uses = blocks.flatMap((block) => {
      const id = block.getFieldValue('VAR');
      return typeof id === 'string' && id !== '' ? [{ id, block }] : [];
    });
    const given = definitions.flatMap((block) => block.getVarModels().map((one) => one.getId()));
    this.partIds = unique(
      blocks.flatMap((block) => (block.getField('PART') ? [String(block.getFieldValue('PART') ?? '')] : [])),
    );
    this.variables = unique([...given, ...uses.map(({ id }) => id)]);
    this.parameters = new Set(
      given.filter((id) => uses.every((use) => use.id !== id || isParameterIn(use.block, id))),
    );
    this.loopVariables = this.variables.filter(
      (id) => !given.includes(id) && uses.every((use) => use.id !== id || isCountedRound(use.block, id)),
    );
    this.kinds = new Kinds(blocks, [...this.loopVariables, ...this.parameters]);
    this.procedures = definitions.map((block) => String(block.getFieldValue('NAME')));
    const types = new Map<string, Set<string>>();
    for (const block of blocks) {
      const part = String(block.getFieldValue('PART') ?? '');
      types.set(part, (types.get(part) ?? new Set()).add(block.type));
    }
    this.types = types;
  }

  /** Whether a part is spoken to by a block of one of these types. */
  hasBlock(part: string, ...types: readonly string[]): boolean {
    return types.some((type) => this.types.get(part)?.has(type));
  }

  /** Whether a stack may take its time, so that the next event finds it busy. */
  isSlow(stack: Block): boolean {
    return stack.getDescendants(false).some((block) => block.isEnabled() && slowTypes.includes(block.type));
  }
}

/** Whether the block stands inside a loop that counts with this variable, or is such a loop. */
function isCountedRound(block: Block, id: string): boolean {
  for (let outer: Block | null = block; outer; outer = outer.getSurroundParent()) {
    if (!loopTypes.includes(outer.type) || outer.getFieldValue('VAR') !== id) continue;
    if (outer === block) return true;
    // What the loop counts from and to is worked out before it has counted.
    const mouth = outer.getInputTargetBlock('DO');
    if (mouth && isInStack(block, mouth)) return true;
  }
  return false;
}

function isInStack(block: Block, first: Block): boolean {
  for (let one: Block | null = block; one; one = one.getParent()) if (one === first) return true;
  return false;
}

function isParameterIn(block: Block, id: string): boolean {
  const root = block.getRootBlock();
  return (
    root.type.startsWith('procedures_def') && root.getVarModels().some((variable) => variable.getId() === id)
  );
}

function unique(items: readonly string[]): string[] {
  return [...new Set(items)];
}
