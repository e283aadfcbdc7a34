import type * as z from 'zod/mini';
import type { Blocks, pupilRequests } from '../../../server/live/contract/live.ts';
import type { PupilConnection } from '../connection.ts';

/** One earlier version. */
export type Version = z.output<(typeof pupilRequests)['history:list']['result']>['versions'][number];

/** Fetches the versions' blocks one after the other, each once, so that a long history is no flood. */
export class VersionBlocks {
  readonly #ask: PupilConnection['ask'];
  readonly #fetched = new Map<number, Promise<Blocks>>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(ask: PupilConnection['ask']) {
    this.#ask = ask;
  }

  /** @throws ProblemError `version-unknown`, `no-connection`; then it may be asked for again. */
  get(number: number): Promise<Blocks> {
    const known = this.#fetched.get(number);
    if (known) return known;
    const fetching = this.#last.then(async () => (await this.#ask('history:get', { number })).blocks);
    this.#fetched.set(number, fetching);
    this.#last = fetching.catch(() => this.#fetched.delete(number));
    return fetching;
  }
}
