/** A block as Blockly saves it. */
interface SavedBlock {
  readonly type: string;
  id?: string;
  x?: number;
  y?: number;
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly inputs?: Readonly<Record<string, SavedInput>>;
  readonly extraState?: object;
  next?: { block: SavedBlock };
}

interface SavedInput {
  readonly block?: SavedBlock;
  readonly shadow?: SavedBlock;
}

/** The variable that an example may use. */
const variableId = 'variable';

/** A block with its fields and what lies in its gaps. */
export function block(
  type: string,
  fields: Readonly<Record<string, unknown>> = {},
  inputs: Readonly<Record<string, SavedInput>> = {},
): SavedBlock {
  return { type, fields, inputs };
}

/** A hat with its stack. */
export function stack(hat: SavedBlock, ...rest: readonly SavedBlock[]): SavedBlock {
  return chain([hat, ...rest]) ?? hat;
}

/** Endless repetition. */
export function forever(...blocks: readonly SavedBlock[]): SavedBlock {
  return block('steckbrett_forever', {}, body(blocks));
}

export function repeat(times: number, ...blocks: readonly SavedBlock[]): SavedBlock {
  return block('steckbrett_repeat', {}, { TIMES: number(times), ...body(blocks) });
}

export function wait(seconds: number): SavedBlock {
  return block('steckbrett_wait', {}, { SECONDS: number(seconds) });
}

/** Sets the example's variable, or with `math_change` adds to it. */
export function setVariable(value: SavedInput): SavedBlock {
  return block('variables_set', { VAR: { id: variableId } }, { VALUE: value });
}

export function changeVariable(by: number): SavedBlock {
  return block('math_change', { VAR: { id: variableId } }, { DELTA: number(by) });
}

/** The example's variable, as what lies in a gap. */
export const variable: SavedInput = {
  block: { type: 'variables_get', fields: { VAR: { id: variableId } } },
};

/** The hat of a program's start. */
export const start = block('steckbrett_start');

/** A number, text, colour or note, as what lies in a gap. */
export const number = (value: number): SavedInput => ({ shadow: block('math_number', { NUM: value }) });
export const text = (value: string): SavedInput => ({ shadow: block('text', { TEXT: value }) });
export const colour = (value: string): SavedInput => ({
  shadow: block('steckbrett_colour', { COLOUR: value }),
});
export const note = (midi: number): SavedInput => ({
  shadow: block('steckbrett_note', { NOTE: String(midi) }),
});

/** A block as what lies in a gap. */
export const value = (inner: SavedBlock): SavedInput => ({ block: inner });

/** Several texts and values behind each other. */
export function joined(...items: readonly SavedInput[]): SavedInput {
  const inputs = Object.fromEntries(items.map((item, index) => [`ADD${index}`, item]));
  return { block: { type: 'text_join', inputs, extraState: { itemCount: items.length } } };
}

export const print = (what: SavedInput): SavedBlock => block('steckbrett_print', {}, { VALUE: what });

/**
 * A workspace of these stacks, below each other, with ids that stay the same from one time to the next.
 *
 * @param variableName the example's variable, if it uses one.
 */
export function workspace(stacks: readonly SavedBlock[], variableName?: string): object {
  const ids = { last: 0 };
  let y = 24;
  const blocks = stacks.map((one) => {
    const placed = { ...named(one, ids), x: 24, y };
    y += 56 * rows(one) + 40;
    return placed;
  });
  return {
    blocks: { languageVersion: 0, blocks },
    ...(variableName ? { variables: [{ name: variableName, id: variableId }] } : {}),
  };
}

function body(blocks: readonly SavedBlock[]): Readonly<Record<string, SavedInput>> {
  const first = chain(blocks);
  return first ? { DO: { block: first } } : {};
}

function chain(blocks: readonly SavedBlock[]): SavedBlock | undefined {
  return blocks.reduceRight<SavedBlock | undefined>(
    (next, one) => (next ? { ...one, next: { block: next } } : one),
    undefined,
  );
}

/** A copy in which each block has an id. */
function named(one: SavedBlock, ids: { last: number }): SavedBlock {
  ids.last += 1;
  const copy: SavedBlock = { ...one, id: `b${ids.last}` };
  const inputs = Object.entries(one.inputs ?? {}).map(([name, { block: inner, shadow }]) => [
    name,
    { ...(inner ? { block: named(inner, ids) } : {}), ...(shadow ? { shadow: named(shadow, ids) } : {}) },
  ]);
  return {
    ...copy,
    ...(inputs.length > 0 ? { inputs: Object.fromEntries(inputs) } : {}),
    ...(one.next ? { next: { block: named(one.next.block, ids) } } : {}),
  };
}

/** How many blocks stand below each other, with a row more for the foot of each loop. */
function rows(one: SavedBlock): number {
  const mouth = one.inputs?.DO?.block;
  return 1 + (mouth ? rows(mouth) + 1 : 0) + (one.next ? rows(one.next.block) : 0);
}
