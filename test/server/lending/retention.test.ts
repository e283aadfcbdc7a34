import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { record } from '../../../server/lending/history/record.ts';
import { instantOf } from '../../../server/lending/loans/local-time.ts';
import { type DatedLoan, dueAt, isOpen } from '../../../server/lending/retention/due-day.ts';
import { defaultYears, readYears, writeYears } from '../../../server/lending/retention/retention-store.ts';
import { RetentionSweep } from '../../../server/lending/retention/retention-sweep.ts';
import { silentLog } from '../../support/silent-log.ts';
import { day, june, openStoreroom, type Storeroom } from './loans/storeroom.ts';

const at = (text: string) => Date.parse(text);
const loan = (more: Partial<DatedLoan>): DatedLoan => ({
  kind: 'loan',
  state: 'closed',
  requested_at: at('2023-01-10T10:00+01:00'),
  starts_at: at('2023-02-01T10:00+01:00'),
  ends_at: at('2023-03-01T10:00+01:00'),
  out_at: at('2023-02-01T10:00+01:00'),
  returned_at: at('2023-03-01T10:00+01:00'),
  closed_at: at('2023-03-02T10:00+01:00'),
  ...more,
});
const never = { out_at: null, returned_at: null, closed_at: null };

describe('the day from which a loan names nobody', () => {
  it.each<[string, Partial<DatedLoan>, string | null]>([
    ['closed: three full years later', {}, '2027-01-01'],
    ['closed in the last minute of a year', { closed_at: at('2023-12-31T23:59+01:00') }, '2027-01-01'],
    ['closed in the first of the next', { closed_at: at('2024-01-01T00:00+01:00') }, '2028-01-01'],
    ['brought back and never closed', { state: 'returned', closed_at: null }, '2027-01-01'],
    ['out, however long', { state: 'out', returned_at: null, closed_at: null }, null],
    [
      'a donation, ten years after it was given',
      { state: 'out', kind: 'donation', closed_at: null },
      '2034-01-01',
    ],
    ['declined, a year', { state: 'declined', ...never }, '2025-01-01'],
    ['cancelled, a year', { state: 'cancelled', ...never }, '2025-01-01'],
    ['nobody came for it', { state: 'no-show', ...never }, '2025-01-01'],
    ['asked for and forgotten', { state: 'requested', ...never }, '2025-01-01'],
    [
      'a donation that was asked for',
      { state: 'requested', kind: 'donation', ...never, ends_at: at('9999-12-31T00:00Z') },
      '2025-01-01',
    ],
  ])('%s', (_, more, expected) => {
    expect(dueAt(loan(more), defaultYears)).toBe(expected && instantOf(expected));
  });

  it('moves with the years that were chosen', () => {
    const due = (loanYears: number) => dueAt(loan({}), { loanYears, donationYears: 10 });
    expect(due(1)).toBe(instantOf('2025-01-01'));
    expect(due(10)).toBe(instantOf('2034-01-01'));
  });

  it('is no reason to delete while something is out or to be settled', () => {
    const open = (['requested', 'reserved', 'packed', 'out', 'returned'] as const).map((state) =>
      isOpen(loan({ state })),
    );
    expect(open).toEqual([true, true, true, true, true]);
    const over = (['closed', 'declined', 'cancelled', 'no-show'] as const).map((state) =>
      isOpen(loan({ state })),
    );
    expect(over).toEqual([false, false, false, false]);
    expect(isOpen(loan({ kind: 'donation', state: 'out' }))).toBe(false);
  });
});

describe('by itself', () => {
  let room: Storeroom;
  beforeEach(async () => {
    room = await openStoreroom();
    Object.assign(room.context, { logger: silentLog });
  });
  afterEach(() => room.close());

  /** So many closed loans, each with a contact and a history. */
  async function closedLoans(count: number, closed: number): Promise<string[]> {
    const ids: string[] = [];
    for (let made = 0; made < count; made += 1) {
      const { id } = await room.request(june, june + day);
      ids.push(id);
      await room.db
        .updateTable('loan')
        .set({ state: 'closed', closed_at: closed, contact_name: 'Frau Übel', search: 'frau übel' })
        .where('id', '=', id)
        .execute();
    }
    return ids;
  }
  const named = async () =>
    (await room.db.selectFrom('loan').select('id').where('contact_name', '<>', '').execute()).length;
  const newYear = instantOf('2030-01-01');

  it('loans are anonymised on the first of January and not a minute before; the rest of them stays', async () => {
    const [id] = await closedLoans(1, june + 2 * day);
    const sweep = new RetentionSweep(room.context);
    const before = await room.db.selectFrom('loan').selectAll().executeTakeFirstOrThrow();
    room.setTime(newYear - 60_000);
    expect([await sweep.round(), await named()]).toEqual([0, 1]);
    room.setTime(newYear);
    expect([await sweep.round(), await named()]).toEqual([1, 0]);
    const gone = { requested_by: null, contact_name: '', search: `${before.number} testschule mainz` };
    expect(await room.db.selectFrom('loan').selectAll().executeTakeFirst()).toEqual({
      ...before,
      ...gone,
      version: before.version + 1,
    });
    const history = await room.db
      .selectFrom('history')
      .selectAll()
      .where('loan_id', '=', id!)
      .orderBy('at')
      .execute();
    expect(history.map(({ kind, by }) => [kind, by])).toEqual([
      ['loan.requested', null],
      ['loan.erased', null],
    ]);
    expect(JSON.parse(history[0]!.data)).toMatchObject({ de: 'Text gelöscht', erased: true });
  });

  it('it looks once a day, and anonymises nothing twice', async () => {
    await closedLoans(1, june);
    const sweep = new RetentionSweep(room.context);
    room.setTime(newYear);
    expect(await sweep.round()).toBe(1);
    const late = await closedLoans(1, june);
    expect([await sweep.round(), await named()]).toEqual([0, 1]);
    room.setTime(newYear + day);
    expect([await sweep.round(), await named()]).toEqual([1, 0]);
    const erased = await room.db
      .selectFrom('loan_erased')
      .select('at')
      .where('loan_id', '=', late[0]!)
      .execute();
    expect(erased).toEqual([{ at: newYear + day }]);
    room.setTime(newYear + 2 * day);
    expect(await sweep.round()).toBe(0);
  });

  it('what was worked on after it was anonymised goes once more, a full year later', async () => {
    const [id] = await closedLoans(1, june);
    const sweep = new RetentionSweep(room.context);
    room.setTime(newYear);
    expect(await sweep.round()).toBe(1);
    room.setTime(newYear + day);
    await room.db.transaction().execute(async (trx) => {
      await trx.updateTable('loan').set({ contact_name: 'Frau Übel' }).where('id', '=', id!).execute();
      const words = { kind: 'loan.changed' as const, de: 'Angaben geändert', en: 'Changed' };
      await record(trx, { id: 'later', at: newYear + day, by: null, loanId: id!, ...words });
    });
    room.setTime(instantOf('2032-01-01') - 60_000);
    expect([await sweep.round(), await named()]).toEqual([0, 1]);
    room.setTime(instantOf('2032-01-01'));
    expect([await new RetentionSweep(room.context).round(), await named()]).toEqual([1, 0]);
    room.setTime(instantOf('2040-01-01'));
    expect(await sweep.round()).toBe(0);
  });

  it('a loan that is moved while others are anonymised keeps its names', async () => {
    const ids = await closedLoans(21, june);
    const last = ids.toSorted().at(-1)!;
    room.setTime(newYear);
    let moved = false;
    room.context.events.on('changed', () => {
      if (moved) return;
      moved = true;
      void room.db.updateTable('loan').set({ closed_at: newYear }).where('id', '=', last).execute();
    });
    expect(await new RetentionSweep(room.context).round()).toBe(20);
    expect(await named()).toBe(1);
  });

  it('many at once are done a few at a time, all of them', async () => {
    await closedLoans(47, june);
    room.setTime(newYear);
    expect(await new RetentionSweep(room.context).round()).toBe(47);
    expect(await named()).toBe(0);
  });

  it('a server that ended in the middle goes on with the next look', async () => {
    await closedLoans(3, june);
    room.setTime(newYear);
    const stopped = new RetentionSweep(room.context);
    await stopped.stop();
    await stopped.round();
    expect(await named()).toBe(3);
    const next = new RetentionSweep(room.context);
    next.start();
    await next.stop();
    await new RetentionSweep(room.context).round();
    expect(await named()).toBe(0);
  });

  it('who chose other years has those, and of two who choose at once one', async () => {
    expect(await readYears(room.db)).toEqual({ ...defaultYears, version: 0 });
    expect(await writeYears(room.db, { loanYears: 1, donationYears: 6 }, 0)).toBe(true);
    expect(await writeYears(room.db, { loanYears: 9, donationYears: 6 }, 0)).toBe(false);
    await closedLoans(1, june);
    room.setTime(instantOf('2028-01-01'));
    expect(await new RetentionSweep(room.context).round()).toBe(1);
  });
});
