import { randomBytes } from 'node:crypto';
import { betterAuth } from 'better-auth';
import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import { isPostgres } from '../storage/dialect-of.ts';
import type { StorageTables } from '../storage/tables.ts';

export interface AuthParts {
  readonly db: Kysely<StorageTables>;
  readonly logger: Logger;
  /** Signs the session cookies. */
  readonly secret: string;
  /** See `Config.publicUrl`. */
  readonly publicUrl: string | null;
}

/** Where better-auth answers; only the routes that `sign-in.ts` names are open. */
export const authPath = '/api/auth';

/**
 * Sign-in of adults by better-auth. Accounts are made by invitation only; the cookie is http-only, SameSite=Lax, and
 * `Secure` when the server is reached by https.
 */
export function createAuth({ db, logger, secret, publicUrl }: AuthParts) {
  return betterAuth({
    appName: 'Steckbrett',
    // Fixed, so that no variable of the environment and no header decides; `same-origin.ts` has compared Origin and Host before.
    baseURL: publicUrl ?? 'http://localhost',
    basePath: authPath,
    secret,
    database: { db, type: isPostgres(db) ? 'postgres' : 'sqlite', transaction: true },
    trustedOrigins: async (request) => (request ? originsOfHost(request.headers.get('host')) : []),
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10, maxPasswordLength: 128 },
    user: {
      modelName: 'person',
      additionalFields: {
        role: { type: ['staff', 'teacher'], required: true, input: false },
        schoolId: { type: 'string', required: false, input: false },
      },
    },
    session: { modelName: 'person_session' },
    account: { modelName: 'person_account' },
    verification: { modelName: 'person_verification' },
    advanced: {
      cookiePrefix: 'steckbrett',
      useSecureCookies: publicUrl?.startsWith('https:') ?? false,
      ipAddress: { disableIpTracking: true },
    },
    // `attempts.ts` counts failures by person and address, which its own limit does not.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: {
      level: 'debug',
      log: (level, message, ...details) => {
        const line = { details: details.filter((one) => one !== undefined).map(String) };
        // Wrong passwords and foreign origins are errors to better-auth, and everyday matters to a server.
        if (level === 'error') logger.warn(line, message);
        else logger.debug(line, message);
      },
    },
  });
}
export type Auth = ReturnType<typeof createAuth>;

function originsOfHost(host: string | null): string[] {
  return host ? [`http://${host}`, `https://${host}`] : [];
}

/** The secret of this data folder, drawn at the first start. */
export async function authSecret(db: Kysely<StorageTables>): Promise<string> {
  await db
    .insertInto('meta')
    .values({ key: 'auth-secret', value: randomBytes(32).toString('base64url') })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
  const row = await db
    .selectFrom('meta')
    .select('value')
    .where('key', '=', 'auth-secret')
    .executeTakeFirstOrThrow();
  return row.value;
}
