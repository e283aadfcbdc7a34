import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient } from '../../../provisioning/api-client.ts';
import { addTeacher, setUpStaff, startTestServer, type TestServer } from '../../support/server.ts';
import { addThings, writeLoan } from '../../support/storeroom.ts';

let server: TestServer;
let staff: ApiClient;
let schoolId: string;
let templateId: string;

beforeAll(async () => {
  server = await startTestServer();
  staff = await setUpStaff(server);
  ({ schoolId } = await addTeacher(server, staff));
  const template = {
    name: 'EduKit',
    description: '',
    contents: [],
    assets: [
      { kind: 'device' as const, name: 'Raspberry Pi 4', count: 2 },
      { kind: 'part' as const, name: 'Sense HAT', count: 1 },
    ],
  };
  templateId = (await staff.call('saveKitTemplate', {}, template)).id;
});
afterAll(() => server.stop());

const read = (assetId: string) => staff.call('asset', { assetId }, {});

describe('Pis of the fleet that are added', () => {
  it('are as many as were chosen, each with the name that it has there', async () => {
    const deviceIds: string[] = [];
    for (const name of ['pi-d', 'pi-e'])
      deviceIds.push((await staff.call('addDevice', {}, { name, schoolId: null })).deviceId);
    const order = { kind: 'device' as const, name: 'Pi', copies: 1, deviceIds, place: 'Lager' };
    const { assets } = await staff.call('addAssets', {}, order);
    expect(assets.map(({ name, deviceId }) => [name, deviceId])).toEqual([
      ['pi-d', deviceIds[0]],
      ['pi-e', deviceIds[1]],
    ]);
  });
});

describe('kits that are added with their Pis', () => {
  it('have the fleet’s Pis in them, in the order in which they were chosen, and their serial numbers', async () => {
    const serials = [1, 2, 3, 4].map((number) => `Serie-${number}`);
    const deviceIds: string[] = [];
    for (const name of ['pi-a', 'pi-b', 'pi-c']) {
      deviceIds.push((await staff.call('addDevice', {}, { name, schoolId: null })).deviceId);
    }
    const { assets } = await staff.call(
      'addAssets',
      {},
      { kind: 'kit', name: 'EduKit', copies: 2, templateId, deviceIds, serials },
    );
    const kits = await Promise.all(assets.map(({ id }) => read(id)));
    const devices = kits.flatMap(({ inside }) => inside.filter(({ kind }) => kind === 'device'));
    expect(devices.map(({ deviceId }) => deviceId)).toEqual([...deviceIds, null]);
    expect(devices.map(({ code }) => code)).toEqual(['P3', 'P4', 'P5', 'P6']);
    const numbers = await Promise.all(devices.map(async ({ id }) => (await read(id)).serial));
    expect(numbers).toEqual(serials);
    expect((await staff.call('assets', {}, { text: 'serie-3' })).assets).toMatchObject([{ code: 'P5' }]);
  });

  it('are refused with more Pis or serial numbers than devices are added, and then nothing is', async () => {
    const { total } = await staff.call('assets', {}, {});
    const order = { kind: 'kit' as const, name: 'EduKit', copies: 1, templateId, serials: ['A', 'B', 'C'] };
    await expect(staff.call('addAssets', {}, order)).rejects.toMatchObject({
      problem: { code: 'too-many-devices' },
    });
    expect((await staff.call('assets', {}, {})).total).toBe(total);
  });
});

describe('several things at once', () => {
  it('get a place, a sponsor and a condition, and back what they had', async () => {
    const [one, two] = await addThings(staff, 'box', 2, { place: 'Alt' });
    const sponsor = await staff.call(
      'saveSponsor',
      {},
      { name: 'Stiftung', website: '', thanks: '', page: false },
    );
    const changes = [one!, two!].map(({ id }) => ({
      assetId: id,
      place: 'Neu',
      sponsorId: sponsor.id,
      condition: 'retired' as const,
    }));
    const { before } = await staff.call('changeAssets', {}, { changes });
    expect(await read(two!.id)).toMatchObject({
      place: 'Neu',
      condition: 'retired',
      sponsor: { name: 'Stiftung' },
    });
    await staff.call('changeAssets', {}, { changes: before });
    expect(await read(two!.id)).toMatchObject({ place: 'Alt', condition: 'usable', sponsor: null });
  });

  it('stay as they are, all of them, when one of them can’t be so', async () => {
    const [free, lent] = await addThings(staff, 'kit', 2, { place: 'Hier' });
    await writeLoan(server.dataDir, schoolId, [lent!], 'out');
    const changes = [free!, lent!].map(({ id }) => ({ assetId: id, condition: 'retired' as const }));
    await expect(staff.call('changeAssets', {}, { changes })).rejects.toMatchObject({
      problem: { code: 'asset-out' },
    });
    expect((await read(free!.id)).condition).toBe('usable');
  });
});

describe('things that were added by mistake', () => {
  it('are taken back with what is in them, and their codes are free again', async () => {
    const add = () => staff.call('addAssets', {}, { kind: 'kit', name: 'Zu viel', copies: 3, templateId });
    const first = (await add()).assets;
    const inner = (await read(first[0]!.id)).inside;
    await staff.call('removeAssets', {}, { assetIds: first.map(({ id }) => id) });
    await expect(read(inner[0]!.id)).rejects.toMatchObject({ problem: { code: 'asset-unknown' } });
    const second = (await add()).assets;
    expect(second.map(({ code }) => code)).toEqual(first.map(({ code }) => code));
  });

  it('stay once something has happened to one of them, in the history or in a loan', async () => {
    const [labelled, lent] = await addThings(staff, 'box', 2);
    await staff.call('notePrinted', {}, { assetIds: [labelled!.id] });
    await writeLoan(server.dataDir, schoolId, [lent!], 'reserved');
    for (const { id } of [labelled!, lent!]) {
      await expect(staff.call('removeAssets', {}, { assetIds: [id] })).rejects.toMatchObject({
        problem: { code: 'asset-has-past' },
      });
      expect((await read(id)).condition).toBe('usable');
    }
  });
});

describe('where a thing is', () => {
  it('is told with the time since then, and what is next', async () => {
    const [out, waiting, idle] = await addThings(staff, 'kit', 3);
    const lent = await writeLoan(server.dataDir, schoolId, [out!], 'out');
    const next = await writeLoan(server.dataDir, schoolId, [waiting!], 'reserved');
    expect(await read(out!.id)).toMatchObject({ loanId: lent, next: null });
    expect(await read(waiting!.id)).toMatchObject({
      loanId: null,
      since: null,
      next: { loanId: next, school: { id: schoolId } },
    });
    expect(await read(idle!.id)).toMatchObject({ since: null, next: null });
  });
});
