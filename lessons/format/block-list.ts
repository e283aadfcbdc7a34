import { blockTypesByCategory, categories } from '../blocks/block-types.ts';
import { basicBlocks } from '../blocks/families.ts';
import { moreBlocks } from '../blocks/more-parts.ts';
import type { BlockShape, FieldKind } from './block-shape.ts';
import { shapeOf } from './block-shapes.ts';
import { shadowText } from './notation-writer.ts';
import type { SavedInput } from './saved-block.ts';

/** Every block of the language in notation, as a page: what its fields can be, and its gaps as the toolbox fills them. */
export function blockList(): string {
  const inputs = new Map([...basicBlocks, ...moreBlocks].map((block) => [block.type, block.inputs]));
  const parts = categories.map((category) => {
    const lines = blockTypesByCategory[category].map((type) => {
      const shape = shapeOf(type);
      return shape ? example(type, shape, (inputs.get(type) ?? {}) as Record<string, SavedInput>) : type;
    });
    return `## ${category}\n\n\`\`\`\n${lines.join('\n')}\n\`\`\`\n`;
  });
  return [
    '# Blocks in words\n',
    'Every block of the language in the notation of [lesson-format.md](lesson-format.md). `a|b`: one of these. `…`: what you',
    'choose; behind `PART=` the id of a wired part. What lies in a gap when the block comes from the toolbox is written in it;',
    '`()` is an empty gap. Capitals at the end are mouths, the first of which needs no name. Made by',
    '`npm run lessons -- schema`.\n',
    parts.join('\n'),
  ].join('\n');
}

function example(type: string, shape: BlockShape, inputs: Readonly<Record<string, SavedInput>>): string {
  const { fields = {}, gaps = [], mouths = [], numbered = {}, settings = [] } = shape;
  const grown = Object.keys(inputs).filter((name) => !gaps.includes(name));
  const more = numbered.gap && grown.length === 0 ? [`${numbered.gap}0: …`] : [];
  return [
    type,
    ...Object.entries(fields).map(([name, kind]) => `${name}=${choices(kind)}`),
    ...settings.map((name) => `${name}=…`),
    ...[...gaps, ...grown].map((name) => `${name}: ${gapText(inputs[name])}`),
    ...(gaps.length > 0 && numbered.gap ? [`${numbered.gap}1: …`] : more),
    ...mouths,
  ].join(' ');
}

function gapText(input: SavedInput | undefined): string {
  return input?.shadow ? shadowText(input.shadow, new Map()) : '()';
}

function choices(kind: FieldKind): string {
  return typeof kind === 'string' ? '…' : kind.join('|');
}
