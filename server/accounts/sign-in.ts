import { fromNodeHeaders } from 'better-auth/node';
import type { Response as Answer, Request, Router } from 'express';
import { z } from 'zod';
import { problem } from '../../device/contract/problem.ts';
import { Attempts, passwordRate, signInRate } from '../api/attempts.ts';
import { HttpProblem, refusal } from '../api/http-problem.ts';
import { type Auth, authPath } from './auth.ts';

const signInSchema = z.object({ email: z.string().max(200), password: z.string().max(128) });

/**
 * Opens better-auth's sign-in and sign-out, and nothing else of it; refusals become problems, and guessing is limited.
 *
 * @param parts `askDatabase` rejects with the reason when the database is away, which better-auth hides; `signedOut` is
 *   called when a session has ended.
 */
export function mountSignIn(
  router: Router,
  auth: Auth,
  { askDatabase, signedOut }: { askDatabase: () => Promise<unknown>; signedOut: () => void },
): void {
  const atAddress = new Attempts(signInRate);
  const ofPerson = new Attempts(passwordRate);
  router.post(`${authPath}/sign-in/email`, async (request, response) => {
    const body = signInSchema.safeParse(request.body);
    if (!body.success) throw wrong();
    const address = request.ip ?? '';
    const succeeded = await Promise.all([
      ofPerson.begin(`${address} ${body.data.email.toLowerCase()}`),
      atAddress.begin(address),
    ]);
    const answer = await ask(auth, request, body.data);
    // What went wrong here says nothing about the password.
    if (answer.ok || answer.status >= 500) await Promise.all(succeeded.map((count) => count()));
    await refuseFailed(answer);
    await passOn(answer, response);
  });
  router.post(`${authPath}/sign-out`, async (request, response) => {
    const answer = await ask(auth, request, {});
    await refuseFailed(answer);
    signedOut();
    // Over plain HTTP browsers pay no heed to it; photos ask again anyhow.
    response.set('clear-site-data', '"cache"');
    await passOn(answer, response);
  });

  async function refuseFailed(answer: Response): Promise<void> {
    if (answer.ok) return;
    if (answer.status >= 500) await askDatabase();
    throw await toProblem(answer);
  }
}

/** better-auth takes and gives the web platform's Request and Response. */
function ask(auth: Auth, request: Request, body: object): Promise<Response> {
  const headers = fromNodeHeaders(request.headers);
  headers.delete('content-length');
  headers.set('content-type', 'application/json');
  const url = new URL(request.originalUrl, auth.options.baseURL);
  return auth.handler(new Request(url, { method: 'POST', headers, body: JSON.stringify(body) }));
}

async function passOn(from: Response, to: Answer): Promise<void> {
  to.status(from.status).set('cache-control', 'no-store').type('json');
  for (const cookie of from.headers.getSetCookie()) to.append('set-cookie', cookie);
  to.send(await from.text());
}

async function toProblem(answer: Response): Promise<HttpProblem> {
  if (answer.status === 401) return wrong();
  return new HttpProblem(
    answer.status,
    problem(
      'sign-in-failed',
      'Die Anmeldung hat nicht geklappt. Laden Sie die Seite neu und versuchen Sie es noch einmal.',
      'Signing in did not work. Reload the page and try again.',
      await answer.text(),
    ),
  );
}

function wrong(): HttpProblem {
  return refusal(
    401,
    'sign-in-wrong',
    'E-Mail-Adresse und Passwort passen nicht zusammen.',
    'E-mail address and password do not match.',
  );
}
