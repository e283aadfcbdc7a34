import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { IncomingMessage } from '../../../device/contract/peer-message.ts';
import { joinAsPupil, type Pupil } from '../../support/pupil.ts';
import { heard, openSchool, refusalOf, type School } from '../../support/school.ts';
import type { ScriptedAgent } from '../../support/scripted-agent.ts';

let school: School;

beforeEach(async () => {
  school = await openSchool({ devices: 2, lessonId: 'messages' });
});
afterEach(() => school.close());

/** What a seat hears from now on: on its pages, and on its Pi. */
function listen({ socket }: Pupil, pi?: ScriptedAgent) {
  const pages: IncomingMessage[] = [];
  socket.on('peers:message', (message) => pages.push(message));
  return {
    pages,
    onPi: () => pi?.orders.flatMap(({ action }) => (action.type === 'peer-message' ? [action] : [])) ?? [],
  };
}

/** A seat that runs a program on a Pi of its own. */
async function onPi(number: number, nickname: string) {
  const pi = await school.connectPi(number);
  const pupil = await school.join(nickname);
  await pupil.socket.emitWithAck('program:run', { source: '' });
  const running = heard(pupil.socket, 'device:state', (device) => device?.program.state === 'running');
  await pi.report({ state: 'running', runId: `run-of-${nickname}` });
  await running;
  return { pi, pupil, ...listen(pupil, pi) };
}

/** A seat that runs a program on the virtual Pi of its page. */
async function virtual(nickname: string) {
  const pupil = await school.join(nickname);
  await pupil.socket.emitWithAck('virtual:state', { state: 'running', error: null });
  return { pupil, ...listen(pupil) };
}

/** What was sent before has arrived when an answer comes back. */
const settled = ({ socket }: Pupil) => socket.emitWithAck('board:key', { key: 'space' });

describe('messages between the Pis of a class', () => {
  it('go round the ring of seats: to the next, to the one before, to all others', async () => {
    const one = await virtual('Fuchs');
    const two = await virtual('Dachs');
    const three = await virtual('Luchs');
    const { socket } = two.pupil;
    for (const to of ['next', 'previous', 'all'] as const) {
      expect(await socket.emitWithAck('peers:send', { to, name: `to ${to}`, value: 7 })).toEqual({
        ok: true,
        result: {},
      });
    }
    await Promise.all([settled(one.pupil), settled(three.pupil)]);
    const from = (name: string) => ({ from: 'Dachs', name, value: 7 });
    expect(three.pages).toEqual([from('to next'), from('to all')]);
    expect(one.pages).toEqual([from('to previous'), from('to all')]);
    expect(two.pages).toEqual([]);
  });

  it('come back to who is alone', async () => {
    const { pupil, pages } = await virtual('Fuchs');
    await pupil.socket.emitWithAck('peers:send', { to: 'next', name: 'hallo' });
    await settled(pupil);
    expect(pages).toEqual([{ from: 'Fuchs', name: 'hallo' }]);
  });

  it('go to the Pi on which a seat’s program runs, and to its page when it runs there', async () => {
    const pi = await school.connectPi(1);
    const first = await school.join('Fuchs');
    const one = listen(first, pi);
    const two = await virtual('Dachs');
    const send = async (name: string) => {
      await two.pupil.socket.emitWithAck('peers:send', { to: 'next', name });
      await settled(first);
    };
    await send('nothing runs');
    await first.socket.emitWithAck('program:run', { source: '' });
    const running = heard(first.socket, 'device:state', (device) => device?.program.state === 'running');
    await pi.report({ state: 'running', runId: 'run-of-fuchs' });
    await running;
    await send('on the Pi');
    await expect.poll(one.onPi).toEqual([{ type: 'peer-message', from: 'Dachs', name: 'on the Pi' }]);
    await first.socket.emitWithAck('virtual:state', { state: 'running', error: null });
    await send('in the page');
    expect(one.pages.map(({ name }) => name)).toEqual(['nothing runs', 'in the page']);
    expect(one.onPi()).toHaveLength(1);
    await first.socket.emitWithAck('virtual:state', { state: 'idle', error: null });
    await send('on the Pi again');
    await expect.poll(() => one.onPi().map(({ name }) => name)).toEqual(['on the Pi', 'on the Pi again']);
  });

  it('of a Pi are those of the seat that has it', async () => {
    const pi = await school.connectPi(1);
    const spare = await school.connectPi(2);
    const mine = await school.join('Fuchs');
    const two = await virtual('Dachs');
    expect(mine.state.device?.id).toBe('pi-01');
    // Dachs has the other one; without a seat, nobody would get what it says.
    await school.teacher.call('assignDevice', { seatId: two.pupil.state.seat.id }, { deviceId: null });
    await spare.tellPeers({ to: 'all', name: 'whose?' });
    const arrives = heard(two.pupil.socket, 'peers:message');
    await pi.tellPeers({ to: 'all', name: 'hallo', value: 'x' });
    expect(await arrives).toEqual({ from: 'Fuchs', name: 'hallo', value: 'x' });
    expect(two.pages).toHaveLength(1);
  });

  it('are not carried in a lesson that has no blocks for them', async () => {
    const other = await school.teacher.call('startClass', {}, { lessonId: 'blink', name: 'Andere' });
    const talker = await joinAsPupil(school.origin, other.code, 'Wolf');
    const silent = await joinAsPupil(school.origin, other.code, 'Bär');
    const { pages } = listen(silent);
    expect(await refusalOf(talker.socket.emitWithAck('peers:send', { to: 'all', name: 'psst' }))).toBe(
      'no-post',
    );
    await settled(silent);
    expect(pages).toEqual([]);
    talker.socket.disconnect();
    silent.socket.disconnect();
  });

  it('stay in their class, and end with it', async () => {
    const other = await school.teacher.call('startClass', {}, { lessonId: 'messages', name: 'Andere' });
    const pi = await school.connectPi(1);
    const one = await school.join('Fuchs');
    const two = await virtual('Dachs');
    const stranger = await joinAsPupil(school.origin, other.code, 'Wolf');
    const strange = listen(stranger);
    const arrives = heard(two.pupil.socket, 'peers:message');
    await pi.tellPeers({ to: 'all', name: 'hallo' });
    await arrives;
    await stranger.socket.emitWithAck('peers:send', { to: 'all', name: 'alone' });
    expect(strange.pages).toEqual([{ from: 'Wolf', name: 'alone' }]);
    expect(two.pages).toHaveLength(1);

    const closed = new Promise((resolve) => two.pupil.socket.once('disconnect', resolve));
    await school.teacher.call('endClass', { classId: school.class.id }, {});
    await closed;
    await pi.tellPeers({ to: 'all', name: 'too late' });
    await stranger.socket.emitWithAck('peers:send', { to: 'all', name: 'still here' });
    expect(strange.pages.map(({ name }) => name)).toEqual(['alone', 'still here']);
    expect(two.pages).toHaveLength(1);
    one.socket.disconnect();
    stranger.socket.disconnect();
  });

  it('are refused when they are none, or too many', async () => {
    const { pupil, pages } = await virtual('Fuchs');
    const ask = (message: unknown) => pupil.socket.emitWithAck('peers:send', message as never);
    for (const wrong of [
      { to: 'nobody', name: 'x' },
      { to: 'all', name: 'x'.repeat(65) },
      { to: 'all', name: 'x', value: { deep: 1 } },
      { to: 'all', name: 'x', value: 'x'.repeat(65) },
      'hallo',
    ]) {
      expect(await refusalOf(ask(wrong))).toBe('request-invalid');
    }
    const answers = await Promise.all(
      Array.from({ length: 45 }, () => pupil.socket.emitWithAck('peers:send', { to: 'all', name: 'x' })),
    );
    const refused = answers.flatMap((answer) => (answer.ok ? [] : [answer.problem.code]));
    expect(new Set(refused)).toEqual(new Set(['too-many-messages']));
    expect(pages).toHaveLength(45 - refused.length);
  });
});

describe('a class in which everybody answers everything', () => {
  it('leaves room for running and stopping', async () => {
    const runner = await onPi(1, 'Luchs');
    const pupils = await Promise.all(Array.from({ length: 29 }, (_, index) => school.join(`Echo ${index}`)));
    for (const { socket } of pupils) {
      socket.on('peers:message', ({ name }) => socket.emit('peers:send', { to: 'all', name }, () => {}));
    }
    // This Pi keeps to no rate at all.
    runner.pi.script = ({ action }) => {
      if (action.type === 'peer-message')
        void runner.pi.tellPeers({ to: 'all', name: 'echo' }).catch(() => {});
      return { state: 'succeeded' };
    };
    await runner.pi.tellPeers({ to: 'all', name: 'echo' });
    await expect.poll(() => runner.onPi().length, { timeout: 20_000 }).toBeGreaterThan(40);

    for (let round = 0; round < 5; round += 1) {
      expect(await runner.pupil.socket.emitWithAck('program:run', { source: '' })).toMatchObject({
        ok: true,
      });
      expect(await runner.pupil.socket.emitWithAck('program:stop', {})).toEqual({ ok: true, result: {} });
    }
    const quiet = await school.join('Neu');
    expect(quiet.state.seat.nickname).toBe('Neu');
  });
});
