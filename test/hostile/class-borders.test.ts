import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { z } from 'zod/mini';
import type { ApiClient } from '../../provisioning/api-client.ts';
import { endpointPath } from '../../server/api/contract/endpoint.ts';
import { type EndpointName, endpoints } from '../../server/api/contract/endpoints.ts';
import type { Answer, ClassView, ServerToTeacher, TeacherToServer } from '../../server/live/contract/live.ts';
import { teacherRequests } from '../../server/live/contract/live.ts';
import { connectTeacher, type Pupil, resultOf } from '../support/pupil.ts';
import { openSchool, type School } from '../support/school.ts';
import { addTeacher } from '../support/server.ts';

let school: School;
/** A teacher of another school, who knows every id. */
let stranger: ApiClient;
let strangersClass: ClassView;
let pupil: Pupil;
/** Everything that the stranger's page, the pupil's page and their teacher's page hear without having asked. */
let heard: string[];

beforeAll(async () => {
  school = await openSchool({ devices: 2 });
  await school.connectPi(1);
  const other = { name: 'Fremde', email: 'fremd@andere.example', password: 'ein-fremdes-passwort' };
  stranger = (await addTeacher({ url: school.origin }, school.staff, other)).client;
  strangersClass = await stranger.call('startClass', {}, { lessonId: 'blink', name: 'Fremd' });
  pupil = await school.join('Fuchs');
  resultOf(await save(0, 'mine'));
  resultOf(await pupil.socket.emitWithAck('work:hand-in', {}));
});
afterAll(() => school.close());
beforeEach(() => {
  heard = [];
});

const save = (base: number, text: string) =>
  pupil.socket.emitWithAck('workspace:save', { base, blocks: { text }, tab: 'tab' });

/** A request for each event of the contract, about the class of somebody else: a new event needs one here. */
function requestsAbout(classId: string, seatId: string) {
  return {
    'class:watch': { classId },
    'class:stop-all': { classId },
    'class:work': { classId, seatIds: [seatId] },
    'seat:follow': { classId, seatId },
    'class:send': { classId, to: [seatId], what: { kind: 'starter' } },
    'class:hold': { classId, what: 'eyes-up', action: 'on' },
    'class:note': { classId, to: [seatId], text: 'Hallo' },
    'hand:lower': { classId, seatId },
    'work:handed-in': { classId, seatId },
    'work:return': { classId, seatId, comment: 'schlecht', badge: null },
    'work:reopen': { classId, seatId },
  } satisfies { [Name in keyof typeof teacherRequests]: z.input<(typeof teacherRequests)[Name]['request']> };
}

/** Bodies of the endpoints that name a class, a seat, a pupil or a Pi; a new endpoint needs one here. */
const bodies: Partial<Record<EndpointName, object>> = {
  renamePupil: { nickname: 'Anders' },
  removePupil: {},
  renewResumeCode: {},
  classSettings: { allBlocks: true },
  endClass: {},
  deleteClass: {},
  classRecord: {},
  assignDevice: { deviceId: null },
  identifyDevice: {},
};

/** What the class is to its own teacher; nothing that others try may change it. */
async function classNow(): Promise<unknown> {
  const page = await school.teacherPage();
  const state = resultOf(await page.emitWithAck('class:watch', { classId: school.class.id }));
  page.disconnect();
  return state;
}

/** A teacher's page on which everything that it hears is noted. */
async function listeningPage(cookies: string): Promise<Socket<ServerToTeacher, TeacherToServer>> {
  const page = await connectTeacher(school.origin, cookies);
  page.onAny((name: string) => heard.push(name));
  return page;
}

function ask(socket: { emitWithAck: unknown }, name: string, request: unknown): Promise<Answer<unknown>> {
  const untyped = socket as { emitWithAck(name: string, request: unknown): Promise<Answer<unknown>> };
  return untyped.emitWithAck(name, request);
}

function send(name: EndpointName, headers: Record<string, string>): Promise<Response> {
  const { method, path } = endpoints[name];
  const ids = {
    classId: school.class.id,
    seatId: pupil.state.seat.id,
    pupilId: pupil.state.pupil.id,
    deviceId: 'pi-01',
    language: 'de',
    lessonId: 'blink',
    token: 'none',
    code: school.class.code,
  };
  const body = method === 'GET' ? undefined : JSON.stringify(bodies[name] ?? {});
  return fetch(school.origin + endpointPath(path, ids), {
    method,
    headers: { origin: school.origin, 'content-type': 'application/json', ...headers },
    ...(body && { body }),
  });
}

const names = Object.keys(endpoints) as EndpointName[];
const aboutSomebody = names.filter(
  (name) =>
    endpoints[name].audience === 'teacher' && /:(class|seat|pupil|device)Id/.test(endpoints[name].path),
);
const forAdults = names.filter((name) => endpoints[name].audience !== 'everyone');
const events = Object.keys(teacherRequests) as (keyof typeof teacherRequests)[];

describe('a teacher of another school', () => {
  it.each(events)('is refused %s, and nobody hears of it', async (name) => {
    const before = await classNow();
    const page = await listeningPage(stranger.cookies);
    pupil.socket.onAny((event: string) => heard.push(event));
    const answer = await ask(page, name, requestsAbout(school.class.id, pupil.state.seat.id)[name]);
    expect(answer).toMatchObject({ ok: false, problem: { code: 'class-unknown' } });
    expect(await classNow()).toEqual(before);
    pupil.socket.offAny();
    page.disconnect();
    expect(heard).toEqual([]);
  });

  it.each(events.filter((name) => !['class:watch', 'class:stop-all', 'class:hold'].includes(name)))(
    'reaches no seat of others with %s in a class of their own',
    async (name) => {
      const before = await classNow();
      const page = await listeningPage(stranger.cookies);
      pupil.socket.onAny((event: string) => heard.push(event));
      await page.emitWithAck('class:watch', { classId: strangersClass.id });
      const answer = await ask(page, name, requestsAbout(strangersClass.id, pupil.state.seat.id)[name]);
      if (answer.ok) expect(JSON.stringify(answer.result)).not.toContain('mine');
      else expect(answer.problem.message.de).toBeTruthy();
      const { workspace } = (await school.openPage(pupil.token)).state;
      resultOf(await save(workspace.version, `mine ${name}`));
      resultOf(await pupil.socket.emitWithAck('pair:seats', {}));
      pupil.socket.offAny();
      // A round trip more: what would have come has come.
      await page.emitWithAck('class:watch', { classId: strangersClass.id });
      page.disconnect();
      expect(heard.filter((event) => event !== 'pair:changed')).toEqual([]);
      expect(await classNow()).toMatchObject({
        seats: (before as { seats: object[] }).seats.map((seat) => ({
          ...seat,
          savedAt: expect.any(Number),
        })),
      });
    },
  );

  it('has a body here for each endpoint that names a class, a seat, a pupil or a Pi', () => {
    expect(Object.keys(bodies).sort()).toEqual([...aboutSomebody].sort());
  });

  it.each(aboutSomebody)('is refused %s, with a sentence in both languages', async (name) => {
    const before = await classNow();
    const response = await send(name, { cookie: stranger.cookies });
    const problem = await response.json();
    expect(response.status, JSON.stringify(problem)).toBe(404);
    expect(problem.code).toMatch(/^(class|seat|pupil|device)-unknown$/);
    expect(problem.message).toEqual({ de: expect.any(String), en: expect.any(String) });
    expect(await classNow()).toEqual(before);
  });
});

describe('a pupil’s page', () => {
  it.each(forAdults)('is refused %s', async (name) => {
    const before = await classNow();
    const { token } = pupil;
    const response = await send(name, { authorization: `Bearer ${token}`, cookie: `token=${token}` });
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ code: 'sign-in-needed' });
    expect(await classNow()).toEqual(before);
  });

  it('is not let in where teachers are', async () => {
    const page = io(`${school.origin}/teacher`, {
      auth: { token: pupil.token },
      extraHeaders: { cookie: `token=${pupil.token}` },
      forceNew: true,
      transports: ['websocket'],
    });
    const error = await new Promise<Error & { data?: unknown }>((done) => page.once('connect_error', done));
    page.disconnect();
    expect(error.data).toMatchObject({ code: 'sign-in-needed' });
  });

  it('does nothing with a teacher’s requests on its own connection', async () => {
    const before = await classNow();
    const { socket } = await school.openPage(pupil.token);
    const answered: string[] = [];
    for (const name of events) {
      const request = requestsAbout(school.class.id, pupil.state.seat.id)[name];
      ask(socket, name, request).then(
        () => answered.push(name),
        () => {
          // Nobody answered before the connection ended, below.
        },
      );
    }
    resultOf(await socket.emitWithAck('pair:seats', {}));
    socket.disconnect();
    expect(answered).toEqual([]);
    expect(await classNow()).toEqual(before);
  });
});
