/** Unique columns, as SQLite tells them, whose constraint has a name of its own. */
const named: Readonly<Record<string, string>> = {
  'asset.device_id': 'asset_device',
  'asset.kind, asset.number': 'asset_code',
  'class.code': 'class_active_code',
  'device.number': 'device_number',
  'loan.number': 'loan_number',
  'loan_item.asset_id': 'loan_item_one_holder',
  'pupil.class_id, pupil.nickname': 'pupil_nickname',
  'school_detail.open_data_id': 'school_detail_open_data',
  'sponsor.page_token': 'sponsor_page',
  'stocktake.place': 'stocktake_running',
};

/** SQLite's extended result codes. */
const sqlite = { check: 275, foreignKey: 787, primaryKey: 1555, trigger: 1811, unique: 2067 } as const;

/** PostgreSQL's SQLSTATEs of constraints that have a name, and of a sentence raised by a trigger. */
const postgres = {
  foreignKey: '23503',
  unique: '23505',
  check: '23514',
  exclusion: '23P01',
  raised: 'P0001',
};

/**
 * Which rule of the database refused a change, by the same name on SQLite and PostgreSQL:
 * a named constraint or unique index (`asset_code`, `loan_item_one_holder`), `loan_item_overlap`, `history_is_final`, a check (`loan_time`),
 * `TABLE_key` for every primary key, `TABLE_COLUMN_key` for a column that is unique without a name,
 * `foreign_key` for every reference to a row that is not there or is still pointed at (SQLite does not say which).
 *
 * @returns undefined when the error is something else.
 */
export function violatedConstraint(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('errcode' in error) return onSqlite(error.errcode, error.message);
  return 'code' in error ? onPostgres(error as Error & { code: unknown; constraint?: string }) : undefined;
}

function onSqlite(code: unknown, message: string): string | undefined {
  const what = message.replace(/^[A-Z ]+ constraint failed: /, '');
  switch (code) {
    case sqlite.trigger:
    case sqlite.check:
      return what;
    case sqlite.foreignKey:
      return 'foreign_key';
    case sqlite.primaryKey:
      return `${what.split('.')[0]}_key`;
    case sqlite.unique:
      return named[what] ?? `${what.replace(/, \w+\./g, '_').replace('.', '_')}_key`;
    default:
      return undefined;
  }
}

function onPostgres(error: Error & { code: unknown; constraint?: string }): string | undefined {
  switch (error.code) {
    case postgres.raised:
      return error.message;
    case postgres.foreignKey:
      return 'foreign_key';
    case postgres.unique:
    case postgres.check:
    case postgres.exclusion:
      return error.constraint?.replace(/_pkey$/, '_key');
    default:
      return undefined;
  }
}
