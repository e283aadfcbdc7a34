import { once } from 'node:events';
import { SMTPServer } from 'smtp-server';

export const mailAccount = { user: 'verein', pass: 'richtig' } as const;

/** What a mail server got. */
export interface Received {
  readonly from: string;
  readonly to: readonly string[];
  /** Headers and body as they came. */
  readonly raw: string;
}

/** A real SMTP server that keeps what it gets; addresses at `refused.example` it does not take. */
export async function startMailServer() {
  const received: Received[] = [];
  const waiting = new Set<() => void>();
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    onAuth({ username, password }, _session, done) {
      if (username === mailAccount.user && password === mailAccount.pass) done(null, { user: username });
      else done(Object.assign(new Error('bad credentials'), { responseCode: 535 }));
    },
    onRcptTo({ address }, _session, done) {
      if (address.endsWith('@refused.example')) {
        done(Object.assign(new Error('no such mailbox'), { responseCode: 550 }));
      } else done();
    },
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        received.push({
          from: envelope.mailFrom === false ? '' : envelope.mailFrom.address,
          to: envelope.rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks).toString('utf8'),
        });
        done();
        for (const wake of waiting) wake();
      });
    },
  });
  server.on('error', () => {
    // Clients that hang up are none of a test's business.
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const address = server.server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    port,
    received,
    url: (pass: string = mailAccount.pass) => `smtp://${mailAccount.user}:${pass}@127.0.0.1:${port}`,
    /** Waits until so many letters came. */
    async letters(count: number): Promise<readonly Received[]> {
      while (received.length < count) {
        await new Promise<void>((resolve) => {
          const wake = () => {
            waiting.delete(wake);
            resolve();
          };
          waiting.add(wake);
        });
      }
      return received;
    },
    close: () => new Promise<void>((resolve) => server.close(resolve)),
  };
}
export type MailServer = Awaited<ReturnType<typeof startMailServer>>;
