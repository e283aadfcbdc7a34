import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ProblemError } from '../../../../device/contract/problem.ts';
import { ApiClient } from '../../../../provisioning/api-client.ts';
import type { Loan } from '../../../../server/api/contract/lending/loans.ts';
import {
  addTeacher,
  setUpStaff,
  staffMember,
  startTestServer,
  type TestServer,
} from '../../../support/server.ts';

const startsAt = Date.UTC(2027, 4, 3, 6);
const unsigned = { association: null, school: null };

describe('two at one loan', () => {
  let server: TestServer;
  let vera: ApiClient;
  let omar: ApiClient;
  let schoolId: string;
  beforeAll(async () => {
    server = await startTestServer();
    vera = await setUpStaff(server);
    omar = new ApiClient(server.url);
    await omar.signIn(staffMember.email, staffMember.password);
    ({ schoolId } = await addTeacher(server, vera));
  });
  afterAll(() => server.stop());

  /** A reserved loan of a new kit with a camera in it. */
  async function reserved(): Promise<Loan> {
    const { assets } = await vera.call('addAssets', {}, { kind: 'kit', name: 'Kiste', copies: 1 });
    const kit = assets[0]?.id ?? '';
    await vera.call('addAssets', {}, { kind: 'part', name: 'Kamera', copies: 1, parentId: kit });
    const { id: loanId, version } = await vera.call(
      'addLoan',
      {},
      {
        ...{ kind: 'loan', schoolId, startsAt, endsAt: startsAt + 86_400_000, pupils: 10, lessons: [] },
        ...{ wish: '', note: '', contactName: 'Theo Lehrer', contactEmail: '', contactPhone: '' },
      },
    );
    return vera.call('reserveLoan', { loanId }, { version, assetIds: [kit] });
  }
  const pack = (who: ApiClient, { id, codes }: Loan, packed = true) =>
    who.call('packItem', { loanId: id }, { code: codes[0] ?? '', packed, inside: true });
  let requests = 0;
  const handOver = (who: ApiClient, { id, version }: Loan, withoutUnpacked = false) =>
    who.call(
      'handOverLoan',
      { loanId: id },
      {
        ...{ version, requestId: `two-staff-${++requests}`, withoutUnpacked, remarks: '' },
        signatures: unsigned,
      },
    );
  const takeBack = (who: ApiClient, { id }: Loan, itemIds: readonly string[]) =>
    who.call(
      'returnItems',
      { loanId: id },
      {
        ...{ requestId: `two-staff-${++requests}`, parts: [] },
        items: itemIds.map((itemId) => ({ itemId, state: 'back' as const, remark: '', photoIds: [] })),
      },
    );
  const outcome = (step: Promise<Loan>) =>
    step.then(
      ({ state }) => state as string,
      (error: unknown) => {
        if (error instanceof ProblemError) return error.problem.code;
        throw error;
      },
    );
  const now = ({ id }: Loan) => vera.call('loan', { loanId: id }, {});
  const statesOf = (loan: Loan) => [...new Set(loan.itemList.map(({ state }) => state))];

  it('pack the same thing: it is packed once, and its history says so once', async () => {
    const loan = await reserved();
    expect(await Promise.all([outcome(pack(vera, loan)), outcome(pack(omar, loan))])).toEqual([
      'packed',
      'packed',
    ]);
    const { entries } = await vera.call('history', {}, { loanId: loan.id });
    expect(entries.filter(({ kind }) => kind === 'loan.item-packed')).toHaveLength(1);
  });

  it('one hands over while the other unpacks: one of them learns that it is too late', async () => {
    for (let round = 0; round < 5; round += 1) {
      const loan = await pack(vera, await reserved());
      const [given, unpacked] = await Promise.all([
        outcome(handOver(vera, loan)),
        outcome(pack(omar, loan, false)),
      ]);
      const after = await now(loan);
      const won = given === 'out';
      expect([given, unpacked]).toEqual(won ? ['out', 'loan-step-refused'] : ['loan-changed', 'reserved']);
      expect([after.state, statesOf(after), after.papers.length]).toEqual(
        won ? ['out', ['out'], 2] : ['reserved', ['reserved'], 0],
      );
    }
  });

  it('both hand over: it happens once, with one pair of papers', async () => {
    const loan = await pack(vera, await reserved());
    const outcomes = await Promise.all([outcome(handOver(vera, loan)), outcome(handOver(omar, loan))]);
    expect(outcomes.toSorted()).toEqual(['loan-changed', 'out']);
    expect((await now(loan)).papers.map(({ kind }) => kind)).toEqual(['agreement', 'issue']);
  });

  it('one signs the return while the other takes back: the paper tells of a loan that there was', async () => {
    const out = await handOver(vera, await pack(vera, await reserved()));
    const [kit, camera] = out.itemList.map(({ id }) => id);
    await takeBack(vera, out, [kit ?? '']);
    const sign = () =>
      vera.call(
        'signReturn',
        { loanId: out.id },
        { requestId: `two-staff-${++requests}`, remarks: '', signatures: unsigned },
      );
    const outcomes = await Promise.all([outcome(sign()), outcome(takeBack(omar, out, [camera ?? '']))]);
    expect(outcomes[1]).toBe('returned');
    expect(['out', 'returned']).toContain(outcomes[0]);
    expect((await now(out)).papers.map(({ kind }) => kind)).toEqual(['agreement', 'issue', 'return']);
  });

  it('what never went out does not come back, and a foreign label is nobody’s here', async () => {
    const loan = await reserved();
    const [kit, camera] = loan.itemList;
    const step = (label: string) =>
      outcome(vera.call('packItem', { loanId: loan.id }, { code: label, packed: true }));
    expect(await step('https://anderer-verein.example/t/K1')).toBe('label-foreign');
    expect(await outcome(takeBack(vera, loan, [kit?.id ?? '']))).toBe('loan-step-refused');
    await step(kit?.asset.code ?? '');
    const out = await handOver(vera, await now(loan), true);
    expect(await outcome(takeBack(vera, out, [camera?.id ?? '']))).toBe('never-lent');
    expect(await outcome(takeBack(vera, out, ['nothing']))).toBe('not-in-loan');
    const other = await handOver(vera, await pack(vera, await reserved()));
    expect(await outcome(takeBack(vera, out, [other.itemList[0]?.id ?? '']))).toBe('not-in-loan');
    expect(statesOf(await now(other))).toEqual(['out']);
  });

  it('each step is one line of the loan’s history, which opens to its things; nobody’s name is in it', async () => {
    const packed = await pack(vera, await reserved());
    const signature = {
      name: 'Theo Lehrer',
      strokes: [[[1, 2] as [number, number], [3, 4] as [number, number]]],
    };
    const out = await vera.call(
      'handOverLoan',
      { loanId: packed.id },
      {
        ...{ version: packed.version, requestId: `two-staff-${++requests}`, withoutUnpacked: false },
        ...{ remarks: '', signatures: { association: null, school: signature } },
      },
    );
    await takeBack(
      omar,
      out,
      out.itemList.map(({ id }) => id),
    );
    const { entries } = await vera.call('history', {}, { loanId: out.id });
    expect(entries.map(({ kind }) => kind).toSorted()).toEqual([
      'loan.handed-over',
      'loan.item-packed',
      'loan.requested',
      'loan.reserved',
      'loan.returned',
      'paper.frozen',
      'paper.frozen',
    ]);
    const line = (kind: string) => entries.find((entry) => entry.kind === kind);
    const [camera, kit] = out.itemList.map(({ asset }) => asset);
    expect(line('loan.handed-over')).toMatchObject({
      de: '2 Dinge ausgegeben',
      en: '2 things handed over',
      details: [
        { assetId: camera?.id, de: `${camera?.code} ausgegeben` },
        { assetId: kit?.id, de: `${kit?.code} ausgegeben` },
      ],
    });
    expect(line('loan.returned')).toMatchObject({
      de: '2 zurück: alles ist zurück oder vermerkt',
      details: [{ assetId: camera?.id }, { assetId: kit?.id }],
    });
    expect(line('loan.item-packed')).toMatchObject({
      de: `${kit?.code} eingepackt, mit 1 Ding darin, ohne es einzeln zu scannen`,
      details: [{ assetId: camera?.id }],
    });
    const papers = entries.filter(({ kind }) => kind === 'paper.frozen').map(({ de, en }) => [de, en]);
    expect(papers.toSorted()).toEqual([
      [
        `Leihvertrag ${out.number} festgehalten, von der Schule unterschrieben`,
        `Loan agreement ${out.number} kept, signed by the school`,
      ],
      [
        `Übergabeprotokoll ${out.number} festgehalten, von der Schule unterschrieben`,
        `Hand-over record ${out.number} kept, signed by the school`,
      ],
    ]);
    expect(JSON.stringify(entries.map(({ de, en, details }) => [de, en, details]))).not.toMatch(/Theo|@/);
    const own = (await vera.call('history', {}, { assetId: camera?.id ?? '' })).entries;
    expect(own.map(({ de }) => de)).toEqual([
      `${camera?.code} zurück`,
      `${camera?.code} ausgegeben`,
      `${camera?.code} eingepackt, ohne Scan`,
      expect.stringContaining('angelegt'),
    ]);
    const school = (await vera.call('history', {}, { schoolId })).entries;
    expect(school.find(({ id }) => id === line('loan.returned')?.id)?.details).toHaveLength(2);
  });
});
