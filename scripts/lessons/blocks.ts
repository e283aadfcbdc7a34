import { readFileSync } from 'node:fs';
import { NotationError, readBlocks, writeBlocks } from '../../lessons/format/block-notation.ts';
import { readArguments } from './arguments.ts';
import { LessonsError } from './lessons-error.ts';

/** `npm run lessons -- blocks FILE [--text]`: writes the other form of a program to standard output. */
export async function blocks(args: string[]): Promise<number> {
  const { values, positionals } = readArguments(args, { text: { type: 'boolean', default: false } });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0)
    throw new LessonsError('Name one file, or - for standard input.');
  const given = read(file);
  try {
    console.log(
      values.text ? writeBlocks(JSON.parse(given)).trimEnd() : JSON.stringify(readBlocks(given), null, 2),
    );
    return 0;
  } catch (error) {
    if (!(error instanceof NotationError || error instanceof SyntaxError)) throw error;
    throw new LessonsError(`${file}, ${error.message}`, { cause: error });
  }
}

function read(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    throw new LessonsError(`The file ${file} cannot be read.`, { cause: error });
  }
}
