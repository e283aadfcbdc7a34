import type { Kysely, Transaction } from 'kysely';
import { type Blocks, blocksSchema, type WorkspaceView } from '../live/contract/live.ts';
import type { StorageTables } from '../storage/tables.ts';
import { remember } from './history-store.ts';
import type { ClassroomTables, WorkspaceTable, WorkspaceVersionTable } from './tables.ts';

/** A wish to save. */
export interface SaveRequest {
  readonly seatId: string;
  /** The version that was changed. */
  readonly base: number;
  /** JSON of the blocks. */
  readonly blocks: string;
  readonly tab: string;
  /** Who saves; null: nobody in particular. */
  readonly pupilId: string | null;
  /** Save even over a version that the page has not seen. */
  readonly force: boolean;
  /** ms since 1970. */
  readonly now: number;
}

/** What came of it, and what the server has now. */
export interface SaveOutcome {
  readonly outcome: 'saved' | 'unchanged' | 'conflict';
  readonly workspace: WorkspaceView;
}

type Tables = StorageTables & ClassroomTables;

/** The pupils' work in the database. */
export class WorkspaceStore {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<StorageTables>) {
    this.#db = db.withTables<ClassroomTables>();
  }

  async read(seatId: string): Promise<WorkspaceView> {
    return toView(await findWorkspace(this.#db, seatId));
  }

  /**
   * Saves on top of `base`. When the server has another version, the wish goes into the history and what is
   * there stays. A page that did not hear the answer and asks again gets `unchanged`, not a conflict with itself.
   */
  async save(request: SaveRequest): Promise<SaveOutcome> {
    return this.#db.transaction().execute(async (transaction) => {
      const current = await findWorkspace(transaction, request.seatId);
      const version = current?.version ?? 0;
      if (current && current.saved_by === request.tab && current.blocks === request.blocks) {
        return { outcome: 'unchanged', workspace: toView(current) };
      }
      const saved: WorkspaceTable = {
        seat_id: request.seatId,
        version: version + 1,
        blocks: request.blocks,
        saved_at: request.now,
        saved_by: request.tab,
      };
      const entry = { ...saved, saved_by_pupil: request.pupilId };
      if (request.base !== version && !request.force) {
        await rememberRejected(transaction, { ...entry, version: request.base });
        return { outcome: 'conflict', workspace: toView(current) };
      }
      await transaction
        .insertInto('workspace')
        .values(saved)
        .onConflict((conflict) =>
          conflict.column('seat_id').doUpdateSet({
            version: saved.version,
            blocks: saved.blocks,
            saved_at: saved.saved_at,
            saved_by: saved.saved_by,
          }),
        )
        .execute();
      await remember(transaction, { ...entry, kind: 'saved' });
      return { outcome: 'saved', workspace: toView(saved) };
    });
  }

  /** Puts what may not be saved into the history, so that nothing is lost. @returns what the server has. */
  async setAside(request: SaveRequest): Promise<WorkspaceView> {
    return this.#db.transaction().execute(async (transaction) => {
      await rememberRejected(transaction, {
        seat_id: request.seatId,
        version: request.base,
        blocks: request.blocks,
        saved_at: request.now,
        saved_by: request.tab,
        saved_by_pupil: request.pupilId,
      });
      return toView(await findWorkspace(transaction, request.seatId));
    });
  }
}

/** A page asks again and again until the pupil has chosen; once in the history is enough. */
async function rememberRejected(
  transaction: Transaction<Tables>,
  entry: Omit<WorkspaceVersionTable, 'number' | 'kind'>,
): Promise<void> {
  const last = await transaction
    .selectFrom('workspace_version')
    .select(['kind', 'blocks', 'saved_by'])
    .where('seat_id', '=', entry.seat_id)
    .where('kind', '=', 'rejected')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (last?.saved_by === entry.saved_by && last.blocks === entry.blocks) return;
  await remember(transaction, { ...entry, kind: 'rejected' });
}

/** A seat's work as it is stored; `blocks` are `null` as JSON when the teacher has put it back to the beginning. */
export function findWorkspace(db: Kysely<Tables>, seatId: string): Promise<WorkspaceTable | undefined> {
  return db.selectFrom('workspace').selectAll().where('seat_id', '=', seatId).executeTakeFirst();
}

/** @param row undefined: nothing was ever saved. */
export function toView(row: WorkspaceTable | undefined): WorkspaceView {
  if (!row) return { version: 0, blocks: null, savedAt: null, savedBy: null };
  const blocks: Blocks | null = row.blocks === 'null' ? null : blocksSchema.parse(JSON.parse(row.blocks));
  return { version: row.version, blocks, savedAt: row.saved_at, savedBy: row.saved_by || null };
}
