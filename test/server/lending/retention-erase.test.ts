import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ApiClient } from '../../../provisioning/api-client.ts';
import type { AssetLine } from '../../../server/api/contract/lending/assets.ts';
import type { Loan } from '../../../server/api/contract/lending/loans.ts';
import { everyRow, foundInFiles, peek } from '../../support/databases.ts';
import { refusalOf } from '../../support/school.ts';
import { addTeacher, setUpStaff, startTestServer, type TestServer } from '../../support/server.ts';
import { addThings } from '../../support/storeroom.ts';
import { pngWithWords } from './photo-files.ts';

/** Stand in whatever somebody wrote into the loan, and nowhere else. */
const marks = {
  name: 'Frau Kontaktgeheim',
  email: 'kontaktgeheim@schule.example',
  phone: '06131-4711-0815',
  wish: 'Wunschgeheim',
  note: 'Notizgeheim',
  signed: 'Unterschriftgeheim',
  remark: 'Bemerkunggeheim',
  damage: 'Schadengeheim',
  said: 'Verlaufgeheim',
  letter: 'Briefgeheim',
  photo: 'Fotogeheim',
};
/** In the loan that stays. */
const kept = 'Bleibtdrin';

let server: TestServer;
let staff: ApiClient;
let teacher: ApiClient;
let kit: AssetLine;
let loan: Loan;
let thingPhoto: string;

beforeAll(async () => {
  server = await startTestServer();
  staff = await setUpStaff(server);
  ({ client: teacher } = await addTeacher(server, staff));
  [kit] = (await addThings(staff, 'kit', 1)) as [AssetLine];
});
afterAll(() => server.stop());

const ask = (contactName: string, contactEmail: string, wish: string) =>
  teacher.call(
    'requestLoan',
    {},
    {
      startsAt: Date.now() + 3_600_000,
      endsAt: Date.now() + 8 * 86_400_000,
      pupils: 21,
      lessons: [],
      contactName,
      contactEmail,
      contactPhone: marks.phone,
      wish,
    },
  );
const signature = {
  name: marks.signed,
  strokes: [[[1, 2] as [number, number], [30, 40] as [number, number]]],
};

it('a loan goes its way, and many write into it', async () => {
  const other = await ask(kept, 'bleibt@schule.example', kept);
  await staff.call('changeLoan', { loanId: other.id }, { version: other.version, contactPhone: '' });
  loan = await ask(marks.name, marks.email, marks.wish);
  const of = { loanId: loan.id };
  loan = await staff.call('changeLoan', of, { version: loan.version, note: marks.note });
  loan = await staff.call('reserveLoan', of, { version: loan.version, assetIds: [kit.id] });
  loan = await staff.call('packItem', of, { code: kit.code, packed: true });
  const signatures = { association: signature, school: signature };
  loan = await staff.call('handOverLoan', of, {
    ...{ version: loan.version, requestId: 'hand-over-1', withoutUnpacked: false },
    ...{ remarks: marks.remark, signatures },
  });
  await teacher.call('reportDamage', { code: kit.code }, { text: marks.damage, photoIds: [] });
  const photo = (query: object) =>
    staff.upload('addPhoto', {}, { ...query, note: marks.photo }, new Uint8Array(pngWithWords(2, 2)));
  await photo(of);
  ({ photoId: thingPhoto } = await photo({ ...of, assetId: kit.id }));
  const database = await peek(server.dataDir);
  await database.run(
    `insert into reminder (loan_id, stage, ends_at, state, sent_to, subject, text, at) values (?, 'due', ?, 'sent', ?, ?, ?, ?)`,
    ...[loan.id, loan.endsAt, marks.email, marks.letter, marks.letter, Date.now()],
  );
  await database.close();
  await staff.call('addNote', {}, { ...of, text: marks.said });
  expect(await refusalOf(staff.call('eraseLoan', of, { version: loan.version }))).toBe('loan-still-open');
  const items = [
    { itemId: loan.itemList[0]!.id, state: 'damaged' as const, remark: marks.remark, photoIds: [thingPhoto] },
  ];
  loan = await staff.call('returnItems', of, { requestId: 'return-1', items, parts: [] });
  expect(await refusalOf(staff.call('eraseLoan', of, { version: loan.version }))).toBe('loan-still-open');
  loan = await staff.call('signReturn', of, { requestId: 'sign-1', remarks: '', signatures });
  loan = await staff.call('restockLoan', of, { version: loan.version, refill: [] });
  const rows = await everyRow(server.dataDir);
  for (const mark of Object.values(marks)) expect(rows).toContain(mark);
});

it('erased by an admin, nothing of it is left in any row and any file, and what is counted stays', async () => {
  const year = new Date().getFullYear();
  const impact = () => staff.call('impact', {}, { year });
  const before = await impact();
  const paperId = loan.papers[0]!.id;
  expect(loan.papers.length).toBeGreaterThan(1);
  const erased = await staff.call('eraseLoan', { loanId: loan.id }, { version: loan.version });

  const rows = await everyRow(server.dataDir);
  for (const mark of Object.values(marks)) expect(rows.toLowerCase()).not.toContain(mark.toLowerCase());
  expect(await foundInFiles(server.dataDir, [...Object.values(marks), kept])).toEqual([kept]);
  expect(rows).toContain(kept);

  const same = (one: Loan) => ({
    ...{ number: one.number, state: one.state, school: one.school, pupils: one.pupils },
    ...{ startsAt: one.startsAt, endsAt: one.endsAt, codes: one.codes, items: one.items },
    things: one.itemList.map(({ asset, state, backAt }) => [asset.code, state, backAt]),
  });
  expect(same(erased)).toEqual(same(loan));
  expect(erased).toMatchObject({
    contactName: '',
    requestedBy: null,
    papers: [],
    erasedAt: expect.any(Number),
  });
  expect(await impact()).toEqual(before);
  expect(await refusalOf(staff.file('paper', { paperId }, {}))).toBe('paper-unknown');
});

it('its history says what happened and that the text is gone; a photo of the thing stays with the thing', async () => {
  const { entries } = await staff.call('history', {}, { loanId: loan.id });
  const [newest, ...older] = entries;
  expect(newest).toMatchObject({ kind: 'loan.erased', by: { name: 'Vera Verein' } });
  expect(older.map(({ kind }) => kind)).toContain('loan.handed-over');
  for (const { by, de, en } of older) expect([by, de, en]).toEqual([null, 'Text gelöscht', 'Text deleted']);
  expect((await staff.call('photos', {}, { loanId: loan.id })).photos).toEqual([]);
  const { photos } = await staff.call('photos', {}, { assetId: kit.id });
  expect(photos).toMatchObject([{ id: thingPhoto, note: '', by: null }]);
  expect((await teacher.call('photos', {}, { assetId: kit.id })).photos).toEqual([]);
});

it('is refused to whoever saw an older version, and to everybody but admins', async () => {
  const of = { loanId: loan.id };
  expect(await refusalOf(staff.call('eraseLoan', of, { version: 1 }))).toBe('loan-changed');
  expect(await refusalOf(teacher.call('eraseLoan', of, { version: loan.version }))).toBe('staff-only');
});

it('a note that names somebody can be erased by itself; that there was one stays', async () => {
  const note = await staff.call('addNote', {}, { assetId: kit.id, text: 'Herr Zettelgeheim rief an' });
  const erased = await staff.call('eraseEntry', { entryId: note.id }, {});
  expect(erased).toEqual({ ...note, de: 'Text gelöscht', en: 'Text deleted', erased: true });
  expect(await everyRow(server.dataDir)).not.toContain('Zettelgeheim');
  expect(await foundInFiles(server.dataDir, ['Zettelgeheim'])).toEqual([]);
  expect(await refusalOf(staff.call('eraseEntry', { entryId: 'none' }, {}))).toBe('entry-unknown');
});

it('who decides sees what other years would mean, and nothing happens before the next day', async () => {
  const now = await staff.call('retention', {}, {});
  expect(now).toMatchObject({ loanYears: 3, donationYears: 10, version: 0, erased: 1 });
  const shorter = await staff.call('retention', {}, { loanYears: 1 });
  expect(shorter).toMatchObject({ loanYears: 1, donationYears: 10, version: 0 });
  const years = { loanYears: 2, donationYears: 6 };
  expect(await staff.call('saveRetention', {}, { ...years, version: 0 })).toMatchObject({
    ...years,
    version: 1,
  });
  expect(await refusalOf(staff.call('saveRetention', {}, { ...years, version: 0 }))).toBe(
    'retention-changed',
  );
  for (const loanYears of [0, 11, 2.5])
    await expect(staff.call('saveRetention', {}, { ...years, loanYears, version: 1 })).rejects.toThrow();
});
