import * as z from 'zod/mini';
import { ProblemError } from '../../../device/contract/problem.ts';
import { blockTypes } from '../../../lessons/blocks/block-types.ts';
import type { Blocks } from '../../../server/live/contract/live.ts';
import { foreignFile } from './foreign-file.ts';
import { isDeeperThan } from './limits.ts';
import * as problems from './work-file-problems.ts';

/** The largest file that is opened, bytes. */
export const maxFileBytes = 1024 * 1024;
const format = 'steckbrett-work';
const version = 1;
/** A stack nests two levels per block, and the file two around it. */
const maxDepth = 3000;

/** What a file holds: the work and what it was made for, and nothing of who made it. */
const fileSchema = z.object({
  format: z.literal(format),
  version: z.literal(version),
  lessonId: z.nullable(z.string().check(z.maxLength(64))),
  blocks: z.object({
    blocks: z.optional(z.object({ languageVersion: z.optional(z.number()), blocks: z.array(z.unknown()) })),
    variables: z.optional(
      z.array(
        z.object({
          name: z.string().check(z.maxLength(200)),
          id: z.string().check(z.maxLength(100)),
          type: z.optional(z.string().check(z.maxLength(100))),
        }),
      ),
    ),
  }),
});

/** What tells another version of the format from another format. */
const newerSchema = z.object({ format: z.literal(format), version: z.number().check(z.gt(version)) });

/** A file that was opened. */
export interface OpenedWork {
  readonly blocks: Blocks;
  readonly lessonId: string | null;
}

/** Keys by which an object would become another kind of object. */
const poison = ['__proto__', 'constructor', 'prototype'];
const known: ReadonlySet<string> = new Set(blockTypes);

/** The text of a `.steckbrett.json` file. */
export function writeWorkFile(blocks: Blocks, lessonId: string | null): string {
  return `${JSON.stringify({ format, version, savedBy: 'Steckbrett', lessonId, blocks }, null, 1)}\n`;
}

/** Reads a file; whatever is wrong with it is one sentence. @throws ProblemError see `work-file-problems.ts`. */
export function readWorkFile(text: string): OpenedWork {
  if (text.length > maxFileBytes) throw new ProblemError(problems.fileTooLarge());
  const raw = parse(text);
  // From here on nothing recurses deeper than this.
  if (isDeeperThan(raw, maxDepth)) throw new ProblemError(problems.fileTooDeep());
  if (newerSchema.safeParse(raw).success) throw new ProblemError(problems.fileNewer());
  const read = fileSchema.safeParse(raw);
  if (!read.success) throw new ProblemError(foreignFile(raw) ?? problems.fileDamaged());
  const blocks: Blocks = { ...read.data.blocks };
  const types = checkStacks(read.data.blocks.blocks?.blocks ?? []);
  const strange = [...types].filter((type) => !known.has(type));
  if (strange.length > 0) throw new ProblemError(problems.fileUnknownBlocks(strange));
  return { blocks, lessonId: read.data.lessonId };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new ProblemError(foreignFile(text) ?? problems.fileNotJson());
  }
}

/** Looks at every block, without recursion, and takes poison out. @returns the types. @throws ProblemError. */
function checkStacks(stacks: readonly unknown[]): Set<string> {
  const types = new Set<string>();
  const open: unknown[] = [...stacks];
  while (open.length > 0) {
    const block = open.pop();
    if (!isObject(block) || typeof block.type !== 'string') throw new ProblemError(problems.fileDamaged());
    types.add(block.type);
    clean(block);
    for (const part of [block.fields, block.inputs, block.icons]) {
      if (part === undefined) continue;
      if (!isObject(part)) throw new ProblemError(problems.fileDamaged());
      clean(part);
    }
    const connections = [...Object.values((block.inputs ?? {}) as object), block.next];
    for (const connection of connections) {
      if (connection === undefined) continue;
      if (!isObject(connection)) throw new ProblemError(problems.fileDamaged());
      for (const child of [connection.block, connection.shadow]) if (child !== undefined) open.push(child);
    }
  }
  return types;
}

function clean(object: Record<string, unknown>): void {
  for (const key of poison) if (Object.hasOwn(object, key)) delete object[key];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
