import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient } from '../../../provisioning/api-client.ts';
import { schoolTypeOf } from '../../../server/lending/schools/school-type.ts';
import { refusalOf } from '../../support/school.ts';
import { setUpStaff, startTestServer, type TestServer } from '../../support/server.ts';

const header =
  'id,name,address,address2,zip,city,website,email,school_type,legal_status,provider,fax,phone,director,raw,update_timestamp,latitude,longitude';

/** A row of the open data as jedeschule writes it. */
function row(fields: Record<string, string>): string {
  return header
    .split(',')
    .map((column) => {
      const value = fields[column] ?? '';
      return /[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
    })
    .join(',');
}

const igs = {
  id: 'RP-50720',
  name: 'IGS Rheinblick',
  address: 'Rheinallee 7',
  zip: '55116',
  city: 'Mainz',
  school_type: 'IGS',
  email: 'post@igs.example',
  director: 'Dr. Geheime Leitung',
  raw: '{"leitung": "Dr. Geheime Leitung", "x": "a\nb"}',
  latitude: '50.0037',
  longitude: '8.2669',
};
const bytes = (text: string) => new Uint8Array(Buffer.from(text));
const csv = (...rows: Record<string, string>[]) => bytes([header, ...rows.map(row)].join('\n'));

describe('the association’s schools', () => {
  let server: TestServer;
  let staff: ApiClient;
  beforeAll(async () => {
    server = await startTestServer();
    staff = await setUpStaff(server);
  });
  afterAll(() => server.stop());

  const take = (data: Uint8Array<ArrayBuffer>, dry = false) =>
    staff.upload('importOpenSchools', {}, { dry }, data);

  it('keep what people say of them, and their contacts', async () => {
    const { id } = await staff.call('addSchool', {}, { name: 'Schloßschule', city: 'Alzey' });
    const contacts = [{ name: 'Mia Muster', duty: 'Informatik', email: 'mia@schule.example', phone: '' }];
    const saved = await staff.call(
      'saveSchool',
      { schoolId: id },
      { zip: '55232', land: 'RP', type: 'primary', note: 'Parkplatz im Hof', contacts },
    );
    expect(saved).toMatchObject({ name: 'Schloßschule', zip: '55232', land: 'RP', loansOut: 0, donated: 0 });
    expect(saved.contacts).toMatchObject(contacts);
    const again = await staff.call('saveSchool', { schoolId: id }, { name: 'Schlossschule' });
    expect(again).toMatchObject({ name: 'Schlossschule', city: 'Alzey', note: 'Parkplatz im Hof' });
    expect(again.contacts).toHaveLength(1);
    for (const text of ['schloss', 'ALZEY', 'plz:552', 'land:rp typ:primary', 'schule alzey']) {
      const { schools } = await staff.call('schoolProfiles', {}, { text });
      expect(
        schools.map((school) => school.id),
        text,
      ).toContain(id);
    }
    expect((await staff.call('schoolProfiles', {}, { text: 'land:BY' })).total).toBe(0);
    expect(await refusalOf(staff.call('saveSchool', { schoolId: 'none' }, { name: 'x' }))).toBe(
      'school-unknown',
    );
  });

  it('come from the open data without anybody’s name', async () => {
    const report = await take(
      csv(igs, { id: 'BY-1234', name: 'Gymnasium Süd', zip: '80331', city: 'München' }),
    );
    expect(report).toMatchObject({
      done: true,
      rows: 2,
      added: 2,
      refused: 0,
      separator: ',',
      encoding: 'utf-8',
    });
    expect(report.ignored).toEqual(expect.arrayContaining(['director', 'raw', 'fax']));
    const { schools, total, importedAt } = await staff.call('openSchools', {}, { text: 'rheinblick' });
    expect({ total, importedAt }).toEqual({ total: 1, importedAt: expect.any(Number) });
    expect(schools[0]).toMatchObject({
      openDataId: 'RP-50720',
      land: 'RP',
      type: 'comprehensive',
      matches: null,
    });
    const taken = await staff.call('takeOpenSchool', { openDataId: 'RP-50720' }, {});
    expect(taken).toMatchObject({
      schoolNumber: '50720',
      zip: '55116',
      latitude: 50.0037,
      longitude: 8.2669,
    });
    expect(JSON.stringify(taken)).not.toContain('Geheime');
    const all = await staff.file('exportTable', { table: 'schools' }, { separator: ';' });
    expect(all.bytes.toString()).not.toContain('Geheime');
    // The number behind BY- is made up anew each time: it is no school number.
    const bavarian = await staff.call('takeOpenSchool', { openDataId: 'BY-1234' }, {});
    expect(bavarian).toMatchObject({ land: 'BY', schoolNumber: '', openDataId: 'BY-1234' });
  });

  it('are brought up to date without undoing what people have changed', async () => {
    const before = await staff.call('takeOpenSchool', { openDataId: 'RP-50720' }, {});
    await staff.call('saveSchool', { schoolId: before.id }, { phone: '06131 99', name: 'IGS am Rhein' });
    await take(
      csv({
        ...igs,
        name: 'Integrierte Gesamtschule Rheinblick',
        phone: '06131 1',
        email: 'neu@igs.example',
      }),
    );
    const after = await staff.call('takeOpenSchool', { openDataId: 'RP-50720' }, {});
    expect(after).toMatchObject({
      id: before.id,
      name: 'IGS am Rhein',
      phone: '06131 99',
      email: 'neu@igs.example',
    });
    expect(await refusalOf(staff.call('takeOpenSchool', { openDataId: 'BY-1234' }, {}))).toBe(
      'open-school-unknown',
    );
  });

  it('are found again by number, or by name and postcode', async () => {
    const byName = await staff.call('addSchool', {}, { name: 'Straßen-Schule', city: 'Worms' });
    await staff.call('saveSchool', { schoolId: byName.id }, { zip: '67547' });
    const byNumber = await staff.call('addSchool', {}, { name: 'Die alte Schule', city: 'Worms' });
    await staff.call('saveSchool', { schoolId: byNumber.id }, { land: 'RP', schoolNumber: '777' });
    await take(
      csv(
        { id: 'RP-1', name: 'STRASSENSCHULE', zip: '67547', city: 'Worms' },
        { id: 'RP-777', name: 'Neue Schule', zip: '67549', city: 'Worms' },
        // A made-up id of Bavaria that another school of ours once had: neither name nor postcode agrees.
        { id: 'BY-1234', name: 'Ganz andere Schule', zip: '90402', city: 'Nürnberg' },
      ),
    );
    const { schools } = await staff.call('openSchools', {}, {});
    const matches = Object.fromEntries(schools.map((school) => [school.openDataId, school.matches]));
    expect(matches).toEqual({ 'RP-1': byName.id, 'RP-777': byNumber.id, 'BY-1234': null });
    const other = await staff.call('takeOpenSchool', { openDataId: 'BY-1234' }, {});
    expect(other.name).toBe('Ganz andere Schule');
    const { schools: south } = await staff.call('schoolProfiles', {}, { text: 'Gymnasium Süd' });
    expect(south).toMatchObject([{ openDataId: null }]);
  });

  it('tell row by row what could not be read', async () => {
    const report = await take(
      csv(igs, { ...igs, id: '' }, { ...igs, id: 'RP-2', name: '' }, igs, {
        ...igs,
        id: 'RP-3',
        latitude: 'x',
      }),
    );
    expect(report).toMatchObject({ done: true, rows: 5, refused: 4 });
    expect(report.errors.map(({ row, column }) => [row, column])).toEqual([
      [3, 'id'],
      [4, 'name'],
      [5, 'id'],
      [6, 'latitude'],
    ]);
  });

  it('are tried out in a dry run', async () => {
    await take(csv(igs));
    const report = await take(csv({ ...igs, city: 'Wiesbaden' }, { id: 'HE-1', name: 'Neu' }), true);
    expect(report).toMatchObject({ dry: true, done: false, added: 1, changed: 1 });
    expect(report.preview).toMatchObject([
      { does: 'change', columns: expect.arrayContaining(['city']) },
      { does: 'add' },
    ]);
    expect((await staff.call('openSchools', {}, {})).total).toBe(1);
  });

  it('are read from Excel’s Windows-1252, with semicolons or tabs, in any order of columns', async () => {
    for (const separator of [';', '\t']) {
      const text = [
        ['city', 'latitude', 'extra', 'name', 'id', 'longitude'],
        ['Köln', '50,94', '', 'Grüne Straße "am" Dom', 'NW-9', '6,96'],
      ]
        .map((fields) => fields.map((field) => `"${field.replaceAll('"', '""')}"`).join(separator))
        .join('\r\n');
      const report = await take(new Uint8Array(Buffer.from(text, 'latin1')));
      expect(report).toMatchObject({ encoding: 'windows-1252', separator, rows: 1, ignored: ['extra'] });
      const { schools } = await staff.call('openSchools', {}, { text: 'gruene strasse koln' });
      expect(schools).toEqual([]);
      const found = await staff.call('openSchools', {}, { text: 'gruene koeln' });
      expect(found.schools).toMatchObject([{ name: 'Grüne Straße "am" Dom', city: 'Köln' }]);
    }
  });

  it('stay as they are when a file is none, or breaks off', async () => {
    await take(csv(igs));
    const refused = {
      '%PDF-1.7\n': 'file-not-csv',
      'PK\x03\x04xl': 'file-not-csv',
      '\x89PNG\r\n': 'file-not-csv',
      '\xFF\xFEi\0d\0': 'file-utf-16',
      'a;b\n\0\0': 'file-not-csv',
      'Liebe Kolleginnen, anbei die Liste.': 'csv-no-columns',
      'city,zip\nMainz,55116': 'open-data-columns-missing',
      [header]: 'open-data-empty',
      [`${header}\n${row({ id: 'RP-8', name: 'Gut' })}\nRP-9,"ohne Ende,\n`]: 'csv-broken',
    };
    for (const [text, code] of Object.entries(refused)) {
      const data = new Uint8Array(Buffer.from(text, 'latin1'));
      expect(await refusalOf(take(data)), text.slice(0, 20)).toBe(code);
    }
    const { schools } = await staff.call('openSchools', {}, {});
    expect(schools.map(({ openDataId }) => openDataId)).toEqual(['RP-50720']);
  });
});

describe('types of schools', () => {
  it.each([
    ['GS', 'RP', 'primary'],
    ['RS+', 'RP', 'secondary'],
    ['RS+FOS', 'RP', 'secondary'],
    ['GRS+', 'RP', 'secondary'],
    ['IGS', 'RP', 'comprehensive'],
    ['GY', 'RP', 'grammar'],
    ['BBS', 'RP', 'vocational'],
    ['FWS', 'RP', 'waldorf'],
    ['Koll', 'RP', 'adult'],
    ['SFL', 'RP', 'special'],
    ['Oberschule', 'SN', 'secondary'],
    ['Oberschule', 'HB', 'comprehensive'],
    ['Integrierte Sekundarschule', 'BE', 'comprehensive'],
    ['Berufliches Gymnasium', 'BW', 'vocational'],
    ['Förderzentrum mit Grundschule', 'BY', 'special'],
    ['Abendgymnasium', 'NW', 'adult'],
    ['Staatliches Gymnasium', 'TH', 'grammar'],
    ['Werkrealschule', 'BW', 'secondary'],
    ['Musikschule', 'HE', 'other'],
    ['', 'HE', null],
  ] as const)('%s in %s is %s', (raw, land, type) => {
    expect(schoolTypeOf(raw, land)).toBe(type);
  });
});
