import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient } from '../../../provisioning/api-client.ts';
import { refusalOf } from '../../support/school.ts';
import { setUpStaff, startTestServer, type TestServer } from '../../support/server.ts';

describe('sponsors', () => {
  let server: TestServer;
  let staff: ApiClient;
  beforeAll(async () => {
    server = await startTestServer();
    staff = await setUpStaff(server);
  });
  afterAll(() => server.stop());

  const bank = { name: 'Volksbank', website: 'https://bank.example', thanks: 'Danke!', page: true };

  it('get a page at an address that nobody guesses, and lose it when it is closed', async () => {
    const opened = await staff.call('saveSponsor', {}, bank);
    expect(opened.pageUrl).toMatch(/\/sponsors\/[\w-]{24}$/);
    const renamed = await staff.call('saveSponsor', {}, { ...bank, id: opened.id, name: 'Bank' });
    expect(renamed).toEqual({ ...opened, name: 'Bank' });
    const closed = await staff.call('saveSponsor', {}, { ...bank, id: opened.id, page: false });
    expect(closed.pageUrl).toBeNull();
    const again = await staff.call('saveSponsor', {}, { ...bank, id: opened.id });
    expect(again.pageUrl).not.toBe(opened.pageUrl);
    expect((await staff.call('sponsors', {}, {})).sponsors).toEqual([again]);
  });

  it('count what they gave', async () => {
    const sponsor = await staff.call('saveSponsor', {}, { ...bank, name: 'Stiftung', page: false });
    const table = 'Art;Name;Förderer\nKit;Kit A;Stiftung\nKit;Kit B;Stiftung';
    await staff.upload(
      'importTable',
      { table: 'assets' },
      { dry: false },
      new Uint8Array(Buffer.from(table)),
    );
    const { sponsors } = await staff.call('sponsors', {}, {});
    expect(sponsors.find(({ id }) => id === sponsor.id)?.assets).toBe(2);
  });

  it('that do not exist are not changed', async () => {
    expect(await refusalOf(staff.call('saveSponsor', {}, { ...bank, id: 'none' }))).toBe('sponsor-unknown');
  });
});
