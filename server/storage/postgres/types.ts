import { types } from 'pg';

/** PostgreSQL's own numbers of its types. */
const int8 = 20;
const numeric = 1700;
const bytea = 17;

/**
 * How values come back: as from SQLite. Whole numbers and sums are numbers (ms since 1970 and cents stay far below
 * 2^53), bytes are a plain `Uint8Array`.
 */
export const asFromSqlite = {
  getTypeParser(type: number, format?: 'text' | 'binary') {
    if (format !== 'binary') {
      if (type === int8 || type === numeric) return Number;
      if (type === bytea) return bytes;
    }
    return types.getTypeParser(type, format);
  },
};

/** Of the text `\x00ff…`. */
function bytes(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(text.slice(2), 'hex'));
}
