import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../../../provisioning/api-client.ts';
import type { Duty } from '../../../server/api/contract/endpoints.ts';
import { everyRow, foundInFiles, peek } from '../../support/databases.ts';
import { connectTeacher } from '../../support/pupil.ts';
import { refusalOf } from '../../support/school.ts';
import {
  addTeacher,
  setUpStaff,
  staffMember,
  startTestServer,
  type TestServer,
  tokenOf,
} from '../../support/server.ts';
import { addThings } from '../../support/storeroom.ts';
import { pngWithWords } from '../lending/photo-files.ts';

let server: TestServer;
let admin: ApiClient;

beforeAll(async () => {
  server = await startTestServer();
  admin = await setUpStaff(server);
});
afterAll(() => server.stop());

const password = 'ein-langes-passwort-42';

/** A new member of staff, signed in. */
async function addStaff(name: string, duty: Duty) {
  const { url } = await admin.call('invite', {}, { role: 'staff', schoolId: null, duty });
  const client = new ApiClient(server.url);
  const email = `${name.toLowerCase().replace(/\W+/g, '.')}@verein.example`;
  await client.call('acceptInvitation', { token: tokenOf(url) }, { name, email, password });
  await client.signIn(email, password);
  return { client, email, id: (await client.call('me', {}, {})).id };
}

/** A new teacher of a new school, signed in. */
async function addTeacherNamed(name: string) {
  const email = `${name.toLowerCase().replace(/\W+/g, '.')}@schule.example`;
  const { client, schoolId } = await addTeacher(server, admin, { name, email, password });
  return { client, email, schoolId, id: (await client.call('me', {}, {})).id };
}

/** Where a text stands, in rows and in files. */
async function stands(...texts: string[]): Promise<string[]> {
  const rows = (await everyRow(server.dataDir)).toLowerCase();
  const found = await foundInFiles(
    server.dataDir,
    texts.flatMap((text) => [text, text.toLowerCase()]),
  );
  return [
    ...texts.filter((text) => rows.includes(text.toLowerCase())).map((text) => `row: ${text}`),
    ...found,
  ];
}

const request = (more: object = {}) => ({
  startsAt: Date.now() + 3_600_000,
  endsAt: Date.now() + 86_400_000,
  pupils: 12,
  lessons: [],
  wish: '',
  contactName: 'Sekretariat',
  contactEmail: 'post@schule.example',
  contactPhone: '',
  ...more,
});

describe('an account that an admin deletes', { timeout: 180_000 }, () => {
  it('is in no row and no file any more, its sessions end at once, and what it did was done by a deleted account', async () => {
    const gone = await addStaff('Ulrike Weggang', 'logistics');
    const [kit] = await addThings(gone.client, 'kit', 1, { place: 'Regal 9' });
    await gone.client.call('addNote', {}, { assetId: kit!.id, text: 'Deckel klemmt' });
    await gone.client.upload('addPhoto', {}, { assetId: kit!.id }, new Uint8Array(pngWithWords(1, 1)));
    await gone.client.call('startStocktake', {}, { place: 'Regal 9' });
    const { url } = await gone.client.call(
      'invite',
      {},
      { role: 'teacher', schoolId: (await addTeacherNamed('Da Bleibt')).schoolId },
    );
    const socket = await connectTeacher(server.url, gone.client.cookies);
    const closed = new Promise((done) => socket.on('disconnect', done));
    expect(await stands('Ulrike Weggang', gone.email)).not.toEqual([]);
    expect(await admin.call('personLeaving', { personId: gone.id }, {})).toEqual({
      ...{ runningClasses: 0, endedClasses: 0, openLoans: 0, openInvitations: 1, lastAdmin: false },
    });

    await admin.call('removePerson', { personId: gone.id }, {});
    await closed;
    socket.disconnect();
    expect(await refusalOf(gone.client.call('me', {}, {}))).toBe('sign-in-needed');
    expect(await stands('Ulrike Weggang', gone.email, gone.id)).toEqual([]);
    const { entries } = await admin.call('history', {}, { assetId: kit!.id });
    expect(entries.find(({ kind }) => kind === 'note')).toMatchObject({
      de: 'Deckel klemmt',
      by: { id: 'deleted-account', name: 'gelöschtes Konto' },
    });
    expect((await admin.call('photos', {}, { assetId: kit!.id })).photos).toMatchObject([
      { by: { id: 'deleted-account' } },
    ]);
    expect((await admin.call('stocktakes', {}, {})).stocktakes[0]).toMatchObject({
      startedBy: { id: 'deleted-account' },
    });
    // A link that they made opens nothing.
    expect(await refusalOf(new ApiClient(server.url).call('invitation', { token: tokenOf(url) }, {}))).toBe(
      'invitation-unknown',
    );
    expect(await refusalOf(admin.call('removePerson', { personId: gone.id }, {}))).toBe('person-unknown');
    await expect(new ApiClient(server.url).signIn(gone.email, password)).rejects.toThrow();
  });

  it('stays while a class runs; what has ended goes with it', async () => {
    const gone = await addTeacherNamed('Bodo Klassenlos');
    const running = await gone.client.call('startClass', {}, { lessonId: 'blink', name: 'Laufendeklasse' });
    const ended = await gone.client.call('startClass', {}, { lessonId: 'blink', name: 'Altklasse' });
    await gone.client.call('endClass', { classId: ended.id }, { keepDays: 30 });
    const remove = () => admin.call('removePerson', { personId: gone.id }, {});
    expect(await admin.call('personLeaving', { personId: gone.id }, {})).toMatchObject({
      runningClasses: 1,
      endedClasses: 1,
    });
    expect(await refusalOf(remove())).toBe('person-has-classes');
    expect(await everyRow(server.dataDir)).toContain('Altklasse');
    await admin.call('endClass', { classId: running.id }, {});
    await remove();
    expect(await stands('Bodo Klassenlos', gone.email, gone.id, 'Altklasse', 'Laufendeklasse')).toEqual([]);
  });

  it('stays in a loan as its contact until the loan’s time is over', async () => {
    const gone = await addTeacherNamed('Carla Kontakt');
    const contact = { contactName: 'Carla Kontakt', contactEmail: gone.email };
    const { id: loanId } = await gone.client.call('requestLoan', {}, request(contact));
    expect(await gone.client.call('leaving', {}, {})).toMatchObject({ openLoans: 1 });
    await admin.call('removePerson', { personId: gone.id }, {});
    let loan = await admin.call('loan', { loanId }, {});
    expect(loan).toMatchObject({ ...contact, requestedBy: { id: 'deleted-account' } });
    expect(await everyRow(server.dataDir)).not.toContain(gone.id);
    loan = await admin.call('declineLoan', { loanId }, { version: loan.version, reason: '' });
    await admin.call('eraseLoan', { loanId }, { version: loan.version });
    expect(await stands('Carla Kontakt', gone.email)).toEqual([]);
  });
});

describe('one’s own account', { timeout: 180_000 }, () => {
  it.each(['logistics', 'read-only'] as const)(
    'is deleted with the password alone, also of %s',
    async (duty) => {
      const gone = await addStaff(`Selbst ${duty}`, duty);
      expect(await refusalOf(gone.client.call('deleteMe', {}, { password: 'nicht-dieses-passwort' }))).toBe(
        'password-wrong',
      );
      expect((await gone.client.call('me', {}, {})).id).toBe(gone.id);
      await gone.client.call('deleteMe', {}, { password });
      expect(await refusalOf(gone.client.call('me', {}, {}))).toBe('sign-in-needed');
      expect(await stands(gone.email, gone.id)).toEqual([]);
    },
  );

  it('is not for guessing passwords', async () => {
    const gone = await addStaff('Rate Mal', 'logistics');
    const codes: string[] = [];
    for (let tries = 0; tries < 11; tries += 1)
      codes.push(await refusalOf(gone.client.call('deleteMe', {}, { password: 'x' })));
    expect(codes.at(0)).toBe('password-wrong');
    expect(codes.at(-1)).toBe('too-many-attempts');
    expect(await refusalOf(gone.client.call('deleteMe', {}, { password }))).toBe('too-many-attempts');
  });

  it('of the last admin stays, whoever asks; so it does of two who ask at once', async () => {
    const me = await admin.call('me', {}, {});
    expect(await admin.call('leaving', {}, {})).toMatchObject({ lastAdmin: true });
    expect(await refusalOf(admin.call('deleteMe', {}, { password: staffMember.password }))).toBe(
      'last-admin',
    );
    expect(await refusalOf(admin.call('removePerson', { personId: me.id }, {}))).toBe('person-oneself');
    const second = await addStaff('Zweite Leitung', 'admin');
    const outcomes = await Promise.allSettled([
      admin.call('removePerson', { personId: second.id }, {}),
      second.client.call('changeDuty', { personId: me.id }, { duty: 'logistics' }),
    ]);
    expect(outcomes.map(({ status }) => status)).toContain('fulfilled');
    const database = await peek(server.dataDir);
    expect(await database.run(`select id from person where duty = 'admin'`)).toHaveLength(1);
    await database.run(`update person set duty = 'admin' where id = ?`, me.id);
    await database.close();
  });
});

describe('what is stored about oneself', { timeout: 180_000 }, () => {
  it('is one file with the account, loans, letters, history, notes and photos, and nothing that opens a door', async () => {
    const me = await addTeacherNamed('Nora Auskunft');
    const other = await addTeacherNamed('Egon Anders');
    const { id: loanId } = await me.client.call('requestLoan', {}, request({ wish: 'Bitte mit Kabeln' }));
    await other.client.call('requestLoan', {}, request({ wish: 'Anderswunsch' }));
    await admin.call(
      'addLoan',
      {},
      {
        ...request({ contactName: 'Nora', contactEmail: me.email.toUpperCase() }),
        ...{ kind: 'donation', schoolId: me.schoolId, note: 'Rief an' },
      },
    );
    await admin.call(
      'saveSchool',
      { schoolId: me.schoolId },
      { contacts: [{ name: 'Nora', duty: 'IT', email: me.email, phone: '1' }] },
    );
    await me.client.call('startClass', {}, { lessonId: 'blink', name: '7b' });
    await me.client.upload(
      'addPhoto',
      {},
      { loanId, note: 'So sah es aus' },
      new Uint8Array(pngWithWords(1, 1)),
    );
    const { bytes } = await me.client.file('myData', {}, {});
    const text = Buffer.from(bytes).toString();
    const told = JSON.parse(text);
    expect(told).toMatchObject({
      konto: { name: 'Nora Auskunft', email: me.email, rolle: 'teacher', schule: 'Testschule, Mainz' },
      anmeldungen: [{ browser: expect.anything() }],
      klassen: [{ name: '7b', lektion: 'blink' }],
      kontakt_von_schulen: [{ name: 'Nora', aufgabe: 'IT' }],
      leihen: [
        { angefragt_von_ihnen: true, wunsch: 'Bitte mit Kabeln' },
        { art: 'Spende', angefragt_von_ihnen: false, notiz_des_vereins: 'Rief an' },
      ],
      fotos: [{ notiz: 'So sah es aus' }],
    });
    expect(told.verlauf.map(({ art }: { art: string }) => art)).toContain('loan.requested');
    expect(text).not.toContain('Anderswunsch');
    const database = await peek(server.dataDir);
    for (const { password: hash } of await database.run('select password from person_account'))
      expect(text).not.toContain(String(hash));
    for (const { token } of await database.run('select token from person_session'))
      expect(text).not.toContain(String(token));
    await database.close();
  });
});
