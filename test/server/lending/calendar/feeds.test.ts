import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient } from '../../../../provisioning/api-client.ts';
import { addTeacher, setUpStaff, startTestServer, type TestServer } from '../../../support/server.ts';

const day = 86_400_000;

describe('feeds', () => {
  let server: TestServer;
  let staff: ApiClient;
  let teacher: ApiClient;
  let schoolIds: string[];
  let kits: string[];
  const numbers: string[] = [];
  beforeAll(async () => {
    server = await startTestServer();
    staff = await setUpStaff(server);
    const own = await addTeacher(server, staff);
    teacher = own.client;
    const other = await staff.call('addSchool', {}, { name: 'Nachbarschule', city: 'Worms' });
    schoolIds = [own.schoolId, other.id];
    const { assets } = await staff.call('addAssets', {}, { kind: 'kit', name: 'Kiste', copies: 3 });
    kits = assets.map(({ id }) => id);
    const startsAt = Date.now() + 10 * day;
    // The own school has the first two kits, one after the other; the other school the first again, and the third.
    for (const [school, kit, after] of [
      [0, 0, 0],
      [0, 1, 10],
      [1, 0, 30],
      [1, 2, 0],
    ] as const) {
      const loan = await staff.call(
        'addLoan',
        {},
        {
          ...{ kind: 'loan' as const, pupils: 10, lessons: [], wish: '', note: '' },
          ...{ startsAt: startsAt + after * day, endsAt: startsAt + (after + 5) * day },
          schoolId: schoolIds[school] ?? '',
          ...{ contactName: 'Theo', contactEmail: '', contactPhone: '' },
        },
      );
      await staff.call(
        'reserveLoan',
        { loanId: loan.id },
        { version: loan.version, assetIds: [kits[kit] ?? ''] },
      );
      numbers.push(loan.number);
    }
  });
  afterAll(() => server.stop());

  const numbersAt = async (url: string) => {
    const text = await (await fetch(server.url + new URL(url).pathname)).text();
    const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
    return events.map((one) => /\(([\d-]+)\)/.exec(new ICAL.Event(one).summary)?.[1]).sort();
  };
  const some = (...indexes: number[]) => indexes.map((index) => numbers[index]);

  it('of a school show its loans and no other', async () => {
    for (const [index, own] of [some(0, 1), some(2, 3)].entries()) {
      const { url } = await staff.call('feeds', {}, { schoolId: schoolIds[index] ?? '' });
      expect(await numbersAt(url)).toEqual(own);
    }
  });

  it('of a kit show where it goes and no other kit', async () => {
    for (const [index, own] of [some(0, 2), some(1), some(3)].entries()) {
      const { url } = await staff.call('feeds', {}, { assetId: kits[index] ?? '' });
      expect(await numbersAt(url)).toEqual(own);
    }
  });

  it('of the association show all', async () => {
    expect(await numbersAt((await staff.call('feeds', {}, {})).url)).toEqual(numbers);
  });

  it('give a teacher the own school’s, the same that staff would, and nothing else', async () => {
    const { url } = await teacher.call('myFeed', {}, {});
    expect(url).toBe((await staff.call('feeds', {}, { schoolId: schoolIds[0] ?? '' })).url);
    expect(await numbersAt(url)).toEqual(some(0, 1));
    await expect(teacher.call('feeds', {}, {})).rejects.toMatchObject({ problem: { status: 403 } });
    await expect(staff.call('myFeed', {}, {})).rejects.toMatchObject({ problem: { code: 'school-needed' } });
  });

  it('cannot be turned to another school with the mark of one’s own', async () => {
    const { url } = await teacher.call('myFeed', {}, {});
    const [, mark] = (new URL(url).pathname.split('/').at(-1) ?? '').replace('.ics', '').split('~');
    for (const said of ['a', `s${schoolIds[1]}`, `t${kits[2]}`]) {
      const forged = `${Buffer.from(said).toString('base64url')}~${mark}`;
      expect((await fetch(`${server.url}/api/feeds/${forged}.ics`)).status).toBe(404);
    }
  });

  it('end together when the addresses are made anew, which only an admin can do', async () => {
    const before = await Promise.all([
      teacher.call('myFeed', {}, {}),
      staff.call('feeds', {}, { assetId: kits[0] ?? '' }),
      staff.call('feeds', {}, {}),
    ]);
    await expect(teacher.call('renewFeeds', {}, {})).rejects.toMatchObject({ problem: { status: 403 } });
    await staff.call('renewFeeds', {}, {});
    for (const { url } of before) {
      expect((await fetch(server.url + new URL(url).pathname)).status).toBe(404);
    }
    expect(await numbersAt((await teacher.call('myFeed', {}, {})).url)).toEqual(some(0, 1));
  });
});
