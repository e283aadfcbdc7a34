import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import type * as z from 'zod/mini';
import {
  BackupError,
  formatNumber,
  type Header,
  headerSchema,
  type Mark,
  markSchema,
  type Row,
  rowSchema,
} from './format.ts';

/** A backup's lines after its header; every one was checked for its form. */
export interface BackupReader {
  readonly header: Header;
  readonly lines: AsyncIterable<Mark | Row>;
}

/**
 * Opens a backup. Reading its lines throws BackupErrors, too.
 *
 * @throws BackupError when it is not one, or of a newer version.
 */
export async function readBackup(file: string): Promise<BackupReader> {
  const lines = textLines(file);
  const first = await lines.next();
  const header = first.done ? undefined : headerSchema.safeParse(parsed(first.value)).data;
  if (!header) throw noBackup(file);
  if (header.format > formatNumber) {
    throw new BackupError(
      `The backup ${file} was made by a newer version of Steckbrett (${header.version}); update Steckbrett first.`,
    );
  }
  return { header, lines: checked(lines, file) };
}

async function* checked(lines: AsyncIterable<string>, file: string): AsyncGenerator<Mark | Row> {
  let complete = false;
  for await (const line of lines) {
    if (complete) throw broken(file);
    const value = parsed(line);
    const schema: z.ZodMiniType<Mark | Row> = Array.isArray(value) ? rowSchema : markSchema;
    const { data } = schema.safeParse(value);
    if (!data) throw broken(file);
    if ('complete' in data) complete = true;
    yield data;
  }
  if (!complete) throw cutOff(file);
}

/** Lines end with a line feed and nothing else: texts may hold every other sign that ends a line somewhere. */
async function* textLines(file: string): AsyncGenerator<string> {
  const source = createReadStream(file);
  const unzipped = createGunzip();
  source.on('error', (error) => unzipped.destroy(error));
  let begun: Buffer[] = [];
  try {
    for await (const chunk of source.pipe(unzipped) as AsyncIterable<Buffer>) {
      let from = 0;
      for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
        yield Buffer.concat([...begun, chunk.subarray(from, end)]).toString();
        begun = [];
        from = end + 1;
      }
      begun.push(chunk.subarray(from));
    }
  } catch (error) {
    throw sentenceFor(error, file);
  } finally {
    source.destroy();
  }
  if (Buffer.concat(begun).length > 0) throw cutOff(file);
}

function sentenceFor(error: unknown, file: string): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error;
  if (error.code === 'ENOENT') return new BackupError(`There is no file ${file}.`);
  if (error.code === 'Z_BUF_ERROR') return cutOff(file);
  if (/incorrect header check/.test(error.message)) return noBackup(file);
  if (String(error.code).startsWith('Z_')) return broken(file);
  if ('syscall' in error) return new BackupError(`The file ${file} can't be read: ${error.message}.`);
  return error;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

const noBackup = (file: string) => new BackupError(`The file ${file} is not a backup of Steckbrett.`);
const cutOff = (file: string) =>
  new BackupError(
    `The backup ${file} is cut off: its end is missing. Take another one; nothing was changed.`,
  );
export const broken = (file: string) =>
  new BackupError(
    `The backup ${file} is broken: it does not hold what it once did. Take another one; nothing was changed.`,
  );
