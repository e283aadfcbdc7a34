import { basicBlocks } from '../blocks/families.ts';
import { moreBlocks } from '../blocks/more-parts.ts';
import type { BlockShape, FieldKind } from './block-shape.ts';
import { blocklyShapes } from './blockly-shapes.ts';

const shapes: ReadonlyMap<string, BlockShape> = new Map(
  [...basicBlocks, ...moreBlocks].flatMap(({ type, definition }) => {
    const shape = definition ? ownShape(definition) : blocklyShapes[type];
    return shape ? [[type, shape]] : [];
  }),
);

/** The shape of a block type; `undefined` when the language has none of this name. */
export function shapeOf(type: string): BlockShape | undefined {
  return shapes.get(type);
}

/** Whether a shape has this gap or mouth, by its name or by its number. */
export function hasInput(shape: BlockShape, kind: 'gap' | 'mouth', name: string): boolean {
  const fixed = kind === 'gap' ? shape.gaps : shape.mouths;
  const stem = shape.numbered?.[kind];
  if (fixed?.includes(name)) return true;
  return stem !== undefined && name.startsWith(stem) && /^(?:0|[1-9]\d?)$/.test(name.slice(stem.length));
}

/** The shape of a block of ours, from its definition for Blockly. */
function ownShape(definition: Readonly<Record<string, unknown>>): BlockShape {
  const fields: Record<string, FieldKind> = {};
  const gaps: string[] = [];
  const mouths: string[] = [];
  for (const { type, name, options } of argumentsOf(definition)) {
    if (!name) continue;
    if (type === 'input_value') gaps.push(name);
    else if (type === 'input_statement') mouths.push(name);
    else if (type.startsWith('field_')) fields[name] = fieldKind(type, options);
  }
  const place = 'output' in definition ? 'value' : 'previousStatement' in definition ? 'statement' : 'hat';
  return { place, last: !('nextStatement' in definition), fields, gaps, mouths };
}

function fieldKind(type: string, options: unknown): FieldKind {
  if (type === 'field_number') return 'number';
  if (type === 'field_variable') return 'variable';
  return Array.isArray(options) ? options.map((option: readonly unknown[]) => String(option[1])) : 'text';
}

interface Argument {
  type: string;
  name?: string;
  options?: unknown;
}

/** The arguments of `args0`, `args1` and so on. */
function argumentsOf(definition: Readonly<Record<string, unknown>>): Argument[] {
  return Object.entries(definition)
    .filter(([key]) => /^args\d+$/.test(key))
    .flatMap(([, found]) => found as Argument[]);
}
