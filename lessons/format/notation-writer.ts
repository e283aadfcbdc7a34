import { hasInput, shapeOf } from './block-shapes.ts';
import type { SavedBlocks } from './lesson-view.ts';
import type { SavedBlock, SavedInput } from './saved-block.ts';

/**
 * Writes blocks down in the notation of docs/lesson-format.md, such that `readBlocks` makes the same program of it. Where a
 * stack lies, what is folded and what is noted beside a block is not written.
 *
 * @param saved a workspace as Blockly saves it.
 */
export function writeBlocks(saved: SavedBlocks): string {
  const { blocks, variables } = saved as {
    blocks?: { blocks?: SavedBlock[] };
    variables?: { name: string; id: string }[];
  };
  const names = new Map((variables ?? []).map((one) => [one.id, one.name]));
  const stacks = (blocks?.blocks ?? []).map((top) => stackLines(top, 0, names).join('\n'));
  return stacks.length === 0 ? '' : `${stacks.join('\n\n')}\n`;
}

/** The names of variables, by their ids. */
type Names = ReadonlyMap<string, string>;

function stackLines(top: SavedBlock, depth: number, names: Names): string[] {
  const lines: string[] = [];
  for (let one: SavedBlock | undefined = top; one; one = one.next?.block) {
    lines.push(`${'  '.repeat(depth)}${head(one, names)}`, ...mouthLines(one, depth, names));
  }
  return lines;
}

function mouthLines(one: SavedBlock, depth: number, names: Names): string[] {
  const shape = shapeOf(one.type);
  const inputs = one.inputs ?? {};
  const mouths = Object.keys(inputs).filter((name) => shape && hasInput(shape, 'mouth', name));
  // An "else" without blocks is there all the same.
  if (hasElse(one) && !mouths.includes('ELSE')) mouths.push('ELSE');
  return mouths.flatMap((name) => {
    const block = inputs[name]?.block;
    return [
      ...(name === shape?.mouths?.[0] ? [] : [`${'  '.repeat(depth)}${name}`]),
      ...(block ? stackLines(block, depth + 1, names) : []),
    ];
  });
}

function head(one: SavedBlock, names: Names): string {
  const shape = shapeOf(one.type);
  const gaps = Object.entries(one.inputs ?? {}).filter(([name]) => shape && hasInput(shape, 'gap', name));
  return [
    one.type,
    ...Object.entries(one.fields ?? {}).map(([name, field]) => `${name}=${fieldText(field, names)}`),
    ...settings(one),
    ...gaps.map(([name, input]) => `${name}: ${value(input, names)}`),
    ...emptyGaps(one),
  ].join(' ');
}

/** What is saved beside the fields. */
function settings(one: SavedBlock): string[] {
  const state = stateOf(one);
  if (one.type.startsWith('procedures_call')) return [`NAME=${quoted(String(state.name ?? ''))}`];
  const params = Array.isArray(state.params) ? state.params.map((param: { name: string }) => param.name) : [];
  return one.type.startsWith('procedures_def') && params.length > 0
    ? [`PARAMS=${quoted(params.join(','))}`]
    : [];
}

/** The last of the gaps that a block has grown, if nothing lies in it: it says how many there are. */
function emptyGaps(one: SavedBlock): string[] {
  const { itemCount, elseIfCount } = stateOf(one);
  const last =
    typeof itemCount === 'number' && itemCount > 0
      ? `ADD${itemCount - 1}`
      : typeof elseIfCount === 'number' && elseIfCount > 0
        ? `IF${elseIfCount}`
        : undefined;
  return last === undefined || last in (one.inputs ?? {}) ? [] : [`${last}: ()`];
}

function hasElse(one: SavedBlock): boolean {
  return one.type === 'controls_if' && stateOf(one).hasElse === true;
}

function stateOf(one: SavedBlock): Readonly<Record<string, unknown>> {
  const { extraState } = one;
  return typeof extraState === 'object' && extraState !== null ? { ...extraState } : {};
}

function value({ block, shadow }: SavedInput, names: Names): string {
  if (!block) return shadow ? shadowText(shadow, names) : '()';
  return `(${head(block, names)})${shadow ? ` | ${shadowText(shadow, names)}` : ''}`;
}

/** A block that cannot be pulled out of its gap. */
export function shadowText(shadow: SavedBlock, names: Names): string {
  const { NUM, TEXT, COLOUR } = shadow.fields ?? {};
  if (shadow.type === 'math_number' && /^-?\d+(?:\.\d+)?$/.test(String(NUM))) return String(NUM);
  if (shadow.type === 'text' && typeof TEXT === 'string') return quoted(TEXT, true);
  if (shadow.type === 'steckbrett_colour' && /^#[0-9a-f]{6}$/i.test(String(COLOUR))) return String(COLOUR);
  return `{${head(shadow, names)}}`;
}

function fieldText(field: unknown, names: Names): string {
  if (typeof field !== 'object' || field === null) return quoted(String(field));
  const { id, name } = field as { id?: string; name?: string };
  return quoted(names.get(id ?? '') ?? name ?? id ?? '');
}

/** A text as it can be read again; plain words need no quotes. */
function quoted(text: string, always = false): string {
  if (!always && /^[^\s"(){}|=:#\\]+$/.test(text)) return text;
  return `"${text.replace(/["\\]/g, '\\$&').replace(/\r?\n/g, '\\n')}"`;
}
