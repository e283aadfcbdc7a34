import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient } from '../../../provisioning/api-client.ts';
import type { AssetLine } from '../../../server/api/contract/lending/assets.ts';
import { peek } from '../../support/databases.ts';
import { addTeacher, setUpStaff, startTestServer, type TestServer } from '../../support/server.ts';
import { addThings } from '../../support/storeroom.ts';

let server: TestServer;
let staff: ApiClient;
let kit: AssetLine;

beforeAll(async () => {
  server = await startTestServer();
  staff = await setUpStaff(server);
  kit = (await addThings(staff, 'kit', 1))[0]!;
});
afterAll(() => server.stop());

describe('a note', () => {
  it('stands in the history of its thing, with who wrote it', async () => {
    const note = await staff.call('addNote', {}, { assetId: kit.id, text: '  Deckel klemmt  ' });
    const { entries } = await staff.call('history', {}, { assetId: kit.id });
    expect(entries[0]).toEqual(note);
    expect(note).toMatchObject({ kind: 'note', de: 'Deckel klemmt', by: { name: 'Vera Verein' } });
  });

  it('can neither be changed nor deleted, not even in the database itself', async () => {
    const database = await peek(server.dataDir);
    await expect(database.run(`update history set data = '{}'`)).rejects.toThrow('history_is_final');
    await expect(database.run('delete from history')).rejects.toThrow('history_is_final');
    await database.close();
    const { entries } = await staff.call('history', {}, { assetId: kit.id });
    expect(entries.map(({ de }) => de)).toContain('Deckel klemmt');
  });

  it('is refused without words, without a subject, and about nothing that exists', async () => {
    const refused = (body: { assetId?: string; text: string }) =>
      expect(staff.call('addNote', {}, body)).rejects;
    await refused({ assetId: kit.id, text: ' ' }).toMatchObject({ problem: { code: 'note-empty' } });
    await refused({ text: 'Hm' }).toMatchObject({ problem: { code: 'subject-missing' } });
    await refused({ assetId: 'gone', text: 'Hm' }).toMatchObject({ problem: { code: 'subject-unknown' } });
  });

  it('is nothing that teachers write or read', async () => {
    const { client } = await addTeacher(server, staff);
    await expect(client.call('addNote', {}, { assetId: kit.id, text: 'Hm' })).rejects.toMatchObject({
      problem: { code: 'staff-only' },
    });
    await expect(client.call('history', {}, { assetId: kit.id })).rejects.toMatchObject({
      problem: { code: 'staff-only' },
    });
  });
});

describe('a long history', () => {
  it('comes in pages, newest first, and leaves nothing out between them', async () => {
    const [box] = await addThings(staff, 'box', 1);
    const assetId = box!.id;
    for (let number = 1; number <= 60; number += 1) {
      await staff.call('addNote', {}, { assetId, text: `Notiz ${number}` });
    }
    const first = await staff.call('history', {}, { assetId });
    const second = await staff.call('history', {}, { assetId, before: first.entries.at(-1)!.at });
    const all = [...first.entries, ...second.entries];
    expect(first.entries.length).toBeGreaterThanOrEqual(50);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(all.filter(({ kind }) => kind === 'note')).toHaveLength(60);
    expect(all.map(({ at }) => at)).toEqual(all.map(({ at }) => at).toSorted((one, other) => other - one));
  });
});
