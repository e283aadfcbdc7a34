import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectTeacher, resultOf } from '../../support/pupil.ts';
import { heard, openSchool, refusalOf, type School } from '../../support/school.ts';
import { addTeacher } from '../../support/server.ts';

let school: School;

beforeAll(async () => {
  school = await openSchool({ devices: 1 });
});
afterAll(() => school.close());

/** By nickname. */
const tokenOf = new Map<string, string>();

const work = (text: string) => ({ blocks: { languageVersion: 0, blocks: [{ type: text }] } });

/** A pupil, and a teacher's page that watches their class. */
async function open(nickname: string) {
  const { socket, state, token } = await school.join(nickname);
  tokenOf.set(nickname, token);
  const page = await school.teacherPage();
  const classId = school.class.id;
  await page.emitWithAck('class:watch', { classId });
  const seatId = state.seat.id;
  let version = 0;
  return {
    socket,
    token,
    page,
    classId,
    seatId,
    save: async (text: string) => {
      const answer = await socket.emitWithAck('workspace:save', {
        base: version,
        blocks: work(text),
        tab: 't',
      });
      version = resultOf(answer).version;
    },
    follow: async () => resultOf(await page.emitWithAck('seat:follow', { classId, seatId })).consent,
    shown: () => heard(socket, 'looking:changed'),
  };
}

describe('the small pictures', () => {
  it('get the work as it is, then each change, and tell the pupil’s page to be quick', async () => {
    const { page, socket, classId, seatId, save } = await open('Fuchs');
    await save('one');
    const quick = heard(socket, 'looking:changed', ({ live }) => live);
    const first = heard(page, 'seat:work');
    await page.emitWithAck('class:work', { classId, seatIds: [seatId] });
    expect(await first).toEqual({ seatId, version: 1, blocks: work('one') });
    expect(await quick).toEqual({ consent: 'not-asked', following: false, live: true });

    const next = heard(page, 'seat:work', ({ version }) => version === 2);
    await save('two');
    expect((await next).blocks).toEqual(work('two'));

    const slow = heard(socket, 'looking:changed', ({ live }) => !live);
    await page.emitWithAck('class:work', { classId, seatIds: [] });
    await slow;
  });

  it('come in their order, with the last of many fast changes', async () => {
    const { page, classId, seatId, save } = await open('Otter');
    await page.emitWithAck('class:work', { classId, seatIds: [seatId] });
    const versions: number[] = [];
    page.on('seat:work', (told) => void (told.seatId === seatId && versions.push(told.version)));
    const last = heard(page, 'seat:work', (told) => told.seatId === seatId && told.version === 20);
    for (let change = 1; change <= 20; change += 1) await save(`change ${change}`);
    expect((await last).blocks).toEqual(work('change 20'));
    expect(versions).toEqual(versions.toSorted((a, b) => a - b));
  });

  it('end with the teacher’s page', async () => {
    const { page, socket, classId, seatId } = await open('Biber');
    await page.emitWithAck('class:work', { classId, seatIds: [seatId] });
    const slow = heard(socket, 'looking:changed', ({ live }) => !live);
    page.disconnect();
    await slow;
  });

  it('are for the class’s own teacher only', async () => {
    const { classId, seatId } = await open('Luchs');
    const person = { name: 'Fremd', email: 'fremd@andere.example', password: 'ein-langes-passwort' };
    const { client } = await addTeacher({ url: school.origin }, school.staff, person);
    const stranger = await connectTeacher(school.origin, client.cookies);
    const asked = stranger.emitWithAck('class:work', { classId, seatIds: [seatId] });
    expect(await refusalOf(asked)).toBe('class-unknown');
    expect(await refusalOf(stranger.emitWithAck('seat:follow', { classId, seatId }))).toBe('class-unknown');

    const own = await client.call('startClass', {}, { lessonId: 'blink', name: 'Andere' });
    const heardOf: unknown[] = [];
    stranger.on('seat:work', (told) => heardOf.push(told));
    resultOf(await stranger.emitWithAck('class:work', { classId: own.id, seatIds: [seatId] }));
    const followed = await stranger.emitWithAck('seat:follow', { classId: own.id, seatId });
    expect(resultOf(followed)).toEqual({ consent: 'not-asked' });
    expect(heardOf).toEqual([]);
    stranger.disconnect();
  });

  it('are not for pupils', async () => {
    const { socket, classId, seatId } = await open('Marder');
    const untyped = socket as unknown as {
      timeout(ms: number): { emitWithAck(name: string, request: unknown): Promise<unknown> };
    };
    const asked = untyped.timeout(300).emitWithAck('class:work', { classId, seatIds: [seatId] });
    await expect(asked).rejects.toThrow(/timed out/);
  });
});

describe('following closely', () => {
  it('asks the pupils, and begins with their yes', async () => {
    const { page, socket, seatId, follow, save, shown } = await open('Igel');
    await save('mine');
    const asks = shown();
    const told = heard(page, 'seat:changed', (seat) => seat.id === seatId && seat.consent === 'asked');
    expect(await follow()).toBe('asked');
    expect(await asks).toEqual({ consent: 'asked', following: false, live: false });
    await told;

    const begins = shown();
    const seen = heard(page, 'seat:work');
    await socket.emitWithAck('looking:answer', { yes: true });
    expect(await begins).toEqual({ consent: 'given', following: true, live: true });
    expect(await seen).toMatchObject({ seatId, blocks: work('mine') });
  });

  it('ends with a withdrawn yes, and is not asked again', async () => {
    const { page, socket, seatId, follow, save, shown } = await open('Dachs');
    await follow();
    const begins = heard(page, 'seat:work');
    await socket.emitWithAck('looking:answer', { yes: true });
    await begins;
    const seen: unknown[] = [];
    page.on('seat:work', (told) => seen.push(told));
    const ends = shown();
    const told = heard(page, 'seat:changed', (seat) => seat.id === seatId && seat.consent === 'refused');
    await socket.emitWithAck('looking:answer', { yes: false });
    expect(await ends).toEqual({ consent: 'refused', following: false, live: false });
    await told;
    await save('private');
    expect(await follow()).toBe('refused');
    expect(seen).toEqual([]);
  });

  it('takes the question back when the teacher goes away before the answer', async () => {
    const { page, classId, follow, shown } = await open('Hase');
    await follow();
    const back = shown();
    await page.emitWithAck('seat:follow', { classId, seatId: null });
    expect(await back).toEqual({ consent: 'not-asked', following: false, live: false });
  });

  it('keeps a yes for the next time, also for a page that comes later', async () => {
    const { page, socket, token, classId, follow } = await open('Reh');
    await follow();
    await socket.emitWithAck('looking:answer', { yes: true });
    await page.emitWithAck('seat:follow', { classId, seatId: null });
    expect((await school.openPage(token)).state.looking).toEqual({
      consent: 'given',
      following: false,
      live: false,
    });
    expect(await follow()).toBe('given');
  });

  it('asks again when somebody who has not said yes sits down there', async () => {
    const host = await open('Gastgeber');
    await host.follow();
    const seen = heard(host.socket, 'looking:changed', ({ following }) => following);
    await host.socket.emitWithAck('looking:answer', { yes: true });
    await seen;
    const guest = await school.join('Gast');
    const knocked = heard(host.socket, 'pair:changed', ({ knocking }) => knocking.length > 0);
    await guest.socket.emitWithAck('pair:knock', { seatId: host.seatId });
    const [knocking] = (await knocked).knocking;
    const asked = heard(host.socket, 'looking:changed', ({ consent }) => consent === 'asked');
    await host.socket.emitWithAck('pair:answer', { pupilId: knocking!.id, yes: true });
    expect((await asked).following).toBe(false);
  });

  it('brings what happened on the seat’s Pi, then what happens', async () => {
    const pi = await school.connectPi(1);
    const { page, socket, seatId, follow } = await open('Ente');
    const sits = heard(socket, 'device:state', (device) => device?.online === true);
    const has = (await school.openPage(tokenOf.get('Ente') ?? '')).state.device;
    if (!has) {
      await school.teacher.call('assignDevice', { seatId }, { deviceId: 'pi-01' });
      await sits;
    }
    const runs = heard(page, 'seat:changed', (seat) => seat.program.state === 'running');
    await pi.report({ state: 'running', runId: 'run-12345' });
    await runs;
    await pi.trace('run-12345', [{ at: 0, kind: 'start' }]);
    await follow();
    const tail = heard(page, 'seat:trace');
    await socket.emitWithAck('looking:answer', { yes: true });
    expect((await tail).batch.runId).toBe('run-12345');
    const next = heard(page, 'seat:trace', ({ batch }) => batch.events.some(({ kind }) => kind === 'print'));
    await pi.trace('run-12345', [{ at: 9, kind: 'print', text: 'hallo' }]);
    expect((await next).seatId).toBe(seatId);
  });
});

describe('a teacher who signs out', () => {
  it('hears nothing more on a page that is still open', async () => {
    const { page } = await open('Wolf');
    const closed = heard(page as never, 'disconnect' as never);
    const answer = await fetch(`${school.origin}/api/auth/sign-out`, {
      method: 'POST',
      headers: { cookie: school.teacher.cookies, 'content-type': 'application/json', origin: school.origin },
      body: '{}',
    });
    expect(answer.status).toBe(200);
    expect(await closed).toBe('io server disconnect');
  });
});
