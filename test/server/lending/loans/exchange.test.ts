import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Loan } from '../../../../server/api/contract/lending/loans.ts';
import { historyEntries } from '../../../../server/lending/history/history-entries.ts';
import { exchangeItem } from '../../../../server/lending/loans/exchange.ts';
import { handOver } from '../../../../server/lending/loans/hand-over.ts';
import { packItem } from '../../../../server/lending/loans/pack.ts';
import { reserveLoan } from '../../../../server/lending/loans/reserve.ts';
import { restockLoan } from '../../../../server/lending/loans/restock.ts';
import { type CountedPart, returnItems } from '../../../../server/lending/loans/return-items.ts';
import { undoReturn } from '../../../../server/lending/loans/undo-return.ts';
import { day, june, openStoreroom, type Storeroom } from './storeroom.ts';

const code = (name: string) => ({ problem: { code: name } });

describe('an exchange', () => {
  let room: Storeroom;
  beforeAll(async () => {
    room = await openStoreroom();
  });
  afterAll(() => room.close());

  let requests = 0;
  const by = () => ({ person: room.keeper });
  const asked = () => `exchange-${++requests}`;
  const itemOf = (loan: Loan, label: string) =>
    loan.itemList.find(({ asset, state }) => asset.code === label && state !== 'released')?.id ?? label;
  const reserve = async (...assetIds: string[]) => {
    const loan = await room.request(june, june + 9 * day);
    return reserveLoan(room.context, { loanId: loan.id, version: loan.version, assetIds, ...by() });
  };
  /** A loan of a thing with all in it, handed over. */
  const lend = async (assetId: string): Promise<Loan> => {
    const { id: loanId } = await reserve(assetId);
    const { version } = await packItem(room.context, {
      ...{ loanId, code: assetId, packed: true, inside: true, ...by() },
    });
    return handOver(room.context, {
      ...{ loanId, version, requestId: asked(), withoutUnpacked: false, remarks: '', ...by() },
      signatures: { association: null, school: null },
    });
  };
  const exchange = (
    loan: Loan,
    old: string,
    fresh: string,
    more: Partial<Parameters<typeof exchangeItem>[1]> = {},
  ) =>
    exchangeItem(room.context, {
      ...{ loanId: loan.id, version: loan.version, itemId: itemOf(loan, old), assetId: fresh },
      ...{ reason: '', condition: 'usable', ...by(), ...more },
    });
  const takeBack = (loan: Loan, labels: readonly string[], parts: CountedPart[] = []) =>
    returnItems(room.context, {
      ...{ loanId: loan.id, requestId: asked(), parts, ...by() },
      items: labels.map((label) => ({
        ...{ itemId: itemOf(loan, label), state: 'back' as const, remark: '', photoIds: [] },
      })),
    });
  const statesOf = (loan: Loan) => loan.itemList.map(({ asset, state }) => `${asset.code} ${state}`);
  const conditionOf = async (id: string) =>
    (await room.db.selectFrom('asset').select('condition').where('id', '=', id).executeTakeFirstOrThrow())
      .condition;
  const presentIn = async (assetId: string) =>
    (
      await room.db
        .selectFrom('asset_content')
        .select('present')
        .where('asset_id', '=', assetId)
        .executeTakeFirstOrThrow()
    ).present;

  it('gives another Pi for a broken one, and says of the old one what staff say, with photos', async () => {
    const kit = await room.addThing('kit');
    const pi = await room.addThing('device', { inside: kit });
    const fresh = await room.addThing('device');
    const out = await lend(kit);
    const done = await exchange(out, pi, fresh, {
      ...{ reason: 'geht nicht an', condition: 'repair', photoIds: ['photo-1'] },
    });
    expect(statesOf(done)).toEqual([`${kit} out`, `${pi} released`, `${fresh} out`]);
    expect(done.itemList[1]).toMatchObject({ exchangedFor: fresh, photoIds: ['photo-1'] });
    expect(await conditionOf(pi)).toBe('repair');
    await expect(reserve(fresh)).rejects.toMatchObject(code('already-lent'));
    const lines = await historyEntries(room.db, { loanId: out.id });
    expect(lines.find(({ kind }) => kind === 'loan.item-exchanged')).toMatchObject({
      de: `${pi} (in Reparatur) gegen ${fresh} getauscht: geht nicht an`,
      details: [{ assetId: fresh, de: `${fresh} für ${pi} ausgegeben` }],
    });
    expect((await historyEntries(room.db, { assetId: fresh }))[0]?.de).toBe(`${fresh} für ${pi} ausgegeben`);
  });

  it('puts in order what was noted as broken while it was out', async () => {
    const pi = await room.addThing('device');
    const out = await lend(pi);
    await room.db.updateTable('asset').set({ condition: 'repair' }).where('id', '=', pi).execute();
    await exchange(out, pi, await room.addThing('device'), { condition: 'usable' });
    expect(await conditionOf(pi)).toBe('usable');
  });

  it('happens twice, and back again', async () => {
    const [one, two, three] = [
      await room.addThing('device'),
      await room.addThing('device'),
      await room.addThing('device'),
    ];
    let loan = await lend(one);
    loan = await exchange(loan, one, two);
    loan = await exchange(loan, two, three);
    await expect(exchange(loan, three, three)).rejects.toMatchObject(code('already-lent'));
    loan = await exchange(loan, three, one);
    expect(statesOf(loan).toSorted()).toEqual([
      `${one} out`,
      `${one} released`,
      `${two} released`,
      `${three} released`,
    ]);
    loan = await takeBack(loan, [one]);
    expect([loan.state, loan.items]).toEqual(['returned', 1]);
    expect((await reserve(two, three)).state).toBe('reserved');
  });

  it('of a box leaves its parts to be counted, and brings those of the new one', async () => {
    const [old, fresh] = [await room.addThing('box'), await room.addThing('box')];
    await room.addParts(old, 'LED', 20);
    await room.addParts(fresh, 'LED', 10);
    let loan = await exchange(await lend(old), old, fresh);
    const counts = () => loan.parts.map(({ assetId, quantity, back }) => [assetId, quantity, back]).sort();
    expect(counts()).toEqual([
      [old, 20, null],
      [fresh, 10, null],
    ]);
    const count = (assetId: string, back: number) => ({ assetId, consumableId: 'LED', back, damaged: 0 });
    loan = await takeBack(loan, [], [count(old, 18)]);
    expect([await presentIn(old), loan.state]).toEqual([18, 'out']);
    loan = await takeBack(loan, [fresh]);
    const close = () =>
      restockLoan(room.context, { loanId: loan.id, version: loan.version, refill: [], ...by() });
    await expect(close()).rejects.toMatchObject(code('parts-uncounted'));
    loan = await takeBack(loan, [], [count(fresh, 10)]);
    expect((await close()).state).toBe('closed');
  });

  it('of a lost box loses its parts with it, until it is found and counted', async () => {
    const [old, fresh] = [await room.addThing('box'), await room.addThing('box')];
    await room.addParts(old, 'LED', 20);
    let loan = await exchange(await lend(old), old, fresh, { condition: 'lost' });
    expect(statesOf(loan)).toEqual([`${old} missing`, `${fresh} out`]);
    expect([await conditionOf(old), await presentIn(old), loan.parts[0]?.back]).toEqual(['lost', 0, 0]);
    loan = await undoReturn(room.context, {
      ...{ loanId: loan.id, itemId: itemOf(loan, old), state: 'back', ...by() },
    });
    expect([await conditionOf(old), loan.state]).toEqual(['usable', 'out']);
    await takeBack(loan, [], [{ assetId: old, consumableId: 'LED', back: 19, damaged: 0 }]);
    expect(await presentIn(old)).toBe(19);
  });

  it('is refused for what is not out, what holds other things, and what is late', async () => {
    const kit = await room.addThing('kit');
    const pi = await room.addThing('device', { inside: kit });
    const fresh = await room.addThing('device');
    const loan = await lend(kit);
    await expect(exchange(loan, kit, fresh)).rejects.toMatchObject(code('has-things-inside'));
    await expect(exchange(loan, 'nothing', fresh)).rejects.toMatchObject(code('not-in-loan'));
    room.setTime(june + 10 * day);
    await expect(exchange(loan, pi, fresh)).rejects.toMatchObject(code('loan-overdue'));
    room.setTime(june);
    const back = await takeBack(loan, [pi]);
    await expect(exchange(back, pi, fresh)).rejects.toMatchObject(code('not-out'));
  });
});
