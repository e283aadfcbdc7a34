import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { CsvError, parse } from 'csv-parse';
import { parse as parseAtOnce } from 'csv-parse/sync';
import { refusal } from '../../../api/http-problem.ts';
import { type Encoding, encodingOf } from './file-kind.ts';

export type Separator = ';' | ',' | '\t';

/** A table whose header is understood; its rows have yet to be read. */
export interface CsvFile<Column extends string> {
  readonly encoding: Encoding;
  readonly separator: Separator;
  /** Which column each field of a row belongs to; null: none that is known. */
  readonly columns: readonly (Column | null)[];
  /** How the file calls its columns. */
  readonly headers: Readonly<Partial<Record<Column, string>>>;
  /** Names of the columns that nobody knows. */
  readonly ignored: readonly string[];
  /**
   * Reads row by row, in slices between which others have their turn. Empty rows are left out, and counted.
   *
   * @throws HttpProblem `csv-broken` where the file can't be read on: a quotation mark that does not end.
   */
  rows(): AsyncGenerator<CsvRow<Column>>;
  /** How much of the file has been read by `rows`, 0 to 1. */
  part(): number;
}

export interface CsvRow<Column extends string> {
  /** As a spreadsheet counts: the header is 1. */
  readonly row: number;
  /** The texts as they stand there; a column that the file has not is missing. */
  readonly fields: Readonly<Partial<Record<Column, string>>>;
  /** How many fields it has more than the header, or less (negative). */
  readonly excess: number;
}

/** Bytes that are read at a time, and parsed before others have their turn: some 2 ms. */
const sliceBytes = 64 * 1024;
/** A header longer than this is none. */
const headerBytes = 64 * 1024;
/** A row longer than this is a quotation mark that was never closed. */
const rowLimit = 256 * 1024;

/**
 * Opens a CSV file by its header.
 *
 * @param columnOf the column that a header names, null for none; see `plainHeader`.
 * @throws HttpProblem `file-not-csv`, `file-utf-16`, or `csv-no-columns` when the header names no column that is known.
 */
export async function openCsv<Column extends string>(
  path: string,
  columnOf: (header: string) => Column | null,
): Promise<CsvFile<Column>> {
  const encoding = await encodingOf(path);
  const { start, size } = await beginning(path);
  const { separator, headers } = readHeader(start, encoding, columnOf);
  let bytesRead = () => 0;
  const seen = new Set<Column>();
  const columns = headers.map((header) => {
    const column = columnOf(header);
    // Of two columns of one name the first counts.
    if (column === null || seen.has(column)) return null;
    seen.add(column);
    return column;
  });
  return {
    encoding,
    separator,
    columns,
    headers: Object.fromEntries(
      columns.flatMap((column, index) => (column === null ? [] : [[column, headers[index]?.trim()]])),
    ) as Partial<Record<Column, string>>,
    ignored: headers.filter((header, index) => columns[index] === null && header.trim() !== ''),
    rows() {
      const source = createReadStream(path, { highWaterMark: sliceBytes });
      bytesRead = () => source.bytesRead;
      return rowsOf(source, encoding, separator, columns);
    },
    part: () => Math.min(1, bytesRead() / size),
  };
}

/** A header as it is compared: small letters and digits alone, `Straße` as `strasse`. */
export function plainHeader(header: string): string {
  return header
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replace(/[^a-z0-9]/g, '');
}

async function beginning(path: string): Promise<{ start: Buffer; size: number }> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headerBytes), 0, headerBytes, 0);
    return { start: buffer.subarray(0, bytesRead), size: (await file.stat()).size };
  } finally {
    await file.close();
  }
}

function readHeader<Column>(
  bytes: Buffer,
  encoding: Encoding,
  columnOf: (header: string) => Column | null,
): { separator: Separator; headers: readonly string[] } {
  const start = new TextDecoder(encoding).decode(bytes);
  const tries = ([';', ',', '\t'] as const).map((separator) => {
    const headers = firstRecord(start, separator);
    return { separator, headers, known: headers.filter((header) => columnOf(header) !== null).length };
  });
  const best = tries.sort((one, other) => other.known - one.known)[0]!;
  if (best.known > 0) return best;
  throw refusal(
    400,
    'csv-no-columns',
    'In der ersten Zeile der Datei steht keine Spalte, die hierher passt. Prüfen Sie, ob es die richtige Datei ist und ihre erste Zeile die Namen der Spalten nennt.',
    'The file’s first row names no column that belongs here. Check that it is the right file and that its first row names the columns.',
  );
}

function firstRecord(text: string, separator: Separator): readonly string[] {
  try {
    const [record] = parseAtOnce(text, {
      delimiter: separator,
      bom: true,
      to: 1,
      relax_quotes: true,
      relax_column_count: true,
    }) as string[][];
    return record ?? [];
  } catch (error) {
    if (error instanceof CsvError) return [];
    throw error;
  }
}

async function* rowsOf<Column extends string>(
  source: Readable,
  encoding: Encoding,
  separator: Separator,
  columns: readonly (Column | null)[],
): AsyncGenerator<CsvRow<Column>> {
  const parser = parse({
    delimiter: separator,
    bom: true,
    relax_column_count: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: rowLimit,
  });
  // What fails on the way ends the reading below; the parser knows UTF-8 by itself.
  const fed = encoding === 'utf-8' ? pipeline(source, parser) : pipeline(source, fromWindows1252, parser);
  fed.catch(() => undefined);
  let row = 0;
  let sinceTurn = 0;
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      row += 1;
      sinceTurn += 1;
      if (sinceTurn >= 250) {
        sinceTurn = 0;
        // Streams go on within one turn of the event loop as long as they have something.
        await nextTurn();
      }
      if (row === 1 || record.every((field) => field === '')) continue;
      const fields: Partial<Record<Column, string>> = {};
      for (const [index, column] of columns.entries()) {
        const field = record[index];
        if (column !== null && field !== undefined) fields[column] = field;
      }
      yield { row, fields, excess: record.length - columns.length };
    }
  } catch (error) {
    throw error instanceof CsvError ? broken(row + 1) : error;
  } finally {
    source.destroy();
  }
}

async function* fromWindows1252(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder('windows-1252');
  for await (const piece of pieces) yield Buffer.from(decoder.decode(piece));
}

function broken(row: number) {
  return refusal(
    400,
    'csv-broken',
    `Ab Zeile ${row} lässt sich die Datei nicht lesen: Ein Anführungszeichen (") steht dort falsch oder wird nicht geschlossen. Es wurde nichts übernommen. Speichern Sie die Tabelle noch einmal als CSV.`,
    `From row ${row} on, the file can’t be read: a quotation mark (") is in a wrong place there or never closed. Nothing was taken over. Save the table as CSV once more.`,
  );
}
