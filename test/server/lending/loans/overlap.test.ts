import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ProblemError } from '../../../../device/contract/problem.ts';
import type { Loan } from '../../../../server/api/contract/lending/loans.ts';
import { endBefore } from '../../../../server/lending/loans/cancel.ts';
import { extendLoan } from '../../../../server/lending/loans/extend.ts';
import { handOver } from '../../../../server/lending/loans/hand-over.ts';
import { packItem } from '../../../../server/lending/loans/pack.ts';
import { reserveLoan } from '../../../../server/lending/loans/reserve.ts';
import { returnItems } from '../../../../server/lending/loans/return-items.ts';
import { violatedConstraint } from '../../../../server/storage/violation.ts';
import { hour, june, openStoreroom, type Storeroom } from './storeroom.ts';

let room: Storeroom;
beforeAll(async () => {
  room = await openStoreroom();
});
afterAll(() => room.close());

/** A loan as the model knows it: things by their place in the room, times in hours from now. */
interface ModelLoan {
  loan: Loan;
  readonly things: ReadonlySet<number>;
  from: number;
  to: number;
  state: 'reserved' | 'out' | 'over';
}

/** All loans, and the hour that it is. */
interface Model {
  readonly loans: ModelLoan[];
  now: number;
}

type Operation =
  | { readonly kind: 'reserve'; readonly choice: number; readonly from: number; readonly length: number }
  | { readonly kind: 'extend'; readonly loan: number; readonly from: number; readonly length: number }
  | { readonly kind: 'cancel' | 'out' | 'back'; readonly loan: number }
  | { readonly kind: 'wait'; readonly length: number };

const time = { from: fc.nat(12), length: fc.integer({ min: 1, max: 5 }) };
const operations: fc.Arbitrary<Operation[]> = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({ kind: fc.constant('reserve' as const), choice: fc.nat(3), ...time }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('extend' as const), loan: fc.nat(9), ...time }) },
    {
      weight: 4,
      arbitrary: fc.record({ kind: fc.constantFrom('cancel', 'out', 'back'), loan: fc.nat(9) }),
    },
    // Time passes: what is out becomes overdue.
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('wait' as const), length: fc.integer({ min: 1, max: 4 }) }),
    },
  ),
  { minLength: 5, maxLength: 25 },
) as fc.Arbitrary<Operation[]>;

/** Handed over an hour early, and to come back before it was to begin: once refused. */
const outEarlyAndBackBefore: Operation[] = [
  { kind: 'reserve', choice: 0, from: 1, length: 1 },
  { kind: 'out', loan: 0 },
  { kind: 'extend', loan: 0, from: 0, length: 1 },
];

/** What each choice takes along: a kit with two Pis, one of them alone, the other, a part that is in nothing. */
const choices = [[0, 1, 2], [1], [2], [3]] as const;

describe('no thing is lent to two at once', () => {
  it('whatever is reserved, moved, cancelled, handed out, late and taken back, as a simple model says', async () => {
    await fc.assert(
      fc.asyncProperty(operations, async (steps) => {
        const kit = await room.addThing('kit');
        const things = [
          kit,
          await room.addThing('device', { inside: kit }),
          await room.addThing('device', { inside: kit }),
          await room.addThing('part'),
        ];
        const model: Model = { loans: [], now: 0 };
        room.setTime(june);
        for (const step of steps) await check(step, things, model);
        await compare(things, model);
      }),
      { numRuns: 40, examples: [[outEarlyAndBackBefore]] },
    );
  }, 600_000);

  it('also when something writes past our code: the database refuses by itself', async () => {
    const kit = await room.addThing('kit');
    const [first, second] = [await room.request(june, june + hour), await room.request(june, june + hour)];
    const row = (
      id: string,
      loan: Loan,
      from: number,
      to: number,
      state: 'reserved' | 'packed' | 'out' | 'back',
    ) => ({
      ...{ id: `${kit}-${id}`, loan_id: loan.id, asset_id: kit, state, inside_of: null, remark: '' },
      ...{ starts_at: june + from * hour, ends_at: june + to * hour, active: state === 'back' ? 0 : 1 },
      ...{ out_at: null, back_at: null, photo_ids: '[]', exchanged_for: null },
    });
    const insert = (...rows: ReturnType<typeof row>[]) =>
      room.db
        .insertInto('loan_item')
        .values(rows)
        .execute()
        .then(() => 'written', violatedConstraint);
    expect(await insert(row('a', first, 0, 4, 'reserved'))).toBe('written');
    expect(await insert(row('b', second, 3, 5, 'reserved'))).toBe('loan_item_overlap');
    expect(await insert(row('c', first, 1, 2, 'packed'))).toBe('loan_item_overlap');
    expect(await insert(row('d', second, 4, 5, 'reserved'), row('e', second, 5, 6, 'reserved'))).toBe(
      'written',
    );
    expect(await insert(row('f', second, 0, 9, 'back'))).toBe('written');
    expect(await insert({ ...row('g', second, 0, 9, 'out'), active: 0 })).toBe('loan_item_active');
    const update = (id: string, set: object) =>
      room.db
        .updateTable('loan_item')
        .set(set)
        .where('id', '=', `${kit}-${id}`)
        .execute()
        .then(() => 'written', violatedConstraint);
    expect(await update('a', { ends_at: june + 4 * hour + 1 })).toBe('loan_item_overlap');
    expect(await update('f', { state: 'out', active: 1 })).toBe('loan_item_overlap');
    expect(await update('a', { state: 'out' })).toBe('written');
    expect(await update('d', { state: 'packed' })).toBe('loan_item_one_holder');
  });
});

/** What is out and late is taken until now. */
const clashes = (
  { loans, now }: Model,
  things: ReadonlySet<number>,
  from: number,
  to: number,
  own?: ModelLoan,
) =>
  from < to &&
  loans.some(
    (one) =>
      one !== own &&
      one.state !== 'over' &&
      one.from < to &&
      (one.state === 'out' ? Math.max(one.to, now) : one.to) > from &&
      [...one.things].some((it) => things.has(it)),
  );

/** Does a step in both worlds; each must take or refuse it like the other. */
async function check(step: Operation, things: readonly string[], model: Model): Promise<void> {
  const by = { person: room.keeper };
  if (step.kind === 'wait') {
    model.now += step.length;
    room.setTime(june + model.now * hour);
    return;
  }
  if (step.kind === 'reserve') {
    const from = step.from;
    const to = from + step.length;
    const set = new Set<number>(choices[step.choice as 0]);
    const loan = await room.request(june + from * hour, june + to * hour);
    const assetIds = [things[choices[step.choice as 0][0]] ?? ''];
    const call = { loanId: loan.id, version: loan.version, assetIds, ...by };
    const done = await outcome(reserveLoan(room.context, call));
    expect(done.code).toBe(clashes(model, set, from, to) ? 'already-lent' : undefined);
    if (done.loan) model.loans.push({ loan: done.loan, things: set, from, to, state: 'reserved' });
    return;
  }
  const own = model.loans[step.loan];
  if (!own || own.state === 'over') return;
  const at = { loanId: own.loan.id, version: own.loan.version, ...by };
  if (step.kind === 'extend') {
    const from = own.state === 'out' ? own.from : step.from;
    const to = Math.max(from, step.from) + step.length;
    const startsAt = own.state === 'out' ? {} : { startsAt: june + from * hour };
    const done = await outcome(extendLoan(room.context, { ...at, ...startsAt, endsAt: june + to * hour }));
    const late = own.state === 'out' && to <= model.now;
    const clash =
      clashes(model, own.things, from, Math.min(to, own.from), own) ||
      clashes(model, own.things, Math.max(from, own.to), to, own);
    expect(done.code).toBe(late ? 'time-invalid' : clash ? 'already-lent' : undefined);
    if (done.loan) Object.assign(own, { loan: done.loan, from, to });
  } else if (step.kind === 'cancel' && own.state === 'reserved') {
    const done = await outcome(endBefore(room.context, { ...at, reason: '', step: 'cancel' }));
    expect(done.code).toBeUndefined();
    own.state = 'over';
  } else if (step.kind === 'out' && own.state === 'reserved') {
    await giveOut(own, model, things);
  } else if (step.kind === 'back' && own.state === 'out') {
    const items = own.loan.itemList.map(({ id }) => ({
      ...{ itemId: id, state: 'back' as const, remark: '', photoIds: [] },
    }));
    const done = await outcome(
      returnItems(room.context, { ...at, requestId: `back-${own.loan.id}`, items, parts: [] }),
    );
    expect(done.loan?.state).toBe('returned');
    own.state = 'over';
  }
}

/** Handing over before the time takes the thing from now on, so nothing may stand between. */
async function giveOut(own: ModelLoan, model: Model, things: readonly string[]): Promise<void> {
  const by = { person: room.keeper };
  const held = model.loans.some(
    (one) => one.state === 'out' && [...one.things].some((it) => own.things.has(it)),
  );
  const top = Math.min(...own.things);
  const packed = await outcome(
    packItem(room.context, {
      loanId: own.loan.id,
      code: things[top] ?? '',
      packed: true,
      inside: true,
      ...by,
    }),
  );
  expect(packed.code).toBe(held ? 'still-out' : undefined);
  if (!packed.loan) return;
  own.loan = packed.loan;
  const signatures = { association: null, school: null };
  const given = await outcome(
    handOver(room.context, {
      ...{
        loanId: own.loan.id,
        version: own.loan.version,
        requestId: `out-${own.loan.id}-${own.loan.version}`,
      },
      ...{ withoutUnpacked: false, remarks: '', signatures, ...by },
    }),
  );
  const from = Math.min(own.from, model.now);
  expect(given.code).toBe(clashes(model, own.things, from, own.from, own) ? 'already-lent' : undefined);
  if (given.loan) Object.assign(own, { loan: given.loan, from, state: 'out' });
  else {
    const back = { loanId: own.loan.id, code: things[top] ?? '', packed: false, inside: true, ...by };
    own.loan = await packItem(room.context, back);
  }
}

async function outcome(step: Promise<Loan>): Promise<{ loan?: Loan; code?: string }> {
  try {
    return { loan: await step };
  } catch (error) {
    if (error instanceof ProblemError) return { code: error.problem.code };
    throw error;
  }
}

/** The database has exactly what the model has. */
async function compare(things: readonly string[], { loans }: Model): Promise<void> {
  const rows = await room.db
    .selectFrom('loan_item')
    .select(['asset_id', 'loan_id', 'starts_at', 'ends_at'])
    .where('asset_id', 'in', [...things])
    .where('active', '=', 1)
    .execute();
  const found = rows.map((row) => [row.loan_id, row.asset_id, row.starts_at, row.ends_at].join(' ')).sort();
  const expected = loans
    .filter(({ state }) => state !== 'over')
    .flatMap((one) =>
      [...one.things].map((it) =>
        [one.loan.id, things[it], june + one.from * hour, june + one.to * hour].join(' '),
      ),
    )
    .sort();
  expect(found).toEqual(expected);
}
