import type { Impact } from '../../api/contract/lending/reports.ts';
import { currentCents } from '../assets/value.ts';
import { dayOf } from '../loans/local-time.ts';
import type { AssetFact, ClassFact, Facts, Outing } from './facts.ts';
import { kitUse } from './kit-use.ts';
import { lossesOf } from './losses.ts';
import { monthsOf, type Period } from './period.ts';

/** Whose impact: all that is left out is not asked for. */
export interface ImpactFilter {
  readonly sponsorId?: string | undefined;
  readonly municipality?: string | undefined;
}

/** A period's figures; each is defined in docs/lending-figures.md. */
export function impactOf(all: Facts, period: Period, filter: ImpactFilter = {}): Impact {
  const facts = narrowed(all, period, filter);
  const { from, to } = period;
  const within = (at: number | null) => at !== null && at >= from && at < to && at <= facts.now;
  const touching = facts.outings.filter(
    ({ outAt, endAt }) => outAt < Math.min(to, facts.now + 1) && (endAt ?? Number.POSITIVE_INFINITY) >= from,
  );
  const begun = (kind: Outing['kind']) =>
    new Map(touching.filter((one) => one.kind === kind && within(one.outAt)).map((one) => [one.loanId, one]));
  const loans = begun('loan');
  const classes = facts.classes.filter(({ day }) => day >= period.fromDay && day <= period.toDay);
  const reached = new Set([
    ...touching.map(({ schoolId }) => schoolId),
    ...classes.flatMap(({ schoolId }) => schoolId ?? []),
  ]);
  const kits = kitUse(facts, period);
  const bySchool = Map.groupBy(touching, ({ schoolId }) => schoolId);
  const begunIn = Map.groupBy(loans.values(), ({ outAt }) => dayOf(outAt).slice(0, 7));
  return {
    from: period.fromDay,
    to: period.toDay,
    schools: reached.size,
    municipalities: new Set([...reached].map((id) => facts.schools.get(id)?.municipality ?? '')).size,
    loans: loans.size,
    donations: begun('donation').size,
    classes: classes.length,
    pupils: sum(classes, ({ pupils }) => pupils),
    goals: sum(classes, ({ goals }) => goals),
    lessons: lessonsOf(classes),
    months: monthsOf(period).map((month) => ({
      month,
      loans: begunIn.get(month)?.length ?? 0,
      kitsOut: kits.outIn(month),
      pupils: sum(
        classes.filter(({ day }) => day.startsWith(month)),
        ({ pupils }) => pupils,
      ),
    })),
    kitUse: kits.share,
    kits: kits.kits,
    schoolList: [...reached]
      .map((id) => ({
        name: facts.schools.get(id)?.name ?? '',
        municipality: facts.schools.get(id)?.municipality ?? '',
        loans: new Set(bySchool.get(id)?.map(({ loanId }) => loanId)).size,
        pupils: sum(
          classes.filter(({ schoolId }) => schoolId === id),
          ({ pupils }) => pupils,
        ),
      }))
      .toSorted((a, b) => b.pupils - a.pupils || b.loans - a.loans || a.name.localeCompare(b.name, 'de')),
    ...lossesOf(facts, within, filter.municipality !== undefined),
    ...valuesOf(facts, period, filter),
  };
}

/** Only what belongs to the sponsor and the municipality. */
function narrowed(all: Facts, period: Period, { sponsorId, municipality }: ImpactFilter): Facts {
  const there = (schoolId: string | null) =>
    municipality === undefined ||
    (schoolId !== null && all.schools.get(schoolId)?.municipality === municipality);
  const assets =
    sponsorId === undefined ? all.assets : all.assets.filter((one) => one.sponsorId === sponsorId);
  const ids = new Set(assets.map(({ id }) => id));
  const outings = all.outings.filter((one) => ids.has(one.assetId) && there(one.schoolId));
  const hadOn = sponsorId === undefined ? () => true : hadSomething(outings);
  return {
    ...all,
    assets,
    contents: all.contents.filter(({ assetId }) => ids.has(assetId)),
    outings,
    parts: all.parts.filter((one) => ids.has(one.assetId) && there(one.schoolId)),
    classes: all.classes.filter(
      (one) => one.day >= period.fromDay && one.day <= period.toDay && there(one.schoolId) && hadOn(one),
    ),
  };
}

/** A class is a sponsor's when its school had a thing of the sponsor on that day. */
function hadSomething(outings: readonly Outing[]): (held: ClassFact) => boolean {
  const spans = Map.groupBy(
    outings.map(({ schoolId, outAt, endAt }) => ({
      schoolId,
      first: dayOf(outAt),
      last: endAt === null ? '9999' : dayOf(endAt),
    })),
    (span) => span.schoolId,
  );
  return ({ schoolId, day }) =>
    schoolId !== null && spans.get(schoolId)?.some(({ first, last }) => first <= day && day <= last) === true;
}

function lessonsOf(classes: readonly ClassFact[]): Impact['lessons'] {
  return [...Map.groupBy(classes, ({ lessonId }) => lessonId)]
    .map(([lessonId, held]) => ({
      lessonId,
      classes: held.length,
      pupils: sum(held, ({ pupils }) => pupils),
    }))
    .toSorted((a, b) => b.pupils - a.pupils || a.lessonId.localeCompare(b.lessonId));
}

function valuesOf(
  { assets, contents, outings, parts, lifetimeYears, now }: Facts,
  { to }: Period,
  { municipality }: ImpactFilter,
): Pick<Impact, 'atRiskCents' | 'valueCents'> {
  const end = Math.min(to - 1, now);
  const outNow = outings.filter(({ state }) => state === 'out');
  const given = new Set(outNow.filter(({ kind }) => kind === 'donation').map(({ assetId }) => assetId));
  const lent = new Set(outNow.filter(({ kind }) => kind === 'loan').map(({ assetId }) => assetId));
  const worthOf = (ids: (id: string) => boolean, at: number) =>
    sum(
      assets.filter((one) => ids(one.id) && isThere(one, at)),
      (one) => {
        const known = one.purchasedOn !== null && Date.parse(one.purchasedOn) <= at;
        return known ? (currentCents(one, at, lifetimeYears) ?? 0) : 0;
      },
    );
  const inside = (ids: (id: string) => boolean) =>
    sum(
      contents.filter(({ assetId }) => ids(assetId)),
      (one) => one.present * one.unitCents,
    );
  // Where one place is asked for, what is there counts; else all that is the association's.
  const own = (id: string) => !given.has(id) && (municipality === undefined || lent.has(id));
  const partsOut = parts.filter(({ countedAt, kind }) => countedAt === null && kind === 'loan');
  return {
    valueCents: worthOf(own, end) + inside(own),
    atRiskCents: worthOf((id) => lent.has(id), now) + sum(partsOut, (one) => one.quantity * one.unitCents),
  };
}

/** Usable or broken, or lost later only. */
function isThere({ condition, lostAt }: AssetFact, at: number): boolean {
  return (
    condition === 'usable' ||
    condition === 'repair' ||
    ((condition === 'lost' || condition === 'retired') && lostAt !== null && lostAt > at)
  );
}

function sum<One>(all: readonly One[], of: (one: One) => number): number {
  return all.reduce((total, one) => total + of(one), 0);
}
