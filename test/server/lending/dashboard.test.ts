import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PersonView } from '../../../server/api/contract/endpoints.ts';
import type { LoanState } from '../../../server/api/contract/lending/loans.ts';
import { record } from '../../../server/lending/history/record.ts';
import { dashboard } from '../../../server/lending/reports/dashboard.ts';
import { day, hour, june, openStoreroom, type Storeroom } from './loans/storeroom.ts';

let room: Storeroom;
beforeEach(async () => {
  room = await openStoreroom();
});
afterEach(() => room.close());

/** A loan as it is after some steps. */
async function loan(state: LoanState, startsAt: number, endsAt: number): Promise<string> {
  const { id } = await room.request(startsAt, endsAt);
  await room.db.updateTable('loan').set({ state }).where('id', '=', id).execute();
  return id;
}

function account({ id, name, role }: PersonView) {
  const written = new Date(june).toISOString();
  return {
    ...{ id, name, role, email: `${id}@example.org`, emailVerified: 0, image: null },
    ...{ createdAt: written, updatedAt: written, schoolId: null, duty: null },
  };
}

describe('what needs somebody', () => {
  it('is counted for today, and listed for the week', async () => {
    await loan('requested', june + 60 * day, june + 70 * day);
    const late = await loan('reserved', june - day, june + 9 * day);
    const today = await loan('packed', june + 4 * hour, june + 9 * day);
    const soon = await loan('reserved', june + 3 * day, june + 9 * day);
    await loan('reserved', june + 20 * day, june + 30 * day);
    const back = await loan('out', june - 9 * day, june + 2 * hour);
    const week = await loan('out', june - 9 * day, june + 6 * day);
    await loan('out', june - 9 * day, june + 30 * day);
    const overdue = await loan('out', june - 9 * day, june - hour);
    const longer = await loan('out', june - 40 * day, june - 12 * day);
    const shelf = await loan('returned', june - 9 * day, june - day);

    const board = await dashboard(room.context);
    const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);
    expect(board.today).toEqual({ out: 2, back: 1 });
    expect(ids(board.toPack)).toEqual([late, soon]);
    expect(ids(board.goingOut)).toEqual([today]);
    expect(ids(board.comingBack)).toEqual([back, week]);
    expect(ids(board.overdue)).toEqual([longer, overdue]);
    expect(ids(board.toRestock)).toEqual([shelf]);
    expect(board.totals).toMatchObject({
      ...{ requests: 1, toPack: 2, goingOut: 1, comingBack: 2, overdue: 2, toRestock: 1 },
      ...{ devices: 0, lowStock: 0, missing: 0, damages: 0 },
    });
  });

  it('counts all of it, however much there is, and lists the first', async () => {
    for (let index = 0; index < 60; index += 1) await room.request(june + day, june + 2 * day);
    const board = await dashboard(room.context);
    expect(board.totals.requests).toBe(60);
    expect(board.requests).toHaveLength(50);
  });

  it('lists what a school reported broken until somebody of the association writes how it is', async () => {
    await room.db.insertInto('person').values(account(room.teacher)).execute();
    const [broken, told] = [await room.addThing('device'), await room.addThing('part')];
    const report = (assetId: string, at: number, text: string) =>
      room.db.transaction().execute((trx) =>
        record(trx, {
          ...{ id: `${assetId}-${at}`, at, by: room.teacher.id, kind: 'asset.damage-reported', assetId },
          ...{ schoolId: 'school', de: `Schaden: ${text}`, en: `Damage: ${text}` },
        }),
      );
    await report(broken, june - day, 'flackert');
    await report(broken, june - hour, 'geht nicht an');
    await report(told, june - 2 * hour, 'Kappe weg');
    await report(told, june - 100 * day, 'schon lange');
    const { damages, totals } = await dashboard(room.context);
    expect(damages.map(({ assetId, de, school }) => [assetId, de, school])).toEqual([
      [broken, 'Schaden: geht nicht an', 'Testschule'],
      [told, 'Schaden: Kappe weg', 'Testschule'],
    ]);
    expect(totals.damages).toBe(2);

    const note = { kind: 'note', assetId: told, de: 'Kappe liegt bei', en: 'Cap is with it' } as const;
    // What the school itself adds is no answer.
    await room.db
      .transaction()
      .execute((trx) => record(trx, { id: 'a', at: june, by: room.teacher.id, ...note }));
    expect((await dashboard(room.context)).totals.damages).toBe(2);
    await room.db
      .transaction()
      .execute((trx) => record(trx, { id: 'b', at: june, by: room.keeper.id, ...note }));
    expect((await dashboard(room.context)).damages.map(({ assetId }) => assetId)).toEqual([broken]);
    await room.db.updateTable('asset').set({ condition: 'repair' }).where('id', '=', broken).execute();
    expect((await dashboard(room.context)).totals.damages).toBe(0);
  });

  it('names what is lost with the loan from which it did not come back, until it is found or given up', async () => {
    const loanId = await loan('closed', june - 30 * day, june - 9 * day);
    const lost = await room.addThing('part', { condition: 'lost' });
    await room.addThing('box', { condition: 'lost' });
    await room.addThing('part', { condition: 'retired' });
    const times = { starts_at: june - 30 * day, ends_at: june - 9 * day };
    await room.db
      .insertInto('loan_item')
      .values({
        ...{ id: 'item', loan_id: loanId, asset_id: lost, state: 'missing', active: 0, inside_of: null },
        ...{
          ...times,
          out_at: times.starts_at,
          back_at: null,
          remark: '',
          photo_ids: '[]',
          exchanged_for: null,
        },
      })
      .execute();
    const { missing } = await dashboard(room.context);
    expect(missing).toHaveLength(2);
    expect(missing.find(({ assetId }) => assetId === lost)?.loan).toMatchObject({
      id: loanId,
      school: 'Testschule',
    });
    expect(missing.find(({ assetId }) => assetId !== lost)?.loan).toBeNull();
  });
});
