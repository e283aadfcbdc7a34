import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../../../provisioning/api-client.ts';
import {
  addTeacher,
  setUpStaff,
  staffMember,
  startTestServer,
  type TestServer,
  teacher,
  temporaryFolder,
  tokenOf,
} from '../../support/server.ts';

describe('the first start', () => {
  it('gives a set-up link that works once; a new start gives a new one, and the old one is dead', async () => {
    const dataDir = await temporaryFolder();
    let server = await startTestServer({ dataDir });
    const old = tokenOf(server.setupUrl ?? '');
    await server.stop();
    server = await startTestServer({ dataDir });
    const fresh = tokenOf(server.setupUrl ?? '');
    const visitor = new ApiClient(server.url);
    await expect(visitor.call('invitation', { token: old }, {})).rejects.toMatchObject({
      problem: { code: 'invitation-unknown', status: 404 },
    });
    expect(await visitor.call('invitation', { token: fresh }, {})).toEqual({
      role: 'staff',
      duty: 'admin',
      school: null,
    });
    await visitor.call('acceptInvitation', { token: fresh }, staffMember);
    await expect(visitor.call('acceptInvitation', { token: fresh }, teacher)).rejects.toMatchObject({
      problem: { code: 'invitation-used', status: 410 },
    });
    await server.stop();
    server = await startTestServer({ dataDir });
    expect(server.setupUrl).toBeNull();
    await server.stop();
    await rm(dataDir, { recursive: true });
  });
});

describe('accounts', () => {
  let server: TestServer;
  let staff: ApiClient;
  beforeAll(async () => {
    server = await startTestServer();
    staff = await setUpStaff(server);
  });
  afterAll(() => server.stop());

  it('lets staff invite a teacher, who signs in and is of that school', async () => {
    const { client, schoolId } = await addTeacher(server, staff);
    expect(await client.call('me', {}, {})).toEqual({
      id: expect.any(String),
      name: teacher.name,
      email: teacher.email,
      role: 'teacher',
      duty: null,
      school: { id: schoolId, name: 'Testschule', city: 'Mainz' },
    });
    expect(await staff.call('me', {}, {})).toMatchObject({ role: 'staff', school: null });
  });

  it('keeps an invitation for who finds the e-mail address taken', async () => {
    const { url } = await staff.call('invite', {}, { role: 'staff', schoolId: null });
    const token = tokenOf(url);
    const visitor = new ApiClient(server.url);
    const taken = visitor.call(
      'acceptInvitation',
      { token },
      { ...teacher, email: staffMember.email.toUpperCase() },
    );
    await expect(taken).rejects.toMatchObject({ problem: { code: 'email-taken', status: 409 } });
    expect(
      await visitor.call('acceptInvitation', { token }, { ...teacher, email: 'Neu@Verein.example' }),
    ).toEqual({ email: 'neu@verein.example' });
    await visitor.signIn('NEU@verein.example', teacher.password);
    expect(await visitor.call('me', {}, {})).toMatchObject({ email: 'neu@verein.example', role: 'staff' });
  });

  it('makes one account when one link is used twice at once', async () => {
    const { url } = await staff.call('invite', {}, { role: 'staff', schoolId: null });
    const accept = (email: string) =>
      new ApiClient(server.url).call('acceptInvitation', { token: tokenOf(url) }, { ...teacher, email });
    const outcomes = await Promise.allSettled([accept('a@verein.example'), accept('b@verein.example')]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it.each([
    ['teacher', null, 'school-does-not-fit-role'],
    ['teacher', 'nowhere', 'school-unknown'],
    ['staff', 'nowhere', 'school-does-not-fit-role'],
  ] as const)('refuses to invite %s for school %s', async (role, schoolId, code) => {
    await expect(staff.call('invite', {}, { role, schoolId })).rejects.toMatchObject({ problem: { code } });
  });

  it.each([
    [{ name: ' ' }, 'name-invalid'],
    [{ email: 'vera' }, 'email-invalid'],
    [{ password: 'short' }, 'password-invalid'],
    [{ password: 'x'.repeat(129) }, 'password-invalid'],
  ])('tells which field of a new account is wrong: %j', async (field, code) => {
    const { url } = await staff.call('invite', {}, { role: 'staff', schoolId: null });
    const response = await post(server, `/api/invitations/${tokenOf(url)}/accept`, { ...teacher, ...field });
    expect([response.status, await response.json()]).toMatchObject([400, { code }]);
  });

  it('sets a cookie that scripts and other sites can’t have, for this host by whatever name', async () => {
    const response = await post(server, '/api/auth/sign-in/email', {
      email: staffMember.email,
      password: staffMember.password,
    });
    expect(response.headers.getSetCookie()[0]).toMatch(
      /^steckbrett\.session_token=[^;]+; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/,
    );
  });

  it('sets a secure cookie when the public address is https', async () => {
    const secure = await startTestServer({ environment: { PUBLIC_URL: 'https://pi.example.org' } });
    await new ApiClient(secure.url).call(
      'acceptInvitation',
      { token: tokenOf(secure.setupUrl ?? '') },
      staffMember,
    );
    const body = { email: staffMember.email, password: staffMember.password };
    const response = await post(secure, '/api/auth/sign-in/email', body, {
      origin: 'https://pi.example.org',
    });
    expect(response.headers.getSetCookie()[0]).toMatch(/^__Secure-steckbrett\.session_token=.*; Secure;/);
    await secure.stop();
  });

  it('ends a session when its person signs out', async () => {
    const client = new ApiClient(server.url);
    await client.signIn(staffMember.email, staffMember.password);
    const signedIn = client.cookies;
    const headers = { cookie: signedIn, origin: server.url };
    expect((await fetch(`${server.url}/api/me`, { headers })).status).toBe(200);
    const out = await post(server, '/api/auth/sign-out', {}, headers);
    expect([out.status, out.headers.getSetCookie()[0]]).toEqual([200, expect.stringContaining('Max-Age=0')]);
    expect((await fetch(`${server.url}/api/me`, { headers })).status).toBe(401);
  });

  it('answers wrong passwords and unknown people alike, and after ten of them nothing', async () => {
    const attempt = (email: string) =>
      post(server, '/api/auth/sign-in/email', { email, password: 'not-this-one' });
    const unknown = await attempt('nobody@verein.example');
    const wrong = await attempt(staffMember.email);
    expect([wrong.status, await wrong.json()]).toEqual([unknown.status, await unknown.json()]);
    const codes: number[] = [];
    for (let count = 0; count < 12; count++) codes.push((await attempt('guess@verein.example')).status);
    expect(codes).toEqual([...Array<number>(10).fill(401), 429, 429]);
    expect((await attempt(staffMember.email)).status).toBe(401);
  });

  it('counts guesses that come all at once, too', async () => {
    const guess = () =>
      post(server, '/api/auth/sign-in/email', { email: 'flood@verein.example', password: 'not-this-one' });
    const answers = await Promise.all(Array.from({ length: 30 }, guess));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(10);
  });

  it.each([
    ['sign-up/email', { name: 'M', email: 'm@example.org', password: 'my-own-password', role: 'staff' }],
    ['update-user', { role: 'staff' }],
    ['get-session', {}],
  ])('does not open better-auth’s %s', async (route, body) => {
    expect((await post(server, `/api/auth/${route}`, body)).status).toBe(404);
  });

  it.each(['{"email":1}', '{}', '[]', '{"email":"a@b.de"}'])('refuses to sign in with %s', async (body) => {
    const response = await fetch(`${server.url}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    expect([response.status, await response.json()]).toMatchObject([401, { code: 'sign-in-wrong' }]);
  });
});

function post(
  server: { url: string },
  path: string,
  body: object,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(server.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}
