import type { Kysely, Transaction } from 'kysely';
import { ProblemError } from '../../device/contract/problem.ts';
import { type Blocks, blocksSchema } from '../live/contract/live.ts';
import type { StorageTables } from '../storage/tables.ts';
import { versionUnknown } from './problems.ts';
import type { ClassroomTables, WorkspaceVersionTable } from './tables.ts';
import { versionsToDrop } from './thin-history.ts';

type Tables = StorageTables & ClassroomTables;

/** One line of a seat's history. */
export interface VersionLine {
  readonly number: number;
  readonly kind: WorkspaceVersionTable['kind'];
  /** By the server's clock, ms. */
  readonly savedAgoMs: number;
  /** The workspace holds this one now. */
  readonly current: boolean;
}

/** The earlier versions of the pupils' work. */
export class HistoryStore {
  readonly #db: Kysely<Tables>;
  readonly #now: () => number;

  /** @param now ms since 1970 */
  constructor(db: Kysely<StorageTables>, now: () => number) {
    this.#db = db.withTables<ClassroomTables>();
    this.#now = now;
  }

  /** Newest first. */
  async list(seatId: string): Promise<VersionLine[]> {
    const rows = await this.#db
      .selectFrom('workspace_version')
      .leftJoin('workspace', 'workspace.seat_id', 'workspace_version.seat_id')
      .select(['number', 'kind', 'workspace_version.saved_at as savedAt'])
      .select(['workspace_version.version as version', 'workspace.version as present'])
      .where('workspace_version.seat_id', '=', seatId)
      .orderBy('number', 'desc')
      .execute();
    return rows.map(({ number, kind, savedAt, version, present }) => ({
      number,
      kind,
      savedAgoMs: Math.max(0, this.#now() - savedAt),
      current: kind === 'saved' && version === present,
    }));
  }

  /** @throws ProblemError `version-unknown`. */
  async get(seatId: string, number: number): Promise<Blocks> {
    const row = await this.#db
      .selectFrom('workspace_version')
      .select('blocks')
      .where('seat_id', '=', seatId)
      .where('number', '=', number)
      .executeTakeFirst();
    if (!row) throw new ProblemError(versionUnknown());
    return blocksSchema.parse(JSON.parse(row.blocks));
  }
}

/** Adds to a seat's history, and thins it. @returns the number of what was added. */
export async function remember(
  transaction: Transaction<Tables>,
  entry: Omit<WorkspaceVersionTable, 'number'>,
): Promise<number> {
  const before = await transaction
    .selectFrom('workspace_version')
    .select(['number', 'kind', 'saved_at as savedAt'])
    // Unlike `length`, it counts without reading the work: a long history must not keep everybody waiting.
    .select(({ fn }) => fn<number>('octet_length', ['blocks']).as('size'))
    .where('seat_id', '=', entry.seat_id)
    .execute();
  const number = before.reduce((most, one) => Math.max(most, one.number), 0) + 1;
  await transaction
    .insertInto('workspace_version')
    .values({ ...entry, number })
    .execute();
  const size = Buffer.byteLength(entry.blocks);
  const added = { number, kind: entry.kind, savedAt: entry.saved_at, size };
  const dropped = versionsToDrop([...before, added], entry.saved_at);
  if (dropped.length === 0) return number;
  await transaction
    .deleteFrom('workspace_version')
    .where('seat_id', '=', entry.seat_id)
    .where('number', 'in', dropped)
    .execute();
  return number;
}
