import type { ImportReport } from '../../api/contract/lending/schools.ts';
import { refusal } from '../../api/http-problem.ts';
import type { LendingContext, LendingDatabase } from '../interface.ts';
import { type Columns, columnFinder, type Values } from './columns.ts';
import { type CsvFile, openCsv } from './csv/read-csv.ts';
import { ValueError } from './values.ts';

/** A row that could be read: its values by column, as far as the file has them. */
export interface ReadRow<Cols extends Columns> {
  readonly row: number;
  readonly values: Partial<Values<Cols>>;
}

/** What becomes of a row, or why nothing can. */
export type RowPlan =
  | {
      readonly row: number;
      readonly does: 'add' | 'change' | 'nothing';
      readonly name: string;
      readonly columns: readonly string[];
    }
  | {
      readonly row: number;
      readonly does: 'refuse';
      readonly column: string;
      readonly de: string;
      readonly en: string;
    };

/** Everything that an import will do, and the doing. */
export interface Plan {
  readonly rows: readonly RowPlan[];
  /** Writes it, in the transaction in which it was planned; tells what has changed. */
  write(): Promise<readonly string[]>;
}

/** A table that can be imported. */
export interface ImportTable<Cols extends Columns> {
  readonly columns: Cols;
  /** What the page hears of each thing that changes. */
  readonly what: 'school' | 'asset';
  /** Rows of an example, from which people can make their own file. */
  readonly example: readonly Partial<Values<Cols>>[];
  /** @param db the transaction's handle, of which nothing is left when it is a dry run. */
  plan(db: LendingDatabase, rows: readonly ReadRow<Cols>[], parts: PlanParts): Promise<Plan>;
}

export interface PlanParts extends Pick<LendingContext, 'newId' | 'now'> {
  /** Who imports. */
  readonly by: string;
}

/** So many rows at most, since all of them are one transaction in which others wait. */
const mostRows = 20_000;
/** So many errors and rows are told. */
const told = 200;

/**
 * Imports a table: all rows, or with errors none.
 *
 * @throws HttpProblem what `openCsv` and its rows throw, or `table-too-long`.
 */
export async function importTable<Cols extends Columns>(
  context: Pick<LendingContext, 'db' | 'newId' | 'now' | 'events'>,
  table: ImportTable<Cols>,
  { path, dry, by }: { readonly path: string; readonly dry: boolean; readonly by: string },
): Promise<ImportReport> {
  const file = await openCsv(path, columnFinder(table.columns));
  const { rows, errors, count } = await readRows(file, table.columns);
  const parts = { newId: context.newId, now: context.now, by };
  const { plan, changed } = await context.db.transaction().execute(async (trx) => {
    const plan = await table.plan(trx, rows, parts);
    const refused = errors.length > 0 || plan.rows.some(({ does }) => does === 'refuse');
    return { plan, changed: dry || refused ? null : await plan.write() };
  });
  for (const id of (changed ?? []).slice(0, told)) context.events.emit('changed', table.what, id);
  return {
    ...reportOf(file, plan.rows, errors),
    rows: count,
    dry,
    done: changed !== null,
  };
}

type RowError = ImportReport['errors'][number];

async function readRows<Cols extends Columns>(
  file: CsvFile<string>,
  columns: Cols,
): Promise<{ rows: ReadRow<Cols>[]; errors: RowError[]; count: number }> {
  const rows: ReadRow<Cols>[] = [];
  const errors: RowError[] = [];
  let count = 0;
  for await (const { row, fields, excess } of file.rows()) {
    count += 1;
    if (count > mostRows) throw tooLong();
    if (excess > 0) {
      errors.push({
        row,
        column: '',
        de: `Die Zeile hat ${excess} Felder zu viel. Texte mit Trennzeichen brauchen Anführungszeichen.`,
        en: `The row has ${excess} fields too many. Texts with separators need quotation marks.`,
      });
      continue;
    }
    const before = errors.length;
    const values: Record<string, unknown> = {};
    for (const [key, field] of Object.entries(fields)) {
      const kind = columns[key]?.kind;
      if (!kind || (kind.emptySaysNothing && field?.trim() === '')) continue;
      try {
        values[key] = kind.read(field as string, file.separator);
      } catch (error) {
        if (!(error instanceof ValueError)) throw error;
        errors.push({ row, column: file.headers[key] ?? key, de: error.de, en: error.en });
      }
    }
    if (errors.length === before) rows.push({ row, values: values as Partial<Values<Cols>> });
  }
  return { rows, errors, count };
}

function reportOf(
  file: CsvFile<string>,
  plans: readonly RowPlan[],
  unread: readonly RowError[],
): Omit<ImportReport, 'rows' | 'dry' | 'done'> {
  const header = (column: string) => file.headers[column] ?? column;
  const refused = plans.flatMap((plan) =>
    plan.does === 'refuse' ? [{ row: plan.row, column: header(plan.column), de: plan.de, en: plan.en }] : [],
  );
  const errors = [...unread, ...refused].sort((one, other) => one.row - other.row);
  const number = (does: RowPlan['does']) => plans.filter((plan) => plan.does === does).length;
  return {
    added: number('add'),
    changed: number('change'),
    unchanged: number('nothing'),
    refused: new Set(errors.map(({ row }) => row)).size,
    separator: file.separator,
    encoding: file.encoding,
    errors: errors.slice(0, told),
    ignored: [...file.ignored],
    preview: plans
      .flatMap((plan) =>
        plan.does === 'add' || plan.does === 'change'
          ? [{ row: plan.row, does: plan.does, name: plan.name, columns: plan.columns.map(header) }]
          : [],
      )
      .slice(0, told),
  };
}

function tooLong() {
  return refusal(
    400,
    'table-too-long',
    `Die Tabelle hat mehr als ${mostRows} Zeilen. Teilen Sie sie auf mehrere Dateien auf.`,
    `The table has more than ${mostRows} rows. Split it into several files.`,
  );
}
