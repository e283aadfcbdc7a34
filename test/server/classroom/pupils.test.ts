import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../../../provisioning/api-client.ts';
import { until } from '../../support/broker.ts';
import { resultOf } from '../../support/pupil.ts';
import { heard, openSchool, refusalOf, type School } from '../../support/school.ts';

let school: School;
let colleague: ApiClient;

beforeAll(async () => {
  school = await openSchool({ devices: 1 });
  const schoolId = (await school.staff.call('schools', {}, {})).schools[0]?.id ?? '';
  const { url } = await school.staff.call('invite', {}, { role: 'teacher', schoolId });
  colleague = new ApiClient(school.origin);
  const account = { name: 'Kollegin', email: 'kollegin@schule.example', password: 'ein-gutes-passwort' };
  await colleague.call('acceptInvitation', { token: new URL(url).pathname.split('/').at(-1) ?? '' }, account);
  await colleague.signIn(account.email, account.password);
});
afterAll(() => school.close());

const anonymous = () => new ApiClient(school.origin);
const join = (nickname: string, code = school.class.code) => anonymous().call('join', {}, { code, nickname });
const resume = (code: string) => anonymous().call('resume', {}, { code });
const rename = (who: ApiClient, pupilId: string, nickname: string) =>
  who.call('renamePupil', { pupilId }, { nickname });
const remove = (who: ApiClient, pupilId: string) => who.call('removePupil', { pupilId }, {});
const blocks = (text: string) => ({ text });

/** A pupil at their page, and what they joined with. */
async function pupilAtWork(nickname: string) {
  const joined = await join(nickname);
  const page = await school.openPage(joined.token);
  const save = (base: number, text: string) =>
    page.socket.emitWithAck('workspace:save', { base, blocks: blocks(text), tab: nickname });
  return { ...joined, page, save };
}

/** The teacher's live connection, with what it heard of seats that are gone. */
async function watchingTeacher() {
  const page = await school.teacherPage();
  const removed: string[] = [];
  page.on('seat:removed', ({ seatId }) => removed.push(seatId));
  const state = resultOf(await page.emitWithAck('class:watch', { classId: school.class.id }));
  return { page, removed, state };
}

/** Why a page that was open is refused when it comes back. */
function refusalOfPage(token: string): Promise<string> {
  return refusalOf(school.openPage(token));
}

describe('a pupil', () => {
  it('sees who they are, where they sit, and that they drive', async () => {
    const { page, pupil, seat } = await pupilAtWork('Fuchs');
    expect(pupil.nickname).toBe('Fuchs');
    expect(page.state).toMatchObject({
      pupil,
      seat: { id: seat.id, nickname: 'Fuchs' },
      pair: { pupils: [{ ...pupil, connected: true }], driver: pupil.id, wish: null, knocking: [] },
      class: { allBlocks: false },
    });
  });

  it('comes back with their own code to the same seat and work, and the first browser stays', async () => {
    const otter = await pupilAtWork('Otter');
    resultOf(await otter.save(0, 'mine'));
    expect(otter.resumeCode).toMatch(/^.{4}-.{4}$/);
    const back = await resume(` ${otter.resumeCode.replace('-', '').toLowerCase()} `);
    expect(back).toMatchObject({ pupil: otter.pupil, seat: otter.seat, class: { id: school.class.id } });
    expect(back.token).not.toBe(otter.token);
    const elsewhere = await school.openPage(back.token);
    expect(elsewhere.state).toMatchObject({ pupil: otter.pupil, workspace: { blocks: blocks('mine') } });
    expect((await school.openPage(otter.token)).state.pupil).toEqual(otter.pupil);
  });

  it('has at most five browsers: the oldest goes', async () => {
    const { token, resumeCode } = await join('Dachs');
    const tokens = [token];
    for (let count = 0; count < 5; count++) tokens.push((await resume(resumeCode)).token);
    expect(await refusalOfPage(token)).toBe('seat-token-invalid');
    for (const later of tokens.slice(1)) {
      expect((await school.openPage(later)).state.pupil.nickname).toBe('Dachs');
    }
  });

  it('comes back after the server was restarted', async () => {
    const { resumeCode, token, pupil } = await join('Igel');
    await school.restart();
    expect((await school.openPage(token)).state.pupil).toEqual(pupil);
    expect((await resume(resumeCode)).pupil).toEqual(pupil);
  });

  it.each([
    ['nobody’s', '9999-CCCC', 'resume-code-unknown'],
    ['no code at all', '🦊', 'resume-code-unknown'],
    ['the class’s', () => school.class.code, 'resume-code-unknown'],
  ])('is not let in with a code that is %s', async (_, code, problem) => {
    expect(await refusalOf(resume(typeof code === 'string' ? code : code()))).toBe(problem);
  });

  it('hears that the lesson is over when their class has ended', async () => {
    const ending = await school.teacher.call('startClass', {}, { lessonId: 'blink', name: '6e' });
    const { resumeCode, token } = await join('Hase', ending.code);
    await school.teacher.call('endClass', { classId: ending.id }, {});
    expect(await refusalOf(resume(resumeCode))).toBe('lesson-over');
    expect(await refusalOfPage(token)).toBe('seat-token-invalid');
  });
});

describe('a token', () => {
  it('opens its own pupil’s seat, whatever else the page says, and nothing of another class', async () => {
    const theirs = await colleague.call('startClass', {}, { lessonId: 'blink', name: '8a' });
    const [guest, mine] = [await join('Gast', theirs.code), await join('Reh')];
    const page = await school.openPage(guest.token);
    expect(page.state).toMatchObject({ seat: { id: guest.seat.id }, class: { id: theirs.id } });
    const forged = {
      base: 0,
      blocks: blocks('forged'),
      tab: 'tab',
      seatId: mine.seat.id,
      pupilId: mine.pupil.id,
    };
    resultOf(await page.socket.emitWithAck('workspace:save', forged));
    expect((await school.openPage(mine.token)).state.workspace.version).toBe(0);
    expect((await school.openPage(guest.token)).state.workspace.blocks).toEqual(blocks('forged'));
    await colleague.call('endClass', { classId: theirs.id }, {});
  });

  it('opens none of the adults’ endpoints', async () => {
    const { token, pupil, seat } = await join('Maus');
    const ask = (method: string, path: string, body: unknown) =>
      fetch(school.origin + path, {
        method,
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${token}`,
          cookie: `steckbrett.session_token=${token}; better-auth.session_token=${token}`,
        },
        body: JSON.stringify(body),
      });
    const answers = await Promise.all([
      ask('PUT', `/api/pupils/${pupil.id}`, { nickname: 'Chef' }),
      ask('DELETE', `/api/pupils/${pupil.id}`, {}),
      ask('POST', `/api/pupils/${pupil.id}/resume-code`, {}),
      ask('PUT', `/api/classes/${school.class.id}/settings`, { allBlocks: true }),
      ask('PUT', `/api/seats/${seat.id}/device`, { deviceId: null }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401]);
  });
});

describe('renaming', () => {
  it('reaches the pupil’s page and the teacher’s, and stays unique', async () => {
    const [wolf, owl] = [await pupilAtWork('Wolf'), await join('Eule')];
    const { page } = await watchingTeacher();
    const told = heard(wolf.page.socket, 'pupil:changed');
    const seen = heard(page, 'seat:changed', ({ nickname }) => nickname === 'Eule 2');
    expect(await rename(school.teacher, wolf.pupil.id, 'Eule')).toEqual({ nickname: 'Eule 2' });
    expect(await told).toEqual({ id: wolf.pupil.id, nickname: 'Eule 2' });
    expect(await seen).toMatchObject({ id: wolf.seat.id, pupils: [{ nickname: 'Eule 2' }] });
    expect(await rename(school.teacher, owl.pupil.id, 'EULE')).toEqual({ nickname: 'EULE' });
    await school.restart();
    expect((await school.openPage(wolf.token)).state.pupil.nickname).toBe('Eule 2');
  });

  it('takes no names with markup', async () => {
    const { pupil } = await join('Biber');
    expect(await refusalOf(rename(school.teacher, pupil.id, '<b>'))).toBe('nickname-invalid');
  });
});

describe('removing', () => {
  it('closes the pupil’s page with a reason, deletes the work and frees the Pi', async () => {
    const pi = await school.connectPi(1);
    await until(async () =>
      (await school.staff.call('devices', {}, {})).devices.some(({ online }) => online),
    );
    const kim = await pupilAtWork('Kim');
    expect(kim.page.state.device?.id).toBe('pi-01');
    resultOf(await kim.save(0, 'work'));
    const { removed, state } = await watchingTeacher();
    expect(state.seats.map(({ id }) => id)).toContain(kim.seat.id);
    const closed = new Promise((done) => kim.page.socket.once('disconnect', done));
    await remove(school.teacher, kim.pupil.id);
    expect(await closed).toBe('io server disconnect');
    await until(() => removed.includes(kim.seat.id));
    expect(await refusalOfPage(kim.token)).toBe('pupil-removed');
    expect(await refusalOf(resume(kim.resumeCode))).toBe('resume-code-unknown');

    const next = await pupilAtWork('Kim');
    expect(next.pupil.nickname).toBe('Kim');
    expect(next.page.state).toMatchObject({ device: { id: 'pi-01' }, workspace: { version: 0 } });
    await school.teacher.call('assignDevice', { seatId: next.seat.id }, { deviceId: null });
    await pi.close();
  });

  it('harms nobody else, and can’t be done twice', async () => {
    const [lynx, hare] = [await pupilAtWork('Luchs'), await pupilAtWork('Häsin')];
    await remove(school.teacher, lynx.pupil.id);
    expect(resultOf(await hare.save(0, 'still here')).version).toBe(1);
    expect(await refusalOf(remove(school.teacher, lynx.pupil.id))).toBe('pupil-unknown');
  });
});

describe('a new code to come back with', () => {
  it('puts the old one out of use; open pages stay, and learn the new one', async () => {
    const mole = await pupilAtWork('Maulwurf');
    const told = heard(mole.page.socket, 'pupil:new-code');
    const { resumeCode } = await school.teacher.call('renewResumeCode', { pupilId: mole.pupil.id }, {});
    expect(await told).toEqual({ resumeCode });
    expect(await refusalOf(resume(mole.resumeCode))).toBe('resume-code-unknown');
    expect((await resume(resumeCode)).pupil).toEqual(mole.pupil);
    expect(resultOf(await mole.save(0, 'on')).version).toBe(1);
  });
});

describe('“all blocks”', () => {
  it('is the class’s setting, told to pupils and teachers, and kept', async () => {
    const { page } = await pupilAtWork('Spatz');
    const watching = await watchingTeacher();
    const told = [heard(page.socket, 'class:changed'), heard(watching.page, 'class:changed')];
    const allow = (who: ApiClient, allBlocks: boolean) =>
      who.call('classSettings', { classId: school.class.id }, { allBlocks });
    expect((await allow(school.teacher, true)).allBlocks).toBe(true);
    for (const event of await Promise.all(told)) {
      expect(event).toMatchObject({ id: school.class.id, allBlocks: true });
    }
    await school.restart();
    expect((await join('Star')).class.allBlocks).toBe(true);
    expect((await allow(school.staff, false)).allBlocks).toBe(false);
    expect(await refusalOf(allow(colleague, true))).toBe('class-unknown');
  });
});

describe('another teacher', () => {
  it('can neither rename nor remove a pupil, nor give a new code', async () => {
    const { pupil, token } = await join('Zebra');
    expect(await refusalOf(rename(colleague, pupil.id, 'X'))).toBe('pupil-unknown');
    expect(await refusalOf(remove(colleague, pupil.id))).toBe('pupil-unknown');
    expect(await refusalOf(colleague.call('renewResumeCode', { pupilId: pupil.id }, {}))).toBe(
      'pupil-unknown',
    );
    expect((await school.openPage(token)).state.pupil.nickname).toBe('Zebra');
  });
});

describe('whoever tries codes', () => {
  it('may try one whose lesson is over as often as a class does', async () => {
    const ending = await school.teacher.call('startClass', {}, { lessonId: 'blink', name: '5c' });
    const { resumeCode } = await join('Biber', ending.code);
    await school.teacher.call('endClass', { classId: ending.id }, {});
    const tries = await Promise.all(Array.from({ length: 60 }, () => refusalOf(resume(resumeCode))));
    expect(new Set(tries)).toEqual(new Set(['lesson-over']));
    expect(await refusalOf(resume(resumeCode))).toBe('lesson-over');
  });

  it('is told after forty wrong ones; with the right one pupils of the same address come back, join and work', async () => {
    const bat = await pupilAtWork('Fledermaus');
    const tries = await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        refusalOf(resume(`CCCC-${'CDFGHJKMNPRTVWXY346789'.at(index % 22)}99${'CDF'.at(index / 22)}`)),
      ),
    );
    expect(new Set(tries)).toEqual(new Set(['resume-code-unknown', 'too-many-attempts']));
    expect((await resume(bat.resumeCode)).pupil).toEqual(bat.pupil);
    expect(resultOf(await bat.save(0, 'on')).version).toBe(1);
    expect((await join('Uhu')).pupil.nickname).toBe('Uhu');
  });
});
