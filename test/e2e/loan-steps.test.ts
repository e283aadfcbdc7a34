import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { AssetLine } from '../../server/api/contract/lending/assets.ts';
import type { Loan } from '../../server/api/contract/lending/loans.ts';
import { localText } from '../../web/association/loans/local-moment.ts';
import { type AgentProcess, startAgent } from '../support/agent-process.ts';
import { marked } from '../support/browser.ts';
import { staffMember } from '../support/classroom.ts';
import { AssociationPage } from './support/association-page.ts';
import { day, LoanStock } from './support/loan-stock.ts';
import { World } from './support/world.ts';

let world: World;
let staff: AssociationPage;
let stock: LoanStock;
/** A Pi whose agent runs. */
let livePi: AssetLine;
let agent: AgentProcess | undefined;

beforeAll(async () => {
  world = await World.start(0);
  stock = await LoanStock.of(world.room.staff);
  await connectPi();
  staff = await AssociationPage.signIn(world.browser, world.server.url, staffMember, 'loans');
});
afterAll(async () => {
  await agent?.kill();
  await world?.stop();
});
afterEach(() => {
  expect(staff.watched.complaints.splice(0)).toEqual([]);
});

async function connectPi(): Promise<void> {
  const { staff: api } = world.room;
  const { deviceId, config } = await api.call('addDevice', {}, { name: 'pruef-pi', schoolId: null });
  agent = await startAgent({ ...config, server: `mqtt://127.0.0.1:${world.server.mqttPort}` });
  await agent.waitUntilOnline(60_000);
  const { assets } = await api.call(
    'addAssets',
    {},
    { kind: 'device', name: 'Prüf-Pi', copies: 1, deviceId },
  );
  livePi = assets[0] as AssetLine;
}

/** Opens a loan's page, or one of its stages, and waits for what is marked so. */
async function open({ id }: Loan, waitFor: string, stage = ''): Promise<void> {
  await staff.go(`loans/${id}${stage && `/${stage}`}`);
  await staff.page.locator(marked(waitFor)).first().waitFor();
}

/** Presses one of the further actions, which opens its dialog. */
async function act(action: string): Promise<void> {
  await staff.page.click(marked(`action-${action}`));
}

async function isOnline(): Promise<boolean> {
  const { devices } = await world.room.staff.call('devices', {}, {});
  return devices.some(({ name, online }) => name === 'pruef-pi' && online);
}

/** A tile of the pick list that is ticked. */
function ticked(code: string): string {
  return `${marked('pack-item')}[data-code="${code}"][aria-pressed="true"]`;
}

/** A thing at its return that came back. */
function back(code: string): string {
  return `${marked('return-item')}[data-code="${code}"][data-state="back"]`;
}

/** The browser notes answers that refuse. */
function forgetRefusals(): void {
  const { complaints } = staff.watched;
  const others = complaints.filter((one) => !/status of 4\d\d|ERR_CONNECTION|WebSocket/.test(one));
  complaints.splice(0, complaints.length, ...others);
}

describe('before a loan is out', () => {
  it('a request is declined, and the school reads why', async () => {
    const loan = await stock.ask();
    await open(loan, 'action-decline');
    await act('decline');
    await staff.page.fill(marked('reason'), 'In dieser Woche ist Inventur');
    await staff.page.click(marked('reason-go'));
    await staff.sees('declined');
    expect((await stock.loan(loan.id)).reason).toBe('In dieser Woche ist Inventur');
  });

  it('a reservation is cancelled, and its things are free again', async () => {
    const pis = await stock.pis(1);
    const loan = await stock.reserve(pis);
    await open(loan, 'action-cancel');
    await act('cancel');
    await staff.page.click(marked('reason-go'));
    await staff.sees('cancelled');
    expect((await stock.reserve(pis)).state).toBe('reserved');
  });

  it('nobody comes to fetch it', async () => {
    const loan = await stock.reserve(await stock.pis(1));
    await open(loan, 'action-no-show');
    await act('no-show');
    await staff.page.fill(marked('reason'), 'Krank');
    await staff.page.click(marked('reason-go'));
    await staff.sees('no-show');
  });

  it('what is to be reserved at once and is taken says so, and the request stays', async () => {
    const pis = await stock.pis(1);
    const other = await stock.reserve(pis, { from: 30, to: 44 });
    await staff.go(`loans/new?asset=${pis[0]?.id}`);
    const { page } = staff;
    await page.locator('sb-school-select option').first().waitFor({ state: 'attached' });
    const dayText = (at: number) => localText(at).slice(0, 10);
    await page.fill(marked('span-from'), dayText(Date.now() + 32 * day));
    await page.fill(marked('span-to'), dayText(Date.now() + 36 * day));
    await page
      .locator('sb-request-fields input#contactName, sb-request-fields [name="contactName"]')
      .fill('Theo');
    await page.click(marked('loan-add'));
    await page.locator('sb-loan-form sb-problem-note', { hasText: other.number }).waitFor();
    await page.click(marked('choose-others'));
    await staff.sees('requested');
    await page.waitForSelector(marked('reserve-sum'));
    forgetRefusals();
  });

  it('two people pack one loan: each sees what the other has packed', async () => {
    const pis = await stock.pis(3);
    const loan = await stock.reserve(pis);
    await open(loan, 'pack-item', 'pack');
    const second = await AssociationPage.signIn(
      world.browser,
      world.server.url,
      staffMember,
      `loans/${loan.id}/pack`,
    );
    await second.page.locator(marked('pack-item')).first().waitFor();
    const [first, other, last] = pis.map(({ code }) => code) as [string, string, string];
    await staff.scan(first);
    await second.page.waitForSelector(ticked(first), { state: 'attached' });
    await second.scan(other);
    await staff.page.waitForSelector(ticked(other), { state: 'attached' });
    await second.scan(last);
    await staff.page.waitForSelector(marked('pack-done'));
    expect(second.watched.complaints).toEqual([]);
    await second.page.context().close();
  });

  it('a server that is away loses no scan, not even over a reload', async () => {
    const pis = await stock.pis(4);
    const codes = pis.map(({ code }) => code);
    const loan = await stock.reserve(pis);
    await open(loan, 'pack-item', 'pack');
    await staff.scan(codes[0] ?? '');
    await expect
      .poll(async () => (await stock.loan(loan.id)).itemList.filter(isPacked).length, patient)
      .toBe(1);
    await world.server.kill('SIGTERM');
    await staff.scan(codes[1] ?? '');
    await staff.scan(codes[2] ?? '');
    await staff.page.waitForSelector(`${marked('scans-waiting')}[data-count="2"]`);
    await staff.page.waitForSelector(ticked(codes[2] ?? ''), { state: 'attached' });
    world.server = await world.server.restart();
    await staff.page.reload();
    await staff.page.waitForSelector(ticked(codes[2] ?? ''), { state: 'attached' });
    await expect
      .poll(async () => (await stock.loan(loan.id)).itemList.filter(isPacked).length, patient)
      .toBe(3);
    // A wrong scan is taken back by one press.
    await staff.scan(codes[3] ?? '');
    await staff.page.click(marked('scan-undo'));
    await staff.page.waitForSelector(`${marked('pack-left')}[data-left="1"]`);
    forgetRefusals();
  });
});

describe('while a loan is out', () => {
  it('it is extended where that is free, and refused where another loan waits', async () => {
    const pis = await stock.pis(1);
    const loan = await stock.giveOut(pis, { to: 7 });
    const other = await stock.reserve(pis, { from: 30, to: 40 });
    await open(loan, 'action-extend');
    await act('extend');
    await staff.page.click(marked('extend-14'));
    await staff.page.click(marked('extend-go'));
    await staff.page.locator(marked('extend-go')).waitFor({ state: 'detached' });
    const extended = await stock.loan(loan.id);
    expect(Math.round((extended.endsAt - loan.endsAt) / day)).toBe(14);

    await act('extend');
    await staff.page.fill(marked('extend-ends'), localText(Date.now() + 33 * day));
    await staff.page.click(marked('extend-go'));
    await staff.page.locator('sb-extend-dialog sb-problem-note', { hasText: other.number }).waitFor();
    expect((await stock.loan(loan.id)).endsAt).toBe(extended.endsAt);
    await staff.page.keyboard.press('Escape');
    forgetRefusals();
  });

  it('a Pi that broke is exchanged; it waits for its repair, the new one is out', async () => {
    const [broken, whole] = (await stock.pis(2)) as [AssetLine, AssetLine];
    const loan = await stock.giveOut([broken]);
    await open(loan, 'action-exchange');
    await act('exchange');
    const { page } = staff;
    await page.locator(marked('exchange-item')).selectOption({ index: 1 });
    await page.check(marked('exchange-repair'));
    await page
      .locator(`${marked('exchange-asset')} option[value="${whole.id}"]`)
      .waitFor({ state: 'attached' });
    await page.locator(marked('exchange-asset')).selectOption(whole.id);
    await page.fill(marked('exchange-reason'), 'Der USB-Anschluss ist locker');
    await page.click(marked('exchange-go'));
    await page.locator('sb-loan-things').getByText(whole.code).first().waitFor();
    const now = await stock.loan(loan.id);
    expect(now.itemList.filter(({ state }) => state === 'out').map(({ asset }) => asset.code)).toEqual([
      whole.code,
    ]);
    const { condition } = await world.room.staff.call('asset', { assetId: broken.id }, {});
    expect(condition).toBe('repair');
  });

  it('half of it comes back on one day and the rest on another; a mistake is put right', async () => {
    const pis = await stock.pis(3);
    const [first, second, last] = pis.map(({ code }) => code) as [string, string, string];
    const loan = await stock.giveOut(pis);
    await open(loan, 'return-item', 'return');
    await staff.scan(first);
    await staff.page.waitForSelector(back(first), { state: 'attached' });
    await staff.page.click(marked('return-later'));
    await staff.sees('out');

    await open(loan, 'loan-next');
    await staff.next('return');
    expect(await staff.page.getAttribute(marked('return-left'), 'data-left')).toBe('2');
    await staff.scan(second);
    await staff.scan(last);
    await staff.sees('returned');
    await staff.page.waitForSelector(`${marked('return-left')}[data-next="signing"]`);
    // It was another one that lay there: the press that said so takes it back.
    await staff.page.click(marked('scan-undo'));
    await staff.sees('out');
    await staff.page.waitForSelector(`${marked('return-item')}[data-code="${last}"][data-state="out"]`);
    await staff.scan(last);
    await staff.sees('returned');
    await staff.page.waitForSelector(marked('return-sign'));
  });

  it('its Pis test themselves on a press, and the record shows each check', async () => {
    const loan = await stock.giveOut([livePi]);
    // It comes back by itself after the server was away.
    await expect.poll(isOnline, { timeout: 90_000 }).toBe(true);
    await open(loan, 'return-item', 'return');
    await staff.page.click(marked('test-pis'));
    const result = staff.page.locator(marked('pi-test'));
    await staff.page.waitForSelector(`${marked('pi-test')}[data-result="passed"]`, { timeout: 60_000 });
    await result.locator('summary').click();
    const said = await result.locator('li').allTextContents();
    for (const words of [
      'verbindet sich',
      'GPIO',
      'Arbeitsspeicher',
      'Karte liest',
      'Fehler der Karte',
      'WLAN',
      'Daten',
    ])
      expect(said.join('\n')).toContain(words);
    // It is in the loan’s history, too.
    const { entries } = await world.room.staff.call('history', {}, { loanId: loan.id });
    expect(entries.map(({ kind }) => kind)).toContain('test.passed');
  });
});

describe('after a loan', () => {
  it('what was missing is found again when the loan is long closed', async () => {
    const pis = await stock.pis(1);
    const gone = await stock.takeBack(await stock.giveOut(pis), 'missing');
    await open(gone, 'return-sign', 'return');
    await staff.page.locator(`${marked('sign-association')} ${marked('signature-paper')}`).check();
    await staff.page.locator(`${marked('sign-school')} ${marked('signature-paper')}`).check();
    await staff.page.click(marked('sign-go'));
    await staff.page.click(marked('restock-go'));
    await staff.sees('closed');
    await act('found');
    await staff.page.click(marked('found'));
    await staff.page.getByText('Nichts fehlt mehr').waitFor();
    const { condition } = await world.room.staff.call('asset', { assetId: pis[0]?.id ?? '' }, {});
    expect(condition).toBe('usable');
    await staff.page.keyboard.press('Escape');
  });

  it('a donation has no end and no return', async () => {
    const loan = await stock.giveOut(await stock.pis(1), { kind: 'donation' });
    await open(loan, 'phase-out');
    const { page } = staff;
    for (const absent of ['phase-returned', 'phase-closed', 'loan-next', 'action-extend'])
      expect(await page.locator(marked(absent)).count()).toBe(0);
    await page.locator('sb-loan-detail', { hasText: 'für immer' }).waitFor();
  });
});

const patient = { timeout: 30_000 };

function isPacked({ state }: Loan['itemList'][number]): boolean {
  return state === 'packed';
}
