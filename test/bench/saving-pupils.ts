import { setTimeout as sleep } from 'node:timers/promises';
import type { ApiClient } from '../../provisioning/api-client.ts';
import type { Blocks } from '../../server/live/contract/live.ts';
import { joinAsPupil, type Pupil, resultOf } from '../support/pupil.ts';

/** So many join at once. */
const atOnce = 10;

/** Pupils without pages who change a number of their work and save, each again and again. */
export class SavingPupils {
  readonly #pupils: { readonly pupil: Pupil; version: number }[] = [];
  readonly #work: Blocks;
  #working: Promise<unknown> = Promise.resolve();
  #stopped = false;

  private constructor(work: Blocks) {
    this.#work = work;
  }

  /** They join some at a time; what they save is the lesson's solution. */
  static async join(
    origin: string,
    teacher: ApiClient,
    { code, lessonId, count }: { code: string; lessonId: string; count: number },
  ): Promise<SavingPupils> {
    const { solution } = await teacher.call('lessonNotes', { language: 'de', lessonId }, {});
    const pupils = new SavingPupils(solution);
    for (let first = 1; first <= count; first += atOnce)
      await Promise.all(
        Array.from({ length: Math.min(atOnce, count - first + 1) }, (_, index) =>
          pupils.#join(origin, code, `Kind ${first + index}`),
        ),
      );
    return pupils;
  }

  /** Begins: each saves about every `pauseMs`, not all at the same moment. */
  start(pauseMs: number): void {
    this.#stopped = false;
    this.#working = Promise.all(
      this.#pupils.map(async (one, index) => {
        await sleep((index / this.#pupils.length) * pauseMs);
        for (let change = 1; !this.#stopped; change += 1) {
          await this.#save(one, 1000 * (index + 1) + (change % 1000));
          await sleep(pauseMs);
        }
      }),
    );
  }

  /** Ends; resolves when nothing is on its way. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#working;
  }

  close(): void {
    for (const { pupil } of this.#pupils) pupil.socket.disconnect();
  }

  async #join(origin: string, code: string, nickname: string): Promise<void> {
    const pupil = await joinAsPupil(origin, code, nickname);
    const one = { pupil, version: pupil.state.workspace.version };
    // After a lost connection, too, as on a machine with other work.
    pupil.socket.on('seat:state', ({ workspace }) => {
      one.version = workspace.version;
    });
    this.#pupils.push(one);
  }

  async #save(one: { readonly pupil: Pupil; version: number }, number: number): Promise<void> {
    const answer = await one.pupil.socket
      .emitWithAck('workspace:save', {
        base: one.version,
        blocks: withNumber(this.#work, number),
        tab: one.pupil.token.slice(0, 8),
      })
      .catch(() => null);
    if (answer?.ok) one.version = answer.result.version;
    else if (answer && answer.problem.code !== 'workspace-conflict') resultOf(answer);
  }
}

/** The work with another number in its first number field. */
export function withNumber(work: Blocks, number: number): Blocks {
  return JSON.parse(JSON.stringify(work).replace(/"NUM":[\d.]+/, `"NUM":${number}`));
}
