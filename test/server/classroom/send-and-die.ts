/** Sends a lesson, and is killed after so many statements: `node send-and-die.ts FOLDER CLASS STATEMENTS`. */
import { join } from 'node:path';
import { Kysely } from 'kysely';
import { Pool } from 'pg';
import { SendStore } from '../../../server/classroom/send-store.ts';
import { SerialPostgresDialect } from '../../../server/storage/postgres/dialect.ts';
import { asFromSqlite } from '../../../server/storage/postgres/types.ts';
import { NodeSqliteDialect, openSqlite } from '../../../server/storage/sqlite-dialect.ts';
import type { StorageTables } from '../../../server/storage/tables.ts';

const [dataDir = '', classId = '', statements = ''] = process.argv.slice(2);
const url = process.env.DATABASE_URL;
let left = Number(statements);
const db = new Kysely<StorageTables>({
  dialect: url
    ? new SerialPostgresDialect({
        pool: new Pool({ connectionString: url, types: asFromSqlite }),
        mayUse() {},
      })
    : new NodeSqliteDialect({ database: async () => openSqlite(join(dataDir, 'steckbrett.sqlite')) }),
  plugins: [
    {
      transformQuery: ({ node }) => {
        left -= 1;
        if (left < 0) process.kill(process.pid, 'SIGKILL');
        return node;
      },
      transformResult: async ({ result }) => result,
    },
  ],
});
await new SendStore(db).lesson(classId, 'traffic-light', 'all', 2000);
process.kill(process.pid, 'SIGKILL');
