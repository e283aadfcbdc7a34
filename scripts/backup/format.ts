import * as z from 'zod/mini';

/** Of the file's form; a file of a higher one is of a newer Steckbrett. */
export const formatNumber = 1;

/**
 * The file: gzipped lines of JSON. A header; for each table `{"table":…}`, a line of values for each row, and an end with
 * what to check; an end of the whole. So a file that was cut off is known, and no line needs more than a row's memory.
 */
export const headerSchema = z.object({
  steckbrett: z.literal('backup'),
  format: z.number(),
  /** Of the Steckbrett that wrote it. */
  version: z.string(),
  kind: z.enum(['demo', 'real']),
  /** ISO 8601. */
  made: z.string(),
  /** Names of the migrations that had been done. */
  migrations: z.array(z.string()),
  /** Column names in the order of the rows' values; tables that others refer to stand before those. */
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
});
export type Header = z.infer<typeof headerSchema>;

/** A line that is not a row. */
export const markSchema = z.union([
  z.object({ table: z.string() }),
  z.object({ end: z.string(), rows: z.number(), sha256: z.string() }),
  z.object({ complete: z.literal(true), rows: z.number() }),
]);
export type Mark = z.infer<typeof markSchema>;

/** A value as it stands in the file. */
export type Stored = string | number | null | { readonly base64: string };

export const rowSchema = z.array(
  z.union([z.string(), z.number(), z.null(), z.object({ base64: z.string() })]),
);
export type Row = z.infer<typeof rowSchema>;

/** Why a backup can't be made or restored; the message is one sentence. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
}
