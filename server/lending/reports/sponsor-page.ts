import type { SponsorPage } from '../../api/contract/lending/reports.ts';
import { refusal } from '../../api/http-problem.ts';
import type { LendingContext } from '../interface.ts';
import { dayOf } from '../loans/local-time.ts';
import { readSettings } from '../settings/settings-store.ts';
import { impactOf } from './impact.ts';
import { periodOfDays } from './period.ts';
import { readFacts } from './read-facts.ts';

/** Months of the chart. */
const shownMonths = 12;

/**
 * What a sponsor's gifts have done, since the first of them. Counts only: no school, no person is named.
 *
 * @throws HttpProblem `sponsor-page-unknown`.
 */
export async function sponsorPage({ db, now }: LendingContext, token: string): Promise<SponsorPage> {
  const sponsor = await db
    .selectFrom('sponsor')
    .selectAll()
    .where('page_token', '=', token)
    .executeTakeFirst();
  if (!sponsor) throw unknown();
  const at = now();
  const today = dayOf(at);
  const { settings } = await readSettings(db);
  const ever = await readFacts(db, periodOfDays('2000-01-01', today), at);
  const given = ever.assets.filter((one) => one.sponsorId === sponsor.id);
  const first = given.map((one) => one.purchasedOn ?? dayOf(one.createdAt)).sort()[0] ?? null;
  const begins = first ?? dayOf(sponsor.created_at);
  const impact = impactOf(ever, periodOfDays([begins, today].sort()[0] ?? today, today), {
    sponsorId: sponsor.id,
  });
  const there = given.filter(({ condition }) => condition === 'usable' || condition === 'repair');
  return {
    name: sponsor.name,
    website: sponsor.website,
    thanks: sponsor.thanks,
    association: settings.association.name,
    since: first,
    kits: there.filter(({ kind }) => kind === 'kit').length,
    devices: there.filter(({ kind }) => kind === 'device').length,
    schools: impact.schools,
    classes: impact.classes,
    pupils: impact.pupils,
    goals: impact.goals,
    months: impact.months.slice(-shownMonths),
  };
}

function unknown(): Error {
  return refusal(
    404,
    'sponsor-page-unknown',
    'Diese Seite gibt es nicht oder nicht mehr. Bitten Sie den Verein um die neue Adresse.',
    'There is no such page, or no longer. Please ask the association for its new address.',
  );
}
