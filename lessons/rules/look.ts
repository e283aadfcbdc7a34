import type { RuleBlock } from './work-facts.ts';

const hat = /^steckbrett_(?:start|every|when_[a-z_]+)$/;
const definition = /^procedures_def/;

/** Whether stacks begin with it. */
export function isHat({ type }: RuleBlock): boolean {
  return hat.test(type);
}

/** Whether it is a block of the pupil's own. */
export function isDefinition({ type }: RuleBlock): boolean {
  return definition.test(type);
}

/** Whether it can run: it hangs under a hat, or in a block of the pupil's own. */
export function runs({ top }: RuleBlock): boolean {
  return isHat(top) || isDefinition(top);
}

/** A block, and all below and in it. */
export function* everythingFrom(first: RuleBlock | undefined): Generator<RuleBlock> {
  const open = first ? [first] : [];
  for (let one = open.pop(); one; one = open.pop()) {
    yield one;
    if (one.next) open.push(one.next);
    open.push(...one.inputs.values());
  }
}

/** A number that stands in a gap as it is; `undefined` for an empty gap and for what is worked out. */
export function plainNumber(block: RuleBlock, input: string): number | undefined {
  const found = block.inputs.get(input);
  if (found?.type !== 'math_number') return undefined;
  const value = Number(found.fields.NUM);
  return Number.isFinite(value) ? value : undefined;
}

/** The id of a variable in a field, as Blockly saves it. */
export function variableIn(fields: RuleBlock['fields'], field = 'VAR'): string | undefined {
  const { [field]: value } = fields;
  if (typeof value === 'string') return value;
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined;
  return typeof id === 'string' ? id : undefined;
}

/** The name of the own block that is made, or called; capitals make no difference to Blockly. */
export function procedureName({ fields, extra }: RuleBlock): string {
  return String(fields.NAME ?? extra.name ?? '')
    .trim()
    .toLowerCase();
}

/** The name of a message, as the program takes it. */
export function messageName({ fields }: RuleBlock): string {
  return String(fields.NAME ?? '')
    .trim()
    .slice(0, 64);
}
