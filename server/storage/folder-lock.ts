import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { StorageError } from './storage.ts';

/** Holds a data folder for one process. */
export interface FolderLock {
  release(): void;
}

/** A server that is being replaced gets this long to go: 20 attempts, 100 ms apart. */
const attempts = 20;
const pauseMs = 100;

/**
 * Takes the folder for this process: an open exclusive transaction on `server.lock`, which is a lock of the operating
 * system, so it ends with the process however that ends, and no stale lock can keep a server from starting.
 *
 * @throws StorageError when another server holds the folder; Error when the folder can't be written.
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  const database = new DatabaseSync(join(folder, 'server.lock'), { timeout: 0 });
  for (let attempt = 1; ; attempt++) {
    try {
      database.exec('begin exclusive');
      return { release: () => database.close() };
    } catch (cause) {
      if (!isBusy(cause)) {
        database.close();
        throw cause;
      }
      if (attempt < attempts) {
        await sleep(pauseMs);
        continue;
      }
      database.close();
      throw new StorageError(
        `Another Steckbrett server is using the data folder ${folder}; stop it first, or set DATA_DIR to another folder.`,
        { cause },
      );
    }
  }
}

/** `SQLITE_BUSY`: somebody else has the lock. */
function isBusy(cause: unknown): boolean {
  return cause instanceof Error && 'errcode' in cause && cause.errcode === 5;
}
