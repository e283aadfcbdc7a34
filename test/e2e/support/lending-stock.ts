import { crc32, deflateSync } from 'node:zlib';
import type { ApiClient } from '../../../provisioning/api-client.ts';

/** Kits of one template, each with four Pis, ten LEDs and a buzzer; stock to refill them from. */
export async function addKits(staff: ApiClient, copies: number): Promise<{ code: string; pis: string[] }[]> {
  const add = (name: string, icon: string, unitCents: number) =>
    staff.call('saveConsumable', {}, { name, icon, unitCents, stock: 50, minimum: 5 });
  const led = await add('LED rot', 'led', 15);
  const buzzer = await add('Buzzer', 'buzzer', 120);
  const template = await staff.call(
    'saveKitTemplate',
    {},
    {
      name: 'Klassenkit',
      description: '',
      contents: [
        { consumableId: led.id, quantity: 10 },
        { consumableId: buzzer.id, quantity: 1 },
      ],
      assets: [{ kind: 'device', name: 'Raspberry Pi 4', count: 4 }],
    },
  );
  const { assets } = await staff.call(
    'addAssets',
    {},
    { kind: 'kit', name: 'Klassenkit', copies, templateId: template.id, place: 'Regal A' },
  );
  const kits = assets.filter(({ kind, parent }) => kind === 'kit' && !parent);
  return Promise.all(
    kits.map(async ({ id, code }) => {
      const { inside } = await staff.call('asset', { assetId: id }, {});
      return { code, pis: inside.filter(({ kind }) => kind === 'device').map((pi) => pi.code) };
    }),
  );
}

/** A grey picture of 8 × 8 as PNG. */
export function smallPng(): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(8, 0);
  header.writeUInt32BE(8, 4);
  header[8] = 8;
  // One filter byte and eight grey pixels in each row.
  const rows = Buffer.alloc(9 * 8, 128).map((value, index) => (index % 9 === 0 ? 0 : value));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
