/** Sends a lesson, and is killed after so many statements: `node send-and-die.ts DATABASE CLASS STATEMENTS`. */
import { Kysely } from 'kysely';
import { SendStore } from '../../../server/classroom/send-store.ts';
import { NodeSqliteDialect, openSqlite } from '../../../server/storage/sqlite-dialect.ts';
import type { StorageTables } from '../../../server/storage/tables.ts';

const [path = '', classId = '', statements = ''] = process.argv.slice(2);
let left = Number(statements);
const db = new Kysely<StorageTables>({
  dialect: new NodeSqliteDialect({ database: async () => openSqlite(path) }),
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
