import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { PupilState } from '../../../server/live/contract/live.ts';
import type { Pupil } from '../../support/pupil.ts';
import { resultOf } from '../../support/pupil.ts';
import { heard, openSchool, refusalOf, type School } from '../../support/school.ts';

let school: School;

beforeAll(async () => {
  school = await openSchool({ devices: 1 });
});
afterAll(() => school.close());

const save = (pupil: Pupil, base: number, blocks: Record<string, unknown>, seat?: string) =>
  pupil.socket.emitWithAck('workspace:save', {
    base,
    blocks,
    tab: pupil.state.pupil.id,
    ...(seat && { seat }),
  });

/** Everything of a seat's work that the server has, from the page of one who sits there. */
async function everythingOf(pupil: Pupil): Promise<unknown[]> {
  const { versions } = resultOf(await pupil.socket.emitWithAck('history:list', {}));
  const gets = versions.map(async ({ number }) =>
    resultOf(await pupil.socket.emitWithAck('history:get', { number })),
  );
  return (await Promise.all(gets)).map(({ blocks }) => blocks);
}

/** Lets a pupil sit down with another; gives the state that their page got. */
async function sitTogether(guest: Pupil, host: Pupil): Promise<PupilState> {
  const knocked = heard(host.socket, 'pair:changed', ({ knocking }) => knocking.length > 0);
  resultOf(await guest.socket.emitWithAck('pair:knock', { seatId: host.state.seat.id }));
  await knocked;
  const moved = heard(guest.socket, 'seat:state', ({ seat }) => seat.id === host.state.seat.id);
  const pupilId = guest.state.pupil.id;
  resultOf(await host.socket.emitWithAck('pair:answer', { pupilId, yes: true }));
  return moved;
}

async function pairOf(hostName: string, guestName: string) {
  const host = await school.join(hostName);
  const guest = await school.join(guestName);
  const state = await sitTogether(guest, host);
  return { host, guest, state };
}

describe('sitting together', () => {
  it('begins with a knock that all at the seat see, and ends it with yes', async () => {
    const host = await school.join('Fuchs');
    const guest = await school.join('Otter');
    const seats = resultOf(await guest.socket.emitWithAck('pair:seats', {}));
    expect(seats.seats).toContainEqual({ id: host.state.seat.id, nickname: 'Fuchs' });
    expect(seats.seats.map(({ id }) => id)).not.toContain(guest.state.seat.id);

    const seen = heard(host.socket, 'pair:changed', ({ knocking }) => knocking.length > 0);
    const own = heard(guest.socket, 'knock:changed');
    await guest.socket.emitWithAck('pair:knock', { seatId: host.state.seat.id });
    expect((await seen).knocking).toEqual([{ id: guest.state.pupil.id, nickname: 'Otter' }]);
    expect(await own).toEqual({ at: { id: host.state.seat.id, nickname: 'Fuchs' }, end: null });

    const ended = heard(guest.socket, 'knock:changed', ({ end }) => end !== null);
    const state = heard(guest.socket, 'seat:state');
    await host.socket.emitWithAck('pair:answer', { pupilId: guest.state.pupil.id, yes: true });
    expect(await ended).toEqual({ at: null, end: 'yes' });
    expect(await state).toMatchObject({
      seat: { id: host.state.seat.id, nickname: 'Fuchs + Otter' },
      pair: { driver: host.state.pupil.id, knocking: [] },
    });
  });

  it('brings the work of the seat to every page of the guest, and leaves theirs at home', async () => {
    const host = await school.join('Dachs');
    const guest = await school.join('Marder');
    const tab = await school.openPage(guest.token);
    await save(host, 0, { of: 'host' });
    await save(guest, 0, { of: 'guest' });
    const inTab = heard(tab.socket, 'seat:state', ({ seat }) => seat.id === host.state.seat.id);
    const state = await sitTogether(guest, host);
    expect(state.workspace.blocks).toEqual({ of: 'host' });
    expect((await inTab).workspace.blocks).toEqual({ of: 'host' });

    const back = heard(guest.socket, 'seat:state', ({ seat }) => seat.id === guest.state.seat.id);
    resultOf(await guest.socket.emitWithAck('pair:part', {}));
    expect((await back).workspace).toMatchObject({ version: 2, blocks: { of: 'host' } });
    expect(await everythingOf(guest)).toEqual(expect.arrayContaining([{ of: 'guest' }, { of: 'host' }]));
  });

  it('is one card for the teacher', async () => {
    const teacher = await school.teacherPage();
    const { host, guest } = await (async () => {
      const first = await school.join('Biber');
      const second = await school.join('Hamster');
      await teacher.emitWithAck('class:watch', { classId: school.class.id });
      return { host: first, guest: second };
    })();
    const removed = heard(teacher, 'seat:removed');
    const together = heard(teacher, 'seat:changed', ({ pupils }) => pupils.length === 2);
    await sitTogether(guest, host);
    expect((await removed).seatId).toBe(guest.state.seat.id);
    expect((await together).nickname).toBe('Biber + Hamster');
    const back = heard(teacher, 'seat:changed', ({ id }) => id === guest.state.seat.id);
    await guest.socket.emitWithAck('pair:part', {});
    expect((await back).nickname).toBe('Hamster');
    teacher.disconnect();
  });

  it('may be refused, taken back, and asked of one seat at a time', async () => {
    const [a, b, guest] = await Promise.all(['Igel', 'Iltis', 'Ibis'].map((name) => school.join(name)));
    if (!a || !b || !guest) throw new Error('three have joined');
    const knock = (seatId: string | null) => guest.socket.emitWithAck('pair:knock', { seatId });
    const toB = heard(b.socket, 'pair:changed', ({ knocking }) => knocking.length === 1);
    await knock(a.state.seat.id);
    await knock(b.state.seat.id);
    await toB;
    const refused = heard(guest.socket, 'knock:changed', ({ end }) => end === 'no');
    await b.socket.emitWithAck('pair:answer', { pupilId: guest.state.pupil.id, yes: false });
    await refused;
    // A yes that comes too late seats nobody.
    resultOf(await a.socket.emitWithAck('pair:answer', { pupilId: guest.state.pupil.id, yes: true }));
    const taken = heard(guest.socket, 'knock:changed', ({ end }) => end === 'withdrawn');
    await knock(a.state.seat.id);
    const gone = heard(a.socket, 'pair:changed', ({ knocking }) => knocking.length === 0);
    await knock(null);
    await Promise.all([taken, gone]);
    const page = await school.openPage(guest.token);
    expect(page.state.seat.id).toBe(guest.state.seat.id);
  });

  it('ends a knock when the page of who knocked is closed', async () => {
    const host = await school.join('Kauz');
    const guest = await school.join('Krähe');
    const knocked = heard(host.socket, 'pair:changed', ({ knocking }) => knocking.length === 1);
    await guest.socket.emitWithAck('pair:knock', { seatId: host.state.seat.id });
    await knocked;
    const gone = heard(host.socket, 'pair:changed', ({ knocking }) => knocking.length === 0);
    guest.socket.disconnect();
    await gone;
  });

  it('begins once when two let the same pupil in, who may drive then', async () => {
    const { host, guest: second } = await pairOf('Uhu', 'Kauz');
    const guest = await school.join('Star');
    const pupilId = guest.state.pupil.id;
    const seen = heard(second.socket, 'pair:changed', ({ knocking }) => knocking.length > 0);
    resultOf(await guest.socket.emitWithAck('pair:knock', { seatId: host.state.seat.id }));
    await seen;
    const states: PupilState[] = [];
    guest.socket.on('seat:state', (state) => states.push(state));
    const answers = [host, second, host].map(({ socket }) =>
      socket.emitWithAck('pair:answer', { pupilId, yes: true }),
    );
    for (const answer of await Promise.all(answers)) resultOf(answer);
    // Who moves hears of what happened before in the state of the new seat, and of what comes after as events.
    await vi.waitFor(() => expect(states).not.toEqual([]), { timeout: 15_000 });
    const passed = heard(guest.socket, 'pair:changed', ({ driver }) => driver === pupilId);
    resultOf(await host.socket.emitWithAck('drive:pass', { pupilId }));
    expect((await passed).pupils.map(({ id }) => id)).toContain(pupilId);
    expect(states.map(({ seat }) => seat.id)).toEqual([host.state.seat.id]);
  });

  it('has room for three', async () => {
    const { host } = await pairOf('Adler', 'Bussard');
    const third = await school.join('Condor');
    await sitTogether(third, host);
    const fourth = await school.join('Dohle');
    const knock = fourth.socket.emitWithAck('pair:knock', { seatId: host.state.seat.id });
    expect(await refusalOf(knock)).toBe('seat-full');
  });

  it.each(['unknown', ''])('knows no seat %j', async (seatId) => {
    const { socket } = await school.join('Gans');
    expect(await refusalOf(socket.emitWithAck('pair:knock', { seatId }))).toBe('seat-gone');
  });

  it('can’t be parted from one’s own seat', async () => {
    const { socket } = await school.join('Huhn');
    expect(await refusalOf(socket.emitWithAck('pair:part', {}))).toBe('at-own-seat');
  });
});

describe('the drive', () => {
  it('is passed with one request; the other’s work is kept, not taken', async () => {
    const { host, guest } = await pairOf('Löwe', 'Luchs');
    const shown = heard(guest.socket, 'workspace:changed', ({ version }) => version === 1);
    await save(host, 0, { by: 'host' });
    expect((await shown).blocks).toEqual({ by: 'host' });

    const current = heard(guest.socket, 'workspace:changed');
    expect(await refusalOf(save(guest, 1, { by: 'guest' }))).toBe('not-driving');
    expect((await current).blocks).toEqual({ by: 'host' });

    const passed = heard(guest.socket, 'pair:changed', ({ driver }) => driver === guest.state.pupil.id);
    resultOf(await host.socket.emitWithAck('drive:pass', { pupilId: guest.state.pupil.id }));
    await passed;
    resultOf(await save(guest, 1, { by: 'guest now' }));
    expect(await refusalOf(save(host, 2, { by: 'host again' }))).toBe('not-driving');
    expect(await everythingOf(host)).toEqual(
      expect.arrayContaining([{ by: 'host' }, { by: 'guest' }, { by: 'guest now' }, { by: 'host again' }]),
    );
  });

  it('is wished for with a span that runs for both', async () => {
    const { host, guest } = await pairOf('Maus', 'Molch');
    const atHost = heard(host.socket, 'pair:changed', ({ wish }) => wish !== null);
    resultOf(await guest.socket.emitWithAck('drive:ask', {}));
    const { wish } = await atHost;
    expect(wish?.pupilId).toBe(guest.state.pupil.id);
    expect(wish?.takesOverInMs).toBeGreaterThan(0);
    expect(wish?.takesOverInMs).toBeLessThanOrEqual(20_000);
  });

  it('is taken at once from who has closed the page', async () => {
    const { host, guest } = await pairOf('Natter', 'Nerz');
    const away = heard(guest.socket, 'pair:changed', ({ pupils }) =>
      pupils.some(({ connected }) => !connected),
    );
    host.socket.disconnect();
    await away;
    const mine = heard(guest.socket, 'pair:changed', ({ driver }) => driver === guest.state.pupil.id);
    await guest.socket.emitWithAck('drive:ask', {});
    await mine;
    resultOf(await save(guest, 0, { by: 'guest' }));
  });

  it('is passed on only by who has it, and only to who is there', async () => {
    const { host, guest } = await pairOf('Otter', 'Orca');
    const toSelf = guest.socket.emitWithAck('drive:pass', { pupilId: guest.state.pupil.id });
    expect(await refusalOf(toSelf)).toBe('driver-only');
    const stranger = await school.join('Panda');
    const toStranger = host.socket.emitWithAck('drive:pass', { pupilId: stranger.state.pupil.id });
    expect(await refusalOf(toStranger)).toBe('pupil-away');
  });

  it('is one pupil’s when both save and pass in the same moment, and nothing is lost', async () => {
    const { host, guest } = await pairOf('Qualle', 'Quokka');
    const both = [host, guest] as const;
    const sent: string[] = [];
    let version = 0;
    let driving = 0;
    for (let round = 0; round < 24; round += 1) {
      const [driver, other] = driving === 0 ? [host, guest] : [guest, host];
      const names = both.map((_, index) => `round ${round}, pupil ${index}`);
      sent.push(...names);
      const [first, second] = await Promise.all([
        save(both[0], version, { by: names[0] }),
        save(both[1], version, { by: names[1] }),
        driver.socket.emitWithAck('drive:pass', { pupilId: other.state.pupil.id }),
      ]);
      const codes = [first, second].map((answer) => (answer.ok ? 'saved' : answer.problem.code));
      // The driver's save leaves before their pass. The other's comes before it, or on a version they have not seen.
      expect(codes[driving]).toBe('saved');
      expect(['not-driving', 'workspace-conflict']).toContain(codes[1 - driving]);
      version += 1;
      driving = 1 - driving;
      if (round % 8 === 7) {
        const reader = await school.openPage(host.token);
        const kept = JSON.stringify(await everythingOf(reader));
        for (const name of sent.splice(0)) expect(kept).toContain(name);
        reader.socket.disconnect();
      }
    }
  });
});

describe('work that is on its way while its pupil moves', () => {
  it('lands at the home it was meant for', async () => {
    const { guest } = await pairOf('Rabe', 'Reh');
    resultOf(await save(guest, 0, { late: true }, guest.state.seat.id));
    const back = heard(guest.socket, 'seat:state', ({ seat }) => seat.id === guest.state.seat.id);
    resultOf(await guest.socket.emitWithAck('pair:part', {}));
    expect((await back).workspace.blocks).toEqual({ late: true });
  });

  it('of the common seat lands in the history at home', async () => {
    const { guest, host } = await pairOf('Star', 'Storch');
    resultOf(await guest.socket.emitWithAck('pair:part', {}));
    expect(await refusalOf(save(guest, 0, { late: 'common' }, host.state.seat.id))).toBe('seat-left');
    expect(await everythingOf(guest)).toContainEqual({ late: 'common' });
  });
});

describe('after a restart of the server', () => {
  it('whoever saved last drives on, though the other came back first', async () => {
    const { host, guest } = await pairOf('Tapir', 'Taube');
    await save(host, 0, { by: 'host' });
    await host.socket.emitWithAck('drive:pass', { pupilId: guest.state.pupil.id });
    resultOf(await save(guest, 1, { by: 'guest' }));
    host.socket.disconnect();
    guest.socket.disconnect();
    await school.restart();
    const first = await school.openPage(host.token);
    expect(first.state.pair.driver).toBe(guest.state.pupil.id);
    const second = await school.openPage(guest.token);
    expect(second.state.pair.driver).toBe(guest.state.pupil.id);
    expect(await refusalOf(save(first, 2, { by: 'host' }))).toBe('not-driving');
    resultOf(await save(second, 2, { by: 'guest again' }));
  });
});
