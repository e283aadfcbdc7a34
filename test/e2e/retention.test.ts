import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApiClient } from '../../provisioning/api-client.ts';
import type { Duty } from '../../server/api/contract/endpoints.ts';
import { marked, openPage } from '../support/browser.ts';
import { refusalOf } from '../support/school.ts';
import { tokenOf } from '../support/server.ts';
import { Stage } from './support/pages/stage.ts';
import { World } from './support/world.ts';

const password = 'ein-langes-passwort-42';

describe('what is stored about adults', () => {
  let world: World;
  let stage: Stage;
  beforeAll(async () => {
    world = await World.start(0);
    stage = await Stage.set(world);
  });
  afterAll(() => world.stop());

  async function addStaff(name: string, duty: Duty): Promise<{ client: ApiClient; email: string }> {
    const { url } = await world.room.staff.call('invite', {}, { role: 'staff', schoolId: null, duty });
    const client = new ApiClient(world.server.url);
    const email = `${name.toLowerCase()}@verein.example`;
    await client.call('acceptInvitation', { token: tokenOf(url) }, { name, email, password });
    await client.signIn(email, password);
    return { client, email };
  }

  it('is deleted by an admin with somebody’s account, after the page has said what goes', async () => {
    const { client } = await addStaff('Weggang', 'logistics');
    const page = await stage.at(stage.staff, '/association#people', marked('person'));
    const row = page.locator(marked('person'), { hasText: 'Weggang' });
    await row.locator(marked('remove-person')).click();
    await page.locator(marked('leaving-goes'), { hasText: 'sofort' }).waitFor();
    await page.click(marked('remove-person-go'));
    await row.waitFor({ state: 'detached' });
    expect(await refusalOf(client.call('me', {}, {}))).toBe('sign-in-needed');
    await page.close();
  });

  it('can be downloaded and deleted by oneself, with the password; then nobody is signed in', async () => {
    const { email } = await addStaff('Selbst', 'read-only');
    const { page } = await openPage(world.browser);
    await page.goto(`${world.server.url}/association`);
    await page.fill(marked('signin-email'), email);
    await page.fill(marked('signin-password'), password);
    await page.click(marked('signin-go'));
    await page.locator('sb-account-bar summary').click();
    await page.click(marked('my-account'));
    const download = page.waitForEvent('download');
    await page.click(marked('my-data'));
    expect((await download).suggestedFilename()).toBe('steckbrett-meine-daten.json');
    await page.click(marked('delete-me'));
    await page.fill(marked('delete-me-password'), 'nicht-dieses-passwort');
    await page.click(marked('delete-me-go'));
    await page.locator('sb-problem-note', { hasText: 'nicht Ihr Passwort' }).waitFor();
    await page.fill(marked('delete-me-password'), password);
    await page.click(marked('delete-me-go'));
    await page.locator(marked('signin-go')).waitFor();
    await expect(new ApiClient(world.server.url).signIn(email, password)).rejects.toThrow();
    await page.context().close();
  });

  it('goes from old loans after so many years as the association says', async () => {
    const page = await stage.at(stage.staff, '/association#settings/retention', marked('retention-next'));
    await page.fill(marked('retention-loanYears'), '5');
    await page.click(marked('retention-save'));
    await page.locator('[role=status]', { hasText: 'Gespeichert' }).waitFor();
    expect(await world.room.staff.call('retention', {}, {})).toMatchObject({
      loanYears: 5,
      donationYears: 10,
    });
    await page.close();
  });

  it('goes from a loan that is over at once where an admin wants that', async () => {
    const { staff } = world.room;
    const { schools } = await staff.call('schools', {}, {});
    const loan = await staff.call(
      'addLoan',
      {},
      {
        ...{ kind: 'loan', schoolId: schools[0]!.id, pupils: 10, lessons: [], wish: '', note: '' },
        ...{ startsAt: Date.now() + 86_400_000, endsAt: Date.now() + 2 * 86_400_000 },
        ...{ contactName: 'Frau Kontakt', contactEmail: '', contactPhone: '' },
      },
    );
    const { version } = loan;
    await staff.call('declineLoan', { loanId: loan.id }, { version, reason: 'Nein' });
    const page = await stage.at(stage.staff, `/association#loans/${loan.id}`, marked('erase-loan'));
    await page.click(marked('erase-loan'));
    await page.click(marked('erase-loan-go'));
    await page.locator(marked('loan-erased')).waitFor();
    expect(await staff.call('loan', { loanId: loan.id }, {})).toMatchObject({ contactName: '', reason: '' });
    await page.close();
  });
});
