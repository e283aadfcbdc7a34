import { type Problem, ProblemError } from '../../../device/contract/problem.ts';
import { HttpProblem } from '../../api/http-problem.ts';
import { isMailAddress } from '../../mail/mail-address.ts';
import { mailStatus, noAddress, noMail } from '../../mail/mail-problem.ts';
import type { Mailer } from '../../mail/mailer.ts';
import { record } from '../history/record.ts';
import { withoutAddress } from '../history/without-address.ts';
import type { LendingContext } from '../interface.ts';
import { readSettings } from '../settings/settings-store.ts';
import { englishTitle } from './english-title.ts';
import type { StoredPaper } from './stored-paper.ts';

export interface PaperMail {
  /** Of one loan. */
  readonly papers: readonly StoredPaper[];
  readonly to: string;
  /** null: the server by itself. */
  readonly by: string | null;
}

/**
 * Mails papers of a loan in one letter and notes it, or why it failed, in the loan's history.
 *
 * @throws HttpProblem the mail's problem; nothing but the history has changed then.
 */
export async function mailPapers(
  context: LendingContext,
  mailer: Mailer | null,
  { papers, to, by }: PaperMail,
): Promise<{ to: string; at: number }> {
  const { db, now, newId, events } = context;
  const [first] = papers;
  if (!first) throw new RangeError('there is no paper to mail');
  if (!mailer) throw new HttpProblem(409, noMail());
  const names = papers.map(({ fileName }) => fileName.replace(/\.pdf$/, '')).join(', ');
  const english = papers.map(({ content }) => `${englishTitle(content)} ${content.number}`).join(', ');
  const about = { loanId: first.loanId, schoolId: first.schoolId, by };
  try {
    if (!isMailAddress(to)) throw new ProblemError(noAddress(to));
    const { association } = (await readSettings(db)).settings;
    await mailer.send(letterOf(papers, to, association.name), association);
  } catch (error) {
    const problem = problemIn(error);
    const said = withoutAddress(problem, to);
    await record(db, {
      id: newId(),
      at: now(),
      ...about,
      kind: 'paper.mail-failed',
      de: `${names} nicht gemailt: ${said.de}`,
      en: `${english} not mailed: ${said.en}`,
      facts: { code: problem.code },
    });
    events.emit('changed', 'loan', first.loanId);
    throw new HttpProblem(mailStatus(problem), problem, { cause: error });
  }
  const at = now();
  const contact = to === first.content.school.contactEmail;
  await db.transaction().execute(async (trx) => {
    const ids = papers.map(({ id }) => id);
    await trx.updateTable('paper').set({ mailed_to: to, mailed_at: at }).where('id', 'in', ids).execute();
    await record(trx, {
      id: newId(),
      at,
      ...about,
      kind: 'paper.mailed',
      de: `${names} an ${contact ? 'den Kontakt der Leihe' : 'eine andere Adresse'} gemailt`,
      en: `${english} mailed to ${contact ? 'the loan’s contact' : 'another address'}`,
    });
  });
  events.emit('changed', 'loan', first.loanId);
  return { to, at };
}

function letterOf(papers: readonly StoredPaper[], to: string, association: string) {
  const content = papers[0]?.content;
  const contact = content?.school.contactName ?? '';
  const word = content?.loanKind === 'donation' ? 'Spende' : 'Leihe';
  return {
    to,
    subject: `${word} ${content?.number ?? ''}: ${papers.map(({ fileName }) => fileName.split(' ')[0]).join(' und ')}`,
    text: `Guten Tag${contact === '' ? '' : ` ${contact}`},\n\nanbei ${papers.length > 1 ? 'die Papiere' : 'das Papier'} zur ${word} ${content?.number ?? ''} als PDF:\n\n${papers
      .map(({ fileName }) => `- ${fileName}`)
      .join('\n')}\n\nViele Grüße\n${association}\n`,
    attachments: papers.map(({ fileName, pdf }) => ({ name: fileName, type: 'application/pdf', bytes: pdf })),
  };
}

function problemIn(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  throw error;
}
