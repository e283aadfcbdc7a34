import { createTransport } from 'nodemailer';
import { ProblemError } from '../../device/contract/problem.ts';
import { isMailAddress, oneLine } from './mail-address.ts';
import { mailProblem, noAddress } from './mail-problem.ts';
import type { Mailer } from './mailer.ts';

/** How long a mail server may keep silent, ms. */
const patience = 20_000;

/**
 * Sends by SMTP, each letter over a connection of its own: an association sends a few a day.
 *
 * @param url `smtps://name:password@host`, or `smtp://…`, which turns to TLS where the server offers it.
 * @param sender what MAIL_FROM says; null: whoever a letter comes from.
 */
export function smtpMailer(url: string, sender: string | null): Mailer {
  const transport = createTransport({
    url,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    // Nothing of a letter is ever read from files or addresses.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ to, subject, text, attachments = [] }, from) {
      if (!isMailAddress(to)) throw new ProblemError(noAddress(to));
      const own = isMailAddress(from.email) ? { name: oneLine(from.name), address: from.email } : null;
      try {
        await transport.sendMail({
          from: sender ?? own ?? { name: 'Steckbrett', address: `steckbrett@${hostOf(url)}` },
          ...(own ? { replyTo: own } : {}),
          to: { name: '', address: to },
          subject: oneLine(subject),
          text,
          attachments: attachments.map(({ name, type, bytes }) => ({
            filename: oneLine(name),
            contentType: type,
            content: Buffer.from(bytes),
          })),
        });
      } catch (error) {
        throw new ProblemError(mailProblem(error, to), { cause: error });
      }
    },
    close: () => transport.close(),
  };
}

function hostOf(url: string): string {
  return new URL(url).hostname;
}
