import { describe, expect, it } from 'vitest';
import type { AssetFact, Facts, Outing, PartFact } from '../../../server/lending/reports/facts.ts';
import { impactOf } from '../../../server/lending/reports/impact.ts';
import { impactCsv } from '../../../server/lending/reports/impact-csv.ts';
import { impactPdf } from '../../../server/lending/reports/impact-pdf.ts';
import { periodOfDays, periodOfYear, yearOf } from '../../../server/lending/reports/period.ts';
import { reportWords } from '../../../server/lending/reports/report-words.ts';
import { infoOf, textOf } from './papers-read-pdf.ts';

const at = (text: string) => Date.parse(`${text}+01:00`);

function asset(code: string, more: Partial<AssetFact> = {}): AssetFact {
  return {
    id: code,
    kind: code.startsWith('K') ? 'kit' : 'device',
    code,
    name: `Ding ${code}`,
    condition: 'usable',
    sponsorId: null,
    purchasedOn: null,
    purchaseCents: null,
    createdAt: at('2026-01-01T08:00'),
    lostAt: null,
    ...more,
  };
}

function outing(
  loanId: string,
  assetId: string,
  schoolId: string,
  outAt: string,
  endAt: string | null,
): Outing {
  const state = endAt === null ? 'out' : 'back';
  return {
    loanId,
    kind: 'loan',
    schoolId,
    assetId,
    state,
    outAt: at(outAt),
    endAt: endAt === null ? null : at(endAt),
  };
}

const part: PartFact = {
  loanId: 'one',
  schoolId: 'a',
  kind: 'loan',
  assetId: 'K1',
  lost: 3,
  damaged: 1,
  unitCents: 25,
  countedAt: at('2026-01-10T10:00'),
  quantity: 20,
};

/**
 * A small world, counted by hand. K1 (of the bank) is at A from 1 to 10 January and over New Year at B; K2 is given to B
 * on 1 March 2026; P1, in K2's company, went lost on 10 January at A.
 */
const world: Facts = {
  now: at('2027-01-05T12:00'),
  lifetimeYears: 5,
  assets: [
    asset('K1', { sponsorId: 'bank', purchasedOn: '2026-01-01', purchaseCents: 50_000 }),
    asset('K2'),
    asset('P1', { condition: 'lost', purchasedOn: '2026-01-10', purchaseCents: 8_000 }),
  ],
  contents: [{ assetId: 'K1', present: 10, unitCents: 25 }],
  outings: [
    outing('one', 'K1', 'a', '2026-01-01T09:00', '2026-01-10T16:00'),
    { ...outing('one', 'P1', 'a', '2026-01-01T09:00', '2026-01-10T16:00'), state: 'missing' },
    outing('two', 'K1', 'b', '2026-12-30T09:00', null),
    { ...outing('gift', 'K2', 'b', '2026-03-01T09:00', null), kind: 'donation' },
  ],
  parts: [part],
  classes: [
    { lessonId: 'blink', day: '2026-01-05', schoolId: 'a', pupils: 20, goals: 31 },
    { lessonId: 'blink', day: '2026-05-05', schoolId: 'b', pupils: 10, goals: 4 },
    { lessonId: 'traffic', day: '2026-06-01', schoolId: null, pupils: 7, goals: 0 },
    { lessonId: 'blink', day: '2027-01-04', schoolId: 'b', pupils: 5, goals: 1 },
  ],
  schools: new Map([
    ['a', { name: 'Schule A', municipality: 'Mainz' }],
    ['b', { name: 'Schule B', municipality: 'Worms' }],
  ]),
};

describe('a calendar year', () => {
  const impact = impactOf(world, periodOfYear(2026, false));

  it('counts schools, places, loans that began, gifts, classes and children', () => {
    expect(impact).toMatchObject({
      from: '2026-01-01',
      to: '2026-12-31',
      schools: 2,
      municipalities: 2,
      loans: 2,
      donations: 1,
      classes: 3,
      pupils: 37,
      goals: 35,
    });
    expect(impact.lessons).toEqual([
      { lessonId: 'blink', classes: 2, pupils: 30 },
      { lessonId: 'traffic', classes: 1, pupils: 7 },
    ]);
  });

  it('counts days on which kits were out; what was given away is no longer there to be lent', () => {
    // K1: ten days of January and two of December, of 365; K2 could be lent on the 59 days before it was given.
    expect(impact.kits).toEqual([
      { code: 'K1', name: 'Ding K1', days: 12, loans: 2 },
      { code: 'K2', name: 'Ding K2', days: 0, loans: 0 },
    ]);
    expect(impact.kitUse).toBeCloseTo(12 / (365 + 59), 10);
  });

  it('counts each month', () => {
    const month = (name: string) => impact.months.find((one) => one.month === name);
    expect(impact.months).toHaveLength(12);
    expect(month('2026-01')).toEqual({ month: '2026-01', loans: 1, kitsOut: 1, pupils: 20 });
    expect(month('2026-06')).toEqual({ month: '2026-06', loans: 0, kitsOut: 0, pupils: 7 });
    expect(month('2026-12')).toEqual({ month: '2026-12', loans: 1, kitsOut: 1, pupils: 0 });
  });

  it('counts losses by what they were worth on that day', () => {
    expect(impact).toMatchObject({ lostDevices: 1, lostParts: 3, damaged: 1, lostCents: 8_000 + 75 });
  });

  it('values what is the association’s at its end, and what is at risk today', () => {
    const days = 365 * 4 + 366;
    const left = (age: number) => Math.round(50_000 * (1 - age / days));
    expect(impact.valueCents).toBe(left(364) + 250);
    expect(impact.atRiskCents).toBe(left(369));
  });
});

describe('losses', () => {
  const outOf = (code: string, year: number, more: Partial<AssetFact>, missing = false) => {
    const lost = asset(code, {
      condition: 'lost',
      purchasedOn: `${year}-03-01`,
      purchaseCents: 1_000,
      ...more,
    });
    const trip = outing(code, code, 'a', `${year}-02-01T09:00`, `${year}-03-01T10:00`);
    return { lost, trips: missing ? [{ ...trip, state: 'missing' as const }] : [] };
  };
  const gone = [
    outOf('P10', 2026, { lostAt: at('2026-12-31T23:00') }),
    outOf('P11', 2027, { lostAt: at('2027-01-01T01:00') }),
    outOf('B1', 2026, { kind: 'box', lostAt: at('2026-06-01T10:00') }, true),
    outOf('P12', 2026, {}),
    outOf('P13', 2026, { condition: 'retired' }, true),
    outOf('P14', 2026, { condition: 'usable' }, true),
    outOf('P15', 2026, { condition: 'retired' }),
    outOf('P16', 2026, { condition: 'retired', lostAt: at('2025-06-01T10:00') }),
  ];
  const facts: Facts = {
    ...world,
    assets: gone.map(({ lost }) => lost),
    outings: gone.flatMap(({ trips }) => trips),
    parts: [],
  };

  it('count in the year in which a thing was lost, also of what was given up since; found things do not', () => {
    const of = (year: number) => impactOf(facts, periodOfYear(year, false));
    // P10, and P13, which has been given up; the box. P12 is lost since nobody knows when.
    expect(of(2026)).toMatchObject({ lostDevices: 2, lostThings: 1, lostUnknown: 1 });
    expect(of(2027)).toMatchObject({ lostDevices: 1, lostThings: 0, lostUnknown: 1 });
    // P16 was lost without a loan, and given up since.
    expect(of(2025)).toMatchObject({ lostDevices: 1, lostThings: 0, lostUnknown: 1 });
  });

  it('of a place are those that did not come back from there', () => {
    const at = (municipality: string) => impactOf(facts, periodOfYear(2026, false), { municipality });
    expect(at('Mainz')).toMatchObject({ lostDevices: 1, lostThings: 1, lostUnknown: 0 });
    expect(at('Worms')).toMatchObject({ lostDevices: 0, lostThings: 0, lostUnknown: 0 });
  });

  it('end the days on which a kit could have been lent, and its value', () => {
    const kit = asset('K9', {
      ...{ condition: 'lost', lostAt: at('2026-01-10T12:00') },
      ...{ purchasedOn: '2026-01-01', purchaseCents: 10_000 },
    });
    const alone = { ...world, assets: [kit], contents: [], parts: [] };
    const trip = outing('nine', 'K9', 'a', '2026-01-06T09:00', '2026-01-10T12:00');
    const impact = impactOf({ ...alone, outings: [trip] }, periodOfYear(2026, false));
    expect(impact.kitUse).toBe(5 / 10);
    expect(impact.valueCents).toBe(0);
    const before = impactOf({ ...alone, outings: [] }, periodOfDays('2026-01-01', '2026-01-05'));
    expect(before.valueCents).toBeGreaterThan(9_900);
  });
});

describe('part of it', () => {
  it('of a year that has only begun ends today', () => {
    const impact = impactOf(world, periodOfYear(2027, false));
    // The loan over New Year began the year before; its days of this year count here.
    expect(impact).toMatchObject({ loans: 0, schools: 1, classes: 1, pupils: 5 });
    expect(impact.kits).toEqual([{ code: 'K1', name: 'Ding K1', days: 5, loans: 1 }]);
    expect(impact.kitUse).toBe(1);
  });

  it('is a school year, from August to July', () => {
    const impact = impactOf(world, periodOfYear(2025, true));
    expect(impact).toMatchObject({
      from: '2025-08-01',
      to: '2026-07-31',
      loans: 1,
      donations: 1,
      pupils: 37,
    });
    expect(impact.months[0]?.month).toBe('2025-08');
    expect([yearOf(at('2026-07-31T22:30'), true), yearOf(at('2026-08-02T00:00'), true)]).toEqual([
      2025, 2026,
    ]);
  });

  it('is a sponsor’s: classes of a school on the days on which it had a gift of the sponsor', () => {
    const impact = impactOf(world, periodOfYear(2026, false), { sponsorId: 'bank' });
    expect(impact).toMatchObject({
      schools: 2,
      loans: 2,
      donations: 0,
      classes: 1,
      pupils: 20,
      lostDevices: 0,
    });
    expect(impact.kits.map(({ code }) => code)).toEqual(['K1']);
  });

  it('is a place’s', () => {
    const impact = impactOf(world, periodOfYear(2026, false), { municipality: 'Worms' });
    expect(impact).toMatchObject({ schools: 1, municipalities: 1, loans: 1, donations: 1, pupils: 10 });
  });

  it('is nothing where nothing happened', () => {
    const impact = impactOf(
      { ...world, outings: [], parts: [], classes: [], assets: [] },
      periodOfYear(2026, false),
    );
    expect(impact).toMatchObject({ schools: 0, pupils: 0, kitUse: 0, valueCents: 0 });
  });
});

describe('as a file', () => {
  const impact = impactOf(world, periodOfYear(2026, false));

  it('is CSV with decimal commas between semicolons, and with points between commas', () => {
    const title = (id: string) => (id === 'blink' ? 'Blinken; los' : id);
    const german = impactCsv(impact, ';', { words: reportWords.de, title }).toString('utf8');
    expect(german).toContain('Kennzahl;Kinder;;37;\r\n');
    expect(german).toContain('Kennzahl;Zeitwert der Verluste;;80,75;EUR\r\n');
    expect(german).toContain('Lektion;"Blinken; los";Kinder;30;\r\n');
    expect(impactCsv(impact, ',', { words: reportWords.de, title }).toString('utf8')).toContain(
      'Kennzahl,Zeitwert der Verluste,,80.75,EUR\r\n',
    );
  });

  it('is CSV in English, too', () => {
    const words = reportWords.en;
    const english = impactCsv(impact, ',', { words, title: String }).toString('utf8');
    expect(english).toContain('Figure,Children,,37,\r\n');
    expect(english).not.toMatch(/Kinder|Leihen|Verl/);
  });

  it.each(['de', 'en'] as const)('is a tagged PDF in %s, the same for the same figures', async (language) => {
    const paper = {
      ...{ impact, association: 'Verein', title: '2026', scope: '', language },
      ...{ lessonTitle: String, at: world.now },
    };
    const bytes = await impactPdf(paper);
    expect(bytes.equals(await impactPdf(paper))).toBe(true);
    const words = reportWords[language];
    const info = infoOf(bytes);
    expect(info).toMatch(/Tagged: +yes/);
    expect(info).toMatch(new RegExp(`Title: +${words.title} 2026`));
    expect(bytes.toString('latin1')).toContain(language === 'de' ? '/Lang (de-DE)' : '/Lang (en-GB)');
    const text = textOf(bytes);
    for (const told of [words.schools, words.kitUse, words.page(2, 2), '37', 'Schule A, Mainz']) {
      expect(text).toContain(told);
    }
  });
});
