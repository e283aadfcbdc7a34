import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { LendingDatabase } from '../interface.ts';

/** What a feed shows: all loans, those of a school, or those of a thing. */
export type FeedScope =
  | { readonly of: 'all' }
  | { readonly of: 'school'; readonly id: string }
  | { readonly of: 'asset'; readonly id: string };

const key = 'feed-secret';
const letters = { all: 'a', school: 's', asset: 't' } as const;

/**
 * The secret in a feed's address: what it shows, and a mark that only this server can make. Nothing is kept by feed; a new
 * server's secret makes all of them invalid.
 */
export async function feedToken(db: LendingDatabase, scope: FeedScope): Promise<string> {
  const said = `${letters[scope.of]}${'id' in scope ? scope.id : ''}`;
  return `${Buffer.from(said).toString('base64url')}~${mark(await secretOf(db), said)}`;
}

/** What a feed's address may show; null: none of ours, or an old one. */
export async function readFeedToken(db: LendingDatabase, token: string): Promise<FeedScope | null> {
  const [encoded = '', given = ''] = token.split('~');
  const said = Buffer.from(encoded, 'base64url').toString();
  const right = Buffer.from(mark(await secretOf(db), said));
  const claimed = Buffer.from(given);
  if (right.length !== claimed.length || !timingSafeEqual(right, claimed)) return null;
  const id = said.slice(1);
  if (said[0] === letters.school) return { of: 'school', id };
  return said[0] === letters.asset ? { of: 'asset', id } : { of: 'all' };
}

/** Makes every feed's address anew. */
export async function renewFeeds(db: LendingDatabase): Promise<void> {
  await db
    .insertInto('lending_setting')
    .values({ key, value: freshSecret(), version: 1 })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet((of) => ({ value: of.ref('excluded.value') })),
    )
    .execute();
}

async function secretOf(db: LendingDatabase): Promise<string> {
  await db
    .insertInto('lending_setting')
    .values({ key, value: freshSecret(), version: 1 })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
  const { value } = await db
    .selectFrom('lending_setting')
    .select('value')
    .where('key', '=', key)
    .executeTakeFirstOrThrow();
  return value;
}

const freshSecret = () => randomBytes(32).toString('base64url');

function mark(secret: string, said: string): string {
  return createHmac('sha256', secret).update(said).digest('base64url').slice(0, 32);
}
