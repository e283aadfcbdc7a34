import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../../../provisioning/api-client.ts';
import { type Audience, endpointPath } from '../../../server/api/contract/endpoint.ts';
import {
  type Duty,
  endpoints,
  fileEndpoints,
  uploadEndpoints,
} from '../../../server/api/contract/endpoints.ts';
import type { Loan } from '../../../server/api/contract/lending/loans.ts';
import { refusalOf } from '../../support/school.ts';
import { addTeacher, setUpStaff, startTestServer, type TestServer, tokenOf } from '../../support/server.ts';
import { addThings } from '../../support/storeroom.ts';
import { pngWithWords } from '../lending/photo-files.ts';

/** The columns of the table of rights, in order. */
const roles = ['nobody', 'teacher', 'read-only', 'logistics', 'admin'] as const;
type Role = (typeof roles)[number];
type Rights = Readonly<Record<Role, string>>;

interface Subject {
  readonly method: string;
  readonly path: string;
  readonly audience: Audience;
  readonly ofOneself?: boolean;
}

/** Everything that the contract offers over HTTP, by name. */
const contract: ReadonlyMap<string, Subject> = new Map<string, Subject>([
  ...Object.entries(endpoints).map(([name, one]): [string, Subject] => [name, one]),
  ...Object.entries(fileEndpoints).map(([name, one]): [string, Subject] => [name, { ...one, method: 'GET' }]),
  ...Object.entries(uploadEndpoints).map(([name, one]): [string, Subject] => [
    name,
    { ...one, method: 'POST' },
  ]),
]);

/** The lines of the table in docs/security.md: what stands in backquotes in the first column, with the cells. */
function readTable(): { name: string; rights: Rights }[] {
  const text = readFileSync(join(import.meta.dirname, '../../../docs/security.md'), 'utf8');
  return text.split('\n').flatMap((line) => {
    const [, what = '', ...cells] = line.split('|').map((cell) => cell.trim());
    const rights = cells.slice(0, roles.length);
    if (rights.length < roles.length || !rights.every((cell) => ['yes', 'own', '–'].includes(cell)))
      return [];
    const named = Object.fromEntries(roles.map((role, index) => [role, rights[index]])) as Rights;
    return [...what.matchAll(/`([^`]+)`/g)].map(([, name = '']) => ({ name, rights: named }));
  });
}

const table = readTable();
const http = table.filter(({ name }) => !name.startsWith('/'));

/** Whom the contract lets in. */
function admitted({ audience, method, ofOneself }: Subject, role: Role): boolean {
  if (audience === 'everyone') return true;
  if (role === 'nobody') return false;
  if (role === 'read-only' && method !== 'GET' && !ofOneself) return false;
  if (audience === 'teacher') return true;
  if (role === 'teacher') return false;
  if (audience === 'staff' || role === 'admin') return true;
  return audience === 'logistics' && role === 'logistics';
}

const onePixel = new Uint8Array(pngWithWords(1, 1));

let server: TestServer;
const clients = new Map<Role, ApiClient>();
let otherTeacher: ApiClient;

beforeAll(async () => {
  server = await startTestServer();
  const admin = await setUpStaff(server);
  clients.set('nobody', new ApiClient(server.url));
  clients.set('admin', admin);
  clients.set('teacher', (await addTeacher(server, admin)).client);
  otherTeacher = (
    await addTeacher(server, admin, {
      name: 'Olga Andere',
      email: 'olga@andere.example',
      password: 'ein-drittes-passwort',
    })
  ).client;
  for (const duty of ['logistics', 'read-only'] as const) clients.set(duty, await addStaff(admin, duty));
});
afterAll(() => server.stop());

async function addStaff(admin: ApiClient, duty: Duty): Promise<ApiClient> {
  const { url } = await admin.call('invite', {}, { role: 'staff', schoolId: null, duty });
  const person = { name: duty, email: `${duty}@verein.example`, password: 'noch-ein-langes-passwort' };
  const client = new ApiClient(server.url);
  await client.call('acceptInvitation', { token: tokenOf(url) }, person);
  await client.signIn(person.email, person.password);
  return client;
}

/** The codes with which somebody is refused for who they are. */
const refusals = ['sign-in-needed', 'staff-only', 'admin-only', 'read-only'];

/** How the server answers this person, with parameters that name nothing: refused for who they are, or not. */
async function answer({ method, path }: Subject, role: Role): Promise<{ status: number; refused: boolean }> {
  const names = [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => [name, 'nothing'] as const);
  const response = await fetch(server.url + endpointPath(path, Object.fromEntries(names)), {
    method,
    headers: {
      connection: 'close',
      origin: server.url,
      cookie: clients.get(role)?.cookies ?? '',
      ...(method === 'GET' ? {} : { 'content-type': 'application/json' }),
    },
    ...(method === 'GET' ? {} : { body: '{}' }),
  });
  const text = await response.text();
  const refused = refusals.some((code) => text.includes(`"code":"${code}"`));
  return { status: response.status, refused };
}

describe('the table of rights in docs/security.md', () => {
  it('has one line for everything that the contract offers, and for nothing else', () => {
    expect(http.map(({ name }) => name).sort()).toEqual([...contract.keys()].sort());
  });

  it.each(http)('says of $name what the contract says', ({ name, rights }) => {
    const subject = contract.get(name)!;
    for (const role of roles) expect([role, rights[role] !== '–']).toEqual([role, admitted(subject, role)]);
  });

  it.each(roles)('is how the server answers: %s', { timeout: 120_000 }, async (role) => {
    const wrong: string[] = [];
    for (const { name, rights } of http) {
      const { status, refused } = await answer(contract.get(name)!, role);
      const expected = rights[role] === '–';
      const asSaid = expected ? refused && status === (role === 'nobody' ? 401 : 403) : !refused;
      if (!asSaid) wrong.push(`${name}: ${status}${refused ? ', refused' : ''}`);
    }
    expect(wrong).toEqual([]);
  });

  it.each(table.filter(({ name }) => name === '/teacher' || name === '/association'))(
    'is how the live connection $name answers',
    async ({ name, rights }) => {
      for (const role of roles) {
        const socket = io(server.url + name, {
          forceNew: true,
          transports: ['websocket'],
          reconnection: false,
          extraHeaders: { cookie: clients.get(role)?.cookies ?? '', origin: server.url },
        });
        const connected = await new Promise<boolean>((resolve) => {
          socket.once('connect', () => resolve(true));
          socket.once('connect_error', () => resolve(false));
        });
        socket.disconnect();
        expect([role, connected]).toEqual([role, rights[role] !== '–']);
      }
    },
  );
});

describe('what belongs to a school', () => {
  const wish = {
    startsAt: Date.now() + 86_400_000,
    endsAt: Date.now() + 8 * 86_400_000,
    pupils: 12,
    lessons: [],
    wish: '',
    contactName: 'Theo Lehrer',
    contactEmail: '',
    contactPhone: '',
  };

  async function handOver(staff: ApiClient, loanId: string, code: string): Promise<Loan> {
    const { version } = await staff.call('packItem', { loanId }, { code, packed: true });
    const signatures = { association: null, school: null };
    const requestId = `hand-over-${loanId}`;
    const body = { version, requestId, withoutUnpacked: false, remarks: '', signatures };
    return staff.call('handOverLoan', { loanId }, body);
  }

  /** A kit that is out with the teacher's school. */
  async function lendKit() {
    const [staff, teacher] = [clients.get('admin')!, clients.get('teacher')!];
    const [kit] = await addThings(staff, 'kit', 1, { place: 'Regal 3' });
    const asked = await teacher.call('requestLoan', {}, wish);
    const params = { loanId: asked.id };
    await staff.call('reserveLoan', params, { version: asked.version, assetIds: [kit!.id] });
    return { staff, teacher, loan: await handOver(staff, asked.id, kit!.code), kit: kit! };
  }

  it('is refused to the teachers of other schools, as if it did not exist', async () => {
    const teacher = clients.get('teacher')!;
    const loan = await teacher.call('requestLoan', {}, wish);
    const params = { loanId: loan.id };
    expect((await teacher.call('loan', params, {})).id).toBe(loan.id);
    expect(await refusalOf(otherTeacher.call('loan', params, {}))).toBe('loan-unknown');
    expect((await otherTeacher.call('myLoans', {}, {})).loans).toEqual([]);
    const cancelled = otherTeacher.call('cancelMyLoan', params, { version: loan.version, reason: 'Nein' });
    expect(await refusalOf(cancelled)).toBe('loan-unknown');
    // Nothing has happened to it.
    expect((await teacher.call('loan', params, {})).state).toBe('requested');
  });

  it('is also a thing that was lent to it, its papers and its photos', async () => {
    const { staff, teacher, loan, kit } = await lendKit();
    const { photoId } = await teacher.upload('addPhoto', {}, { assetId: kit.id }, onePixel);
    const paperId = loan.papers[0]!.id;
    const code = { code: kit.code };
    const report = { text: 'Kratzer', photoIds: [] };
    const looks = (client: ApiClient) => [
      client.file('paper', { paperId }, {}),
      client.file('paperPreview', { loanId: loan.id, kind: 'agreement' }, {}),
      client.file('photo', { photoId }, {}),
      client.call('thing', code, {}),
      client.call('reportDamage', code, report),
      client.upload('addPhoto', {}, { loanId: loan.id }, onePixel),
    ];
    await Promise.all(looks(teacher));
    const before = (await staff.call('history', {}, { loanId: loan.id })).entries.length;
    expect(await Promise.all(looks(otherTeacher).map(refusalOf))).toEqual([
      ...['paper-unknown', 'loan-unknown', 'photo-unknown'],
      ...['thing-elsewhere', 'thing-elsewhere', 'thing-unknown'],
    ]);
    for (const of of [{ loanId: loan.id }, { assetId: kit.id }]) {
      expect((await otherTeacher.call('photos', {}, of)).photos).toEqual([]);
      expect((await teacher.call('photos', {}, of)).photos).not.toEqual([]);
    }
    expect((await staff.call('history', {}, { loanId: loan.id })).entries).toHaveLength(before);
  });

  it('is not told to the school that had a thing before: neither who has it now, nor who gets it next', async () => {
    const { staff, teacher, loan, kit } = await lendKit();
    const { school } = await otherTeacher.call('me', {}, {});
    await staff.call('saveSchool', { schoolId: school!.id }, { name: 'Nachbarschule' });
    const span = { startsAt: loan.endsAt + 3_600_000, endsAt: loan.endsAt + 86_400_000 };
    const asked = { ...wish, ...span, kind: 'loan', schoolId: school!.id, note: '' } as const;
    const next = await staff.call('addLoan', {}, asked);
    const params = { loanId: next.id };
    await staff.call('reserveLoan', params, { version: next.version, assetIds: [kit.id] });
    const seen = async (client: ApiClient) =>
      JSON.stringify(await client.call('loan', { loanId: loan.id }, {}));
    expect(await seen(teacher)).not.toContain('Nachbarschule');
    expect(await seen(staff)).toContain('Nachbarschule');

    const items = loan.itemList.map(({ id }) => ({
      ...{ itemId: id, state: 'back' as const, remark: '', photoIds: [] },
    }));
    await staff.call('returnItems', { loanId: loan.id }, { requestId: `back-${loan.id}`, items, parts: [] });
    await handOver(staff, next.id, kit.code);
    expect(await seen(teacher)).not.toContain('Nachbarschule');
    expect(await seen(teacher)).not.toContain(next.id);
    expect(JSON.stringify(await teacher.call('myLoans', {}, {}))).not.toContain('Nachbarschule');
    expect(await seen(staff)).toContain('Nachbarschule');
  });

  it('is asked for in the own school’s name, whichever school the request names', async () => {
    const teacher = clients.get('teacher')!;
    const { school } = await otherTeacher.call('me', {}, {});
    const loan = await teacher.call('requestLoan', {}, { ...wish, schoolId: school!.id });
    expect(loan.school.id).not.toBe(school!.id);
  });
});

describe('duties', () => {
  it('of staff are given by admins alone, and so are invitations to the team', async () => {
    const logistics = clients.get('logistics')!;
    const invited = logistics.call('invite', {}, { role: 'staff', schoolId: null, duty: 'admin' });
    expect(await refusalOf(invited)).toBe('admin-only');
  });
});
