import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ApiClient } from '../../../provisioning/api-client.ts';
import type { TableName } from '../../../server/api/contract/lending/schools.ts';
import { guarded, unguarded } from '../../../server/lending/exchange/csv/write-csv.ts';
import { readCents, readDay, writeCents, writeDay } from '../../../server/lending/exchange/values.ts';
import { setUpStaff, startTestServer, type TestServer } from '../../support/server.ts';

const bytes = (text: string) => new Uint8Array(Buffer.from(text));

describe('tables as CSV', () => {
  let server: TestServer;
  let staff: ApiClient;
  beforeAll(async () => {
    server = await startTestServer();
    staff = await setUpStaff(server);
  });
  afterAll(() => server.stop());

  type Imported = 'schools' | 'assets' | 'consumables';
  const load = (table: Imported, text: string, dry = false) =>
    staff.upload('importTable', { table }, { dry }, bytes(text));
  const exported = async (table: TableName, separator: ';' | ',' = ';') =>
    (await staff.file('exportTable', { table }, { separator })).bytes;

  describe('of things', () => {
    it('are tried out first, then imported whole', async () => {
      const table = [
        'Nummer;Art;Name;Liegt in;Ort;Zustand;Gekauft am;Kaufpreis',
        'K 201;;Kit 201;;Regal 1;in Ordnung;1.9.2026;1.234,50 €',
        ';Teil;Netzteil;k201;;in Reparatur;2026-09-01;9,5',
      ].join('\r\n');
      const tried = await load('assets', table, true);
      expect(tried).toMatchObject({ dry: true, done: false, added: 2, refused: 0, errors: [] });
      expect((await staff.call('assets', {}, { text: 'Kit 201' })).total).toBe(0);
      const done = await load('assets', table);
      expect(done).toMatchObject({ done: true, added: 2, separator: ';' });
      const [kit] = (await staff.call('assets', {}, { text: 'Kit 201' })).assets;
      expect(await staff.call('asset', { assetId: kit!.id }, {})).toMatchObject({
        code: 'K201',
        place: 'Regal 1',
        purchasedOn: '2026-09-01',
        purchaseCents: 123450,
        inside: [{ name: 'Netzteil', condition: 'repair' }],
      });
      expect(await load('assets', table.split('\r\n').slice(0, 2).join('\n'))).toMatchObject({
        unchanged: 1,
      });
    });

    it('are refused whole when one row is wrong, each with its row and column', async () => {
      const report = await load(
        'assets',
        [
          'Number,Kind,Name,Inside of,Condition,Purchased on,Price,Sponsor',
          'K301,kit,Good,,in order,2026-01-31,12.50,',
          'K302,kit,Wrong day,,,2026-02-31,,',
          'K303,kit,Wrong price,,in order,,twelve,',
          'K304,kit,Unknown word,,golden,,,',
          'K305,kit,In nothing,K999,in order,,,',
          'K306,kit,In itself,K306,in order,,,',
          'K301,kit,Twice,,in order,,,',
          ',,No kind,,in order,,,',
          'K307,kit,No sponsor,,in order,,,Nobody',
          'K308,kit,Too many,,in order,,,,,',
        ].join('\n'),
      );
      expect(report).toMatchObject({ done: false, separator: ',', refused: 9 });
      expect(report.errors.map(({ row, column }) => [row, column])).toEqual([
        [3, 'Purchased on'],
        [4, 'Price'],
        [5, 'Condition'],
        [6, 'Inside of'],
        [7, 'Inside of'],
        [8, 'Number'],
        [9, 'Number'],
        [10, 'Sponsor'],
        [11, ''],
      ]);
      for (const { de, en } of report.errors) expect([de, en].every((text) => text.endsWith('.'))).toBe(true);
      expect((await staff.call('assets', {}, { text: 'Good' })).total).toBe(0);
    });
  });

  it('of schools take contacts along, and find schools again', async () => {
    const table = [
      'Schule;Ort;PLZ;Schulart;Land;Ansprechpersonen;Fax',
      'Schule am Bach;Bingen;55411;GS;RP;"Mia | Leitung | mia@schule.example | +49 6721\nBo \\| Co";123',
    ].join('\n');
    const first = await load('schools', table);
    expect(first).toMatchObject({ done: true, added: 1, ignored: ['Fax'] });
    expect(await load('schools', table)).toMatchObject({ unchanged: 1, added: 0 });
    const { schools } = await staff.call('schoolProfiles', {}, { text: 'bach' });
    expect(schools[0]).toMatchObject({
      type: 'primary',
      land: 'RP',
      contacts: [{ phone: '+49 6721' }, { name: 'Bo | Co' }],
    });
    const moved = await load('schools', table.replace('Bingen', 'Gau-Algesheim'));
    expect(moved).toMatchObject({ changed: 1, preview: [{ does: 'change', columns: ['Ort'] }] });
  });

  it('of counted parts are known by name', async () => {
    expect(await load('consumables', 'Name;Stückpreis;Bestand\nLED;0,08;400')).toMatchObject({ added: 1 });
    expect(await load('consumables', 'Name;Bestand\nLED;500\nLED;1')).toMatchObject({
      done: false,
      refused: 1,
    });
    expect(await load('consumables', 'Name;Bestand\nLED;500')).toMatchObject({ changed: 1 });
    const { consumables } = await staff.call('consumables', {}, {});
    expect(consumables).toMatchObject([{ name: 'LED', unitCents: 8, stock: 500 }]);
  });

  it('of every kind can be had, for German and for other spreadsheets, without a pupil’s name', async () => {
    const tables: TableName[] = [
      'schools',
      'assets',
      'consumables',
      'contents',
      'loans',
      'loan-items',
      'history',
      'sponsors',
      'class-counts',
    ];
    for (const table of tables) {
      for (const separator of [';', ','] as const) {
        const text = (await exported(table, separator)).toString();
        expect(text.startsWith('\uFEFF'), table).toBe(true);
        expect(text.split('\r\n')[0], table).toContain(separator);
        expect(text.split('\r\n')[0], table).not.toMatch(/nickname|spitzname|pupil name/i);
      }
    }
  });

  it('have an example that can be imported as it is', async () => {
    for (const table of ['schools', 'assets', 'consumables'] as const) {
      const { bytes: example } = await staff.file('importExample', { table }, {});
      const report = await staff.upload('importTable', { table }, { dry: true }, new Uint8Array(example));
      expect(report, table).toMatchObject({ errors: [], ignored: [], added: 2 });
    }
  });

  describe('that were exported', () => {
    /** Texts as people type them, and as they try to break things. */
    const anyText = (maxLength: number) =>
      fc
        .oneof(
          fc.string({ unit: 'binary', maxLength }),
          fc.constantFrom(
            '=1+1',
            "'=x",
            '+49',
            '-',
            '@me',
            '"',
            ';',
            ',',
            'a\nb',
            'a\r\nb',
            "'",
            '\\|',
            '1,5',
          ),
        )
        // A lone half of a sign does not survive UTF-8, and PostgreSQL keeps no NUL.
        .map((text) => text.toWellFormed().replaceAll('\0', '').slice(0, maxLength).trim());
    const name = anyText(60).filter((text) => text.length > 0 && text.length <= 60);

    beforeEach(async () => {
      await server.stop();
      server = await startTestServer();
      staff = await setUpStaff(server);
    });

    it('change nothing when they are imported again', { timeout: 120_000 }, async () => {
      let number = 0;
      await fc.assert(
        fc.asyncProperty(
          fc.record({
            name,
            city: anyText(40),
            note: anyText(200),
            phone: anyText(30),
            latitude: fc.option(fc.double({ min: -90, max: 90, noNaN: true })),
            contacts: fc.array(
              fc.record({ name, duty: anyText(20), email: anyText(20), phone: anyText(20) }),
              { maxLength: 3 },
            ),
          }),
          fc.record({
            name,
            serial: anyText(20),
            note: anyText(100),
            purchaseCents: fc.option(fc.integer({ min: 0, max: 100_000_000 })),
            purchasedOn: fc.option(
              fc
                .date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
                .map((date) => date.toISOString().slice(0, 10)),
            ),
          }),
          fc.constantFrom(';' as const, ',' as const),
          async (school, thing, separator) => {
            const { id } = await staff.call('addSchool', {}, { name: school.name, city: '' });
            // Of the same name and town there may be two, which their postcodes tell apart.
            number += 1;
            await staff.call('saveSchool', { schoolId: id }, { ...school, zip: String(number) });
            const { assets } = await staff.call('addAssets', {}, { kind: 'kit', name: 'Kit', copies: 1 });
            await staff.call('changeAsset', { assetId: assets[0]!.id }, thing);
            for (const table of ['schools', 'assets'] as const) {
              const before = await exported(table, separator);
              const report = await staff.upload(
                'importTable',
                { table },
                { dry: false },
                new Uint8Array(before),
              );
              expect(report).toMatchObject({ done: true, errors: [], added: 0, changed: 0 });
              expect(await exported(table, separator)).toEqual(before);
            }
          },
        ),
        { numRuns: 25 },
      );
    });
  });
});

describe('values in CSV', () => {
  it('of money come back as they were, in either notation', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000_000 }), (cents) => {
        expect(readCents(writeCents(cents, 'german'), ';')).toBe(cents);
        expect(readCents(writeCents(cents, 'plain'), ',')).toBe(cents);
      }),
    );
  });

  it.each([
    ['1.234,50', ';', 123450],
    ['1,234.50', ';', 123450],
    ['1.234', ';', 123400],
    ['1,234', ',', 123400],
    ['12,5 €', ';', 1250],
    ['12.50', ';', 1250],
    ['12,50', ',', 1250],
    ['1.000.000,00', ';', 100000000],
  ] as const)('take %s beside %s for %i cents', (text, separator, cents) => {
    expect(readCents(text, separator)).toBe(cents);
  });

  it.each(['', '-1', '1,234,5', '1.2.3', '12,345,67', 'zwölf', '1e3', '2000000'])(
    'refuse the amount %s',
    (text) => {
      expect(() => readCents(text, ';')).toThrow();
    },
  );

  it('of days come back, and days that are none are refused', () => {
    for (const day of ['2026-02-28', '2024-02-29', '1999-12-31']) {
      expect(readDay(writeDay(day, 'german'))).toBe(day);
      expect(readDay(writeDay(day, 'plain'))).toBe(day);
    }
    for (const text of ['29.02.2026', '31.4.2026', '2026-13-01', '1.1', 'heute', '']) {
      expect(() => readDay(text), text).toThrow();
    }
  });

  it('are never a formula, and come back as they were', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(unguarded(guarded(text))).toBe(text);
        expect(guarded(text)).not.toMatch(/^\s*[=+\-@\t]/);
      }),
    );
  });
});
