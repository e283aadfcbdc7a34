import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient } from '../../../provisioning/api-client.ts';
import { peek } from '../../support/databases.ts';
import { refusalOf } from '../../support/school.ts';
import { addTeacher, setUpStaff, startTestServer, type TestServer } from '../../support/server.ts';

const nobody = { name: '', city: '', zip: '', land: null, schoolNumber: '' };

describe('a school that is added by hand', () => {
  let server: TestServer;
  let staff: ApiClient;
  beforeAll(async () => {
    server = await startTestServer();
    staff = await setUpStaff(server);
  });
  afterAll(() => server.stop());

  it('is refused when it is here already: by number, by name and postcode, or by name and town', async () => {
    const school = {
      name: 'Schloßschule',
      city: 'Alzey',
      zip: '55232',
      land: 'RP' as const,
      schoolNumber: '50999',
    };
    const { id } = await staff.call('addSchoolProfile', {}, school);
    const same = [
      { ...nobody, name: 'Anders', land: 'RP' as const, schoolNumber: '50999' },
      { ...nobody, name: 'Schloss-Schule', zip: '55232' },
      { ...nobody, name: 'schlossschule', city: 'ALZEY' },
    ];
    for (const keys of same) {
      expect((await staff.call('sameSchool', {}, keys)).school).toMatchObject({ id, name: 'Schloßschule' });
      expect(await refusalOf(staff.call('addSchoolProfile', {}, keys))).toBe('school-exists');
    }
    const others = [
      { ...nobody, name: 'Schloßschule', city: 'Alzey', zip: '99999' },
      { ...nobody, name: 'Schloßschule', city: 'Worms' },
      { ...school, schoolNumber: '51000' },
      { ...school, name: 'Die andere', land: 'BY' as const },
    ];
    for (const keys of others) expect(await staff.call('addSchoolProfile', {}, keys)).toMatchObject(keys);
  });

  it('does not become another one by a change, and keeps what it is changed in otherwise', async () => {
    const one = await staff.call('addSchoolProfile', {}, { ...nobody, name: 'Bachschule', zip: '55411' });
    const other = await staff.call('addSchoolProfile', {}, { ...nobody, name: 'Talschule', zip: '55411' });
    const change = staff.call('saveSchool', { schoolId: other.id }, { name: 'Bachschule' });
    expect(await refusalOf(change)).toBe('school-exists');
    expect(await staff.call('saveSchool', { schoolId: one.id }, { note: 'Hof' })).toMatchObject({
      note: 'Hof',
    });
  });

  it('leaves no contact that was taken out in the database’s files', async () => {
    const { id } = await staff.call('addSchoolProfile', {}, { ...nobody, name: 'Mit Kontakt', zip: '2' });
    const contact = { name: 'Frau Austrag', duty: '', email: 'austrag@schule.example', phone: '' };
    await staff.call('saveSchool', { schoolId: id }, { contacts: [contact] });
    await staff.call('saveSchool', { schoolId: id }, { contacts: [] });
    const database = await peek(server.dataDir);
    const [noted] = await database.run(`select value from meta where key = 'remains'`);
    await database.close();
    // The next look of the retention's sweep writes these anew.
    expect(JSON.parse(String(noted?.value)).tables).toContain('school_contact');
  });

  it('can be deleted as long as nothing has happened with it', async () => {
    const { id } = await staff.call('addSchoolProfile', {}, { ...nobody, name: 'Doppelt', zip: '1' });
    await staff.call(
      'saveSchool',
      { schoolId: id },
      { contacts: [{ name: 'Mia', duty: '', email: '', phone: '' }] },
    );
    await staff.call('invite', {}, { role: 'teacher', schoolId: id });
    expect(await staff.call('schoolLife', { schoolId: id }, {})).toMatchObject({
      teachers: [],
      removable: true,
    });
    await staff.call('removeSchool', { schoolId: id }, {});
    expect(await refusalOf(staff.call('schoolProfile', { schoolId: id }, {}))).toBe('school-unknown');
    expect(await refusalOf(staff.call('removeSchool', { schoolId: id }, {}))).toBe('school-unknown');
    const { entries } = await staff.call('history', {}, { schoolId: id });
    expect(entries.map(({ kind }) => kind)).toContain('school.removed');
  });

  it('stays once somebody has an account there, a Pi is there or something was lent', async () => {
    const { schoolId } = await addTeacher(server, staff);
    expect(await staff.call('schoolLife', { schoolId }, {})).toMatchObject({
      teachers: [{ name: 'Theo Lehrer' }],
      removable: false,
    });
    const withPi = await staff.call('addSchoolProfile', {}, { ...nobody, name: 'Mit Pi' });
    await staff.call('addDevice', {}, { name: 'Pi', schoolId: withPi.id });
    expect(await staff.call('schoolLife', { schoolId: withPi.id }, {})).toMatchObject({
      devices: [{ name: 'Pi', online: false, assetId: null }],
      removable: false,
    });
    const lent = await staff.call('addSchoolProfile', {}, { ...nobody, name: 'Mit Leihe' });
    const startsAt = Date.now();
    await staff.call(
      'addLoan',
      {},
      {
        ...{
          kind: 'loan',
          schoolId: lent.id,
          startsAt,
          endsAt: startsAt + 86_400_000,
          pupils: 10,
          lessons: [],
        },
        ...{ wish: '', note: '', contactName: 'Theo', contactEmail: '', contactPhone: '' },
      },
    );
    for (const id of [schoolId, withPi.id, lent.id]) {
      expect(await refusalOf(staff.call('removeSchool', { schoolId: id }, {}))).toBe('school-in-use');
      expect(await staff.call('schoolProfile', { schoolId: id }, {})).toMatchObject({ id });
    }
  });
});
