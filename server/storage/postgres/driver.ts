import type {
  CompiledQuery,
  DatabaseConnection,
  Driver,
  QueryCompiler,
  QueryResult,
  TransactionSettings,
} from 'kysely';
import type { QueryResult as PgResult, Pool, PoolClient } from 'pg';
import { queryFailure } from './failures.ts';
import { Turns } from './turns.ts';

/** The number of the advisory lock that every writing transaction takes; "Steckbrett" and 2, for "transaction". */
export const transactionLock = 5_7332_0002;

/** Statements written by hand that only read; they need no turn, as no built `select` does. */
const reading = /^\s*(select|show|table|values)\b/i;

export interface DriverParts {
  readonly pool: Pool;
  /** @throws DatabaseAway while this process does not hold the database. */
  readonly mayUse: () => void;
}

/**
 * Writes as SQLite does: **one transaction at a time, and no other write meanwhile**, in the order in which they were
 * asked for. The domains rely on it: they read, decide and write within a transaction, without locking rows. So each
 * transaction waits for its turn in this process, and begins with an advisory lock for the case that there is
 * another process (a restore, or a server that does not know yet that it was cut off). Reading outside of
 * transactions runs in parallel, on as many connections as the pool has.
 */
export class SerialPostgresDriver implements Driver {
  readonly #parts: DriverParts;
  readonly #turns = new Turns();

  constructor(parts: DriverParts) {
    this.#parts = parts;
  }

  async init(): Promise<void> {}

  /** A connection of PostgreSQL's is taken only for a transaction: whoever waits for a turn takes none from the readers. */
  async acquireConnection(): Promise<DatabaseConnection> {
    return new Connection(this.#parts, this.#turns);
  }

  async releaseConnection(): Promise<void> {}

  async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    await own(connection).begin(settings);
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await own(connection).commit();
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await own(connection).rollback();
  }

  async savepoint(connection: DatabaseConnection, name: string): Promise<void> {
    await own(connection).control(`savepoint "${name}"`);
  }

  async rollbackToSavepoint(connection: DatabaseConnection, name: string): Promise<void> {
    await own(connection).control(`rollback to savepoint "${name}"`);
  }

  async releaseSavepoint(
    connection: DatabaseConnection,
    name: string,
    _compile: QueryCompiler['compileQuery'],
  ): Promise<void> {
    await own(connection).control(`release savepoint "${name}"`);
  }

  async destroy(): Promise<void> {
    await this.#parts.pool.end();
  }
}

function own(connection: DatabaseConnection): Connection {
  if (!(connection instanceof Connection)) throw new TypeError('a connection of another driver');
  return connection;
}

class Connection implements DatabaseConnection {
  readonly #parts: DriverParts;
  readonly #turns: Turns;
  /** While a transaction runs. */
  #client: PoolClient | undefined;
  #endTurn: (() => void) | undefined;

  constructor(parts: DriverParts, turns: Turns) {
    this.#parts = parts;
    this.#turns = turns;
  }

  async executeQuery<Row>({ query, sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const client = this.#client;
    if (client) return this.#ask(() => client.query(sql, [...parameters]));
    if (query.kind === 'SelectQueryNode' || reading.test(sql))
      return this.#ask(() => this.#parts.pool.query(sql, [...parameters]));
    const endTurn = await this.#turns.take();
    try {
      return await this.#ask(() => this.#parts.pool.query(sql, [...parameters]));
    } finally {
      endTurn();
    }
  }

  // biome-ignore lint/correctness/useYield: nobody streams, and reading everything at once in its place would be a lie.
  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('streaming is not supported; read in pages by key');
  }

  async begin({ isolationLevel, accessMode }: TransactionSettings): Promise<void> {
    const writes = accessMode !== 'read only';
    if (writes) this.#endTurn = await this.#turns.take();
    try {
      this.#parts.mayUse();
      this.#client = await this.#parts.pool.connect();
      // Its queries fail when the connection is lost; unheard, the event would end the process.
      this.#client.on('error', ignore);
      const level = isolationLevel ? `isolation level ${isolationLevel}` : '';
      await this.#client.query(
        `begin ${level} ${accessMode ?? ''}; ${writes ? `select pg_advisory_xact_lock(${transactionLock})` : ''}`,
      );
    } catch (error) {
      this.#end(true);
      throw queryFailure(error);
    }
  }

  async commit(): Promise<void> {
    const [result] = [await this.#ask(() => this.#held().query('commit'))].flat();
    if (result?.command === 'ROLLBACK')
      throw new Error('the transaction was rolled back, because a statement in it had failed');
    this.#end(false);
  }

  /** A lost connection has rolled back already. */
  async rollback(): Promise<void> {
    if (!this.#client) return;
    const failed = await this.#client.query('rollback').then(
      () => false,
      () => true,
    );
    this.#end(failed);
  }

  async control(sql: string): Promise<void> {
    await this.#ask(() => this.#held().query(sql));
  }

  #held(): PoolClient {
    if (!this.#client) throw new Error('no transaction runs on this connection');
    return this.#client;
  }

  #end(broken: boolean): void {
    this.#client?.off('error', ignore);
    this.#client?.release(broken);
    this.#client = undefined;
    this.#endTurn?.();
    this.#endTurn = undefined;
  }

  async #ask<Row>(query: () => Promise<PgResult>): Promise<QueryResult<Row> & { command: string }> {
    try {
      this.#parts.mayUse();
      const { command, rowCount, rows } = await query();
      const affected = /^(INSERT|UPDATE|DELETE|MERGE)$/.test(command) ? BigInt(rowCount ?? 0) : undefined;
      return {
        command,
        rows: (rows ?? []) as Row[],
        ...(affected !== undefined && { numAffectedRows: affected }),
      };
    } catch (error) {
      throw queryFailure(error);
    }
  }
}

function ignore(): void {}
