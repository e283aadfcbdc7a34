import { join, resolve } from 'node:path';
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { LessonsError } from './lessons-error.ts';

const ourCatalog = resolve(import.meta.dirname, '../../lessons/catalog');

/** The project's folder. */
export const projectRoot = join(ourCatalog, '../..');

/**
 * Reads a command's arguments; `--catalog FOLDER` is known to each.
 *
 * @throws LessonsError for an option that is unknown.
 */
export function readArguments<const Options extends ParseArgsOptionsConfig>(
  args: string[],
  options: Options,
) {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { ...options, catalog: { type: 'string', default: ourCatalog } },
      allowPositionals: true,
    });
    return { values, positionals, catalog: resolve(String((values as { catalog?: string }).catalog)) };
  } catch (error) {
    throw new LessonsError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}
