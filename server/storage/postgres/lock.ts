import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { DatabaseAway } from '../database-away.ts';
import { StorageError } from '../storage.ts';
import { addressOf } from './address.ts';

/** Number of the advisory lock that says who uses a database; PostgreSQL keeps such locks apart by database. */
const serverLock = 5_7332_0001;

/** By this name the connections of a server are known in PostgreSQL. */
export const applicationName = 'steckbrett';

/** A server that is being replaced gets this long to go: 20 attempts, 100 ms apart. */
const attempts = 20;
const pauseMs = 100;
/** Between two attempts to get a lost connection back. */
const retakeMs = 500;

/** Holds a database for one process. */
export interface DatabaseLock {
  /** @throws DatabaseAway while the connection that holds the lock is lost. */
  check(): void;
  release(): Promise<void>;
}

/**
 * Takes a database for this process: an advisory lock of PostgreSQL's on a connection of its own, so it ends with the
 * process however that ends. When the connection is lost, `check` throws until the lock is held again. Whether
 * another server was there meanwhile is told by `meta`; then it stays lost, because what this process knows by
 * heart may not be true any more.
 *
 * @param holder a name nobody else has.
 * @throws StorageError when another server holds the database; else what PostgreSQL says.
 */
export async function lockDatabase(url: string, holder: string): Promise<DatabaseLock> {
  let client: Client | undefined = await take(url);
  let stopped = false;
  let lost = false;
  let retaking: Promise<void> = Promise.resolve();
  try {
    await endRemains(client);
    await noteHolder(client, holder);
  } catch (error) {
    await client.end().catch(() => {});
    throw error;
  }

  const watch = (held: Client): void => {
    const gone = (): void => {
      if (client !== held) return;
      client = undefined;
      held.end().catch(() => {});
      if (!stopped) retaking = retake();
    };
    held.on('error', gone);
    held.on('end', gone);
  };
  const retake = async (): Promise<void> => {
    while (!stopped && !lost) {
      const again = await tryOnce(url).catch(() => undefined);
      if (again) {
        const { rows } = await again
          .query(`select value from meta where key = 'server'`)
          .catch(() => ({ rows: [] }));
        if (rows[0]?.value === holder && !stopped) {
          client = again;
          watch(again);
          return;
        }
        if (rows.length > 0) lost = true;
        await again.end().catch(() => {});
      }
      await sleep(retakeMs, undefined, { ref: false });
    }
  };
  watch(client);
  return {
    check() {
      if (client) return;
      throw new DatabaseAway(
        new Error(
          lost
            ? 'another server has used the database meanwhile; start this one anew'
            : 'the connection to the database is lost',
        ),
      );
    },
    async release() {
      stopped = true;
      const held = client;
      client = undefined;
      await held?.end().catch(() => {});
      await retaking;
    },
  };
}

async function take(url: string): Promise<Client> {
  for (let attempt = 1; ; attempt++) {
    const client = await tryOnce(url);
    if (client) return client;
    if (attempt === attempts) break;
    await sleep(pauseMs);
  }
  const { name, host } = addressOf(url);
  throw new StorageError(
    `Another Steckbrett server is using the database ${name} at ${host}; stop it first, or set DATABASE_URL to another database.`,
  );
}

/** @returns a connection that has the lock; undefined when somebody else has it. */
async function tryOnce(url: string): Promise<Client | undefined> {
  const client = new Client({
    connectionString: url,
    application_name: applicationName,
    connectionTimeoutMillis: 5000,
    keepAlive: true,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query(`select pg_try_advisory_lock(${serverLock}) as locked`);
    if (rows[0].locked) return client;
  } catch (error) {
    await client.end().catch(() => {});
    throw error;
  }
  await client.end();
  return undefined;
}

/** What a killed server had under way goes on in PostgreSQL for a moment: it is ended, before anything is read. */
async function endRemains(client: Client): Promise<void> {
  await client.query(
    `select pg_terminate_backend(pid, 5000) from pg_stat_activity
     where datname = current_database() and application_name = $1 and pid <> pg_backend_pid()`,
    [applicationName],
  );
}

async function noteHolder(client: Client, holder: string): Promise<void> {
  await client.query('create table if not exists meta (key text primary key, value text not null)');
  await client.query(
    `insert into meta (key, value) values ('server', $1) on conflict (key) do update set value = excluded.value`,
    [holder],
  );
}
