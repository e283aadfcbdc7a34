/** `npm run restore -- FILE`: a backup into an empty data folder or database; see docs/operations.md. */
import { resolve } from 'node:path';
import { ConfigError, readConfig } from '../server/config.ts';
import { StorageError } from '../server/storage/storage.ts';
import { BackupError } from './backup/format.ts';
import { restoreBackup } from './backup/restore.ts';

const [named, ...others] = process.argv.slice(2);
if (!named || others.length > 0 || named.startsWith('-')) {
  console.log(
    'npm run restore -- FILE   DATA_DIR (empty folder) or DATABASE_URL (empty database) say where to',
  );
  process.exit(named === '--help' ? 0 : 2);
}
/** A demo's data is opened by the demo alone. */
const next = {
  real: 'Start the server now: npm run serve',
  demo: 'It is a demo’s: start it with the same DATA_DIR or DATABASE_URL: npm start',
} as const;

try {
  const config = readConfig(process.env);
  const { tables, rows, kind } = await restoreBackup(config, resolve(process.env.INIT_CWD ?? '.', named));
  console.log(
    `Restored and compared ${rows} rows of ${tables} tables to ${config.databaseUrl ? 'PostgreSQL' : config.dataDir}. ${next[kind]}`,
  );
} catch (error) {
  if (!(error instanceof BackupError || error instanceof StorageError || error instanceof ConfigError))
    throw error;
  console.error(error.message);
  process.exit(1);
}
