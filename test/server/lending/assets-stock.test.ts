import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient } from '../../../provisioning/api-client.ts';
import { setUpStaff, startTestServer, type TestServer } from '../../support/server.ts';
import { addThings } from '../../support/storeroom.ts';

let server: TestServer;
let staff: ApiClient;

beforeAll(async () => {
  server = await startTestServer();
  staff = await setUpStaff(server);
});
afterAll(() => server.stop());

const consumable = (name: string, stock: number) =>
  staff.call('saveConsumable', {}, { name, icon: '', unitCents: 5, stock, minimum: 20 });
const movesOf = async (assetId: string) =>
  (await staff.call('history', {}, { assetId })).entries.map(({ de, en, by }) => [de, en, by?.name]);

describe('the stock of counted parts', () => {
  it('has a history of what came and went, why, and who counted it', async () => {
    const led = await consumable('LED rot', 10);
    await staff.call('changeStock', { consumableId: led.id }, { by: 100, reason: 'Lieferung' });
    await staff.call('changeStock', { consumableId: led.id }, { by: -3 });
    const [box] = await addThings(staff, 'box', 1);
    const contents = [{ consumableId: led.id, quantity: 20, present: 20 }];
    await staff.call('setContents', { assetId: box!.id }, { contents, fromStock: true });
    const person = (await staff.call('me', {}, {})).name;
    expect(await movesOf(led.id)).toEqual(
      expect.arrayContaining([
        ['LED rot angelegt, Bestand 10', 'LED rot added, stock 10', person],
        ['100 dazu (Lieferung), jetzt 110', '100 added (Lieferung), now 110', person],
        ['3 entnommen, jetzt 107', '3 taken, now 107', person],
        [`20 in ${box!.code}, jetzt 87`, `20 into ${box!.code}, now 87`, person],
      ]),
    );
  });

  it('is right when two people count at once, and the history has both', async () => {
    const nut = await consumable('Mutter', 1);
    const results = await Promise.allSettled([
      staff.call('changeStock', { consumableId: nut.id }, { by: -1, reason: 'eins' }),
      staff.call('changeStock', { consumableId: nut.id }, { by: -1, reason: 'zwei' }),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await movesOf(nut.id)).toHaveLength(2);
    const { consumables } = await staff.call('consumables', {}, {});
    expect(consumables.find(({ id }) => id === nut.id)?.stock).toBe(0);
  });

  it('shows on the overview once it is below its minimum', async () => {
    const low = await consumable('Servo', 3);
    const { lowStock } = await staff.call('dashboard', {}, {});
    expect(lowStock).toContainEqual(expect.objectContaining({ consumableId: low.id, stock: 3, minimum: 20 }));
  });
});
