import type { Kysely, Transaction } from 'kysely';
import { type Blocks, blocksSchema, type WorkspaceView } from '../live/contract/live.ts';
import type { StorageTables } from '../storage/tables.ts';
import type { ClassroomTables, WorkspaceTable, WorkspaceVersionTable } from './tables.ts';

/** Entries of a seat's history that are kept, by kind. */
const kept: Readonly<Record<WorkspaceVersionTable['kind'], number>> = { saved: 50, rejected: 20 };

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
      if (request.base !== version && !request.force) {
        await remember(transaction, { ...saved, version: request.base }, 'rejected', request.pupilId);
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
      await remember(transaction, saved, 'saved', request.pupilId);
      return { outcome: 'saved', workspace: toView(saved) };
    });
  }
}

function findWorkspace(db: Kysely<Tables>, seatId: string): Promise<WorkspaceTable | undefined> {
  return db.selectFrom('workspace').selectAll().where('seat_id', '=', seatId).executeTakeFirst();
}

/** Adds to the history and cuts its far end; what was rejected is not pushed out by later saves. */
async function remember(
  transaction: Transaction<Tables>,
  entry: WorkspaceTable,
  kind: WorkspaceVersionTable['kind'],
  pupilId: string | null,
): Promise<void> {
  const { newest } = await transaction
    .selectFrom('workspace_version')
    .where('seat_id', '=', entry.seat_id)
    .select((select) => select.fn.max('number').as('newest'))
    .executeTakeFirstOrThrow();
  await transaction
    .insertInto('workspace_version')
    .values({ ...entry, kind, number: (newest ?? 0) + 1, saved_by_pupil: pupilId })
    .execute();
  const beyond = await transaction
    .selectFrom('workspace_version')
    .select('number')
    .where('seat_id', '=', entry.seat_id)
    .where('kind', '=', kind)
    .orderBy('number', 'desc')
    .limit(1)
    .offset(kept[kind])
    .executeTakeFirst();
  if (!beyond) return;
  await transaction
    .deleteFrom('workspace_version')
    .where('seat_id', '=', entry.seat_id)
    .where('kind', '=', kind)
    .where('number', '<=', beyond.number)
    .execute();
}

function toView(row: WorkspaceTable | undefined): WorkspaceView {
  if (!row) return { version: 0, blocks: null, savedAt: null, savedBy: null };
  const blocks: Blocks = blocksSchema.parse(JSON.parse(row.blocks));
  return { version: row.version, blocks, savedAt: row.saved_at, savedBy: row.saved_by };
}
