import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reserveLoan } from '../../../../server/lending/loans/reserve.ts';
import { searchLoans } from '../../../../server/lending/loans/search.ts';
import { day, june, openStoreroom, type Storeroom } from './storeroom.ts';

describe('reserving', () => {
  let room: Storeroom;
  beforeAll(async () => {
    room = await openStoreroom();
  });
  afterAll(() => room.close());

  const reserve = (loanId: string, version: number, ...assetIds: string[]) =>
    reserveLoan(room.context, { loanId, version, assetIds, person: room.keeper });

  it('takes a kit with all that is in it, and what is to be counted; what is broken stays behind', async () => {
    const kit = await room.addThing('kit');
    const box = await room.addThing('box', { inside: kit });
    const pi = await room.addThing('device', { inside: box });
    await room.addThing('device', { inside: box, condition: 'repair' });
    await room.addParts(box, 'LED', 20);
    const loan = await room.request(june, june + 7 * day);
    const reserved = await reserve(loan.id, loan.version, kit);
    expect(reserved.state).toBe('reserved');
    expect(reserved.itemList.map(({ asset, insideOf }) => [asset.code, insideOf])).toEqual([
      [kit, null],
      [pi, box],
      [box, kit],
    ]);
    expect(reserved.parts).toMatchObject([{ assetId: box, name: 'LED', quantity: 20, back: null }]);
    expect(reserved.codes).toEqual([kit]);
    expect(reserved.steps).toEqual(['reserve', 'cancel', 'pack', 'no-show', 'extend']);
  });

  it('refuses what another loan has, with its code, loan and time', async () => {
    const kit = await room.addThing('kit');
    const pi = await room.addThing('device', { inside: kit });
    const first = await room.request(june, june + 7 * day);
    await reserve(first.id, first.version, kit);
    const second = await room.request(june + 6 * day, june + 9 * day);
    await expect(reserve(second.id, second.version, pi)).rejects.toMatchObject({
      problem: {
        code: 'already-lent',
        message: {
          de: `${pi} (Ding ${pi}) gehört 01.06.2026, 08:00 bis 08.06.2026, 08:00 zur Leihe ${first.number} an Testschule. Wählen Sie etwas anderes oder eine andere Zeit.`,
        },
      },
    });
    const touching = await room.request(june + 7 * day, june + 9 * day);
    expect((await reserve(touching.id, touching.version, kit)).state).toBe('reserved');
  });

  it('refuses what makes no sense', async () => {
    const kit = await room.addThing('kit');
    const pi = await room.addThing('device', { inside: kit });
    const broken = await room.addThing('device', { condition: 'lost' });
    const loan = await room.request(june, june + 7 * day);
    const code = (name: string) => ({ problem: { code: name } });
    await expect(reserve(loan.id, loan.version, kit, pi)).rejects.toMatchObject(code('asset-in-other'));
    await expect(reserve(loan.id, loan.version, broken)).rejects.toMatchObject(code('asset-unfit'));
    await expect(reserve(loan.id, loan.version, 'nothing')).rejects.toMatchObject(code('asset-unknown'));
    await expect(reserve(loan.id, 7, kit)).rejects.toMatchObject(code('loan-changed'));
    await expect(reserve('nothing', 1, kit)).rejects.toMatchObject(code('loan-unknown'));
  });

  it('lets go of what is not chosen any more', async () => {
    const [old, fresh] = [await room.addThing('kit'), await room.addThing('kit')];
    const loan = await room.request(june, june + 7 * day);
    const first = await reserve(loan.id, loan.version, old);
    const second = await reserve(loan.id, first.version, fresh);
    expect(second.codes).toEqual([fresh]);
    const other = await room.request(june, june + 7 * day);
    expect((await reserve(other.id, other.version, old)).codes).toEqual([old]);
  });

  it('finds loans by words, states and codes', async () => {
    const find = async (text: string) =>
      (await searchLoans(room.db, { text }, june)).loans.map(({ number }) => number);
    expect(await find('2026-001 mainz')).toEqual(['2026-001']);
    expect(await find('state:reserved k1')).toEqual(['2026-001']);
    expect(await find('state:out')).toEqual([]);
    expect(await find('100% K999')).toEqual([]);
  });
});
