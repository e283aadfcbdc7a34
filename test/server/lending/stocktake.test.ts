import { randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient } from '../../../provisioning/api-client.ts';
import type { Stocktake } from '../../../server/api/contract/lending/stocktake.ts';
import type { AssociationServerEvents } from '../../../server/live/contract/association.ts';
import { addTeacher, setUpStaff, startTestServer, type TestServer } from '../../support/server.ts';
import { addThings, writeLoan } from '../../support/storeroom.ts';

let server: TestServer;
let staff: ApiClient;
let teacher: ApiClient;
let schoolId: string;

beforeAll(async () => {
  server = await startTestServer();
  staff = await setUpStaff(server);
  ({ client: teacher, schoolId } = await addTeacher(server, staff));
});
afterAll(() => server.stop());

const scanOf = (code: string, id: string = randomUUID()) => ({ id, code, at: Date.now() });
const scan = (stocktakeId: string, ...codes: string[]) =>
  staff.call('scanStocktake', { stocktakeId }, { scans: codes.map((code) => scanOf(code)) });
const read = (stocktakeId: string) => staff.call('stocktake', { stocktakeId }, {});
const asset = async (assetId: string) => staff.call('asset', { assetId }, {});
const states = ({ items }: Pick<Stocktake, 'items'>) =>
  Object.fromEntries(items.map(({ code, state }) => [code, state]));

describe('a stocktake', () => {
  it('expects what has its place there and is there, whatever it lies in', async () => {
    const place = 'Lager A';
    const [kit, lost, lent] = await addThings(staff, 'kit', 3, { place });
    const [inside] = await addThings(staff, 'part', 1, { parentId: kit!.id });
    const [elsewhere] = await addThings(staff, 'part', 1, { parentId: kit!.id, place: 'Werkstatt A' });
    await staff.call('changeAsset', { assetId: lost!.id }, { condition: 'lost' });
    await writeLoan(server.dataDir, schoolId, [lent!], 'out');
    const listed = await staff.call('stocktakes', {}, {});
    expect(listed.places).toContainEqual({ place, assets: 2 });
    const begun = await staff.call('startStocktake', {}, { place });
    expect(states(begun)).toEqual({ [kit!.code]: 'missing', [inside!.code]: 'missing' });
    expect(begun).toMatchObject({
      expected: 2,
      found: 0,
      finishedAt: null,
      startedBy: { name: 'Vera Verein' },
    });
    expect(states(begun)).not.toHaveProperty(elsewhere!.code);
  });

  it('tells what was found, is of another place, out on loan, or of somebody else', async () => {
    const [one, two] = await addThings(staff, 'part', 2, { place: 'Lager B' });
    const [stray, lent] = await addThings(staff, 'part', 2, { place: 'Werkstatt B' });
    await writeLoan(server.dataDir, schoolId, [lent!], 'out');
    const { id } = await staff.call('startStocktake', {}, { place: 'Lager B' });
    const foreign = 'https://anderer-verein.example/t/K1';
    const answer = await scan(id, `${server.url}/t/${one!.code}`, stray!.code, lent!.code, foreign, 'T99999');
    expect(answer).toMatchObject({ expected: 2, found: 1, unexpected: 4 });
    expect(states(await read(id))).toEqual({
      [one!.code]: 'found',
      [two!.code]: 'missing',
      [stray!.code]: 'unexpected',
      [lent!.code]: 'unexpected',
      [foreign]: 'foreign',
      T99999: 'foreign',
    });
  });

  it('is one for all who begin it at the same place, and refused where nothing is', async () => {
    await addThings(staff, 'part', 1, { place: 'Lager C' });
    const begun = await Promise.all(
      Array.from({ length: 5 }, () => staff.call('startStocktake', {}, { place: 'Lager C' })),
    );
    expect(new Set(begun.map(({ id }) => id)).size).toBe(1);
    await expect(staff.call('startStocktake', {}, { place: 'Nirgends' })).rejects.toMatchObject({
      problem: { code: 'place-empty' },
    });
  });

  it('counts a scan once, however often a phone sends it, and a thing once, whoever scans it', async () => {
    const [part] = await addThings(staff, 'part', 1, { place: 'Lager D' });
    const { id } = await staff.call('startStocktake', {}, { place: 'Lager D' });
    const sent = scanOf(part!.code);
    const send = () => staff.call('scanStocktake', { stocktakeId: id }, { scans: [sent] });
    const first = await send();
    expect(await send()).toEqual(first);
    expect(await scan(id, part!.code)).toMatchObject({ found: 1, unexpected: 0 });
    expect((await read(id)).items).toHaveLength(1);
  });

  it('takes the time of a phone whose clock is wrong as within it', async () => {
    const [part] = await addThings(staff, 'part', 1, { place: 'Lager E' });
    const { id, startedAt } = await staff.call('startStocktake', {}, { place: 'Lager E' });
    const scans = [{ ...scanOf(part!.code), at: 0 }];
    const { items } = await staff.call('scanStocktake', { stocktakeId: id }, { scans });
    expect(items[0]!.at).toBe(startedAt);
  });
});

describe('the end of a stocktake', () => {
  it('marks what is missing as lost and moves what was not expected, and their histories tell it', async () => {
    const place = 'Lager F';
    const [here, gone] = await addThings(staff, 'part', 2, { place });
    const [stray] = await addThings(staff, 'part', 1, { place: 'Werkstatt F' });
    const { id } = await staff.call('startStocktake', {}, { place });
    await scan(id, here!.code, stray!.code);
    const ended = await staff.call(
      'finishStocktake',
      { stocktakeId: id },
      { markLost: true, moveHere: true },
    );
    expect(ended.finishedAt).not.toBeNull();
    expect(await asset(gone!.id)).toMatchObject({ condition: 'lost' });
    expect(await asset(stray!.id)).toMatchObject({ place, condition: 'usable' });
    expect(await asset(here!.id)).toMatchObject({ place, condition: 'usable' });
    const kinds = async (assetId: string) =>
      (await staff.call('history', {}, { assetId })).entries.map(({ kind }) => kind);
    expect(await kinds(gone!.id)).toContain('asset.lost');
    expect(await kinds(stray!.id)).toContain('asset.moved');
    expect(await kinds(here!.id)).toContain('stocktake.found');
  });

  it('changes no thing when nobody says so', async () => {
    const [gone] = await addThings(staff, 'part', 1, { place: 'Lager G' });
    const { id } = await staff.call('startStocktake', {}, { place: 'Lager G' });
    await staff.call('finishStocktake', { stocktakeId: id }, { markLost: false, moveHere: false });
    expect(await asset(gone!.id)).toMatchObject({ condition: 'usable', place: 'Lager G' });
  });

  it('refuses later scans with a sentence, but not those that it has already', async () => {
    const [part] = await addThings(staff, 'part', 1, { place: 'Lager H' });
    const { id } = await staff.call('startStocktake', {}, { place: 'Lager H' });
    const sent = scanOf(part!.code);
    await staff.call('scanStocktake', { stocktakeId: id }, { scans: [sent] });
    await staff.call('finishStocktake', { stocktakeId: id }, { markLost: false, moveHere: false });
    const again = await staff.call('scanStocktake', { stocktakeId: id }, { scans: [sent] });
    expect(again).toMatchObject({ found: 1 });
    await expect(scan(id, part!.code)).rejects.toMatchObject({ problem: { code: 'stocktake-finished' } });
    await expect(
      staff.call('finishStocktake', { stocktakeId: id }, { markLost: true, moveHere: false }),
    ).rejects.toMatchObject({ problem: { code: 'stocktake-finished' } });
  });

  it('has a report for spreadsheets, what is missing first', async () => {
    const [one, two] = await addThings(staff, 'part', 2, { place: 'Lager I', name: '=SUMME(A1)' });
    const { id } = await staff.call('startStocktake', {}, { place: 'Lager I' });
    await scan(id, one!.code);
    const { bytes, type } = await staff.file('stocktakeReport', { stocktakeId: id }, {});
    const [head, first, second] = bytes.toString('utf8').split('\r\n');
    expect(type).toContain('text/csv');
    expect(head).toContain('Code;Name;Inventur');
    expect(first).toMatch(new RegExp(`^${two!.code};'=SUMME.*;fehlt;Lager I;`));
    expect(second).toContain('gefunden');
  });
});

describe('the live connection of the association', () => {
  const connect = (client: ApiClient): Socket<AssociationServerEvents> =>
    io(`${server.url}/association`, {
      extraHeaders: { cookie: client.cookies, origin: server.url },
      transports: ['websocket'],
      reconnection: false,
    });
  const refusal = (socket: Socket) =>
    new Promise<Error & { data?: unknown }>((resolve) => socket.once('connect_error', resolve));

  it('tells staff of each scan, and that a thing has changed', async () => {
    const [part] = await addThings(staff, 'part', 1, { place: 'Lager J' });
    const { id } = await staff.call('startStocktake', {}, { place: 'Lager J' });
    const page = connect(staff);
    await new Promise<void>((resolve) => page.once('connect', resolve));
    const heard = new Promise<unknown>((resolve) => page.once('scanned', resolve));
    await scan(id, part!.code);
    expect(await heard).toMatchObject({
      stocktakeId: id,
      items: [{ code: part!.code, state: 'found', by: { name: 'Vera Verein' } }],
    });
    const changed = new Promise<unknown>((resolve) => page.once('changed', resolve));
    await staff.call('addNote', {}, { assetId: part!.id, text: 'Gut' });
    expect(await changed).toEqual({ what: 'asset', id: part!.id });
    page.disconnect();
  });

  it('refuses teachers and those who are not signed in', async () => {
    for (const [client, code] of [
      [teacher, 'staff-only'],
      [{ cookies: '' } as ApiClient, 'sign-in-needed'],
    ] as const) {
      const page = connect(client);
      expect((await refusal(page)).data).toMatchObject({ code });
      page.disconnect();
    }
  });

  it('ends with the session', async () => {
    const page = connect(staff);
    await new Promise<void>((resolve) => page.once('connect', resolve));
    const ended = new Promise<string>((resolve) => page.once('disconnect', resolve));
    await fetch(`${server.url}/api/auth/sign-out`, {
      method: 'POST',
      headers: { cookie: staff.cookies, origin: server.url, 'content-type': 'application/json' },
      body: '{}',
    });
    expect(await ended).toBe('io server disconnect');
  });
});
