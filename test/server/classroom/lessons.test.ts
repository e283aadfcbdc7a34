import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../../../provisioning/api-client.ts';
import { staffMember } from '../../support/classroom.ts';
import { makeCatalog } from '../../support/lessons.ts';
import { refusalOf } from '../../support/school.ts';
import { startTestServer, type TestServer } from '../../support/server.ts';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const catalog = makeCatalog('Light', 'Alarm');
let server: TestServer;
let anybody: ApiClient;

beforeAll(async () => {
  catalog.write('01-light/lamp.png', png);
  catalog.write('01-light/other.png', png);
  for (const language of ['de', 'en']) {
    const file = `01-light/lesson.${language}.md`;
    catalog.write(
      file,
      catalog.read(file).replace('\n## ', '\n## ').replace('```hint', '![Lamp](lamp.png)\n\n```hint'),
    );
  }
  server = await startTestServer({ environment: { LESSONS_DIR: catalog.folder } });
  anybody = new ApiClient(server.url);
});
afterAll(async () => {
  await server.stop();
  catalog.delete();
});

describe('the list of lessons', () => {
  it('tells of each lesson what a card shows, and no step', async () => {
    const { lessons } = await anybody.call('lessons', { language: 'en' }, {});
    expect(lessons.map(({ id, title, stepCount }) => [id, title, stepCount])).toEqual([
      ['light', 'Light', 2],
      ['alarm', 'Alarm', 2],
    ]);
    expect(JSON.stringify(lessons)).not.toContain('steckbrett_start');
  });
});

describe('a lesson', () => {
  it('comes with steps, goals and starter, in the language that was asked for', async () => {
    const [de, en] = await Promise.all(
      (['de', 'en'] as const).map((language) => anybody.call('lesson', { language, lessonId: 'light' }, {})),
    );
    expect(de?.steps.map(({ title }) => title)).toEqual(['Licht an!', 'Länger hell']);
    expect(en?.steps.map(({ title }) => title)).toEqual(['Light on!', 'Bright for longer']);
    expect(de?.goals).toMatchObject({ long: { kind: 'reached' } });
  });

  it('comes without its solution, its wrong programs and its notes', async () => {
    const told = await anybody.call('lesson', { language: 'en', lessonId: 'light' }, {});
    expect(Object.keys(told)).not.toEqual(expect.arrayContaining(['solution']));
    const text = await (await fetch(`${server.url}/api/lessons/en/light`)).text();
    expect(text).not.toContain('Waits before the light instead of after');
    expect(text).not.toContain('Wire only while');
  });

  it.each([
    ['of another id', 'none'],
    ['that is a path', '../light'],
    ['that is a name of every object', 'constructor'],
  ])('%s is refused with a sentence', async (_, lessonId) => {
    expect(await refusalOf(anybody.call('lesson', { language: 'de', lessonId }, {}))).toBe('lesson-unknown');
  });
});

describe('the notes for teachers', () => {
  const notes = (who: ApiClient, lessonId = 'light') =>
    who.call('lessonNotes', { language: 'en', lessonId }, {});

  it('are not for who has no account', async () => {
    expect((await fetch(`${server.url}/api/lessons/en/light/notes`)).status).toBe(401);
    expect(await refusalOf(notes(anybody))).toBe('sign-in-needed');
  });

  it('are not for pupils: a seat’s token opens nothing here', async () => {
    const staff = await signedIn();
    const { code } = await staff.call('startClass', {}, { lessonId: 'light', name: '7b' });
    const { token } = await anybody.call('join', {}, { code, nickname: 'Fuchs' });
    const response = await fetch(`${server.url}/api/lessons/en/light/notes`, {
      headers: {
        authorization: `Bearer ${token}`,
        cookie: `token=${token}; better-auth.session_token=${token}`,
      },
    });
    expect(response.status).toBe(401);
  });

  it('hold the sections, the competences and a solution', async () => {
    const told = await notes(await signedIn());
    expect(told.sections.safety).toContain('Wire only while');
    expect(told.competences).toMatchObject([{ id: '5.5' }]);
    expect(JSON.stringify(told.solution)).toContain('steckbrett_wait');
    expect(await refusalOf(notes(await signedIn(), 'none'))).toBe('lesson-unknown');
  });
});

describe('a picture', () => {
  const ask = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${server.url}/api/lesson-pictures/${path}`, { headers });

  it('is served as what it is, and is asked for anew only by its tag', async () => {
    const response = await ask('light/lamp.png');
    expect(Buffer.from(await response.arrayBuffer())).toEqual(png);
    expect(response.headers.get('content-type')).toBe('image/png');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('cache-control')).toBe('no-cache');
    const again = await ask('light/lamp.png', {
      'if-none-match': response.headers.get('etag') ?? '',
      // As a browser asks; `fetch` of Node would forbid the server to answer from memory.
      'cache-control': 'max-age=0',
    });
    expect(again.status).toBe(304);
  });

  it('is where the lesson’s text says', async () => {
    const { steps } = await anybody.call('lesson', { language: 'de', lessonId: 'light' }, {});
    expect(JSON.stringify(steps)).toContain('/api/lesson-pictures/light/lamp.png');
  });

  it.each([
    'light/other.png',
    'light/lesson.yml',
    'light/solution.json',
    'alarm/lamp.png',
    'none/lamp.png',
    'light/..%2f02-alarm%2flesson.yml',
    'light/%2e%2e%2flamp.png',
    'light/lamp.png%00',
    '..%2f01-light/lamp.png',
  ])('that no text shows is not served: %s', async (path) => {
    const response = await ask(path);
    expect([response.status, await response.text()]).toEqual([
      404,
      expect.stringContaining('lesson-picture-unknown'),
    ]);
  });
});

/** The first call makes the account. */
async function signedIn(): Promise<ApiClient> {
  const client = new ApiClient(server.url);
  const token = new URL(server.setupUrl ?? '').pathname.split('/').at(-1) ?? '';
  await client.call('acceptInvitation', { token }, staffMember).catch(() => {});
  await client.signIn(staffMember.email, staffMember.password);
  return client;
}
