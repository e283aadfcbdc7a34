import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Files that somebody sends, which stay on disk just as long as they are read: they may be larger than memory. */
export class ReceivedFiles {
  readonly #folder: string;

  /** @param dataDir the server's data folder; what is sent may name people, and stays where their data is. */
  constructor(dataDir: string) {
    this.#folder = join(dataDir, 'uploads');
  }

  /** Removes what a server that was killed has left; for the server's start. */
  async tidy(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true });
  }

  /**
   * Receives a file, works on it and removes it, whatever comes of it.
   *
   * @param receive writes the file to the path that it is given.
   */
  async use<Result>(
    receive: (path: string) => Promise<void>,
    work: (path: string) => Promise<Result>,
  ): Promise<Result> {
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
    const path = join(this.#folder, randomUUID());
    try {
      await receive(path);
      return await work(path);
    } finally {
      await rm(path, { force: true });
    }
  }
}
