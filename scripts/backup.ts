/** `npm run backup [-- FILE]`: everything a server keeps in one file, also while it runs; see docs/operations.md. */
import { resolve } from 'node:path';
import { ConfigError, readConfig } from '../server/config.ts';
import { StorageError } from '../server/storage/storage.ts';
import { BackupError } from './backup/format.ts';
import { writeBackup } from './backup/write.ts';

const moment = new Date().toISOString().slice(0, 19).replaceAll(':', '-');
const [named, ...others] = process.argv.slice(2);
if (others.length > 0 || named?.startsWith('-')) {
  console.log('npm run backup [-- FILE]   DATA_DIR or DATABASE_URL say which server’s data');
  process.exit(named === '--help' ? 0 : 2);
}
// npm runs scripts in the project's folder; a file is meant from where the person stands.
const file = resolve(process.env.INIT_CWD ?? '.', named ?? `steckbrett-${moment}.backup`);
try {
  const { tables, rows } = await writeBackup(readConfig(process.env), file);
  console.log(`Wrote ${rows} rows of ${tables} tables to ${file}.
It holds names, passwords' hashes and the server's secret: keep it where only you can read it.`);
} catch (error) {
  if (!(error instanceof BackupError || error instanceof StorageError || error instanceof ConfigError))
    throw error;
  console.error(error.message);
  process.exit(1);
}
