import { ProblemError, problem } from '../../../device/contract/problem.ts';
import { DatabaseAway } from '../database-away.ts';
import { StorageError } from '../storage.ts';
import type { DatabaseAddress } from './address.ts';

/** Of the operating system: nobody there, or nobody any more. */
const networkCodes = new Set([
  'EACCES',
  'EAI_AGAIN',
  'ECONNABORTED',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
]);

/** PostgreSQL's own: connection exceptions, shutting down, starting up, full, a transaction that idled too long. */
const awayStates = /^(08...|57P0[1-5]|53300|25P0[34])$/;

/** What the client library says without any code. */
const awayWords =
  /connection (terminated|error|timeout)|timeout (exceeded|expired)|connection ended|not queryable/i;

/** Whether an error says that the database can't be reached, and nothing about the query. */
export function isAway(error: unknown): boolean {
  const code = codeOf(error);
  if (code !== undefined) return networkCodes.has(code) || awayStates.test(code);
  return error instanceof Error && awayWords.test(error.message);
}

/** What a failed query throws to the domains. */
export function queryFailure(error: unknown): unknown {
  if (error instanceof DatabaseAway || !isAway(error)) {
    return codeOf(error) === '22021' ? unstorableText(error) : error;
  }
  return new DatabaseAway(error);
}

/** PostgreSQL's texts hold every character but U+0000. */
function unstorableText(cause: unknown): ProblemError {
  return new ProblemError(
    problem(
      'text-unstorable',
      'In dem Text steht ein Zeichen, das nicht gespeichert werden kann. Bitte schreiben Sie ihn neu.',
      'The text has a character in it that can’t be stored. Please write it anew.',
    ),
    { cause },
  );
}

/** Why a database can't be opened, as one sentence for the person who starts the server. */
export function openingFailure(error: unknown, { name, host, user }: DatabaseAddress): StorageError {
  if (error instanceof StorageError) return error;
  const words = error instanceof Error ? error.message || String(codeOf(error)) : String(error);
  const code = codeOf(error) ?? '';
  const sentence = (() => {
    if (/^28/.test(code) || /^SASL/.test(words))
      return `PostgreSQL at ${host} does not let ${user} in (${words}); put the right user and password into DATABASE_URL.`;
    if (code === '3D000')
      return `There is no database ${name} at ${host}; make it first (createdb ${name}), or put the right one into DATABASE_URL.`;
    if (code === '42501')
      return `${user} may not use the database ${name} at ${host} (${words}); let its administrator run: alter database ${name} owner to ${user}.`;
    if (isAway(error))
      return `PostgreSQL can't be reached at ${host} (${words}); is it running, and is DATABASE_URL right?`;
    return `The database ${name} at ${host} can't be opened: ${words}.`;
  })();
  return new StorageError(sentence, { cause: error });
}

/** A sentence about what is missing for a migration, if it is PostgreSQL that misses it. */
export function migrationFailure(error: unknown): string | undefined {
  if (!(error instanceof Error) || !error.message.includes('btree_gist')) return undefined;
  return `the extension btree_gist can't be made (${error.message}); install PostgreSQL's contrib package, or let the database's administrator run: create extension btree_gist`;
}

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
