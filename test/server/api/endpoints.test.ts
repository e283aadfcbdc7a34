import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient } from '../../../provisioning/api-client.ts';
import { endpoints, fileEndpoints, uploadEndpoints } from '../../../server/api/contract/endpoints.ts';
import { problemDetailsSchema } from '../../../server/api/contract/problem-details.ts';
import { peek } from '../../support/databases.ts';
import { addTeacher, setUpStaff, startTestServer, type TestServer } from '../../support/server.ts';

describe('the HTTP API', () => {
  let server: TestServer;
  let teacher: ApiClient;
  beforeAll(async () => {
    server = await startTestServer();
    teacher = (await addTeacher(server, await setUpStaff(server))).client;
  });
  afterAll(() => server.stop());

  const adults = Object.values(endpoints).filter(
    ({ audience }) => audience === 'teacher' || audience === 'staff',
  );
  it.each(adults.map((one) => [one.method, one.path]))(
    'asks who is there before %s %s',
    async (method, path) => {
      const response = await fetch(server.url + path.replace(/:\w+/g, 'x'), { method });
      await expectProblem(response, 401, 'sign-in-needed');
    },
  );

  const staffOnly = adults.filter(({ audience }) => audience === 'staff');
  it.each(staffOnly.map((one) => [one.method, one.path]))('refuses teachers %s %s', async (method, path) => {
    const headers = { cookie: teacher.cookies, origin: server.url };
    await expectProblem(await fetch(server.url + path, { method, headers }), 403, 'staff-only');
  });

  it('has every endpoint of the contract in service', async () => {
    for (const { method, path } of Object.values(endpoints)) {
      const response = await fetch(server.url + path.replace(/:\w+/g, 'x'), { method });
      expect(await response.text(), `${method} ${path}`).not.toContain('endpoint-unknown');
    }
  });

  const bad: [
    title: string,
    method: string,
    path: string,
    body: string | null,
    status: number,
    code: string,
  ][] = [
    ['what is no endpoint', 'GET', '/api/nothing', null, 404, 'endpoint-unknown'],
    ['half a body', 'POST', '/api/seats', '{"code":', 400, 'request-unreadable'],
    ['null', 'POST', '/api/seats', 'null', 400, 'request-unreadable'],
    ['an array', 'POST', '/api/seats', '[]', 400, 'request-invalid'],
    ['a body of 70 kB', 'POST', '/api/seats', `{"code":"${'x'.repeat(70_000)}"}`, 413, 'body-too-large'],
    ['a nickname of 500 characters', 'POST', '/api/seats', seat('x'.repeat(500)), 400, 'nickname-invalid'],
    ['a nickname with markup', 'POST', '/api/seats', seat('<b>Bär</b>'), 400, 'nickname-invalid'],
    [
      'a prototype',
      'POST',
      '/api/seats',
      '{"__proto__":{"code":"K7F-3XM"},"nickname":"Bär"}',
      400,
      'code-invalid',
    ],
    ['an unknown code', 'POST', '/api/seats', seat('Bär'), 404, 'class-code-unknown'],
    ['an unknown language', 'GET', '/api/lessons/fr', null, 400, 'request-invalid'],
    ['a broken escape', 'GET', '/api/lessons/%E0%A4%A', null, 400, 'request-unreadable'],
  ];
  it.each(bad)('answers %s with a problem', async (_title, method, path, body, status, code) => {
    const headers = { 'content-type': 'application/json' };
    await expectProblem(await fetch(server.url + path, { method, headers, body }), status, code);
  });

  it('does not take bodies of other types, which forms of other sites could send', async () => {
    const headers = { 'content-type': 'text/plain' };
    const body = '{"code":"K7F-3XM","nickname":"Bär"}';
    await expectProblem(
      await fetch(`${server.url}/api/seats`, { method: 'POST', headers, body }),
      400,
      'code-invalid',
    );
  });

  const foreign = ['http://evil.example', 'null', 'http://localhost:1', 'not a url'];
  it.each(foreign)('refuses what changes something and comes from a page of %s', async (origin) => {
    const headers = { origin, cookie: teacher.cookies };
    await expectProblem(
      await fetch(`${server.url}/api/classes`, { method: 'POST', headers }),
      403,
      'origin-foreign',
    );
  });

  it.each(['same-site', 'cross-site'])(
    'refuses a request without Origin that a browser calls %s',
    async (site) => {
      const headers = { 'sec-fetch-site': site, cookie: teacher.cookies };
      await expectProblem(
        await fetch(`${server.url}/api/classes`, { method: 'POST', headers }),
        403,
        'origin-foreign',
      );
    },
  );

  it('takes requests of its own pages under whatever name they were opened', async () => {
    const response = await fetch(`http://localhost:${server.port}/api/classes`, {
      method: 'POST',
      headers: {
        origin: `http://localhost:${server.port}`,
        cookie: teacher.cookies,
        'content-type': 'application/json',
      },
      body: '{"lessonId":"blink","name":"3b"}',
    });
    expect(response.status).toBe(200);
  });

  it('hides what went wrong inside, and logs it', async () => {
    const broken = await startTestServer();
    await breakDatabase(broken);
    const response = await fetch(`${broken.url}/api/invitations/x`);
    const text = await response.text();
    expect(response.status).toBe(500);
    expect(JSON.parse(text)).toMatchObject({ code: 'internal-error' });
    expect(text).not.toMatch(/sql|node_modules|at /i);
    expect(broken.log).toContainEqual(expect.objectContaining({ msg: 'request failed' }));
    await broken.stop();
  });

  it('limits guesses of class codes, and lets a class of forty join meanwhile from one address', async () => {
    const crowded = await startTestServer();
    const { client } = await addTeacher(crowded, await setUpStaff(crowded));
    const { code } = await client.call('startClass', {}, { lessonId: 'blink', name: '3b' });
    const join = (with_: string, nickname: string) =>
      fetch(`${crowded.url}/api/seats`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ code: with_, nickname }),
      });
    const mistyped = await Promise.all(Array.from({ length: 15 }, () => join('AAA-AAA', 'Maus')));
    expect(new Set(mistyped.map(({ status }) => status))).toEqual(new Set([404]));
    const silly = await Promise.all(Array.from({ length: 50 }, () => join(code, '<b>')));
    expect(new Set(silly.map(({ status }) => status))).toEqual(new Set([400]));
    const joined = await Promise.all(
      Array.from({ length: 40 }, (_, index) => join(code, `Kind ${index + 1}`)),
    );
    expect(joined.map(({ status }) => status)).toEqual(Array(40).fill(200));
    const guesses: number[] = [];
    for (let count = 0; count < 40; count++) guesses.push((await join('BBB-BBB', 'Dieb')).status);
    expect(guesses.slice(-10)).toEqual(Array(10).fill(429));
    await expectProblem(await join('BBB-BBB', 'Dieb'), 429, 'too-many-attempts');
    expect((await join(code, 'Spät')).status).toBe(200);
    await crowded.stop();
  });

  it('describes itself as OpenAPI 3.1', async () => {
    const document = await (await fetch(`${server.url}/api/openapi.json`)).json();
    expect(document).toMatchObject({ openapi: '3.1.0', info: { title: 'Steckbrett' } });
    const described = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods as object).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const contract = [
      ...Object.values(endpoints),
      ...Object.values(fileEndpoints).map(({ path }) => ({ method: 'GET', path })),
      ...Object.values(uploadEndpoints).map(({ path }) => ({ method: 'POST', path })),
    ].map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`);
    expect(described.sort()).toEqual(contract.sort());
    expect(document.paths['/api/seats'].post.requestBody.content['application/json'].schema.required).toEqual(
      ['code', 'nickname'],
    );
  });
});

function seat(nickname: string): string {
  return JSON.stringify({ code: 'K7F-3XM', nickname });
}

async function expectProblem(response: Response, status: number, code: string): Promise<void> {
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  const details = problemDetailsSchema.parse(await response.json());
  expect(details).toMatchObject({ status, code, type: `about:steckbrett/${code}` });
  expect(response.status).toBe(status);
}

/** Takes a table away beneath the running server. */
async function breakDatabase(server: TestServer): Promise<void> {
  const database = await peek(server.dataDir);
  await database.run('drop table invitation');
  await database.close();
}
