import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient } from '../../../provisioning/api-client.ts';
import { deletedAccount } from '../../../server/accounts/deleted-account.ts';
import { erasedText } from '../../../server/lending/history/erased-text.ts';
import { type Peek, peek } from '../../support/databases.ts';
import { setUpStaff, startTestServer, type TestServer } from '../../support/server.ts';
import { addThings } from '../../support/storeroom.ts';

let server: TestServer;
let staff: ApiClient;
let database: Peek;
let assetId: string;

beforeAll(async () => {
  server = await startTestServer();
  staff = await setUpStaff(server);
  database = await peek(server.dataDir);
  assetId = (await addThings(staff, 'kit', 1))[0]!.id;
});
afterAll(async () => {
  await database.close();
  await server.stop();
});

const note = async () => (await staff.call('addNote', {}, { assetId, text: 'Frau Übel hat angerufen' })).id;
const row = async (id: string) => (await database.run('select * from history where id = ?', id))[0]!;

describe('the database itself', () => {
  it('lets the text of a row become the fixed words, with or without who wrote it', async () => {
    for (const by of [true, false]) {
      const id = await note();
      const before = await row(id);
      if (by) await database.run('update history set data = ? where id = ?', erasedText, id);
      else await database.run('update history set data = ?, "by" = null where id = ?', erasedText, id);
      expect(await row(id)).toEqual({ ...before, data: erasedText, by: by ? before.by : null });
    }
  });

  it('lets who did it become a deleted account', async () => {
    const id = await note();
    await database.run('update history set "by" = ? where id = ?', deletedAccount, id);
    expect((await row(id)).by).toBe(deletedAccount);
  });

  it.each([
    ['another text', `update history set data = '{"de":"Alles gut","en":"All is well"}' where id = ?`],
    ['no text', `update history set data = '' where id = ?`],
    ['another time', `update history set data = '${erasedText}', at = at + 1 where id = ?`],
    ['another kind', `update history set data = '${erasedText}', kind = 'note2' where id = ?`],
    ['another thing', `update history set data = '${erasedText}', asset_id = null where id = ?`],
    ['a loan', `update history set data = '${erasedText}', loan_id = 'x' where id = ?`],
    ['a school', `update history set data = '${erasedText}', school_id = 'x' where id = ?`],
    ['another id', `update history set data = '${erasedText}', id = 'x' where id = ?`],
    ['somebody else', `update history set "by" = 'somebody' where id = ?`],
    ['nobody, with its text', 'update history set "by" = null where id = ?'],
    ['somebody else, without its text', `update history set data = '${erasedText}', "by" = 'x' where id = ?`],
    ['nothing at all', 'delete from history where id = ?'],
  ])('refuses that a row becomes %s', async (_, statement) => {
    const id = await note();
    const before = await row(id);
    await expect(database.run(statement, id)).rejects.toThrow('history_is_final');
    expect(await row(id)).toEqual(before);
  });

  it('refuses to bring a text back, to name who did what the server did, and to write a row again', async () => {
    const id = await note();
    const before = await row(id);
    await database.run('update history set data = ?, "by" = null where id = ?', erasedText, id);
    const refused = (statement: string, ...values: string[]) =>
      expect(database.run(statement, ...values)).rejects.toThrow(/history_is_final|history_key/);
    await refused('update history set data = ? where id = ?', String(before.data), id);
    await refused('update history set "by" = ? where id = ?', deletedAccount, id);
    await refused('insert into history select * from history where id = ?', id);
  });
});
