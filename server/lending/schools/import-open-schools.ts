import type { ImportReport } from '../../api/contract/lending/schools.ts';
import { refusal } from '../../api/http-problem.ts';
import { openCsv, plainHeader } from '../exchange/csv/read-csv.ts';
import type { ReceivedFiles } from '../exchange/received-files.ts';
import type { LendingContext } from '../interface.ts';
import {
  type OpenDataColumn,
  type OpenSchoolRow,
  openDataColumns,
  openSchoolOf,
} from './open-data-columns.ts';
import { currentImport, setCurrentImport } from './open-schools.ts';

/** Rows that are written at once: some 50 ms. SQLite takes at most 32,766 values in a statement, which are 1,800 rows. */
const batchRows = 1000;
/** So many errors and rows are told. */
const toldRows = 200;

/** What follows from other columns of the file. */
const derived: ReadonlySet<keyof OpenSchoolRow> = new Set(['search', 'land', 'type', 'school_number']);

const columnsByHeader = new Map<string, OpenDataColumn>(
  openDataColumns.map((column) => [plainHeader(column), column]),
);

/**
 * Imports the open school data. Its rows are written under a new import's id, a batch at a time, so that everybody else
 * is served meanwhile; they count from the one moment in which the import is named as the current one. An import that
 * breaks off, or whose server is killed, leaves nothing that anybody would see.
 */
export class OpenSchoolImport {
  readonly #context: Pick<LendingContext, 'db' | 'newId' | 'now' | 'events'>;
  readonly #files: ReceivedFiles;
  #importing: { part: () => number; rows: number } | null = null;

  constructor(context: Pick<LendingContext, 'db' | 'newId' | 'now' | 'events'>, files: ReceivedFiles) {
    this.#context = context;
    this.#files = files;
  }

  /** How far the import is that runs now; null: none does. */
  get importing(): { readonly part: number; readonly rows: number } | null {
    return this.#importing && { part: this.#importing.part(), rows: this.#importing.rows };
  }

  /**
   * @param receive see `ReceivedFiles.use`; while another import runs, nothing is received.
   * @throws HttpProblem what `receive`, `openCsv` and its rows throw; `import-running`; `open-data-columns-missing`, `open-data-empty`
   *   when it is no school data.
   */
  async run(receive: (path: string) => Promise<void>, dry: boolean): Promise<ImportReport> {
    if (this.#importing) {
      throw refusal(
        409,
        'import-running',
        'Gerade werden schon Schuldaten eingelesen. Bitte warten Sie, bis das fertig ist.',
        'School data is being imported right now. Please wait until that is done.',
      );
    }
    const importing = { part: () => 0, rows: 0 };
    this.#importing = importing;
    try {
      return await this.#files.use(receive, (path) => this.#read(path, dry, importing));
    } finally {
      this.#importing = null;
    }
  }

  /** Removes what imports that broke off have left. */
  async tidy(): Promise<void> {
    const current = await currentImport(this.#context.db);
    await this.#forget((await this.#importIds()).filter((id) => id !== current?.id));
  }

  async #read(
    path: string,
    dry: boolean,
    importing: { part: () => number; rows: number },
  ): Promise<ImportReport> {
    const { db, newId, now, events } = this.#context;
    const file = await openCsv(path, (header) => columnsByHeader.get(plainHeader(header)) ?? null);
    importing.part = file.part;
    const missing = (['id', 'name'] as const).filter((column) => !file.columns.includes(column));
    if (missing.length > 0) throw columnsMissing(missing);
    const before = await currentImport(db);
    const importId = newId();
    const at = now();
    const report: ImportReport = {
      dry,
      done: false,
      rows: 0,
      added: 0,
      changed: 0,
      unchanged: 0,
      refused: 0,
      separator: file.separator,
      encoding: file.encoding,
      errors: [],
      ignored: [...file.ignored],
      preview: [],
    };
    const seen = new Set<string>();
    let batch: (OpenSchoolRow & { row: number })[] = [];
    const flush = async () => {
      await this.#compare(batch, before?.id ?? null, report);
      if (!dry && batch.length > 0) {
        await db
          .insertInto('open_school')
          .values(
            batch.map(({ row: _row, ...school }) => ({ ...school, import_id: importId, imported_at: at })),
          )
          .execute();
      }
      batch = [];
    };
    try {
      for await (const { row, fields, excess } of file.rows()) {
        report.rows += 1;
        importing.rows = report.rows;
        const school = excess > 0 ? tooManyFields(excess) : openSchoolOf(fields, file.separator);
        const wrong = 'de' in school ? school : seen.has(school.id) ? twice(school.id) : null;
        if (wrong) {
          report.refused += 1;
          if (report.errors.length < toldRows) report.errors.push({ row, ...wrong });
          continue;
        }
        const good = school as OpenSchoolRow;
        seen.add(good.id);
        batch.push({ ...good, row });
        if (batch.length >= batchRows) await flush();
      }
      await flush();
      if (seen.size === 0) throw nothingIn(report);
      if (dry) return report;
      await setCurrentImport(db, { id: importId, at });
    } catch (error) {
      await this.#forget([importId]);
      throw error;
    }
    if (before) await this.#forget([before.id]);
    events.emit('changed', 'settings', 'open-schools');
    return { ...report, done: true };
  }

  /** Counts what is new and what has changed since the import before. */
  async #compare(
    batch: readonly (OpenSchoolRow & { row: number })[],
    beforeId: string | null,
    report: ImportReport,
  ): Promise<void> {
    if (batch.length === 0) return;
    const known =
      beforeId === null
        ? []
        : await this.#context.db
            .selectFrom('open_school')
            .selectAll()
            .where('import_id', '=', beforeId)
            .where(
              'id',
              'in',
              batch.map(({ id }) => id),
            )
            .execute();
    const byId = new Map(known.map((row) => [row.id, row]));
    for (const { row, ...school } of batch) {
      const was = byId.get(school.id);
      const columns = was
        ? (Object.keys(school) as (keyof OpenSchoolRow)[]).filter(
            (column) => !derived.has(column) && was[column] !== school[column],
          )
        : [];
      if (was && columns.length === 0) {
        report.unchanged += 1;
        continue;
      }
      if (was) report.changed += 1;
      else report.added += 1;
      if (report.preview.length < toldRows) {
        report.preview.push({ row, does: was ? 'change' : 'add', name: school.name, columns });
      }
    }
  }

  async #importIds(): Promise<string[]> {
    const rows = await this.#context.db.selectFrom('open_school').select('import_id').distinct().execute();
    return rows.map(({ import_id }) => import_id);
  }

  /** Removes the rows of imports, a batch at a time. */
  async #forget(importIds: readonly string[]): Promise<void> {
    const { db } = this.#context;
    for (const importId of importIds) {
      for (;;) {
        const rows = await db
          .selectFrom('open_school')
          .select('id')
          .where('import_id', '=', importId)
          .limit(2000)
          .execute();
        if (rows.length === 0) break;
        await db
          .deleteFrom('open_school')
          .where('import_id', '=', importId)
          .where(
            'id',
            'in',
            rows.map(({ id }) => id),
          )
          .execute();
      }
    }
  }
}

function columnsMissing(missing: readonly string[]) {
  const names = missing.join(', ');
  return refusal(
    400,
    'open-data-columns-missing',
    `Der Datei fehlt: ${names}. Nehmen Sie die CSV-Datei von jedeschule.codefor.de, so wie sie ist.`,
    `The file lacks: ${names}. Take the CSV file of jedeschule.codefor.de as it is.`,
  );
}

function nothingIn({ errors }: ImportReport) {
  const [first] = errors;
  return refusal(
    400,
    'open-data-empty',
    first
      ? `Keine Zeile der Datei ließ sich lesen, zuerst Zeile ${first.row}: ${first.de} Es wurde nichts übernommen.`
      : 'In der Datei steht keine Schule. Es wurde nichts übernommen.',
    first
      ? `No row of the file could be read, first row ${first.row}: ${first.en} Nothing was taken over.`
      : 'There is no school in the file. Nothing was taken over.',
  );
}

function tooManyFields(excess: number) {
  return {
    column: '',
    de: `Die Zeile hat ${excess} Felder zu viel. Texte mit Trennzeichen brauchen Anführungszeichen.`,
    en: `The row has ${excess} fields too many. Texts with separators need quotation marks.`,
  };
}

function twice(id: string) {
  return {
    column: 'id',
    de: `Die Kennung ${id} kam schon vor; die erste Zeile gilt.`,
    en: `The id ${id} was there before; the first row counts.`,
  };
}
