import type { Stored } from './format.ts';

/** What a column holds, where the two databases give it differently. */
export type ColumnKind = 'bytes' | 'flag' | 'time' | 'plain';

/** @param dataType as the database names it. */
export function columnKind(dataType: string): ColumnKind {
  const type = dataType.toLowerCase();
  if (type === 'blob' || type === 'bytea') return 'bytes';
  if (type === 'boolean' || type === 'bool') return 'flag';
  return type.startsWith('timestamp') ? 'time' : 'plain';
}

/** The same for the same value, whichever database it comes from. */
export function toStored(value: unknown, kind: ColumnKind): Stored {
  if (value === null || value === undefined) return null;
  if (kind === 'bytes' && value instanceof Uint8Array)
    return { base64: Buffer.from(value).toString('base64') };
  if (kind === 'flag') return Number(value);
  if (kind === 'time') return new Date(value instanceof Date ? value : String(value)).toISOString();
  if (typeof value === 'string' || typeof value === 'number') return value;
  throw new TypeError(`a value of type ${typeof value} can't be kept`);
}

export function fromStored(value: Stored): string | number | null | Uint8Array {
  return typeof value === 'object' && value !== null ? Buffer.from(value.base64, 'base64') : value;
}
