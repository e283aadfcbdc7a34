import { ProblemError, problem } from '../../../device/contract/problem.ts';
import { problemDetailsSchema } from '../../../server/api/contract/problem-details.ts';

/**
 * Signs an adult in; the session is an http-only cookie.
 *
 * @throws ProblemError `sign-in-wrong`, `sign-in-too-often`, `sign-in-failed` or `no-connection`.
 */
export async function signIn(email: string, password: string): Promise<void> {
  const response = await post('/api/auth/sign-in/email', { email, password });
  if (response.ok) return;
  throw new ProblemError(signInProblem(response.status));
}

/**
 * Ends the session in this browser.
 *
 * @throws ProblemError `sign-out-failed` or `no-connection`: the session still holds.
 */
export async function signOut(): Promise<void> {
  const response = await post('/api/auth/sign-out', {});
  // Another refusal says that there was no session to end.
  if (response.status !== 429 && response.status < 500) return;
  throw new ProblemError(
    problem(
      'sign-out-failed',
      'Das Abmelden hat gerade nicht geklappt: Sie sind noch angemeldet. Bitte versuchen Sie es gleich noch einmal.',
      'Signing out did not work just now: you are still signed in. Please try again in a moment.',
      `HTTP ${response.status}`,
    ),
  );
}

/** Whether a refusal says that nobody is signed in (as against a server that is away or in trouble). */
export function saysSignedOut(error: unknown): boolean {
  if (!(error instanceof ProblemError)) return false;
  const details = problemDetailsSchema.safeParse(error.problem);
  return details.success && (details.data.status === 401 || details.data.status === 403);
}

/** The sentence for a refused sign-in, by its HTTP status. */
export function signInProblem(status: number) {
  if (status === 429)
    return problem(
      'sign-in-too-often',
      'Das waren viele Versuche hintereinander. Bitte warten Sie eine Minute und versuchen Sie es dann noch einmal.',
      'Those were many attempts in a row. Please wait a minute, then try again.',
    );
  if (status >= 400 && status < 500)
    return problem(
      'sign-in-wrong',
      'E-Mail und Passwort passen nicht zusammen. Bitte sehen Sie noch einmal nach, auch auf Groß- und Kleinschreibung.',
      'E-mail and password do not match. Please check both, capital letters too.',
    );
  return problem(
    'sign-in-failed',
    'Die Anmeldung hat gerade nicht geklappt; das liegt am Server. Bitte versuchen Sie es gleich noch einmal.',
    'Signing in did not work just now; this is the server’s fault. Please try again in a moment.',
    `HTTP ${status}`,
  );
}

async function post(path: string, body: unknown): Promise<Response> {
  try {
    return await fetch(path, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  } catch (cause) {
    throw new ProblemError(
      problem(
        'no-connection',
        'Der Server ist gerade nicht erreichbar. Bitte prüfen Sie das WLAN.',
        'The server can’t be reached right now. Please check the Wi-Fi.',
      ),
      { cause },
    );
  }
}
