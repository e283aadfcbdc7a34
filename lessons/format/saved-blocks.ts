import { z } from 'zod';
import type { Wiring } from '../../device/contract/wiring.ts';
import { blockTypes } from '../blocks/block-types.ts';
import type { ReadBlocks } from './block-notation.ts';
import { checkDocument } from './check-document.ts';
import { LessonError, type LessonProblem, lessonProblem } from './lesson-problem.ts';
import type { SavedBlocks } from './lesson-view.ts';
import type { LocatedDocument } from './located-document.ts';

/** So many gaps or branches of one block stay usable; a page that is to draw millions of them hangs. */
const grown = z.number().int().min(0).max(100).optional();

const block = z.looseObject({
  type: z.string(),
  id: z.string().optional(),
  extraState: z
    .union([z.string(), z.looseObject({ itemCount: grown, elseIfCount: grown, elseCount: grown })])
    .optional(),
  fields: z.record(z.string(), z.unknown()).optional(),
  get inputs() {
    return z
      .record(z.string(), z.looseObject({ block: block.optional(), shadow: block.optional() }))
      .optional();
  },
  get next() {
    return z.looseObject({ block: block.optional() }).optional();
  },
});
type SavedBlock = z.infer<typeof block>;

const savedBlocksSchema = z.looseObject({
  blocks: z.looseObject({ blocks: z.array(block) }),
});

const mends = {
  blocks: {
    de: 'eine Arbeitsfläche, wie Blockly sie speichert: { "blocks": { "languageVersion": 0, "blocks": […] } }',
    en: 'a workspace as Blockly saves it: { "blocks": { "languageVersion": 0, "blocks": […] } }',
  },
};

/** One block of a file, with its path in it. */
interface Found {
  block: SavedBlock;
  path: PropertyKey[];
  /** Came with its parent from the toolbox, so the toolbox need not offer it. */
  shadow: boolean;
}

function* walk(one: SavedBlock, path: PropertyKey[], shadow = false): Generator<Found> {
  yield { block: one, path, shadow };
  for (const [name, input] of Object.entries(one.inputs ?? {})) {
    if (input.block) yield* walk(input.block, [...path, 'inputs', name, 'block']);
    if (input.shadow) yield* walk(input.shadow, [...path, 'inputs', name, 'shadow'], true);
  }
  if (one.next?.block) yield* walk(one.next.block, [...path, 'next', 'block']);
}

/** The blocks of `starter.json` or `solution.json`, checked. */
export interface CheckedBlocks {
  readonly blocks: SavedBlocks;
  /** Block types in use. */
  readonly types: ReadonlySet<string>;
}

/**
 * Checks that a file holds a workspace whose blocks are of the language, speak to wired parts only, and are at hand.
 *
 * @param offered block types that a pupil can get at; left out: all.
 * @throws LessonError `lesson-invalid`, `lesson-block-unknown`, `lesson-part-not-wired`, `lesson-block-not-offered`.
 */
export function checkBlocks(
  document: LocatedDocument,
  wiring: Wiring,
  offered?: ReadonlySet<string>,
): CheckedBlocks {
  const saved = checkDocument(savedBlocksSchema, document, mends);
  const found = saved.blocks.blocks.flatMap((top, index) => [...walk(top, ['blocks', 'blocks', index])]);
  const problems = found.flatMap((one) => problemOf(document, one, wiring, offered) ?? []);
  if (problems.length > 0) throw new LessonError(problems);
  return { blocks: saved, types: new Set(found.map((one) => one.block.type)) };
}

function problemOf(
  document: LocatedDocument,
  { block: one, path, shadow }: Found,
  wiring: Wiring,
  offered: ReadonlySet<string> | undefined,
): LessonProblem | undefined {
  const { type, fields } = one;
  // Looking up a line means reading the file as YAML, so only for what is wrong.
  const place = (...at: string[]) => ({ file: document.file, line: document.lineOf([...path, ...at]) });
  if (!blockTypes.some((known) => known === type)) {
    return lessonProblem(
      place('type'),
      'lesson-block-unknown',
      `Den Block „${type}“ gibt es nicht. Nehmen Sie einen aus docs/language.md.`,
      `There is no block “${type}”. Choose one from docs/language.md.`,
    );
  }
  if (fields && isUnwired(fields, wiring)) {
    return unwired(place('fields', 'PART'), fields, wiring);
  }
  if (offered && !shadow && !offered.has(type)) {
    return lessonProblem(
      place('type'),
      'lesson-block-not-offered',
      `Den Block „${type}“ kann niemand finden. Nehmen Sie ihn in toolbox von lesson.yml auf.`,
      `Nobody can find the block “${type}”. Add it to toolbox in lesson.yml.`,
    );
  }
  return undefined;
}

/**
 * Checks that blocks in notation speak to wired parts only.
 *
 * @param first the line of the file at which the notation begins.
 */
export function checkWired(
  file: string,
  { blocks, lines }: ReadBlocks,
  first: number,
  wiring: Wiring,
): LessonProblem[] {
  const { blocks: tops } = savedBlocksSchema.parse(blocks).blocks;
  return tops
    .flatMap((top) => [...walk(top, [])])
    .flatMap(({ block: { id, fields } }) => {
      if (!fields || !isUnwired(fields, wiring)) return [];
      const line = first - 1 + (lines.get(String(id)) ?? 1);
      return [unwired({ file, line }, fields, wiring)];
    });
}

type Fields = Readonly<Record<string, unknown>>;

function isUnwired(fields: Fields, wiring: Wiring): boolean {
  return 'PART' in fields && !wiring.parts.some((part) => part.id === fields.PART);
}

function unwired(place: { file: string; line: number }, fields: Fields, wiring: Wiring): LessonProblem {
  const all = wiring.parts.map((part) => part.id).join(', ');
  return lessonProblem(
    place,
    'lesson-part-not-wired',
    `Das Teil „${fields.PART}“ ist nicht verkabelt. Nehmen Sie eines der Teile aus wiring in lesson.yml: ${all}.`,
    `The part “${fields.PART}” is not wired. Choose one of the parts under wiring in lesson.yml: ${all}.`,
  );
}
