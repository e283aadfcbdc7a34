import type { Impact } from '../../api/contract/lending/reports.ts';
import { currentCents } from '../assets/value.ts';
import type { AssetFact, Facts } from './facts.ts';

type Losses = Pick<
  Impact,
  'lostDevices' | 'lostThings' | 'lostParts' | 'lostUnknown' | 'damaged' | 'lostCents'
>;

/**
 * What was lost and damaged in a period. A thing counts in the year in which it was lost: since when it is lost stands at
 * the thing, also where it was given up since; else the return from which it was missing says so. What was found does not
 * count.
 *
 * @param within whether something happened in the period.
 * @param there only what did not come back from the loans in `facts`, as where one place is asked for.
 */
export function lossesOf(
  { assets, outings, parts, lifetimeYears }: Facts,
  within: (at: number | null) => boolean,
  there: boolean,
): Losses {
  const missingSince = new Map(
    outings
      .filter(({ state }) => state === 'missing')
      .toSorted((a, b) => a.outAt - b.outAt)
      .map(({ assetId, endAt }) => [assetId, endAt]),
  );
  const gone = assets.filter(
    ({ id, condition, lostAt }) =>
      (condition === 'lost' && (!there || missingSince.has(id))) ||
      (condition === 'retired' && (missingSince.has(id) || (!there && lostAt !== null))),
  );
  const since = ({ id, lostAt }: AssetFact) => lostAt ?? missingSince.get(id) ?? null;
  const lost = gone.filter((one) => within(since(one)));
  const broken = outings.filter(({ state, endAt }) => state === 'damaged' && within(endAt));
  const counted = parts.filter(({ countedAt }) => within(countedAt));
  const lostDevices = lost.filter(({ kind }) => kind === 'device').length;
  return {
    lostDevices,
    lostThings: lost.length - lostDevices,
    lostParts: counted.reduce((sum, one) => sum + one.lost, 0),
    lostUnknown: gone.filter((one) => since(one) === null).length,
    damaged: broken.length + counted.reduce((sum, one) => sum + one.damaged, 0),
    lostCents:
      lost.reduce((sum, one) => sum + (currentCents(one, since(one) ?? 0, lifetimeYears) ?? 0), 0) +
      counted.reduce((sum, one) => sum + one.lost * one.unitCents, 0),
  };
}
