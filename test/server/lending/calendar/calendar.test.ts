import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient } from '../../../../provisioning/api-client.ts';
import { readSchoolHolidays } from '../../../../server/lending/calendar/school-holidays.ts';
import { dayOf, instantOf, shiftDays } from '../../../../server/lending/loans/local-time.ts';
import { addTeacher, setUpStaff, startTestServer, type TestServer } from '../../../support/server.ts';

const bytes = (text: string) => new Uint8Array(Buffer.from(text));
const event = (...lines: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'BEGIN:VEVENT', ...lines, 'END:VEVENT', 'END:VCALENDAR', ''].join(
    '\r\n',
  );

describe('local days', () => {
  it.each([
    ['the day on which clocks go forward', '2027-03-28', 23],
    ['the day on which clocks go back', '2026-10-25', 25],
    ['any other day', '2026-06-01', 24],
  ])('%s has its own number of hours', (_title, day, hours) => {
    const begin = instantOf(day);
    expect(dayOf(begin)).toBe(day);
    expect(dayOf(begin - 1)).not.toBe(day);
    expect((shiftDays(begin, 1) - begin) / 3_600_000).toBe(hours);
  });

  it('keep the time of day over the change of clocks', () => {
    const before = instantOf('2026-10-20', 14, 30);
    expect(shiftDays(before, 7)).toBe(instantOf('2026-10-27', 14, 30));
    expect(shiftDays(before, 7) - before).toBe((7 * 24 + 1) * 3_600_000);
  });
});

describe('school holidays from an iCal file', () => {
  it('are read with their first and last day', () => {
    const file = event('SUMMARY:Sommerferien', 'DTSTART;VALUE=DATE:20270628', 'DTEND;VALUE=DATE:20270807');
    expect(readSchoolHolidays(bytes(`\uFEFF${file}`))).toEqual([
      { name: 'Sommerferien', startsOn: '2027-06-28', endsOn: '2027-08-06' },
    ]);
  });

  it('with times of day are the local days', () => {
    const file = event('SUMMARY:Studientag', 'DTSTART:20270628T223000Z', 'DTEND:20270629T140000Z');
    expect(readSchoolHolidays(bytes(file))).toEqual([
      { name: 'Studientag', startsOn: '2027-06-29', endsOn: '2027-06-29' },
    ]);
  });

  it.each([
    ['no calendar', 'Hallo', 'calendar-unreadable'],
    ['a web page', '<html></html>', 'calendar-unreadable'],
    ['bytes of a picture', '\u0089PNG\r\n\u001a\n', 'calendar-unreadable'],
    ['half a calendar', event('SUMMARY:Ferien').slice(0, 60), 'calendar-unreadable'],
    ['nothing in it', 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n', 'calendar-empty'],
    ['an event without a day', event('SUMMARY:Ferien'), 'calendar-empty'],
    ['a day that is none', event('SUMMARY:Ferien', 'DTSTART;VALUE=DATE:heute'), 'calendar-empty'],
  ])('refuses %s with a sentence', (_title, text, code) => {
    let refused: unknown;
    try {
      refused = readSchoolHolidays(bytes(text));
    } catch (error) {
      refused = error;
    }
    expect(refused).toMatchObject({ problem: { code } });
  });
});

describe('calendar, proposals and feeds', () => {
  let server: TestServer;
  let staff: ApiClient;
  let schoolId: string;
  let kits: string[];
  const wanted = (startsAt: number, endsAt: number, pupils = 20) => ({
    ...{ kind: 'loan' as const, startsAt, endsAt, pupils, lessons: [], wish: '', note: '' },
    ...{ schoolId, contactName: 'Theo Lehrer', contactEmail: 'theo@schule.example', contactPhone: '06131 1' },
  });
  const from = instantOf('2027-05-03', 8);
  const to = instantOf('2027-05-12', 14);
  beforeAll(async () => {
    server = await startTestServer();
    staff = await setUpStaff(server);
    ({ schoolId } = await addTeacher(server, staff));
    kits = [];
    for (const pis of [4, 10, 12]) {
      const { assets } = await staff.call('addAssets', {}, { kind: 'kit', name: `Kiste ${pis}`, copies: 1 });
      const parentId = assets[0]?.id ?? '';
      kits.push(parentId);
      await staff.call('addAssets', {}, { kind: 'device', name: 'Pi', copies: pis, parentId });
    }
  });
  afterAll(() => server.stop());

  it('proposes the kit with the fewest spare Pis, and the next time when all are lent', async () => {
    const loan = await staff.call('addLoan', {}, wanted(from, to));
    const proposal = await staff.call('proposal', { loanId: loan.id }, {});
    expect(proposal).toMatchObject({ assetIds: [kits[1]], devices: 10, needed: 10, alternative: null });
    expect(proposal.days.map(({ name }) => name)).toContain('Christi Himmelfahrt');
    await staff.call(
      'reserveLoan',
      { loanId: loan.id },
      { version: loan.version, assetIds: [kits[1] ?? '', kits[2] ?? ''] },
    );
    const second = await staff.call('addLoan', {}, wanted(from, to));
    const none = await staff.call('proposal', { loanId: second.id }, {});
    expect(none.assetIds).toEqual([kits[0]]);
    // The day after the buffer of two days, at the same times of day.
    expect(none.alternative?.startsAt).toBe(instantOf('2027-05-15', 8));
    const tight = await staff.call('availability', {}, { startsAt: to, endsAt: to + 86_400_000 });
    expect(tight.candidates.map(({ asset, free, tight }) => [asset.id, free, tight])).toEqual([
      [kits[0], true, false],
      [kits[1], false, true],
      [kits[2], false, true],
    ]);
  });

  it('shows kits with their loans, and the holidays between', async () => {
    const { rows, days } = await staff.call('calendar', {}, { from: from - 86_400_000, to });
    expect(rows.map(({ asset, bars }) => [asset.id, bars.map((bar) => bar.number)])).toEqual([
      [kits[0], []],
      [kits[1], ['2026-001'.replace(/^\d+/, String(new Date().getFullYear()))]],
      [kits[2], ['2026-001'.replace(/^\d+/, String(new Date().getFullYear()))]],
    ]);
    expect(days).toContainEqual({
      ...{ startsOn: '2027-05-06', endsOn: '2027-05-06', kind: 'public' },
      ...{ name: 'Christi Himmelfahrt', nameEn: 'Ascension Day' },
    });
    await expect(staff.call('calendar', {}, { from: 0, to })).rejects.toMatchObject({
      problem: { code: 'time-invalid' },
    });
  });

  it('gives feeds by a secret address, without anybody’s data, until the addresses are made anew', async () => {
    for (const [scope, count] of [
      [{}, 1],
      [{ schoolId }, 1],
      [{ assetId: kits[1] ?? '' }, 1],
      [{ assetId: kits[0] ?? '' }, 0],
    ] as const) {
      const { url } = await staff.call('feeds', {}, scope);
      const response = await fetch(server.url + new URL(url).pathname);
      expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
      const text = await response.text();
      const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
      expect(events).toHaveLength(count);
      for (const one of events.map((component) => new ICAL.Event(component))) {
        expect(one.startDate.toJSDate().getTime()).toBe(from);
        expect(one.endDate.toJSDate().getTime()).toBe(to);
        expect(one.summary).toMatch(/^K2, K3 · Testschule \(\d{4}-001\)$/);
      }
      expect(text).not.toMatch(/Theo|@schule|06131/);
    }
    const { url } = await staff.call('feeds', {}, {});
    await staff.call('renewFeeds', {}, {});
    expect((await fetch(server.url + new URL(url).pathname)).status).toBe(404);
    expect((await fetch(`${server.url}/api/feeds/YQ~wrong.ics`)).status).toBe(404);
  });

  it('lets no name write lines of its own into a feed', async () => {
    for (const evil of ['Schule\rATTENDEE:mailto:x@evil.example', 'Schule\r\nEND:VEVENT\nX:1']) {
      await staff.call('saveSchool', { schoolId }, { name: evil, city: evil });
      const { url } = await staff.call('feeds', {}, {});
      const text = await (await fetch(server.url + new URL(url).pathname)).text();
      // Lines that begin with a blank go on with the one before.
      const names = text.replace(/\r\n /g, '').split(/[\r\n]+/);
      expect(names.filter((line) => /^(ATTENDEE|X:)/.test(line))).toEqual([]);
      expect(names.filter((line) => line === 'END:VEVENT')).toHaveLength(1);
    }
    await staff.call('saveSchool', { schoolId }, { name: 'Testschule', city: 'Mainz' });
  });

  it('keeps imported holidays by name, shows and removes them', async () => {
    const file = event('SUMMARY:Pfingstferien', 'DTSTART;VALUE=DATE:20270518', 'DTEND;VALUE=DATE:20270529');
    const stored = new Uint8Array(Buffer.from(file)) as Uint8Array<ArrayBuffer>;
    await staff.upload('importSchoolHolidays', {}, { name: 'Ferien RLP', land: 'RP' }, stored);
    const { calendars } = await staff.call('schoolHolidays', {}, {});
    expect(calendars).toMatchObject([{ name: 'Ferien RLP', land: 'RP', days: [{ endsOn: '2027-05-28' }] }]);
    await staff.call('removeSchoolHolidays', { calendarId: calendars[0]?.id ?? '' }, {});
    expect((await staff.call('schoolHolidays', {}, {})).calendars).toEqual([]);
  });
});
