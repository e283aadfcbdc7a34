import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ApiClient } from '../../../../provisioning/api-client.ts';
import { ApiClient as Client } from '../../../../provisioning/api-client.ts';
import type { Loan } from '../../../../server/api/contract/lending/loans.ts';
import {
  addTeacher,
  type SpawnedServer,
  setUpStaff,
  spawnServer,
  staffMember,
} from '../../../support/server.ts';

let server: SpawnedServer;
let staff: ApiClient;
let schoolId: string;
let kitId: string;
beforeAll(async () => {
  server = await spawnServer({ environment: { LOG_LEVEL: 'warn' } });
  staff = await setUpStaff(server);
  ({ schoolId } = await addTeacher(server, staff));
  const { assets } = await staff.call('addAssets', {}, { kind: 'kit', name: 'Kiste', copies: 1 });
  kitId = assets[0]?.id ?? '';
  await staff.call('addAssets', {}, { kind: 'part', name: 'Kamera', copies: 12, parentId: kitId });
}, 180_000);
afterAll(async () => {
  await server.kill('SIGKILL');
  await server.remove();
});

const signatures = { association: null, school: null };
const startsAt = Date.now() + 86_400_000;

/** Each step as it is asked for, the state before and after it, and that of all its things. */
const steps: {
  ask: (loan: Loan) => Promise<Loan>;
  before: [Loan['state'], string | null];
  after: [Loan['state'], string];
}[] = [
  {
    ask: ({ id, version }) => staff.call('reserveLoan', { loanId: id }, { version, assetIds: [kitId] }),
    before: ['requested', null],
    after: ['reserved', 'reserved'],
  },
  {
    ask: ({ id }) => staff.call('packItem', { loanId: id }, { code: 'K1', packed: true, inside: true }),
    before: ['reserved', 'reserved'],
    after: ['packed', 'packed'],
  },
  {
    ask: ({ id, version }) =>
      staff.call(
        'handOverLoan',
        { loanId: id },
        {
          ...{ version, requestId: `out-${id}`, withoutUnpacked: false, remarks: '', signatures },
        },
      ),
    before: ['packed', 'packed'],
    after: ['out', 'out'],
  },
  {
    ask: ({ id, itemList }) =>
      staff.call(
        'returnItems',
        { loanId: id },
        {
          ...{ requestId: `back-${id}`, parts: [] },
          items: itemList.map((item) => ({
            ...{ itemId: item.id, state: 'back' as const, remark: '', photoIds: [] },
          })),
        },
      ),
    before: ['out', 'out'],
    after: ['returned', 'back'],
  },
];

it('a server that is killed in a step has done all of it or nothing, with its papers; the same again does it once', async () => {
  for (let round = 0; round < 3; round += 1) {
    let loan = await staff.call(
      'addLoan',
      {},
      {
        ...{ kind: 'loan', schoolId, startsAt, endsAt: startsAt + 86_400_000, pupils: 10, lessons: [] },
        ...{ wish: '', note: '', contactName: 'Theo', contactEmail: '', contactPhone: '' },
      },
    );
    for (const [index, { ask, before, after }] of steps.entries()) {
      const asked = ask(loan).catch(() => null);
      // Once at once, once in the middle, once late: which statement it hits is the machine's choice.
      await new Promise((resolve) => setTimeout(resolve, (round * 4 + index) * 3));
      await server.kill('SIGKILL');
      await asked;
      server = await server.restart();
      staff = new Client(server.url);
      await staff.signIn(staffMember.email, staffMember.password);
      const now = await staff.call('loan', { loanId: loan.id }, {});
      const things = new Set(now.itemList.map(({ state }) => state));
      const done = now.state === after[0];
      expect([now.state, [...things]]).toEqual(
        done ? [after[0], [after[1]]] : [before[0], before[1] === null ? [] : [before[1]]],
      );
      expect(now.version).toBe(done ? loan.version + 1 : loan.version);
      const papers = (one: Loan) => one.papers.map(({ kind }) => kind).sort();
      expect(papers(now)).toEqual(
        now.state === 'out' || now.state === 'returned' ? ['agreement', 'issue'] : [],
      );
      loan = done ? now : await ask(now);
      expect(loan.state).toBe(after[0]);
    }
    loan = await staff.call('restockLoan', { loanId: loan.id }, { version: loan.version, refill: [] });
    expect([loan.state, loan.papers.length]).toEqual(['closed', 2]);
  }
}, 600_000);
