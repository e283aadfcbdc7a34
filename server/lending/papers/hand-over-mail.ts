import { ProblemError } from '../../../device/contract/problem.ts';
import type { Mailer } from '../../mail/mailer.ts';
import type { LendingContext } from '../interface.ts';
import { mailPapers } from './mail-papers.ts';
import { readPaper, type StoredPaper } from './stored-paper.ts';

/** So old may a paper be that is mailed by itself, ms: what a server finds after a longer sleep, people decide. */
const youngest = 3_600_000;

/**
 * Mails what was signed to the loan's contact once the hand-over or return is kept. What fails stands in the loan's
 * history and is not tried again by itself; the hand-over stays as it is.
 */
export class HandOverMail {
  readonly #context: LendingContext;
  readonly #mailer: Mailer;
  /** Papers that were tried, so that a failure is told once. */
  readonly #tried = new Set<string>();

  constructor(context: LendingContext, mailer: Mailer) {
    this.#context = context;
    this.#mailer = mailer;
  }

  start(): void {
    this.#context.events.on('changed', (what, loanId) => {
      if (what === 'loan') void this.#mail(loanId);
    });
  }

  async #mail(loanId: string): Promise<void> {
    const { logger } = this.#context;
    try {
      const papers = await this.#untried(loanId);
      const to = papers[0]?.content.school.contactEmail;
      if (to !== undefined) await mailPapers(this.#context, this.#mailer, { papers, to, by: null });
    } catch (error) {
      // A problem of the mail is in the history by now, with a sentence.
      if (error instanceof ProblemError)
        logger.warn({ loanId, code: error.problem.code }, 'papers not mailed');
      else logger.error({ err: error, loanId }, 'papers not mailed');
    }
  }

  async #untried(loanId: string): Promise<StoredPaper[]> {
    const { db, now } = this.#context;
    const rows = await db
      .selectFrom('paper')
      .select('id')
      .where('loan_id', '=', loanId)
      .where('mailed_at', 'is', null)
      .where('at', '>', now() - youngest)
      .orderBy('at')
      .orderBy('kind')
      .execute();
    const fresh = rows.filter(({ id }) => !this.#tried.has(id));
    for (const { id } of fresh) this.#tried.add(id);
    return Promise.all(fresh.map(({ id }) => readPaper(db, id)));
  }
}
