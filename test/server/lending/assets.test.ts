import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient } from '../../../provisioning/api-client.ts';
import { addTeacher, setUpStaff, startTestServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
let staff: ApiClient;

beforeAll(async () => {
  server = await startTestServer();
  staff = await setUpStaff(server);
});
afterAll(() => server.stop());

/** The thing with this code, whole. */
async function byCode(code: string) {
  const { assets } = await staff.call('assets', {}, { text: code });
  return staff.call('asset', { assetId: assets[0]!.id }, {});
}

async function consumable(name: string, stock: number) {
  return staff.call('saveConsumable', {}, { name, icon: '', unitCents: 10, stock, minimum: 5 });
}

describe('things that are added', () => {
  it('get the next number of their kind, and with several the number in the name', async () => {
    const { assets } = await staff.call('addAssets', {}, { kind: 'box', name: 'Kiste', copies: 2 });
    expect(assets.map(({ code, name }) => [code, name])).toEqual([
      ['B1', 'Kiste 1'],
      ['B2', 'Kiste 2'],
    ]);
  });

  it('bring along what their template says', async () => {
    const led = await consumable('LED rot', 0);
    const template = await staff.call(
      'saveKitTemplate',
      {},
      {
        name: 'EduKit',
        description: '',
        contents: [{ consumableId: led.id, quantity: 20 }],
        assets: [{ kind: 'part', name: 'Sense HAT', count: 2 }],
      },
    );
    const { assets } = await staff.call(
      'addAssets',
      {},
      { kind: 'kit', name: 'EduKit', copies: 2, templateId: template.id, place: 'Lager' },
    );
    const kit = await staff.call('asset', { assetId: assets[1]!.id }, {});
    expect(kit.contents).toMatchObject([{ name: 'LED rot', quantity: 20, present: 20 }]);
    expect(kit.inside.map(({ name, place, parent }) => [name, place, parent?.code])).toEqual([
      ['Sense HAT', 'Lager', kit.code],
      ['Sense HAT', 'Lager', kit.code],
    ]);
    expect(kit).toMatchObject({ template: { name: 'EduKit' }, totalCents: 200 });
  });

  it('keep the fleet’s number as Pis of the fleet, and are here once', async () => {
    const { deviceId } = await staff.call('addDevice', {}, { name: 'pi-eins', schoolId: null });
    const offered = await staff.call('newDevices', {}, {});
    expect(offered.devices).toMatchObject([{ id: deviceId, number: 1 }]);
    const { assets } = await staff.call(
      'addAssets',
      {},
      { kind: 'device', name: 'pi-eins', copies: 1, deviceId },
    );
    expect(assets).toMatchObject([{ code: 'P1', deviceId }]);
    expect((await staff.call('newDevices', {}, {})).devices).toEqual([]);
    await expect(
      staff.call('addAssets', {}, { kind: 'device', name: 'pi-eins', copies: 1, deviceId }),
    ).rejects.toMatchObject({ problem: { code: 'device-listed' } });
  });

  it('can be linked to the fleet later, and take its number', async () => {
    const { assets } = await staff.call('addAssets', {}, { kind: 'device', name: 'Neuer Pi', copies: 1 });
    const { deviceId } = await staff.call('addDevice', {}, { name: 'pi-zwei', schoolId: null });
    await expect(
      staff.call('addAssets', {}, { kind: 'device', name: 'pi-zwei', copies: 1, deviceId }),
    ).rejects.toMatchObject({ problem: { code: 'number-taken' } });
    const linked = await staff.call('changeAsset', { assetId: assets[0]!.id }, { deviceId });
    expect(linked).toMatchObject({ code: 'P2', fleet: { deviceId, online: false } });
  });

  it('can stop being a Pi of the fleet, which keeps its number for itself', async () => {
    const pi = await byCode('P2');
    const alone = await staff.call('changeAsset', { assetId: pi.id }, { deviceId: null });
    expect(alone).toMatchObject({ code: 'P3', deviceId: null, fleet: null });
    expect((await staff.call('newDevices', {}, {})).devices).toMatchObject([{ id: pi.deviceId, number: 2 }]);
    const again = await staff.call('changeAsset', { assetId: pi.id }, { deviceId: pi.deviceId });
    expect(again).toMatchObject({ code: 'P2', deviceId: pi.deviceId });
  });

  it('get numbers of their own when many are added at once', async () => {
    const codes = await Promise.all(
      Array.from({ length: 8 }, async () => {
        const { assets } = await staff.call('addAssets', {}, { kind: 'part', name: 'Display', copies: 3 });
        return assets.map(({ code }) => code);
      }),
    );
    expect(new Set(codes.flat()).size).toBe(24);
  });

  it('are refused with a sentence when they would be thousands', async () => {
    const template = await staff.call(
      'saveKitTemplate',
      {},
      { name: 'Riesig', description: '', contents: [], assets: [{ kind: 'part', name: 'Teil', count: 50 }] },
    );
    await expect(
      staff.call('addAssets', {}, { kind: 'kit', name: 'Riesig', copies: 100, templateId: template.id }),
    ).rejects.toMatchObject({ problem: { code: 'too-many-at-once' } });
  });
});

describe('the search', () => {
  it('shows the thing whose code was typed first', async () => {
    await staff.call('addAssets', {}, { kind: 'kit', name: 'Wie B1', copies: 1 });
    const { assets } = await staff.call('assets', {}, { text: 'b1' });
    expect(assets.map(({ code }) => code)[0]).toBe('B1');
    expect(assets.some(({ name }) => name === 'Wie B1')).toBe(true);
  });

  it('knows a place also for what is in things that are kept there', async () => {
    const { assets, total } = await staff.call('assets', {}, { text: 'ort:lager art:teil', limit: 2 });
    expect([assets.length, total]).toEqual([2, 4]);
    expect(assets.every(({ place }) => place === 'Lager')).toBe(true);
    expect((await staff.call('assets', {}, { text: 'ort:nirgends' })).total).toBe(0);
  });

  it('takes signs of patterns as they are', async () => {
    await staff.call('addAssets', {}, { kind: 'box', name: '100%_\\Kiste', copies: 1 });
    expect((await staff.call('assets', {}, { text: '100%_\\k' })).total).toBe(1);
    expect((await staff.call('assets', {}, { text: '%' })).total).toBe(1);
    expect((await staff.call('assets', {}, { text: '_' })).total).toBe(1);
  });

  it('knows capital umlauts', async () => {
    await staff.call(
      'addAssets',
      {},
      { kind: 'box', name: 'ÖFFENTLICHE Kiste', copies: 1, place: 'Überraum' },
    );
    expect((await staff.call('assets', {}, { text: 'öffentliche ort:überraum' })).total).toBe(1);
  });

  it('filters by condition, and shows only what is in nothing', async () => {
    const display = await byCode('T5');
    await staff.call('changeAsset', { assetId: display.id }, { condition: 'repair' });
    expect((await staff.call('assets', {}, { text: 'zustand:defekt' })).assets).toMatchObject([
      { code: 'T5' },
    ]);
    const top = await staff.call('assets', {}, { kind: 'part', top: true, limit: 500 });
    expect(top.assets.every(({ parent }) => parent === null)).toBe(true);
    expect((await staff.call('assets', {}, { whereabouts: 'out' })).total).toBe(0);
    expect((await staff.call('assets', {}, { text: 'schule:mainz' })).total).toBe(0);
  });

  it('is nothing for teachers', async () => {
    const { client } = await addTeacher(server, staff);
    await expect(client.call('assets', {}, {})).rejects.toMatchObject({ problem: { code: 'staff-only' } });
  });
});

describe('a thing that gets lost', () => {
  it('says why in its history', async () => {
    const { assets } = await staff.call('addAssets', {}, { kind: 'part', name: 'Servo', copies: 1 });
    const assetId = assets[0]!.id;
    await staff.call('changeAsset', { assetId }, { condition: 'lost', reason: 'beim Umzug' });
    const { entries } = await staff.call('history', {}, { assetId });
    expect(entries.map(({ de, en }) => [de, en])).toContainEqual([
      'Zustand: verloren (beim Umzug)',
      'Condition: lost (beim Umzug)',
    ]);
  });
});

describe('moving', () => {
  it('puts a thing into another and takes it out, with a line in both histories', async () => {
    const [box, part] = [await byCode('B1'), await byCode('T6')];
    const moved = await staff.call('moveAsset', { assetId: part.id }, { parentId: box.id });
    expect(moved.parent).toMatchObject({ code: 'B1' });
    expect((await byCode('B1')).inside.map(({ code }) => code)).toEqual(['T6']);
    const out = await staff.call('moveAsset', { assetId: part.id }, { parentId: null });
    expect(out.parent).toBeNull();
  });

  it('is refused into itself and into what is in it', async () => {
    const [outer, inner] = [await byCode('B1'), await byCode('B2')];
    await staff.call('moveAsset', { assetId: inner.id }, { parentId: outer.id });
    for (const target of [outer, inner]) {
      await expect(
        staff.call('moveAsset', { assetId: outer.id }, { parentId: target.id }),
      ).rejects.toMatchObject({ problem: { code: 'in-itself' } });
    }
  });
});

describe('counted parts in a thing', () => {
  it('come from the store when asked, or not at all', async () => {
    const wire = await consumable('Kabel', 50);
    const box = await byCode('B2');
    const set = (quantity: number, present: number) =>
      staff.call(
        'setContents',
        { assetId: box.id },
        { contents: [{ consumableId: wire.id, quantity, present }], fromStock: true },
      );
    const stock = async () =>
      (await staff.call('consumables', {}, {})).consumables.find(({ id }) => id === wire.id)?.stock;
    expect((await set(40, 30)).contents).toMatchObject([{ quantity: 40, present: 30 }]);
    expect(await stock()).toBe(20);
    await expect(set(100, 60)).rejects.toMatchObject({ problem: { code: 'stock-short' } });
    expect(await stock()).toBe(20);
    expect((await byCode('B2')).contents).toMatchObject([{ quantity: 40, present: 30 }]);
    await set(0, 0);
    expect(await stock()).toBe(50);
  });

  it('are counted right when several people take at once', async () => {
    const nut = await consumable('Mutter', 10);
    const results = await Promise.allSettled(
      Array.from({ length: 12 }, () => staff.call('changeStock', { consumableId: nut.id }, { by: -1 })),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
  });

  it('have a name of their own', async () => {
    await expect(consumable('Kabel', 1)).rejects.toMatchObject({ problem: { code: 'name-taken' } });
  });
});

describe('value', () => {
  it('is that of a thing with everything in it; what is lost counts nothing', async () => {
    const today = new Date().toISOString().slice(0, 10);
    const { assets } = await staff.call(
      'addAssets',
      {},
      { kind: 'kit', name: 'Wertvoll', copies: 1, purchasedOn: today, purchaseCents: 5000 },
    );
    const kit = assets[0]!;
    const inner = await staff.call(
      'addAssets',
      {},
      { kind: 'part', name: 'Kamera', copies: 1, parentId: kit.id, purchasedOn: today, purchaseCents: 3000 },
    );
    const values = async () => {
      const { currentCents, totalCents } = await staff.call('asset', { assetId: kit.id }, {});
      return [currentCents, totalCents];
    };
    expect(await values()).toEqual([5000, 8000]);
    await staff.call('changeAsset', { assetId: inner.assets[0]!.id }, { condition: 'lost' });
    expect(await values()).toEqual([5000, 5000]);
  });
});
