import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problem } from '../../../device/contract/problem.ts';
import type { ApiClient } from '../../../provisioning/api-client.ts';
import type { AssetLine } from '../../../server/api/contract/lending/assets.ts';
import type { Loan, TestRun } from '../../../server/api/contract/lending/loans.ts';
import { type AgentProcess, startAgent } from '../../support/agent-process.ts';
import { until } from '../../support/broker.ts';
import { peek } from '../../support/databases.ts';
import { refusalOf } from '../../support/school.ts';
import { type Script, ScriptedAgent } from '../../support/scripted-agent.ts';
import {
  addTeacher,
  setUpStaff,
  startTestServer,
  type TestServer,
  temporaryFolder,
} from '../../support/server.ts';
import { textOf } from './papers-read-pdf.ts';

let dataDir: string;
let server: TestServer;
let staff: ApiClient;
let teacher: ApiClient;
let schoolId: string;
const agents: AgentProcess[] = [];

beforeAll(async () => {
  dataDir = await temporaryFolder();
  server = await startTestServer({ dataDir });
  staff = await setUpStaff(server);
  ({ client: teacher, schoolId } = await addTeacher(server, staff));
});
afterAll(async () => {
  await Promise.all(agents.map((agent) => agent.kill()));
  await server.stop();
});

/** A Pi of the store; with `on`, its agent runs. */
async function addPi(name: string, on: boolean) {
  const { deviceId, config } = await staff.call('addDevice', {}, { name, schoolId: null });
  if (on) {
    const agent = await startAgent(config);
    agents.push(agent);
    await agent.waitUntilOnline();
  }
  const { assets } = await staff.call('addAssets', {}, { kind: 'device', name, copies: 1, deviceId });
  return { asset: assets[0]!, deviceId };
}

/** Lends things to the school from now on for two weeks, without signatures. */
async function lend(assets: readonly AssetLine[], until: 'reserved' | 'out'): Promise<Loan> {
  const asked = await staff.call(
    'addLoan',
    {},
    {
      kind: 'loan',
      schoolId,
      startsAt: Date.now() - 3_600_000,
      endsAt: Date.now() + 14 * 86_400_000,
      pupils: 10,
      lessons: [],
      wish: '',
      note: '',
      contactName: 'Theo Lehrer',
      contactEmail: '',
      contactPhone: '',
    },
  );
  const params = { loanId: asked.id };
  const assetIds = assets.map(({ id }) => id);
  let loan = await staff.call('reserveLoan', params, { version: asked.version, assetIds });
  if (until === 'reserved') return loan;
  for (const { code } of assets) loan = await staff.call('packItem', params, { code, packed: true });
  return staff.call('handOverLoan', params, {
    version: loan.version,
    requestId: `hand-over-${loan.id}`,
    withoutUnpacked: false,
    remarks: '',
    signatures: { association: null, school: null },
  });
}

async function testsOf(loanId: string): Promise<(TestRun | null)[]> {
  return (await staff.call('loan', { loanId }, {})).itemList.map(({ test }) => test);
}

describe('what comes back', () => {
  it('tests itself on command; what each Pi finds, and who did not answer, comes into the record', async () => {
    const here = await addPi('Prüf-Pi', true);
    const away = await addPi('Stiller Pi', false);
    const loan = await lend([here.asset, away.asset], 'out');
    // It went to the school with the loan.
    const known = async () =>
      (await staff.call('devices', {}, {})).devices.find(({ id }) => id === here.deviceId);
    await until(async () => (await known())?.school?.id === schoolId);

    const begun = await staff.call('testReturn', { loanId: loan.id }, {});
    expect(begun.itemList.map(({ test }) => test?.state)).not.toContain(undefined);
    await until(async () => (await testsOf(loan.id)).every((test) => test && test.state !== 'running'));

    const byAsset = new Map((await testsOf(loan.id)).map((test) => [test?.assetId, test]));
    const passed = byAsset.get(here.asset.id);
    expect(passed?.state).toBe('passed');
    expect(passed?.checks[0]).toMatchObject({ name: 'connects', result: 'ok' });
    // A simulated Pi says honestly that it can't know the rest.
    expect(passed?.checks.slice(1).map(({ result }) => result)).toEqual(Array(7).fill('not-here'));
    expect(byAsset.get(away.asset.id)).toMatchObject({
      state: 'unreachable',
      checks: [{ name: 'connects', result: 'failed' }],
    });
    const { entries } = await staff.call('history', {}, { loanId: loan.id } as never);
    const kinds = (entries as readonly { kind: string }[]).map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['test.passed', 'test.unreachable']));
  });

  it('forgets what schools left on it once it is back, and never while a school has it', async () => {
    const { deviceId, config } = await staff.call('addDevice', {}, { name: 'Reise-Pi', schoolId: null });
    const script: Script = () => ({ state: 'succeeded', result: { checks: [] } });
    const pi = await ScriptedAgent.connect(
      { ...config, server: `mqtt://127.0.0.1:${server.mqttPort}` },
      { script },
    );
    const online = async () =>
      (await staff.call('devices', {}, {})).devices.some(({ id, online }) => id === deviceId && online);
    await until(online);
    const thing = { kind: 'device', name: 'Reise-Pi', copies: 1, deviceId } as const;
    const { assets } = await staff.call('addAssets', {}, thing);
    const wipes = () => pi.orders.flatMap(({ action }) => (action.type === 'self-test' ? [action.wipe] : []));
    const test = async (loanId: string, count: number) => {
      await staff.call('testReturn', { loanId }, {});
      await until(async () => (await testsOf(loanId)).every((one) => one && one.state !== 'running'));
      expect(wipes()).toHaveLength(count);
    };

    const first = await lend(assets, 'out');
    await test(first.id, 1);
    const items = first.itemList.map(({ id }) => ({
      ...{ itemId: id, state: 'back' as const, remark: '', photoIds: [] },
    }));
    const back = { requestId: `return-${first.id}`, items, parts: [] };
    await staff.call('returnItems', { loanId: first.id }, back);
    await test(first.id, 2);
    expect(wipes()).toEqual([false, true]);

    // The next loan has it: the first one's test is not asked of it any more.
    await lend(assets, 'out');
    expect(await refusalOf(staff.call('testReturn', { loanId: first.id }, {}))).toBe('nothing-to-test');
    expect(wipes()).toEqual([false, true]);
    await pi.close();
  });

  /** A Pi of the store whose agent follows a script, and its thing. */
  async function addScripted(name: string, script: Script) {
    const { deviceId, config } = await staff.call('addDevice', {}, { name, schoolId: null });
    const pi = await ScriptedAgent.connect(
      { ...config, server: `mqtt://127.0.0.1:${server.mqttPort}` },
      { script },
    );
    await until(async () =>
      (await staff.call('devices', {}, {})).devices.some(({ id, online }) => id === deviceId && online),
    );
    const { assets } = await staff.call('addAssets', {}, { kind: 'device', name, copies: 1, deviceId });
    return { pi, assets };
  }
  async function tested(loanId: string): Promise<TestRun | null | undefined> {
    await staff.call('testReturn', { loanId }, {});
    await until(async () => (await testsOf(loanId)).every((one) => one && one.state !== 'running'));
    return (await testsOf(loanId))[0];
  }
  const giveBack = (loan: Loan) =>
    staff.call(
      'returnItems',
      { loanId: loan.id },
      {
        requestId: `return-${loan.id}`,
        items: loan.itemList.map(({ id }) => ({ itemId: id, state: 'back', remark: '', photoIds: [] })),
        parts: [],
      },
    );

  it('is left alone while a class works on it; once it is back, what runs there is stopped', async () => {
    let runs = true;
    const { pi, assets } = await addScripted('Fleißiger Pi', ({ action }) => {
      if (action.type === 'stop') runs = false;
      if (action.type !== 'self-test' || !runs) return { state: 'succeeded', result: { checks: [] } };
      return { state: 'rejected', problem: problem('program-running', 'Es läuft etwas.', 'Something runs.') };
    });
    const loan = await lend(assets, 'out');
    expect(await tested(loan.id)).toMatchObject({
      state: 'busy',
      checks: [{ name: 'connects', result: 'ok' }],
    });
    expect(runs).toBe(true);
    const { entries } = await staff.call('history', {}, { loanId: loan.id });
    expect(entries.some(({ de }) => de.includes('Prüfen Sie nach der Stunde noch einmal'))).toBe(true);
    await giveBack(loan);
    // It is the association's again, so nobody works on it: it may have been stopped as a leftover before.
    runs = true;
    expect(await tested(loan.id)).toMatchObject({ state: 'passed' });
    expect(runs).toBe(false);
    await pi.close();
  });

  it('with a card that fails says so in its record, to be read on paper', async () => {
    const checks = [
      { name: 'gpio', result: 'ok', value: '' },
      { name: 'card-speed', result: 'failed', value: '1.8 MB/s' },
      { name: 'card-errors', result: 'failed', value: '12' },
      { name: 'wifi-wiped', result: 'ok', value: '0' },
    ] as const;
    const { pi, assets } = await addScripted('Müder Pi', () => ({
      state: 'succeeded',
      result: { checks: [...checks] },
    }));
    const loan = await lend(assets, 'out');
    await giveBack(loan);
    expect((await tested(loan.id))?.state).toBe('failed');
    const { bytes } = await staff.file('paperPreview', { loanId: loan.id, kind: 'return' }, {});
    const text = textOf(Buffer.from(bytes)).replace(/\s+/g, ' ');
    expect(text).toContain('nicht bestanden');
    expect(text).toContain('Karte: Tempo: 1.8 MB/s (nicht in Ordnung)');
    expect(text).toContain('Karte: Fehler: 12 (nicht in Ordnung)');
    expect(text).toContain('GPIO: in Ordnung');
    await pi.close();
  });

  it('is not tested before it went out, nor by teachers', async () => {
    const pi = await addPi('Regal-Pi', false);
    const loan = await lend([pi.asset], 'reserved');
    expect(await refusalOf(staff.call('testReturn', { loanId: loan.id }, {}))).toBe('nothing-to-test');
    expect(await refusalOf(staff.call('testReturn', { loanId: 'nowhere' }, {}))).toBe('loan-unknown');
    expect(await refusalOf(teacher.call('testReturn', { loanId: loan.id }, {}))).toBe('staff-only');
  });

  it('counts as unreachable when the server ends before the Pi has answered', async () => {
    const pi = await addPi('Halber Pi', false);
    const loan = await lend([pi.asset], 'out');
    await server.stop();
    const database = await peek(dataDir);
    await database.run(
      `insert into test_run (id, loan_id, asset_id, at, state, checks) values (?, ?, ?, 1, 'running', '[]')`,
      'half',
      loan.id,
      pi.asset.id,
    );
    await database.close();
    server = await startTestServer({ dataDir });
    const again = await peek(dataDir);
    expect(await again.run(`select state from test_run where id = 'half'`)).toEqual([
      { state: 'unreachable' },
    ]);
    await again.close();
  });
});
