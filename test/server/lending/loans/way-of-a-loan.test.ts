import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Loan } from '../../../../server/api/contract/lending/loans.ts';
import { endBefore } from '../../../../server/lending/loans/cancel.ts';
import { DeviceMoves } from '../../../../server/lending/loans/device-moves.ts';
import { extendLoan } from '../../../../server/lending/loans/extend.ts';
import { followMove } from '../../../../server/lending/loans/follow-move.ts';
import { handOver } from '../../../../server/lending/loans/hand-over.ts';
import { packItem } from '../../../../server/lending/loans/pack.ts';
import { readLoan } from '../../../../server/lending/loans/read-loan.ts';
import { reserveLoan } from '../../../../server/lending/loans/reserve.ts';
import { restockLoan } from '../../../../server/lending/loans/restock.ts';
import { returnItems } from '../../../../server/lending/loans/return-items.ts';
import { undoReturn } from '../../../../server/lending/loans/undo-return.ts';
import { day, june, openStoreroom, type Storeroom } from './storeroom.ts';

const signatures = { association: null, school: null };
const code = (name: string) => ({ problem: { code: name } });

describe('the way of a loan', () => {
  let room: Storeroom;
  beforeAll(async () => {
    room = await openStoreroom();
  });
  afterAll(() => room.close());

  const by = () => ({ person: room.keeper });
  const reserve = async (startsAt: number, endsAt: number, ...assetIds: string[]): Promise<Loan> => {
    const loan = await room.request(startsAt, endsAt);
    return reserveLoan(room.context, { loanId: loan.id, version: loan.version, assetIds, ...by() });
  };
  const pack = (loan: Loan, label: string, inside = false) =>
    packItem(room.context, { loanId: loan.id, code: label, packed: true, inside, ...by() });
  let requests = 0;
  const give = (
    { id: loanId, version }: Loan,
    more: { requestId?: string; withoutUnpacked?: boolean } = {},
  ) =>
    handOver(room.context, {
      ...{ loanId, version, remarks: '', signatures, ...by() },
      requestId: more.requestId ?? `request-${++requests}`,
      withoutUnpacked: more.withoutUnpacked ?? false,
    });
  const takeBack = (
    loan: Loan,
    states: Record<string, 'back' | 'damaged' | 'missing'>,
    parts: { assetId: string; consumableId: string; back: number; damaged: number }[] = [],
  ) =>
    returnItems(room.context, {
      ...{ loanId: loan.id, requestId: `request-${++requests}`, parts, ...by() },
      items: Object.entries(states).map(([label, state]) => ({
        ...{ state, remark: '', photoIds: [] },
        itemId: itemOf(loan, label),
      })),
    });
  const itemOf = (loan: Loan, label: string) =>
    loan.itemList.find(({ asset }) => asset.code === label)?.id ?? label;
  const statesOf = (loan: Loan) =>
    Object.fromEntries(loan.itemList.map(({ asset, state }) => [asset.code, state]));
  const conditionOf = async (id: string) =>
    (await room.db.selectFrom('asset').select('condition').where('id', '=', id).executeTakeFirstOrThrow())
      .condition;

  it('goes from the shelf to the school and back, with one part missing and one Pi broken', async () => {
    const kit = await room.addThing('kit');
    const pi = await room.addThing('device', { inside: kit });
    const broken = await room.addThing('device', { inside: kit });
    await room.addParts(kit, 'Kabel', 40);
    let loan = await reserve(june + day, june + 9 * day, kit);
    await expect(give(loan)).rejects.toMatchObject(code('nothing-packed'));
    loan = await pack(loan, kit);
    expect([loan.state, loan.warnings.map((one) => one.code)]).toEqual(['reserved', ['not-packed']]);
    await expect(give(loan)).rejects.toMatchObject(code('not-packed'));
    loan = await pack(loan, kit, true);
    expect(loan.state).toBe('packed');
    loan = await give(loan);
    expect([loan.state, statesOf(loan)]).toEqual(['out', { [kit]: 'out', [pi]: 'out', [broken]: 'out' }]);
    loan = await takeBack(loan, { [kit]: 'back', [broken]: 'damaged' });
    expect([loan.state, loan.itemsOut]).toEqual(['out', 1]);
    loan = await takeBack(loan, { [pi]: 'back' });
    expect([loan.state, loan.warnings.map((one) => one.code)]).toEqual(['returned', ['parts-uncounted']]);
    const restock = (quantity: number) =>
      restockLoan(room.context, {
        ...{ loanId: loan.id, version: loan.version, ...by() },
        refill: [{ assetId: kit, consumableId: 'Kabel', quantity }],
      });
    await expect(restock(1)).rejects.toMatchObject(code('parts-uncounted'));
    loan = await takeBack(loan, {}, [{ assetId: kit, consumableId: 'Kabel', back: 38, damaged: 1 }]);
    await expect(restock(101)).rejects.toMatchObject(code('stock-short'));
    await expect(restock(4)).rejects.toMatchObject(code('too-many'));
    loan = await restock(2);
    expect(loan.state).toBe('closed');
    const { present } = await room.db
      .selectFrom('asset_content')
      .select('present')
      .where('asset_id', '=', kit)
      .executeTakeFirstOrThrow();
    expect([present, await conditionOf(broken), await conditionOf(pi)]).toEqual([39, 'repair', 'usable']);
    const stock = await room.db
      .selectFrom('history')
      .select(['loan_id', 'data'])
      .where('asset_id', '=', 'Kabel')
      .where('kind', '=', 'consumable.stock')
      .execute();
    expect(stock.map(({ loan_id, data }) => [loan_id, JSON.parse(data)])).toEqual([
      [null, expect.objectContaining({ de: '2 in K1, jetzt 98', by: -2, stock: 98 })],
    ]);
  });

  it('refuses labels that are none, of others, of another loan, or of what is broken', async () => {
    const [kit, other, broken] = [
      await room.addThing('kit'),
      await room.addThing('kit'),
      await room.addThing('device'),
    ];
    const loan = await reserve(june, june + day, kit, broken);
    const second = await reserve(june, june + day, other);
    await room.db.updateTable('asset').set({ condition: 'repair' }).where('id', '=', broken).execute();
    await expect(pack(loan, 'Hallo')).rejects.toMatchObject(code('code-unreadable'));
    await expect(pack(loan, 'K999')).rejects.toMatchObject(code('asset-unknown'));
    await expect(pack(loan, `https://andere.example/t/${kit}`)).rejects.toMatchObject(code('label-foreign'));
    await expect(pack(loan, other)).rejects.toMatchObject({
      problem: { code: 'not-in-loan', message: { de: expect.stringContaining(`Leihe ${second.number}`) } },
    });
    await expect(pack(loan, broken)).rejects.toMatchObject(code('asset-unfit'));
    expect(statesOf(await pack(loan, `https://verein.example/t/${kit.toLowerCase()}`))[kit]).toBe('packed');
  });

  it('does not pack what is overdue elsewhere, and frees what is back early', async () => {
    const kit = await room.addThing('kit');
    const first = await give(await pack(await reserve(june, june + day, kit), kit));
    const second = await reserve(june + day, june + 3 * day, kit);
    room.setTime(june + 2 * day);
    await expect(pack(second, kit)).rejects.toMatchObject(code('still-out'));
    expect((await readLoan(room.db, second.id, june + 2 * day))?.warnings[0]).toMatchObject({
      code: 'still-out',
      de: expect.stringContaining('überfällig'),
    });
    await takeBack(first, { [kit]: 'back' });
    expect((await pack(second, kit)).state).toBe('packed');
    room.setTime(june);
    const early = await room.addThing('kit');
    const out = await give(await pack(await reserve(june, june + 20 * day, early), early));
    await expect(reserve(june + day, june + 2 * day, early)).rejects.toMatchObject(code('already-lent'));
    await takeBack(out, { [early]: 'back' });
    expect((await reserve(june + day, june + 2 * day, early)).state).toBe('reserved');
    await expect(
      undoReturn(room.context, { loanId: out.id, itemId: itemOf(out, early), state: 'out', ...by() }),
    ).rejects.toMatchObject(code('already-lent'));
  });

  it('leaves a thing as it is where a return is put right after it went out again', async () => {
    const device = {
      id: 'went-again',
      name: 'Pi',
      secret_hash: 'y',
      desired_wiring: '{}',
      desired_version: 0,
    };
    await room.db
      .insertInto('device')
      .values({ ...device, number: 902, created_at: june })
      .execute();
    const pi = await room.addThing('device', { deviceId: device.id });
    const first = await give(await pack(await reserve(june, june + day, pi), pi));
    await takeBack(first, { [pi]: 'back' });
    await give(await pack(await reserve(june, june + day, pi), pi));
    const moves = () =>
      room.db
        .selectFrom('lending_setting')
        .select(['value', 'version'])
        .where('key', '=', 'device-school:went-again')
        .execute();
    const before = await moves();
    expect(before).toHaveLength(1);
    expect(before[0]?.value).not.toBe('');
    const right = await takeBack(first, { [pi]: 'damaged' });
    expect(statesOf(right)).toEqual({ [pi]: 'damaged' });
    expect(await conditionOf(pi)).toBe('usable');
    expect(await moves()).toEqual(before);
    await room.db.deleteFrom('lending_setting').where('key', '=', 'device-school:went-again').execute();
  });

  it('does a request once, however often it comes, and refuses a stale page', async () => {
    const kit = await room.addThing('kit');
    const packed = await pack(await reserve(june, june + day, kit), kit);
    const once = await give(packed, { requestId: 'twice' });
    const again = await give(packed, { requestId: 'twice' });
    expect([again.state, again.version, again.papers.length]).toEqual([
      'out',
      once.version,
      once.papers.length,
    ]);
    await expect(give(packed)).rejects.toMatchObject(code('loan-changed'));
  });

  it('extends until somebody else has it, and says who', async () => {
    const kit = await room.addThing('kit');
    const loan = await reserve(june, june + day, kit);
    const next = await reserve(june + 5 * day, june + 6 * day, kit);
    const extend = (endsAt: number) =>
      extendLoan(room.context, { loanId: loan.id, version: loan.version, endsAt, ...by() });
    await expect(extend(june + 5 * day + 1)).rejects.toMatchObject({
      problem: { code: 'already-lent', message: { de: expect.stringContaining(next.number) } },
    });
    expect((await extend(june + 5 * day)).endsAt).toBe(june + 5 * day);
  });

  it('moves a reservation although another loan is late with the thing; what it gains must be free', async () => {
    const kit = await room.addThing('kit');
    const late = await give(await pack(await reserve(june, june + day, kit), kit));
    let next = await reserve(june + 2 * day, june + 5 * day, kit);
    room.setTime(june + 3 * day);
    const move = async (startsAt: number, endsAt: number) => {
      next = await extendLoan(room.context, {
        ...{ loanId: next.id, version: next.version, startsAt, endsAt, ...by() },
      });
      return next.endsAt;
    };
    expect(await move(june + 2 * day, june + 6 * day)).toBe(june + 6 * day);
    await expect(move(june + day, june + 6 * day)).rejects.toMatchObject({
      problem: { code: 'already-lent', message: { de: expect.stringContaining(`Leihe ${late.number}`) } },
    });
    expect(await move(june + 4 * day, june + 7 * day)).toBe(june + 7 * day);
    room.setTime(june);
  });

  it('finds what was missing', async () => {
    const kit = await room.addThing('kit');
    const out = await give(await pack(await reserve(june, june + day, kit), kit));
    const missing = await takeBack(out, { [kit]: 'missing' });
    expect([missing.state, await conditionOf(kit)]).toEqual(['returned', 'lost']);
    const call = { loanId: out.id, itemId: itemOf(out, kit), ...by() };
    await undoReturn(room.context, { ...call, state: 'back' });
    expect(await conditionOf(kit)).toBe('usable');
    const outAgain = await undoReturn(room.context, { ...call, state: 'out' });
    expect([outAgain.state, outAgain.itemsOut]).toEqual(['out', 1]);
    await expect(takeBack(out, { nothing: 'back' })).rejects.toMatchObject(code('not-in-loan'));
  });

  it('is taken back by the school only, and only before it is out', async () => {
    const loan = await room.request(june, june + day);
    const stranger = { ...room.teacher, school: { id: 'elsewhere', name: 'Andere', city: '' } };
    const end = (person: Storeroom['teacher'], step: 'cancel' | 'decline') =>
      endBefore(room.context, { loanId: loan.id, version: loan.version, reason: 'krank', person, step });
    await expect(end(stranger, 'cancel')).rejects.toMatchObject(code('loan-unknown'));
    await expect(end(room.teacher, 'decline')).rejects.toMatchObject(code('loan-unknown'));
    expect(await end(room.teacher, 'cancel')).toMatchObject({
      state: 'cancelled',
      reason: 'krank',
      steps: [],
    });
  });

  it('lets reservations follow what is moved between kits', async () => {
    const [from, to] = [await room.addThing('kit'), await room.addThing('kit')];
    const pi = await room.addThing('device', { inside: from });
    const one = await reserve(june, june + day, from);
    const other = await reserve(june, june + day, to);
    const move = (parentId: string) =>
      room.db.transaction().execute(async (trx) => {
        await trx.updateTable('asset').set({ parent_id: parentId }).where('id', '=', pi).execute();
        return followMove(room.context, trx, { assetId: pi, person: room.keeper });
      });
    expect(await move(to)).toEqual([one.id, other.id]);
    expect(statesOf((await readLoan(room.db, one.id, june)) as Loan)[pi]).toBe('released');
    expect(statesOf((await readLoan(room.db, other.id, june)) as Loan)[pi]).toBe('reserved');
    const alone = await room.addThing('device');
    await reserve(june, june + day, alone);
    await expect(
      room.db.transaction().execute(async (trx) => {
        await trx.updateTable('asset').set({ parent_id: to }).where('id', '=', alone).execute();
        await followMove(room.context, trx, { assetId: alone, person: room.keeper });
      }),
    ).rejects.toMatchObject(code('already-lent'));
  });

  it('tells the fleet about Pis also when the server fell right after the step', async () => {
    const device = { id: 'pi-1', name: 'Pi 1', secret_hash: 'x', desired_wiring: '{}', desired_version: 0 };
    await room.db
      .insertInto('device')
      .values({ ...device, number: 901, created_at: june })
      .execute();
    const pi = await room.addThing('device', { deviceId: 'pi-1' });
    const out = await give(await pack(await reserve(june, june + day, pi), pi));
    expect(room.moves).toEqual([]);
    await new DeviceMoves(room.context).flush();
    await takeBack(out, { [pi]: 'back' });
    await new DeviceMoves(room.context).flush();
    await new DeviceMoves(room.context).flush();
    expect(room.moves).toEqual([
      ['pi-1', 'school'],
      ['pi-1', null],
    ]);
  });
});
