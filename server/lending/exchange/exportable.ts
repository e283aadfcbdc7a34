import type { LendingDatabase } from '../interface.ts';
import type { Columns, Values } from './columns.ts';

/** A table that can be exported, a page at a time. */
export interface ExportTable<Cols extends Columns> {
  readonly columns: Cols;
  /** What the file is called. */
  readonly de: string;
  readonly en: string;
  /** Rows from `offset` on, at most `limit`, always in the same order. */
  page(db: LendingDatabase, range: Range): Promise<readonly Values<Cols>[]>;
}

export interface Range {
  readonly offset: number;
  readonly limit: number;
}
